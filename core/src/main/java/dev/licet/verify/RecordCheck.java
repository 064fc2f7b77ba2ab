package dev.licet.verify;

import static dev.licet.verify.Tree.object;
import static dev.licet.verify.Tree.objects;
import static dev.licet.verify.Tree.text;
import static dev.licet.verify.Tree.texts;

import dev.licet.verify.Verification.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether findings follow from the facts of a record, and outcomes and obligations from the findings. The record has the right shape. */
final class RecordCheck {
    /** Mildest first. */
    private static final List<String> OUTCOMES =
            List.of("PERMITTED", "CONDITIONAL", "UNDETERMINED", "LICENSE_REQUIRED", "PROHIBITED");

    private static final List<String> LAYERS = List.of(
            "EXPORT_LAW",
            "SANCTIONS",
            "DESTINATION_LAW",
            "PROVIDER_TERMS",
            "MODEL_LICENSE",
            "RECIPIENT_POLICY",
            "HOUSE_POLICY");

    private static final Map<String, String> LEADS_TO = Map.of(
            "PROHIBIT", "PROHIBITED",
            "REQUIRE_LICENSE", "LICENSE_REQUIRED",
            "FLAG", "UNDETERMINED",
            "IMPOSE", "CONDITIONAL");

    /** Facts whose value, where it is stated, is a field of the request. */
    static final Map<String, List<String>> STATED = Map.ofEntries(
            Map.entry("Artifact", List.of("transfer", "kind")),
            Map.entry("Destination", List.of("transfer", "destination")),
            Map.entry("Purpose", List.of("transfer", "endUse")),
            Map.entry("Classification", List.of("transfer", "classification")),
            Map.entry("Residence", List.of("transfer", "recipient", "country")),
            Map.entry("Headquarters", List.of("transfer", "recipient", "headquarters")),
            Map.entry("UltimateParent", List.of("transfer", "recipient", "ultimateParent")),
            Map.entry("Body", List.of("transfer", "recipient", "type")),
            Map.entry("Nationality", List.of("transfer", "recipient", "nationality")),
            Map.entry("Publication", List.of("model", "release")),
            Map.entry("ModelName", List.of("model", "name")));

    /** A field of a record that was joined with its law: the rules of which several things may be open. */
    static final String MAYBE = "maybe";

    private static final List<String> PROPERTIES =
            List.of("kind", "release", "type", "endUse", "country", "entry", "name");

    /** What a rule asks of one fact. */
    private record Ask(String fact, Predicate<Map<?, ?>> holds) {}

    private final Map<String, ?> record;
    private final String stance;
    private final String day;
    private final Map<String, List<Map<?, ?>>> values = new TreeMap<>();
    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, String> settled = new TreeMap<>();
    private final Set<Map<String, String>> obligations = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    private RecordCheck(Map<String, ?> record) {
        this.record = record;
        this.stance = text(record, "stance");
        this.day = requested(List.of("transfer", "on")).orElse("");
    }

    static List<Fault> faults(Map<String, ?> record) {
        var check = new RecordCheck(record);
        check.facts();
        check.findings();
        check.outcomes();
        if (!record.containsKey(MAYBE)) {
            check.answers();
        }
        check.rest();
        return check.faults;
    }

    private void facts() {
        for (Map<?, ?> seen : objects(record, "facts")) {
            types.put(text(seen, "fact"), text(seen, "type"));
            values.put(text(seen, "fact"), objects(seen, "values"));
        }
    }

    private void findings() {
        object(record, "layers").keySet().forEach(layer -> settled.put(layer.toString(), "PERMITTED"));
        each("findings", this::finding);
        each("pending", (finding, at) -> {
            require(
                    text(finding, "status").equals("PENDING"),
                    at + "/status",
                    "(%s) is not pending",
                    finding,
                    "status");
            rule(finding, at, false);
            exceptions(finding, at);
        });
    }

