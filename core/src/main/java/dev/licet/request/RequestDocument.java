package dev.licet.request;

import dev.licet.facts.EndUse;
import dev.licet.facts.RecipientType;
import dev.licet.facts.RedFlag;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.json.Constants;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads and writes transfer documents as trees. Each field may be the string "unknown"; no other field may be there. */
final class RequestDocument {

    private static final String UNKNOWN = "unknown";
    static final String NONE = "none";

    /** The fields of each object of a document, each with what stands in it: a kind of cell, an object, or several {@code []}. */
    static final Map<String, Map<String, String>> FIELDS = Map.of(
            "document", Map.of("model", "model", "transfer", "transfer"),
            "model",
                    Map.of(
                            "name", "text",
                            "developers", "developer[]",
                            "release", "text",
                            "license", "text",
                            "trainingCompute", "compute",
                            "modalities", "words",
                            "geoGate", "words",
                            "lineage", "ancestor[]"),
            "developer", Map.of("name", "text", "country", "text"),
            "ancestor",
                    Map.of(
                            "relation", "text",
                            "compute", "compute",
                            "share", "number",
                            "generation", "compute",
                            "model", "model"),
            "compute", Map.of("atLeast", "number", "atMost", "number"),
            "transfer",
                    Map.ofEntries(
                            Map.entry("on", "text"),
                            Map.entry("kind", "text"),
                            Map.entry("exporter", "party"),
                            Map.entry("destination", "text"),
                            Map.entry("region", "text"),
                            Map.entry("recipient", "party"),
                            Map.entry("intermediary", "party"),
                            Map.entry("endUse", "text"),
                            Map.entry("offeredToPublic", "truth"),
                            Map.entry("redFlags", "words"),
                            Map.entry("attestations", "words"),
                            Map.entry("classification", "text"),
                            Map.entry("commercial", "truth")),
            "party",
                    Map.of(
                            "name", "text",
                            "country", "text",
                            "headquarters", "text",
                            "ultimateParent", "text",
                            "type", "text",
                            "lists", "words",
                            "screened", "screening",
                            "owners", "owner[]",
                            "nationality", "text",
                            "monthlyUsers", "number"),
            "owner",
                    Map.of(
                            "name", "text",
                            "country", "text",
                            "share", "number",
                            "lists", "words",
                            "screened", "screening",
                            "owners", "owner[]"));

    private RequestDocument() {}

    /** What stands at a path such as {@code model.lineage.0.relation}; empty if a document has no such place. */
    static Optional<String> kindAt(String path) {
        String kind = "document";
        for (String step : path.split("\\.", -1)) {
            kind = kind.endsWith("[]") && step.matches("\\d{1,4}")
                    ? kind.substring(0, kind.length() - 2)
                    : FIELDS.getOrDefault(kind, Map.of()).getOrDefault(step, "");
        }
        return Optional.of(kind).filter(found -> !found.isEmpty());
    }

    static Request read(Map<String, ?> document) {
        Fields whole = new Fields("", document);
        whole.text("source");
        whole.text("note");
        Model model = model(whole.object("model"));
        Transfer transfer = transfer(whole.object("transfer"));
        whole.refuseOthers();
        return new Request(model, transfer);
    }

    private static Model model(Fields fields) {
        String name = fields.text("name")
                .value()
                .orElseThrow(() -> fields.refuse("name", "is missing", "add \"name\": \"…\"."));
        Given<List<Developer>> developers = fields.list("developers", RequestDocument::developer);
        Given<Release> release = fields.constant("release", Release.class);
        Given<String> license = fields.text("license");
        Given<Compute> compute = fields.compute("trainingCompute");
        Given<Set<String>> modalities = fields.words("modalities");
        Given<List<Ancestor>> lineage = fields.list("lineage", RequestDocument::ancestor);
        Given<Set<Country>> geoGate = fields.countries("geoGate");
        fields.refuseOthers();
        return fields.checked(
                () -> new Model(name, developers, release, license, compute, modalities, lineage, geoGate));
    }

    private static Developer developer(Fields fields) {
        String name = fields.text("name").value().orElse(Developer.UNNAMED);
        Given<Country> country = fields.country("country");
        fields.refuseOthers();
        return new Developer(name, country);
    }

