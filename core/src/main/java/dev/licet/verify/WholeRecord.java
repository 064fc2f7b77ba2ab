package dev.licet.verify;

import dev.licet.verify.Verification.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins a record with the manifest that it names: each finding gets the layer, days and conditions of its rule, as records of version
 * 2 had them. So one reader checks both. Without a manifest the whole lacks what is in it, and less can be checked.
 *
 * <p>The record has the right shape.
 */
final class WholeRecord {
    /** Where a fact is that a rule used, in a whole. */
    private static final Pattern USED = Pattern.compile("(.*/facts)/(\\d+)/(value|basis|conditions)");

    private final Map<String, ?> record;
    private final Optional<Manifest> law;
    private final Map<?, ?> rules;
    private final Map<?, ?> facts;
    private final List<Fault> faults = new ArrayList<>();

    private WholeRecord(Map<String, ?> record, Optional<Manifest> law) {
        this.record = record;
        this.law = law;
        this.rules =
                law.<Map<?, ?>>map(each -> Tree.object(each.tree(), "rules")).orElse(Map.of());
        this.facts = Tree.object(record, "facts");
    }

    /** The whole, or why there is none. */
    record Joined(Map<String, Object> tree, List<Fault> faults, Optional<Manifest> law) {}

    /**
     * Joins.
     *
     * @param laws the manifests that are given; if there are some, the record must name one of them
     */
    static Joined of(Map<String, ?> record, Collection<Manifest> laws) {
        String digest = Tree.text(record, "law");
        Optional<Manifest> law =
                laws.stream().filter(each -> each.digest().equals(digest)).findFirst();
        var whole = new WholeRecord(record, law);
        if (law.isEmpty() && !laws.isEmpty()) {
            whole.faults.add(new Fault("/law", "(%s) is the digest of no manifest that was given".formatted(digest)));
        }
        Map<String, Object> tree = whole.tree();
        return new Joined(tree, whole.faults, law);
    }

    /** A fault of the whole, at the place in the record that is to blame. */
    static Fault placed(Fault fault, Map<String, ?> record) {
        String place = fault.place()
                .replaceFirst("^/stanceLayers/", "/layers/")
                .replaceFirst("^/examined/uncovered$", "/layers/AS_WRITTEN")
                .replaceFirst("/(since|until)$", "/rule");
        if (place.matches("/layers/[^/]*") && !place.matches("/layers/AS_(WRITTEN|ENFORCED)")) {
            String layer = place.substring("/layers/".length());
            String stance = Tree.text(record, "stance");
            boolean own = Tree.object(Tree.object(record, "layers"), stance).containsKey(layer);
            place = "/layers/" + (own ? stance : "AS_WRITTEN") + "/" + layer;
        }
        Matcher used = USED.matcher(place);
        if (used.matches()) {
            Object facts = record;
            for (String step : used.group(1).substring(1).split("/")) {
                facts = facts instanceof List<?> items
                        ? items.get(Integer.parseInt(step))
                        : Tree.below((Map<?, ?>) facts, step);
            }
            place = used.group(3).equals("conditions")
                    ? used.group(1) + "/" + used.group(2)
                    : "/facts/%s/%s".formatted(((List<?>) facts).get(Integer.parseInt(used.group(2))), used.group(3));
        }
        return new Fault(place, fault.what());
    }

    private Map<String, Object> tree() {
        law.ifPresent(this::day);
        facts.forEach((name, fact) -> fact(String.valueOf(name), (Map<?, ?>) fact));
        var whole = new TreeMap<String, Object>(record);
        whole.keySet().removeAll(List.of("digest", "law", "layers"));
        layers(whole);
        whole.put("facts", seen());
        whole.put("findings", findings("findings"));
        whole.put("pending", findings("pending"));
        for (String list : List.of("assumptions", "questions", "obligations", "nextChanges")) {
            whole.putIfAbsent(list, List.of());
        }
        whole.put("availableExceptions", availableExceptions());
        open(whole);
        law.ifPresent(each -> {
            var examined = new TreeMap<String, Object>();
            List.of("packs", "lists", "uncovered")
                    .forEach(field -> examined.put(field, each.tree().get(field)));
            whole.put("examined", examined);
        });
        return whole;
    }