    private void finding(Map<?, ?> finding, String at) {
        String layer = text(finding, "layer");
        require(!text(finding, "status").equals("PENDING"), at + "/status", "(%s) is pending", finding, "status");
        require(settled.containsKey(layer), at + "/layer", "(%s) has no layer", finding, "layer");
        rule(finding, at, true);
        boolean obligationOwed = exceptions(finding, at);
        if (!binds(finding, stance) || !settled.containsKey(layer)) {
            return;
        }
        if (!isExcepted(finding)) {
            settle(layer, leadsTo(finding));
            obligation(finding);
        } else {
            if (obligationOwed) {
                settle(layer, "CONDITIONAL");
            }
            List<Map<?, ?>> exceptions = objects(finding, "exceptions");
            if (exceptions.stream().allMatch(exception -> exception.containsKey("obligation"))) {
                exceptions.forEach(this::obligation);
            }
        }
    }

    private void obligation(Map<?, ?> from) {
        if (from.containsKey("obligation")) {
            obligations.add(Map.of("obligation", text(from, "obligation"), "rule", text(from, "rule")));
        }
    }

    /** What holds for every rule that speaks: its window, its words, its conditions. */
    private void rule(Map<?, ?> rule, String at, boolean always) {
        require(
                !rule.containsKey("since") || text(rule, "since").compareTo(day) <= 0,
                at + "/since",
                "(%s) is after the day",
                rule,
                "since");
        require(
                !rule.containsKey("until") || text(rule, "until").compareTo(day) > 0,
                at + "/until",
                "(%s) is not after the day",
                rule,
                "until");
        if (rule.containsKey("effect")) {
            String effect = text(rule, "effect");
            require(
                    rule.containsKey("policy") == effect.equals("REQUIRE_LICENSE"),
                    at + "/effect",
                    "(%s) does not go with the policy",
                    rule,
                    "effect");
            require(
                    rule.containsKey("obligation") == effect.equals("IMPOSE"),
                    at + "/effect",
                    "(%s) does not go with the obligation",
                    rule,
                    "effect");
        }
        for (int i = 0; i < objects(rule, "facts").size(); i++) {
            fact(objects(rule, "facts").get(i), at + "/facts/" + i);
        }
        try {
            List<List<Ask>> ways = ways(rule);
            if (always ? !always(ways) : ways.stream().noneMatch(this::possible)) {
                faults.add(new Fault(
                        unmet(rule, at),
                        "the facts do not meet the conditions of the rule (%s)".formatted(text(rule, "rule"))));
            }
        } catch (IllegalArgumentException unreadable) {
            faults.add(new Fault(at + "/facts", String.valueOf(unreadable.getMessage())));
        }
    }

    /** The fact that does not meet its conditions, if one alone is to blame. */
    private String unmet(Map<?, ?> rule, String at) {
        List<Map<?, ?>> facts = objects(rule, "facts");
        for (int i = 0; i < facts.size(); i++) {
            Optional<Ask> ask = ask(facts.get(i));
            if (ask.filter(asked -> valuesOf(asked).stream().noneMatch(asked.holds()))
                    .isPresent()) {
                return at + "/facts/" + i + "/conditions";
            }
        }
        return at + "/facts";
    }

    /** What is said of a fact in words is what the rule saw and what was asked. */
    private void fact(Map<?, ?> fact, String at) {
        String name = text(fact, "fact");
        String basis = text(fact, "basis");
        require(
                !basis.equals("ASSUMED") || !Boolean.TRUE.equals(record.get("strict")),
                at + "/basis",
                "(%s) though nothing was to be assumed",
                fact,
                "basis");
        if (basis.equals("STATED") && STATED.containsKey(name)) {
            require(
                    requested(STATED.get(name))
                            .filter(text(fact, "value")::equals)
                            .isPresent(),
                    at + "/value",
                    "(%s) is not what was asked",
                    fact,
                    "value");
        }
        List<Map<?, ?>> seen = values.getOrDefault(name, List.of());
        if (fact.containsKey("conditions") && !basis.equals("POSSIBLE")) {
            boolean same = seen.size() == 1
                    && PROPERTIES.stream()
                            .allMatch(property -> !seen.get(0).containsKey(property)
                                    || text(seen.get(0), property).equals(text(fact, "value"))
                                    || (basis.equals("ASSUMED")
                                                    || text(fact, "value").equals("none"))
                                            && text(seen.get(0), property).isEmpty());
            require(same, at + "/value", "(%s) is not what the rule saw", fact, "value");
        }
    }