    private static Ancestor ancestor(Fields fields) {
        Given<Relation> relation = fields.constant("relation", Relation.class);
        if (relation.isUnstated()) {
            throw fields.refuse("relation", "is missing", "add one of %s.".formatted(List.of(Relation.values())));
        }
        Given<Compute> compute = fields.compute("compute");
        Given<Double> share = fields.number("share");
        Given<Compute> generation = fields.compute("generation");
        Model model = model(fields.object("model"));
        fields.refuseOthers();
        return fields.checked(
                () -> new Ancestor(relation.value().orElse(Relation.UNKNOWN), compute, share, generation, model));
    }

    private static Transfer transfer(Fields fields) {
        LocalDate on = fields.day("on");
        Given<TransferKind> kind = fields.constant("kind", TransferKind.class);
        Party exporter = fields.party("exporter");
        Given<Country> destination = fields.country("destination");
        Given<String> region = fields.text("region");
        Party recipient = fields.party("recipient");
        Party intermediary = fields.anyParty("intermediary");
        Given<EndUse> endUse = fields.constant("endUse", EndUse.class);
        Given<Boolean> offered = fields.yesOrNo("offeredToPublic");
        Given<Set<RedFlag>> redFlags = fields.constants("redFlags", RedFlag.class);
        Given<Set<String>> attestations = fields.words("attestations");
        Given<String> classification = fields.text("classification");
        Given<Boolean> commercial = fields.yesOrNo("commercial");
        fields.refuseOthers();
        return fields.checked(() -> new Transfer(
                on,
                kind,
                exporter,
                destination,
                region,
                recipient,
                intermediary,
                endUse,
                offered,
                redFlags,
                attestations,
                classification,
                commercial));
    }

    private static Party party(Fields fields) {
        Given<String> name = fields.text("name");
        Given<Country> country = fields.country("country");
        Given<Country> headquarters = fields.country("headquarters");
        Given<Country> ultimateParent = fields.country("ultimateParent");
        Given<RecipientType> type = fields.constant("type", RecipientType.class);
        Given<Set<String>> lists = fields.words("lists");
        Given<Screening> screened = fields.screening("screened");
        Given<List<Owner>> owners = fields.list("owners", RequestDocument::owner);
        Given<Country> nationality = fields.country("nationality");
        Given<Long> monthlyUsers = fields.whole("monthlyUsers");
        fields.refuseOthers();
        if (name.value().filter(NONE::equalsIgnoreCase).isPresent()) {
            throw fields.refuse(
                    "name",
                    "(none) is the word for nobody",
                    "write \"intermediary\": \"none\", or leave the party out.");
        }
        return fields.checked(() -> new Party(
                name, country, headquarters, ultimateParent, type, lists, screened, owners, nationality, monthlyUsers));
    }

    private static Owner owner(Fields fields) {
        String name = fields.text("name").value().orElse("unnamed");
        Given<Country> country = fields.country("country");
        Given<Double> share = fields.number("share");
        Given<Set<String>> lists = fields.words("lists");
        Given<Screening> screened = fields.screening("screened");
        Given<List<Owner>> owners = fields.list("owners", RequestDocument::owner);
        fields.refuseOthers();
        return fields.checked(() -> new Owner(name, country, share, lists, screened, owners));
    }

    /** The fields of one object, with the path to it for messages. */
    private static final class Fields {
        private final String path;
        private final Map<String, Object> values;
        private final Set<String> known = new TreeSet<>();

        Fields(String path, Map<String, ?> values) {
            this.path = path;
            this.values = FormerNames.fields(path, values);
        }

        IllegalArgumentException refuse(String field, String fault, String remedy) {
            return new IllegalArgumentException("The field %s %s.\nMaybe %s".formatted(at(field), fault, remedy));
        }

        private String at(String field) {
            return path.isEmpty() ? field : path + "." + field;
        }

        private Optional<Object> value(String field) {
            known.add(field);
            if (values.containsKey(field) && values.get(field) == null) {
                throw refuse(field, "is null", "leave it out, or write \"unknown\".");
            }
            return Optional.ofNullable(values.get(field));
        }