    private void day(Manifest manifest) {
        String day = Tree.object(record, "request").get("transfer") instanceof Map<?, ?> transfer
                ? Tree.text(transfer, "on")
                : "";
        boolean begun = !(manifest.tree().get("since") instanceof String since) || since.compareTo(day) <= 0;
        boolean open = !(manifest.tree().get("until") instanceof String until) || day.compareTo(until) < 0;
        if (!begun || !open) {
            faults.add(new Fault("/law", "(%s) is not the law of the day (%s)".formatted(manifest.digest(), day)));
        }
    }

    private void fact(String name, Map<?, ?> fact) {
        boolean known = !Tree.text(fact, "basis").equals("POSSIBLE");
        if (known != fact.containsKey("value")) {
            faults.add(new Fault("/facts/" + name + "/value", known ? "is missing" : "is of no fact that is known"));
        }
    }

    private void layers(Map<String, Object> whole) {
        Map<?, ?> layers = Tree.object(record, "layers");
        var written = new TreeMap<Object, Object>(Tree.object(layers, "AS_WRITTEN"));
        var enforced = new TreeMap<>(written);
        Tree.object(layers, "AS_ENFORCED").forEach((layer, outcome) -> {
            if (outcome.equals(enforced.put(layer, outcome))) {
                faults.add(new Fault("/layers/AS_ENFORCED/" + layer, "(%s) is as written".formatted(outcome)));
            }
        });
        Map<String, Map<Object, Object>> both = Map.of("AS_WRITTEN", written, "AS_ENFORCED", enforced);
        var stances = new TreeMap<String, Object>();
        both.forEach((stance, under) -> stances.put(stance, RecordCheck.strictest(under)));
        whole.put("stances", stances);
        whole.put("stanceLayers", both);
        whole.put("layers", Tree.text(record, "stance").equals("AS_WRITTEN") ? written : enforced);
    }

    private List<Map<String, Object>> seen() {
        var seen = new ArrayList<Map<String, Object>>();
        facts.forEach((name, fact) -> {
            if (((Map<?, ?>) fact).get("seen") instanceof List<?> values) {
                seen.add(Map.of("fact", name, "type", name, "values", values));
            }
        });
        return seen;
    }

    private List<Map<String, Object>> findings(String field) {
        var all = new ArrayList<Map<String, Object>>();
        List<Map<?, ?>> findings = Tree.objects(record, field);
        for (int i = 0; i < findings.size(); i++) {
            String at = "/" + field + "/" + i;
            Map<?, ?> finding = findings.get(i);
            Map<String, Object> whole = rule(finding, at);
            whole.putIfAbsent("status", field.equals("pending") ? "PENDING" : "IN_FORCE");
            find(finding, whole, at);
            List<Map<?, ?>> exceptions = Tree.objects(finding, "exceptions");
            var joined = new ArrayList<Map<String, Object>>();
            for (int e = 0; e < exceptions.size(); e++) {
                String place = at + "/exceptions/" + e;
                joined.add(rule(exceptions.get(e), place));
                except(finding, exceptions.get(e), place);
            }
            whole.put("exceptions", joined);
            whole.put("excepted", !joined.isEmpty());
            all.add(whole);
        }
        return all;
    }