    /** Checks the exceptions to a finding; says whether an obligation of theirs is owed whatever the unknown facts are. */
    private boolean exceptions(Map<?, ?> finding, String at) {
        List<Map<?, ?>> exceptions = objects(finding, "exceptions");
        require(
                isExcepted(finding) != exceptions.isEmpty(),
                at + "/excepted",
                "(%s) does not go with exceptions",
                finding,
                "excepted");
        for (int i = 0; i < exceptions.size(); i++) {
            rule(exceptions.get(i), at + "/exceptions/" + i, false);
        }
        try {
            if (!exceptions.isEmpty() && !always(ways(exceptions))) {
                faults.add(new Fault(at + "/exceptions", "not every value of the unknown facts meets an exception"));
            }
            List<Map<?, ?>> free = exceptions.stream()
                    .filter(exception -> !exception.containsKey("obligation"))
                    .toList();
            return (free.isEmpty() || !always(ways(free)))
                    && exceptions.stream()
                            .anyMatch(exception -> exception.containsKey("obligation") && always(ways(exception)));
        } catch (IllegalArgumentException told) {
            return false;
        }
    }

    private List<List<Ask>> ways(List<Map<?, ?>> rules) {
        return rules.stream().flatMap(rule -> ways(rule).stream()).toList();
    }

    private List<List<Ask>> ways(Map<?, ?> rule) {
        var ways = new ArrayList<>(List.of(asks(objects(rule, "facts"))));
        if (rule.get("otherWays") instanceof List<?> others) {
            others.forEach(way -> ways.add(asks(objects((List<?>) way))));
        }
        return ways;
    }

    private List<Ask> asks(List<Map<?, ?>> facts) {
        return facts.stream().flatMap(fact -> ask(fact).stream()).toList();
    }

    private Optional<Ask> ask(Map<?, ?> fact) {
        if (!(fact.get("conditions") instanceof List<?> conditions)) {
            return Optional.empty();
        }
        String name = text(fact, "fact");
        if (!types.containsKey(name)) {
            throw new IllegalArgumentException("the fact (%s) is not among the facts of the record".formatted(name));
        }
        Predicate<Map<?, ?>> all = value -> true;
        for (Object condition : conditions) {
            all = all.and(ConditionReader.read(types.get(name), String.valueOf(condition)));
        }
        return Optional.of(new Ask(name, all));
    }

    private List<Map<?, ?>> valuesOf(Ask ask) {
        return values.getOrDefault(ask.fact(), List.of());
    }

    private boolean possible(List<Ask> way) {
        return way.stream().allMatch(ask -> valuesOf(ask).stream().anyMatch(ask.holds()));
    }

    /** Whether some way is met whatever values the facts have. */
    private boolean always(List<List<Ask>> ways) {
        var open = new ArrayList<List<Ask>>();
        for (List<Ask> way : ways) {
            if (possible(way)) {
                List<Ask> hang = way.stream()
                        .filter(ask -> !valuesOf(ask).stream().allMatch(ask.holds()))
                        .toList();
                if (hang.isEmpty()) {
                    return true;
                }
                open.add(hang);
            }
        }
        if (open.isEmpty()) {
            return false;
        }
        Ask first = open.get(0).get(0);
        String fact = first.fact();
        for (Map<?, ?> value : valuesOf(first)) {
            List<List<Ask>> left = open.stream()
                    .filter(way -> way.stream()
                            .allMatch(ask ->
                                    !ask.fact().equals(fact) || ask.holds().test(value)))
                    .map(way ->
                            way.stream().filter(ask -> !ask.fact().equals(fact)).toList())
                    .toList();
            if (!always(left)) {
                return false;
            }
        }
        return true;
    }

    private void settle(String layer, String outcome) {
        settled.merge(layer, outcome, RecordCheck::strictest);
    }