        private <T> Given<T> given(String field, Function<Object, T> read) {
            Optional<Object> value = value(field);
            if (value.isEmpty()) {
                return Given.unstated();
            }
            return value.get().equals(UNKNOWN) ? Given.unknown() : Given.of(read.apply(value.get()));
        }

        void refuseOthers() {
            for (String field : values.keySet()) {
                if (!known.contains(field)) {
                    throw refuse(field, "does not exist", "one of %s is meant.".formatted(known));
                }
            }
        }

        <T> T checked(Supplier<T> make) {
            try {
                return make.get();
            } catch (IllegalArgumentException unsound) {
                throw new IllegalArgumentException(path + ": " + unsound.getMessage(), unsound);
            }
        }

        Given<String> text(String field) {
            return given(field, value -> {
                if (value instanceof String text) {
                    return text;
                }
                throw refuse(field, "(%s) is not a text".formatted(value), "put it in quotes.");
            });
        }

        Fields object(String field) {
            Object value =
                    value(field).orElseThrow(() -> refuse(field, "is missing", "add \"%s\": { … }.".formatted(field)));
            return object(at(field), value);
        }

        @SuppressWarnings("unchecked")
        private Fields object(String at, Object value) {
            if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
                return new Fields(at, (Map<String, ?>) map);
            }
            throw new IllegalArgumentException(
                    "The field %s (%s) is not an object.\nMaybe write { … }.".formatted(at, value));
        }

        private Collection<?> items(String field, Object value) {
            if (value instanceof Collection<?> items) {
                return items;
            }
            throw refuse(field, "(%s) is not a list".formatted(value), "write [ … ].");
        }

        <T> Given<List<T>> list(String field, Function<Fields, T> read) {
            return given(field, value -> {
                var all = new ArrayList<T>();
                for (Object item : items(field, value)) {
                    String at = at(field) + "[" + all.size() + "]";
                    all.add(read.apply(object(at, item)));
                }
                return all;
            });
        }

        Given<Set<String>> words(String field) {
            return given(field, value -> {
                var words = new TreeSet<String>();
                for (Object item : items(field, value)) {
                    if (!(item instanceof String word) || word.isBlank()) {
                        throw refuse(field, "has an item (%s) that is not a text".formatted(item), "put it in quotes.");
                    }
                    words.add(word);
                }
                return words;
            });
        }

        private <E extends Enum<E>> E constant(String field, Object value, Class<E> constants) {
            return Constants.named(constants, String.valueOf(value))
                    .orElseThrow(() -> refuse(
                            field,
                            "(%s) does not exist".formatted(value),
                            "one of %s is meant, or \"unknown\"."
                                    .formatted(Arrays.toString(constants.getEnumConstants()))));
        }

        <E extends Enum<E>> Given<E> constant(String field, Class<E> constants) {
            return given(field, value -> constant(field, value, constants));
        }

        <E extends Enum<E>> Given<Set<E>> constants(String field, Class<E> constants) {
            return given(field, value -> {
                var all = new HashSet<E>();
                items(field, value).forEach(item -> all.add(constant(field, item, constants)));
                return all;
            });
        }

        Given<Country> country(String field) {
            return text(field).map(code -> checkedAt(field, () -> Country.of(code)));
        }

        Given<Set<Country>> countries(String field) {
            return words(field)
                    .map(codes -> codes.stream()
                            .map(code -> checkedAt(field, () -> Country.of(code)))
                            .collect(Collectors.toSet()));
        }

        private <T> T checkedAt(String field, Supplier<T> make) {
            return new Fields(at(field), Map.of()).checked(make);
        }

        private double decimal(String field, Object value) {
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw refuse(
                    field, "(%s) is not a number".formatted(value), "write it without quotes, or write \"unknown\".");
        }

        Given<Double> number(String field) {
            return given(field, value -> decimal(field, value));
        }

        Given<Long> whole(String field) {
            return number(field).map(value -> {
                if (value != Math.rint(value) || Double.isInfinite(value)) {
                    throw refuse(field, "(%s) is not a whole number".formatted(value), "round it up.");
                }
                return value.longValue();
            });
        }