    /** A finding or an exception, with what the law says about its rule. */
    private Map<String, Object> rule(Map<?, ?> spoken, String at) {
        var whole = new TreeMap<String, Object>();
        spoken.forEach((field, value) -> whole.put(String.valueOf(field), value));
        whole.remove("ways");
        List<Object> names = new ArrayList<>((List<?>) spoken.get("facts"));
        whole.put("facts", names.stream().map(name -> used(name, List.of())).toList());
        for (int f = 0; f < names.size(); f++) {
            if (!facts.containsKey(names.get(f))) {
                faults.add(new Fault(
                        at + "/facts/" + f, "(%s) is not among the facts of the record".formatted(names.get(f))));
            }
        }
        named(spoken, "rule", at).ifPresent(rule -> {
            for (String field : List.of("title", "cite", "source", "since", "until", "confidence")) {
                Optional.ofNullable(rule.get(field)).ifPresent(value -> whole.put(field, value));
            }
            whole.putIfAbsent("layer", rule.get("layer"));
            List<List<Map<String, Object>>> ways = ways(spoken, rule, at);
            if (!ways.isEmpty()) {
                whole.put("facts", ways.get(0));
                if (ways.size() > 1) {
                    whole.put("otherWays", ways.subList(1, ways.size()));
                }
                List<Object> asked =
                        ways.get(0).stream().map(fact -> fact.get("fact")).toList();
                if (!asked.equals(names)) {
                    faults.add(new Fault(
                            at + "/facts", "%s are not those that the rule asks for %s".formatted(names, asked)));
                }
            }
        });
        return whole;
    }

    /** The rule of the law that a field names, if there is one. */
    private Optional<Map<?, ?>> named(Map<?, ?> object, String field, String at) {
        Object id = object.get(field);
        if (law.isPresent() && !rules.containsKey(id)) {
            faults.add(new Fault(at + "/" + field, "(%s) is no rule of the law".formatted(id)));
        }
        return Optional.ofNullable((Map<?, ?>) rules.get(id));
    }

    private List<List<Map<String, Object>>> ways(Map<?, ?> spoken, Map<?, ?> rule, String at) {
        List<?> all = (List<?>) Tree.below(rule, "ways");
        var ways = new ArrayList<List<Map<String, Object>>>();
        for (Object number : spoken.get("ways") instanceof List<?> numbers ? numbers : List.of(0)) {
            int way = ((Number) number).intValue();
            if (way < 0 || way >= all.size() || way != ((Number) number).doubleValue()) {
                faults.add(new Fault(at + "/ways", "(%s) is no way of the rule".formatted(number)));
            } else {
                ways.add(Tree.objects((List<?>) all.get(way)).stream()
                        .map(asked -> used(
                                String.valueOf(asked.get("fact")),
                                asked.get("conditions") instanceof List<?> conditions ? conditions : List.of()))
                        .toList());
            }
        }
        return ways;
    }

    /** A fact as a rule used it. */
    private Map<String, Object> used(Object name, List<?> conditions) {
        var used = new TreeMap<String, Object>();
        used.put("fact", name);
        used.put("basis", "POSSIBLE");
        if (facts.get(name) instanceof Map<?, ?> fact) {
            fact.forEach((field, value) -> used.put(String.valueOf(field), value));
            used.remove("seen");
        }
        if (!conditions.isEmpty()) {
            used.put("conditions", conditions);
        }
        return used;
    }

    /** What the rule of a finding does is what the law says. */
    private void find(Map<?, ?> finding, Map<String, Object> whole, String at) {
        Optional.ofNullable((Map<?, ?>) rules.get(finding.get("rule"))).ifPresent(rule -> {
            for (String field : List.of("layer", "status")) {
                if (!Tree.text(whole, field).equals(Tree.text(rule, field))) {
                    faults.add(new Fault(
                            at + "/" + field,
                            "(%s) is not that of the rule (%s)".formatted(whole.get(field), rule.get(field))));
                }
            }
            boolean found = Tree.objects(rule, "finds").stream()
                    .anyMatch(find -> same(find, finding, "effect") && same(find, finding, "policy"));
            if (!found) {
                faults.add(
                        new Fault(at + "/effect", "(%s) is not what the rule does".formatted(finding.get("effect"))));
            }
        });
    }