    private void outcomes() {
        var least = new TreeMap<>(settled);
        open("open", least);
        gaps(least);
        var most = new TreeMap<>(least);
        open(MAYBE, most);
        Map<?, ?> layers = object(record, "layers");
        most.forEach((layer, strictest) -> {
            String outcome = text(layers, layer);
            require(
                    !stricter(String.valueOf(least.get(layer)), outcome) && !stricter(outcome, strictest),
                    "/layers/" + layer,
                    "(%s) does not follow, but " + least.getOrDefault(layer, strictest),
                    layers,
                    layer);
        });
        require(
                strictest(layers).equals(record.get("outcome")),
                "/outcome",
                "(%s) is not the strictest of the layers",
                record,
                "outcome");
        Map<?, ?> stances = object(record, "stances");
        Map<?, ?> stanceLayers = object(record, "stanceLayers");
        stances.keySet().forEach(each -> {
            Map<?, ?> under = object(stanceLayers, each.toString());
            require(
                    strictest(under).equals(stances.get(each)),
                    "/stances/" + each,
                    "(%s) is not the strictest of its layers",
                    stances,
                    each.toString());
            if (!under.keySet().equals(layers.keySet())) {
                faults.add(new Fault("/stanceLayers/" + each, "other layers than in the layers"));
            }
        });
        if (!layers.equals(stanceLayers.get(stance))) {
            faults.add(new Fault("/stanceLayers/" + stance, "is not as the layers of that stance"));
        }
        List<String> notApplicable = record.containsKey("notApplicable") ? texts(record, "notApplicable") : List.of();
        List<String> uncovered = LAYERS.stream()
                .filter(layer -> !layers.containsKey(layer) && !notApplicable.contains(layer))
                .toList();
        notApplicable.stream()
                .filter(layers::containsKey)
                .forEach(layer -> faults.add(new Fault("/layers/" + layer, "is said to be not applicable")));
        if (record.get("examined") instanceof Map<?, ?> examined && !uncovered.equals(texts(examined, "uncovered"))) {
            faults.add(new Fault("/examined/uncovered", "is not what the layers leave out"));
        }
        if (stance.equals("AS_WRITTEN")) {
            asEnforced(object(stanceLayers, "AS_ENFORCED"));
        }
    }

    /** What nobody was asked about is open where it is the exporter's law, and assumed elsewhere; strictly it is open too. */
    private void gaps(Map<String, String> outcomes) {
        for (Map<?, ?> gap : objects(record, "gaps")) {
            boolean open = text(gap, "role").equals("EXPORTER") || Boolean.TRUE.equals(record.get("strict"));
            outcomes.merge(text(gap, "layer"), open ? "UNDETERMINED" : "CONDITIONAL", RecordCheck::strictest);
        }
    }

    /** What rules that do not apply and could make of the outcomes. */
    private void open(String field, Map<String, String> outcomes) {
        for (Map<?, ?> open : objects(record, field)) {
            String layer = text(open, "layer");
            String effect = String.valueOf(LEADS_TO.get(text(open, "effect")));
            if (!texts(open, "asked").isEmpty() && stricter(effect, settled.getOrDefault(layer, "PERMITTED"))) {
                outcomes.merge(layer, "UNDETERMINED", RecordCheck::strictest);
            }
            if (!texts(open, "assumed").isEmpty()) {
                outcomes.merge(layer, "CONDITIONAL", RecordCheck::strictest);
            }
        }
    }

    /** Fewer exceptions bind as enforced: what binds under both stances and is not excepted as written stands. */
    private void asEnforced(Map<?, ?> layers) {
        for (Map<?, ?> finding : objects(record, "findings")) {
            String layer = text(finding, "layer");
            if (!isExcepted(finding)
                    && text(finding, "status").equals("IN_FORCE")
                    && stricter(leadsTo(finding), String.valueOf(layers.get(layer)))) {
                faults.add(new Fault(
                        "/stanceLayers/AS_ENFORCED/" + layer,
                        "(%s) is milder than a finding".formatted(layers.get(layer))));
            }
        }
    }