        Given<Compute> compute(String field) {
            return given(field, value -> {
                if (value instanceof Map) {
                    Fields range = object(at(field), value);
                    double least = range.number("atLeast").value().orElse(0.0);
                    double most = range.number("atMost").value().orElse(Double.POSITIVE_INFINITY);
                    range.refuseOthers();
                    return range.checked(() -> Compute.between(least, most));
                }
                double exact = decimal(field, value);
                return checkedAt(field, () -> Compute.of(exact));
            });
        }

        Given<Boolean> yesOrNo(String field) {
            return given(field, value -> {
                if (value instanceof Boolean yes) {
                    return yes;
                }
                throw refuse(
                        field, "(%s) is neither true nor false".formatted(value), "write true, false or \"unknown\".");
            });
        }

        LocalDate day(String field) {
            return day(
                    field,
                    text(field)
                            .value()
                            .orElseThrow(() -> refuse(
                                    field,
                                    "is missing",
                                    "add the day, such as \"%s\": \"2026-11-23\"; its law decides.".formatted(field))));
        }

        private LocalDate day(String field, Object day) {
            try {
                return LocalDate.parse(day.toString());
            } catch (DateTimeParseException notADate) {
                throw refuse(field, "(%s) is not a date".formatted(day), "write it as 2026-11-23.");
            }
        }

        /** The word "all", names of lists, or names with the day of the screening. */
        Given<Screening> screening(String field) {
            return given(field, value -> {
                var lists = new TreeMap<String, Optional<LocalDate>>();
                if (value instanceof Map<?, ?> dated) {
                    dated.forEach((list, day) -> {
                        Object known = Optional.<Object>ofNullable(day).orElse("null");
                        lists.put(
                                String.valueOf(list),
                                known.equals(UNKNOWN) ? Optional.empty() : Optional.of(day(field, known)));
                    });
                } else if (value.equals(Screening.ALL)) {
                    lists.put(Screening.ALL, Optional.empty());
                } else if (value instanceof Collection<?>) {
                    words(field).value().orElse(Set.of()).forEach(list -> lists.put(list, Optional.empty()));
                } else {
                    throw refuse(
                            field,
                            "(%s) names no lists".formatted(value),
                            "write \"all\", [\"us.sdn\"] or {\"us.sdn\": \"2026-11-01\"}.");
                }
                return checkedAt(field, () -> new Screening(lists));
            });
        }

        /** A party, or none. */
        Party anyParty(String field) {
            return value(field).filter(NONE::equals).isPresent() ? Party.none() : party(field);
        }