    private static boolean same(Map<?, ?> one, Map<?, ?> other, String field) {
        return Optional.ofNullable(one.get(field)).equals(Optional.ofNullable(other.get(field)));
    }

    private void except(Map<?, ?> finding, Map<?, ?> exception, String at) {
        Optional.ofNullable((Map<?, ?>) rules.get(exception.get("rule"))).ifPresent(rule -> {
            boolean excepts = Tree.objects(rule, "excepts").stream()
                    .anyMatch(each -> same(each, finding, "rule")
                            && Tree.below(each, "obligation").equals(exception.containsKey("obligation")));
            if (!excepts) {
                faults.add(new Fault(
                        at + "/rule", "(%s) is no such exception to the finding".formatted(exception.get("rule"))));
            }
        });
    }

    private List<Map<String, Object>> availableExceptions() {
        var all = new ArrayList<Map<String, Object>>();
        List<Map<?, ?>> available = Tree.objects(record, "availableExceptions");
        for (int i = 0; i < available.size(); i++) {
            var whole = new TreeMap<String, Object>();
            available.get(i).forEach((field, value) -> whole.put(String.valueOf(field), value));
            named(available.get(i), "exception", "/availableExceptions/" + i);
            var needs = new ArrayList<Map<String, Object>>();
            Tree.object(available.get(i), "needs")
                    .forEach((fact, value) -> needs.add(Map.of("fact", fact, "value", value, "basis", "POSSIBLE")));
            whole.put("needs", needs);
            all.add(whole);
        }
        return all;
    }

    /**
     * The rules that the assumptions and questions are about, by what they would do. A rule that would do one thing goes to "open", one
     * that would do several to "maybe".
     */
    private void open(Map<String, Object> whole) {
        var open = new ArrayList<Map<String, Object>>();
        var maybe = new ArrayList<Map<String, Object>>();
        for (String field : List.of("assumptions", "questions")) {
            List<Map<?, ?>> all = Tree.objects(record, field);
            for (int i = 0; i < all.size(); i++) {
                List<String> ids = Tree.texts(all.get(i), "rules");
                for (int r = 0; r < ids.size(); r++) {
                    String id = ids.get(r);
                    Set<Map<String, Object>> doings = law.isEmpty()
                            ? anything()
                            : named(Map.of("" + r, id), "" + r, "/" + field + "/" + i + "/rules")
                                    .map(this::doings)
                                    .orElse(Set.of());
                    doings.forEach(does -> {
                        var entry = new HashMap<>(does);
                        entry.put("asked", field.equals("questions") ? List.of(id) : List.of());
                        entry.put("assumed", field.equals("questions") ? List.of() : List.of(id));
                        (law.isPresent() && doings.size() == 1 ? open : maybe).add(entry);
                    });
                }
            }
        }
        whole.put("open", open);
        whole.put("maybe", maybe);
    }

    /** What a rule may do, if it is not known: the strictest, in any layer. */
    private Set<Map<String, Object>> anything() {
        var all = new LinkedHashSet<Map<String, Object>>();
        Tree.object(Tree.object(record, "layers"), "AS_WRITTEN")
                .keySet()
                .forEach(layer -> all.add(Map.of("layer", layer, "effect", "PROHIBIT")));
        return all;
    }

    /** What a rule can do in which layer: its findings, and obligations of its exceptions in the layers of what they except. */
    private Set<Map<String, Object>> doings(Map<?, ?> rule) {
        var all = new LinkedHashSet<Map<String, Object>>();
        Tree.objects(rule, "finds")
                .forEach(find -> all.add(Map.of("layer", rule.get("layer"), "effect", find.get("effect"))));
        for (Map<?, ?> except : Tree.objects(rule, "excepts")) {
            if (Boolean.TRUE.equals(except.get("obligation"))
                    && rules.get(except.get("rule")) instanceof Map<?, ?> excepted) {
                all.add(Map.of("layer", excepted.get("layer"), "effect", "IMPOSE"));
            }
        }
        return all;
    }
}