    /** Assumptions and questions are about the rules that do not stand and could. */
    private void answers() {
        Set<String> assumed = ids("assumed");
        Set<String> asked = ids("asked");
        var provided = new TreeSet<String>();
        objects(record, "assumptions").forEach(assumption -> provided.addAll(texts(assumption, "rules")));
        if (!provided.equals(assumed)) {
            faults.add(new Fault(
                    "/assumptions", "are about other rules than /open (%s)".formatted(differing(provided, assumed))));
        }
        if (objects(record, "questions").isEmpty() != asked.isEmpty()) {
            faults.add(new Fault("/questions", "are about other rules than /open (%s)".formatted(asked)));
        }
        each("questions", (question, at) -> {
            List<Map<?, ?>> answers = objects(question, "answers");
            for (int i = 0; i < answers.size(); i++) {
                Map<?, ?> answer = answers.get(i);
                String place = at + "/answers/" + i;
                require(
                        strictest(object(answer, "layers")).equals(answer.get("outcome")),
                        place + "/outcome",
                        "(%s) is not the strictest of its layers",
                        answer,
                        "outcome");
                if (!object(answer, "layers")
                        .keySet()
                        .equals(object(record, "layers").keySet())) {
                    faults.add(new Fault(place + "/layers", "other layers than in the layers"));
                }
                if (!asked.containsAll(texts(answer, "rules"))) {
                    faults.add(new Fault(place + "/rules", "name other rules than /open (%s)".formatted(asked)));
                }
            }
        });
    }

    private static Set<String> differing(Set<String> one, Set<String> other) {
        return Stream.concat(
                        one.stream().filter(id -> !other.contains(id)),
                        other.stream().filter(id -> !one.contains(id)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> ids(String field) {
        return objects(record, "open").stream()
                .flatMap(open -> texts(open, field).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void rest() {
        if (!List.copyOf(obligations).equals(objects(record, "obligations"))) {
            faults.add(new Fault("/obligations", "are not those of the findings"));
        }
        Set<String> standing = objects(record, "findings").stream()
                .filter(finding -> binds(finding, stance) && !isExcepted(finding))
                .map(finding -> text(finding, "rule"))
                .collect(Collectors.toSet());
        each(
                "availableExceptions",
                (way, at) -> require(
                        standing.contains(text(way, "rule")), at + "/rule", "(%s) does not apply", way, "rule"));
        List<Map<?, ?>> changes = objects(record, "nextChanges");
        each(
                "nextChanges",
                (change, at) -> require(
                        text(change, "day").compareTo(day) > 0
                                && text(change, "day").equals(text(changes.get(0), "day")),
                        at + "/day",
                        "(%s) is not the next day",
                        change,
                        "day"));
    }

    private static boolean binds(Map<?, ?> finding, String stance) {
        String status = text(finding, "status");
        return status.equals("IN_FORCE") || status.equals("NOT_ENFORCED") && stance.equals("AS_WRITTEN");
    }

    private static boolean isExcepted(Map<?, ?> finding) {
        return Boolean.TRUE.equals(finding.get("excepted"));
    }

    private static boolean stricter(String one, String other) {
        return OUTCOMES.indexOf(one) > OUTCOMES.indexOf(other);
    }

    private static String strictest(String one, String other) {
        return stricter(one, other) ? one : other;
    }

    static String strictest(Map<?, ?> layers) {
        return layers.values().stream()
                .map(String::valueOf)
                .reduce(RecordCheck::strictest)
                .orElse("UNDETERMINED");
    }

    private Optional<String> requested(List<String> path) {
        Object at = record.get("request");
        for (String field : path) {
            at = at instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return at instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private void require(boolean holds, String at, String fault, Map<?, ?> object, String field) {
        if (!holds) {
            faults.add(new Fault(at, fault.formatted(object.get(field))));
        }
    }

    private interface Check {
        void of(Map<?, ?> object, String at);
    }

    private void each(String field, Check check) {
        List<Map<?, ?>> all = objects(record, field);
        for (int i = 0; i < all.size(); i++) {
            check.of(all.get(i), "/" + field + "/" + i);
        }
    }

    private static String leadsTo(Map<?, ?> rule) {
        return Objects.requireNonNull(LEADS_TO.get(text(rule, "effect")));
    }
}