        Party party(String field) {
            Optional<Object> value = value(field);
            if (value.isEmpty()) {
                return Party.unnamed();
            }
            if (value.get().equals(UNKNOWN)) {
                return new Party(
                        Given.unknown(),
                        Given.unknown(),
                        Given.unknown(),
                        Given.unknown(),
                        Given.unknown(),
                        Given.unknown(),
                        Given.unknown(),
                        Given.unknown(),
                        Given.unknown(),
                        Given.unknown());
            }
            return RequestDocument.party(object(at(field), value.get()));
        }
    }

    static Map<String, Object> write(Request request) {
        return new TreeMap<>(Map.of("model", write(request.model()), "transfer", write(request.transfer())));
    }

    private static <T> void put(Map<String, Object> tree, String field, Given<T> given, Function<T, Object> write) {
        if (!given.isUnstated()) {
            tree.put(field, given.value().map(write).orElse(UNKNOWN));
        }
    }

    private static Map<String, Object> write(Model model) {
        var tree = new TreeMap<String, Object>();
        tree.put("name", model.name());
        put(
                tree,
                "developers",
                model.developers(),
                all -> all.stream().map(RequestDocument::write).toList());
        put(tree, "release", model.release(), Release::name);
        put(tree, "license", model.license(), license -> license);
        put(tree, "trainingCompute", model.trainingCompute(), RequestDocument::write);
        put(tree, "modalities", model.modalities(), List::copyOf);
        put(
                tree,
                "geoGate",
                model.geoGate(),
                all -> all.stream().map(Country::code).toList());
        put(
                tree,
                "lineage",
                model.lineage(),
                all -> all.stream().map(RequestDocument::write).toList());
        return tree;
    }

    static Map<String, Object> write(Developer developer) {
        var tree = new TreeMap<String, Object>();
        tree.put("name", developer.name());
        put(tree, "country", developer.country(), Country::code);
        return tree;
    }

    static Map<String, Object> write(Ancestor ancestor) {
        var tree = new TreeMap<String, Object>();
        tree.put("relation", ancestor.relation().name());
        put(tree, "compute", ancestor.compute(), RequestDocument::write);
        put(tree, "share", ancestor.share(), share -> share);
        put(tree, "generation", ancestor.generation(), RequestDocument::write);
        tree.put("model", write(ancestor.model()));
        return tree;
    }

    private static Object write(Compute compute) {
        if (compute.atLeast() == compute.atMost()) {
            return compute.atLeast();
        }
        var range = new TreeMap<String, Object>(Map.of("atLeast", compute.atLeast()));
        if (Double.isFinite(compute.atMost())) {
            range.put("atMost", compute.atMost());
        }
        return range;
    }

    private static Map<String, Object> write(Transfer transfer) {
        var tree = new TreeMap<String, Object>();
        tree.put("on", transfer.on().toString());
        put(tree, "kind", transfer.kind(), TransferKind::name);
        write(tree, "exporter", transfer.exporter());
        put(tree, "destination", transfer.destination(), Country::code);
        put(tree, "region", transfer.region(), region -> region);
        write(tree, "recipient", transfer.recipient());
        write(tree, "intermediary", transfer.intermediary());
        put(tree, "endUse", transfer.endUse(), EndUse::name);
        put(tree, "offeredToPublic", transfer.offeredToPublic(), offered -> offered);
        put(
                tree,
                "redFlags",
                transfer.redFlags(),
                all -> all.stream().map(RedFlag::name).toList());
        put(tree, "attestations", transfer.attestations(), List::copyOf);
        put(tree, "classification", transfer.classification(), entry -> entry);
        put(tree, "commercial", transfer.commercial(), commercial -> commercial);
        return tree;
    }

    private static void write(Map<String, Object> tree, String field, Party party) {
        var fields = new TreeMap<String, Object>();
        put(fields, "name", party.name(), name -> name);
        put(fields, "country", party.country(), Country::code);
        put(fields, "headquarters", party.headquarters(), Country::code);
        put(fields, "ultimateParent", party.ultimateParent(), Country::code);
        put(fields, "type", party.type(), RecipientType::name);
        put(fields, "lists", party.lists(), List::copyOf);
        put(fields, "screened", party.screening(), RequestDocument::write);
        put(
                fields,
                "owners",
                party.owners(),
                all -> all.stream().map(RequestDocument::write).toList());
        put(fields, "nationality", party.nationality(), Country::code);
        put(fields, "monthlyUsers", party.monthlyUsers(), users -> users);
        if (!fields.isEmpty()) {
            tree.put(field, fields);
        }
    }

    static Map<String, Object> write(Owner owner) {
        var tree = new TreeMap<String, Object>();
        tree.put("name", owner.name());
        put(tree, "country", owner.country(), Country::code);
        put(tree, "share", owner.share(), share -> share);
        put(tree, "lists", owner.lists(), List::copyOf);
        put(tree, "screened", owner.screening(), RequestDocument::write);
        put(
                tree,
                "owners",
                owner.owners(),
                all -> all.stream().map(RequestDocument::write).toList());
        return tree;
    }

    private static Object write(Screening screening) {
        Map<String, Optional<LocalDate>> lists = screening.lists();
        if (lists.equals(Screening.against(Screening.ALL).lists())) {
            return Screening.ALL;
        }
        if (lists.values().stream().allMatch(Optional::isEmpty)) {
            return List.copyOf(lists.keySet());
        }
        var dated = new TreeMap<String, Object>();
        lists.forEach(
                (list, day) -> dated.put(list, day.map(LocalDate::toString).orElse(UNKNOWN)));
        return dated;
    }
}
