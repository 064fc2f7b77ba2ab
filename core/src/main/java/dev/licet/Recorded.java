package dev.licet;

import dev.licet.answer.Acceptance;
import dev.licet.answer.Replay.Difference;
import dev.licet.json.CanonicalJson;
import dev.licet.json.Constants;
import dev.licet.json.Pointer;
import dev.licet.law.Layer;
import dev.licet.law.RulePackException;
import dev.licet.law.Stance;
import dev.licet.pack.Constraint;
import dev.licet.request.Request;
import dev.licet.verify.Manifest;
import dev.licet.verify.Verification;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.FactType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record as it is read: what was asked, and in what it differs from another. */
final class Recorded {
    /** What the rest depends on, first. */
    private static final List<String> ORDER =
            List.of("schema", "law", "stance", "strict", "request", "examined", "findings", "pending", "facts");

    /** A list whose items have names: what an item is, and the fields that make its name. */
    private record Named(String item, List<String> fields) {}

    private static final Named FACT = new Named("fact", List.of("fact"));
    private static final Named RULE = new Named("rule", List.of("rule", "effect"));
    private static final Map<String, Named> NAMED = Map.of(
            "packs", new Named("pack", List.of("name")),
            "lists", new Named("list", List.of("name")),
            "findings", RULE,
            "pending", RULE,
            "exceptions", new Named("exception", List.of("rule")),
            "facts", FACT,
            "assumptions", FACT,
            "questions", FACT);

    /** Objects of which each field is a name: what it names. */
    private static final Map<String, String> NAMES = Map.of("rules", "rule", "facts", "fact", "figures", "figure");

    /** Where a pack is another, its lists may be. */
    private static final Comparator<String> PACKS_FIRST =
            Comparator.comparing((String field) -> !field.equals("packs")).thenComparing(Comparator.naturalOrder());

    private static final Object NOTHING = new Object();

    private final Map<String, ?> record;
    private final boolean former;
    private final Optional<Manifest> law;
    private final List<Difference> differences = new ArrayList<>();

    private Recorded(Map<String, ?> record, boolean former, Optional<Manifest> law) {
        this.record = record;
        this.former = former;
        this.law = law;
    }

    /** The profile of the house, as far as the record has it. */
    Optional<Profile> profile() {
        if (!(record.get("profile") instanceof Map<?, ?> profile)) {
            return Optional.empty();
        }
        List<Acceptance> accepted = objects(Objects.requireNonNullElse(profile.get("accepted"), List.of()))
                .map(each -> new Acceptance(
                        Optional.ofNullable(each.get("layer")).map(layer -> Layer.valueOf(String.valueOf(layer))),
                        String.valueOf(each.get("name")),
                        String.valueOf(each.get("by")),
                        String.valueOf(each.get("reason")),
                        LocalDate.parse(String.valueOf(each.get("until")))))
                .toList();
        return Optional.of(Profile.recorded(
                String.valueOf(profile.get("name")),
                String.valueOf(profile.get("version")),
                String.valueOf(profile.get("digest")),
                accepted));
    }

    /** Reads a record; throws IllegalArgumentException if it is of another version, or its law is not among some manifests. */
    static Recorded of(Map<String, ?> written, Collection<Manifest> manifests) {
        Map<String, ?> record = Verification.today(written);
        Object schema = value(record, "schema");
        if (!schema.equals(Verification.SCHEMA)) {
            throw new IllegalArgumentException("The schema of the record (%s) is not that of this version (%s).\n"
                            .formatted(schema == NOTHING ? "none" : schema, Verification.SCHEMA)
                    + "Maybe it is no record, or another version of Licet wrote it.");
        }
        if (record != written) {
            return former(record);
        }
        Optional<Manifest> law = manifests.stream()
                .filter(each -> each.digest().equals(value(record, "law")))
                .findFirst();
        if (law.isEmpty() && !manifests.isEmpty()) {
            throw new IllegalArgumentException("The law of the record (%s) is that of no manifest that was given.\n"
                            .formatted(value(record, "law"))
                    + "Maybe the manifest of another day or of other packs was given.");
        }
        return new Recorded(record, false, law);
    }

    private static Recorded former(Map<String, ?> record) {
        var ordered = new LinkedHashMap<String, Object>(record);
        // A request is written in the order of its fields' names, and those have changed.
        ordered.put(
                "request",
                new Recorded(record, true, Optional.empty()).request().document());
        return new Recorded(comparable(ordered), true, Optional.empty());
    }

