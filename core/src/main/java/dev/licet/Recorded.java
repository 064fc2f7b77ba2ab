package dev.licet;

import dev.licet.answer.Replay.Difference;
import dev.licet.json.CanonicalJson;
import dev.licet.json.Constants;
import dev.licet.json.Pointer;
import dev.licet.law.RulePackException;
import dev.licet.law.Stance;
import dev.licet.pack.Constraint;
import dev.licet.request.Request;
import dev.licet.verify.Verification;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** A record as it is read: what was asked, and in what it differs from another. */
final class Recorded {
    /** What the rest depends on, first. */
    private static final List<String> ORDER = List.of(
            "schema", "engine", "stance", "strict", "request", "examined", "findings", "pending", "facts", "open");

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

    /** Where a pack is another, its lists may be. */
    private static final Comparator<String> PACKS_FIRST =
            Comparator.comparing((String field) -> !field.equals("packs")).thenComparing(Comparator.naturalOrder());

    private static final Object NOTHING = new Object();

    private final Map<String, ?> record;
    private final boolean former;
    private final List<Difference> differences = new ArrayList<>();

    private Recorded(Map<String, ?> record, boolean former) {
        this.record = record;
        this.former = former;
    }

    /** Reads a record; throws IllegalArgumentException if it is of another version. */
    static Recorded of(Map<String, ?> written) {
        Map<String, ?> record = Verification.today(written);
        Object schema = value(record, "schema");
        if (!schema.equals(Verification.SCHEMA)) {
            throw new IllegalArgumentException("The schema of the record (%s) is not that of this version (%s).\n"
                            .formatted(schema == NOTHING ? "none" : schema, Verification.SCHEMA)
                    + "Maybe it is no record, or another version of Licet wrote it.");
        }
        return record == written ? new Recorded(record, false) : former(record);
    }

    /**
     * The parts of a request are ordered by their fields' names, and those have changed; and conditions were quoted with the
     * spaces and line ends of the rule file.
     */
    private static Recorded former(Map<String, ?> record) {
        var ordered = new LinkedHashMap<String, Object>();
        record.forEach((field, value) -> ordered.put(field, respaced(value)));
        ordered.put("request", new Recorded(record, true).request().document());
        return new Recorded(ordered, true);
    }

    private static Object respaced(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(Recorded::respaced).toList();
        }
        if (!(value instanceof Map<?, ?> fields)) {
            return value;
        }
        var respaced = new LinkedHashMap<String, Object>();
        fields.forEach((field, each) -> respaced.put(String.valueOf(field), respaced(each)));
        FactType.labelled(String.valueOf(fields.get("fact")))
                .ifPresent(type -> respaced.computeIfPresent(
                        "conditions",
                        (field, quoted) -> quoted instanceof List<?> texts
                                ? texts.stream()
                                        .map(text -> condition(type, text))
                                        .distinct()
                                        .toList()
                                : quoted));
        return respaced;
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

    /** In what a record that was written now differs. */
    List<Difference> differences(Map<String, ?> now) {
        var fields = new LinkedHashSet<>(ORDER);
        fields.addAll(new TreeSet<>(record.keySet()));
        fields.addAll(now.keySet());
        fields.remove(CanonicalJson.DIGEST);
        fields.add(CanonicalJson.DIGEST);
        if (former) {
            // Another version of Licet wrote it: that these differ says nothing of the answer.
            fields.removeAll(List.of("engine", CanonicalJson.DIGEST));
        }
        fields.forEach(
                field -> compare(field, "/" + Pointer.escaped(field), "", value(record, field), value(now, field)));
        return differences;
    }

    private void compare(String field, String at, String subject, Object recorded, Object now) {
        if (recorded.equals(now)) {
            return;
        }
        if (recorded instanceof Map<?, ?> one && now instanceof Map<?, ?> other) {
            var names = new TreeSet<String>(PACKS_FIRST);
            one.keySet().forEach(name -> names.add(String.valueOf(name)));
            other.keySet().forEach(name -> names.add(String.valueOf(name)));
            names.forEach(name ->
                    compare(name, at + "/" + Pointer.escaped(name), subject, value(one, name), value(other, name)));
        } else if (recorded instanceof List<?> one && now instanceof List<?> other) {
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