    /**
     * What both a record of version 2 says and one of today with the manifest of its law. The values behind assumptions, questions and
     * unknown facts are left out, of which records no longer have all, and so is what another version of Licet always writes otherwise.
     */
    private static Map<String, Object> comparable(Map<String, ?> whole) {
        var comparable = new LinkedHashMap<String, Object>();
        whole.forEach((field, value) -> comparable.put(field, comparable(value)));
        comparable.keySet().removeAll(List.of("engine", CanonicalJson.DIGEST));
        comparable.computeIfPresent("facts", (field, facts) -> byFact(facts));
        comparable.computeIfPresent(
                "questions",
                (field, all) ->
                        objects(all).map(question -> question.get("fact")).toList());
        comparable.computeIfPresent(
                "open", (field, open) -> Map.of("asked", ids(open, "asked"), "assumed", ids(open, "assumed")));
        objects(comparable.getOrDefault("availableExceptions", List.of()))
                .forEach(available -> available.computeIfPresent("needs", (field, facts) -> byFact(facts)));
        return comparable;
    }

    private static Object comparable(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(Recorded::comparable).toList();
        }
        if (!(value instanceof Map<?, ?> fields)) {
            return value;
        }
        var comparable = new LinkedHashMap<String, Object>();
        fields.forEach((field, each) -> comparable.put(String.valueOf(field), comparable(each)));
        comparable.remove("noneOf");
        if ("POSSIBLE".equals(fields.get("basis"))) {
            comparable.remove("value");
        }
        // Conditions were quoted with the spaces and line ends of the rule file.
        FactType.ofPattern(String.valueOf(fields.get("fact")))
                .ifPresent(type -> comparable.computeIfPresent(
                        "conditions",
                        (field, quoted) -> quoted instanceof List<?> texts
                                ? texts.stream()
                                        .map(text -> condition(type, text))
                                        .distinct()
                                        .toList()
                                : quoted));
        return comparable;
    }

    private static List<Object> byFact(Object facts) {
        return List.copyOf(objects(facts)
                .sorted(Comparator.comparing(each -> String.valueOf(each.get("fact"))))
                .toList());
    }

    private static Set<String> ids(Object open, String field) {
        return objects(open)
                .flatMap(each -> each.get(field) instanceof List<?> ids ? ids.stream() : Stream.of())
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> objects(Object list) {
        return list instanceof List<?> items
                ? items.stream().filter(Map.class::isInstance).map(item -> (Map<String, Object>) item)
                : Stream.of();
    }

    private static Object condition(FactType type, Object quoted) {
        try {
            return new Condition(type, Constraint.readAll(type, String.valueOf(quoted)), Map.of()).toString();
        } catch (RulePackException unreadable) {
            return quoted;
        }
    }

    Request request() {
        if (value(record, "request") instanceof Map<?, ?> request) {
            var document = new LinkedHashMap<String, Object>();
            request.forEach((field, value) -> document.put(String.valueOf(field), value));
            return Request.of(document);
        }
        throw unreadable("request");
    }

    Stance stance() {
        return Constants.named(Stance.class, String.valueOf(value(record, "stance")))
                .orElseThrow(() -> unreadable("stance"));
    }

    boolean strict() {
        if (value(record, "strict") instanceof Boolean strict) {
            return strict;
        }
        throw unreadable("strict");
    }

    private IllegalArgumentException unreadable(String field) {
        return new IllegalArgumentException(
                "The field %s of the record (%s) cannot be read.\nMaybe the record was altered."
                        .formatted(field, json(value(record, field))));
    }

    /** In what a record that was written now differs, and the law that it names if that is another. */
    List<Difference> differences(Map<String, ?> written, Supplier<Manifest> lawNow) {
        Map<String, ?> now = former ? comparable(lawNow.get().join(written)) : written;
        var fields = new LinkedHashSet<>(ORDER);
        fields.addAll(new TreeSet<>(record.keySet()));
        fields.addAll(now.keySet());
        fields.remove(CanonicalJson.DIGEST);
        fields.add(CanonicalJson.DIGEST);
        boolean laws = law.isPresent() && !value(record, "law").equals(value(now, "law"));
        fields.forEach(field -> {
            String at = "/" + Pointer.escaped(field);
            if (laws && field.equals("law")) {
                compare(field, at, "", undigested(law.orElseThrow()), undigested(lawNow.get()));
            } else {
                compare(field, at, "", value(record, field), value(now, field));
            }
        });
        return differences;
    }

    private static Map<String, ?> undigested(Manifest manifest) {
        var tree = new TreeMap<String, Object>(manifest.tree());
        tree.remove(CanonicalJson.DIGEST);
        return tree;
    }

    private void compare(String field, String at, String subject, Object recorded, Object now) {
        if (recorded.equals(now)) {
            return;
        }
        if (recorded instanceof Map<?, ?> one && now instanceof Map<?, ?> other) {
            var names = new TreeSet<String>(PACKS_FIRST);
            one.keySet().forEach(name -> names.add(String.valueOf(name)));
            other.keySet().forEach(name -> names.add(String.valueOf(name)));
            String item = NAMES.getOrDefault(field, "");
            names.forEach(name -> compare(
                    name,
                    at + "/" + Pointer.escaped(name),
                    item.isEmpty() ? subject : item + " " + name,
                    value(one, name),
                    value(other, name)));
        } else if (items(recorded, now) instanceof List<?> one && items(now, recorded) instanceof List<?> other) {
            if (allNamed(field, one) && allNamed(field, other)) {
                named(field, at, subject, one, other);
            } else {
                for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                    compare("", at + "/" + i, subject, item(one, i), item(other, i));
                }
            }
        } else if (!same(recorded, now)) {
            differences.add(new Difference(at, subject, json(recorded), json(now)));
        }
    }

    /** A list that would be empty is left out of a record. */
    private static Object items(Object value, Object beside) {
        return value == NOTHING && beside instanceof List<?> ? List.of() : value;
    }

    private void named(String field, String at, String subject, List<?> recorded, List<?> now) {
        Map<String, Integer> places = places(field, recorded);
        Map<String, Integer> placesNow = places(field, now);
        String before = (subject.isEmpty() ? "" : subject + ", ")
                + Objects.requireNonNull(NAMED.get(field)).item() + " ";
        var common = new ArrayList<String>();
        places.forEach((name, place) -> {
            String of = before + name;
            if (placesNow.containsKey(name)) {
                common.add(name);
                compare("", at + "/" + place, of, recorded.get(place), now.get(placesNow.get(name)));
            } else {
                differences.add(new Difference(at + "/" + place, of, json(recorded.get(place)), ""));
            }
        });
        placesNow.forEach((name, place) -> {
            if (!places.containsKey(name)) {
                String of = before + name;
                differences.add(new Difference(at + "/-", of, "", json(now.get(place))));
            }
        });
        var commonNow = new ArrayList<>(placesNow.keySet());
        commonNow.retainAll(places.keySet());
        if (!common.equals(commonNow)) {
            differences.add(new Difference(at, subject, json(common), json(commonNow)));
        }
    }

    /** The place of each item by its name; fewer places than items if two have one name, or one has none. */
    private static Map<String, Integer> places(String field, List<?> items) {
        var places = new LinkedHashMap<String, Integer>();
        if (NAMED.containsKey(field)) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Map<?, ?> item) {
                    var name = new ArrayList<String>();
                    NAMED.get(field).fields().forEach(part -> name.add(String.valueOf(value(item, part))));
                    places.putIfAbsent(String.join(" ", name), i);
                }
            }
        }
        return places;
    }

    private static boolean allNamed(String field, List<?> items) {
        return NAMED.containsKey(field) && places(field, items).size() == items.size();
    }

    private static boolean same(Object one, Object other) {
        return one instanceof Number number && other instanceof Number another
                ? json(number).equals(json(another))
                : one.equals(other);
    }

    private static Object item(List<?> items, int place) {
        return place < items.size() && items.get(place) != null ? items.get(place) : NOTHING;
    }

    private static Object value(Map<?, ?> map, String field) {
        Object value = map.get(field);
        return value == null ? NOTHING : value;
    }

    private static String json(Object value) {
        if (value == NOTHING) {
            return "";
        }
        String list = CanonicalJson.write(Map.of("", List.of(value)));
        return list.substring("{\"\":[".length(), list.length() - "]}".length());
    }
}
