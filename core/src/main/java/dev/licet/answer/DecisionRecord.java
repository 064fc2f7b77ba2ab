package dev.licet.answer;

import dev.licet.json.CanonicalJson;
import dev.licet.json.Fields;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.verify.Verification;
import dev.licet.vocabulary.FactType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes a decision as the tree that the schema of records describes: what belongs to this decision. What belongs to the law of its day
 * is in the manifest of that law. A list that would be empty is left out.
 */
final class DecisionRecord {
    private static final List<Integer> FIRST = List.of(0);

    private DecisionRecord() {}

    /** The record. */
    static Map<String, Object> of(Decision decision) {
        var tree = new TreeMap<String, Object>(content(decision));
        tree.put(CanonicalJson.DIGEST, CanonicalJson.digest(CanonicalJson.write(tree)));
        return tree;
    }

    /** The record as canonical JSON. */
    static String json(Decision decision) {
        return CanonicalJson.sealed(content(decision));
    }

    private static Fields content(Decision decision) {
        var tree = new Fields();
        add(tree, "assumptions", decision.assumed(), DecisionRecord::assumption);
        add(tree, "availableExceptions", decision.availableExceptions(), DecisionRecord::availableException);
        tree.add("facts", FactsSeen.of(decision));
        add(tree, "findings", decision.findings(), DecisionRecord::finding);
        add(tree, "gaps", decision.gaps(), DecisionRecord::gap);
        tree.add("law", decision.law());
        tree.add("layers", layers(decision.layers()));
        add(tree, "nextChanges", decision.nextChanges(), DecisionRecord::change);
        add(tree, "notApplicable", decision.notApplicable(), Layer::name);
        add(tree, "obligations", decision.obligations(), DecisionRecord::obligation);
        tree.add("outcome", decision.outcome().name());
        add(tree, "pending", decision.pending(), DecisionRecord::finding);
        decision.profile().ifPresent(profile -> tree.add("profile", profile(profile)));
        add(tree, "questions", decision.asked().entrySet(), DecisionRecord::question);
        tree.add("request", decision.request().document());
        tree.add("schema", Verification.SCHEMA);
        tree.add("stance", decision.stance().name());
        return tree.add("strict", decision.strict());
    }

    private static <T> void add(Fields tree, String field, Collection<T> items, Function<T, ?> write) {
        if (!items.isEmpty()) {
            tree.add(field, list(items, write));
        }
    }

    static <T> List<Object> list(Collection<T> items, Function<T, ?> write) {
        var list = new ArrayList<Object>(items.size());
        for (T item : items) {
            list.add(write.apply(item));
        }
        return list;
    }

    /** All layers as written, and those with another outcome as enforced. */
    private static Fields layers(Map<Stance, Map<Layer, Outcome>> outcomes) {
        Map<Layer, Outcome> written = outcomes.getOrDefault(Stance.AS_WRITTEN, Map.of());
        var all = new TreeMap<String, Object>();
        var others = new TreeMap<String, Object>();
        written.forEach((layer, outcome) -> all.put(layer.name(), outcome.name()));
        outcomes.getOrDefault(Stance.AS_ENFORCED, Map.of()).forEach((layer, outcome) -> {
            if (outcome != written.get(layer)) {
                others.put(layer.name(), outcome.name());
            }
        });
        return new Fields().add(Stance.AS_ENFORCED.name(), others).add(Stance.AS_WRITTEN.name(), all);
    }

    private static Fields finding(Finding finding) {
        var tree = new Fields().add("because", finding.because());
        tree.add("effect", finding.effect().name());
        add(tree, "exceptions", finding.exceptions(), DecisionRecord::exception);
        tree.add("facts", list(finding.facts(), used -> name(used.fact())));
        tree.add("layer", finding.rule().layer().name());
        obligation(tree, finding.obligation());
        if (finding.effect() == Effect.REQUIRE_LICENSE) {
            tree.add("policy", finding.policy().name());
        }
        tree.add("rule", finding.rule().id());
        if (finding.status() == Status.NOT_ENFORCED || finding.status() == Status.SUSPENDED) {
            tree.add("status", finding.status().name());
        }
        return ways(tree, finding.ways());
    }

    private static Fields exception(Finding.AppliedException exception) {
        var tree = new Fields().add("because", exception.because());
        tree.add("facts", list(exception.facts(), used -> name(used.fact())));
        obligation(tree, exception.obligation());
        tree.add("rule", exception.rule().id());
        return ways(tree, exception.ways());
    }

    private static void obligation(Fields tree, String obligation) {
        if (!obligation.isEmpty()) {
            tree.add("obligation", obligation);
        }
    }

    private static Fields ways(Fields tree, List<Integer> ways) {
        return ways.equals(FIRST) ? tree : tree.add("ways", ways);
    }

    /** The name of a fact in rule files. */
    static String name(String label) {
        return FactType.labelled(label).map(FactType::patternName).orElse(label);
    }

    private static Fields assumption(Assumption assumption) {
        return new Fields()
                .add("assumed", assumption.assumed().toString())
                .add("fact", name(assumption.fact()))
                .add("rules", assumption.rules());
    }

    private static Fields question(Map.Entry<String, List<String>> asked) {
        return new Fields().add("fact", name(asked.getKey())).add("rules", asked.getValue());
    }

    private static Fields obligation(Decision.Obligation obligation) {
        return new Fields().add("obligation", obligation.obligation()).add("rule", obligation.rule());
    }

    private static Fields availableException(AvailableException available) {
        var needs = new TreeMap<String, Object>();
        available
                .needs()
                .forEach(need -> needs.put(name(need.fact()), need.value().toString()));
        return new Fields()
                .add("because", available.because())
                .add("exception", available.exception().id())
                .add("needs", needs)
                .add("rule", available.rule());
    }

    private static Fields profile(AppliedProfile profile) {
        var tree = new Fields();
        add(tree, "accepted", profile.accepted(), DecisionRecord::acceptance);
        return tree.add(CanonicalJson.DIGEST, profile.digest())
                .add("name", profile.name())
                .add("version", profile.version());
    }

    private static Fields acceptance(Acceptance acceptance) {
        var tree = new Fields().add("by", acceptance.by());
        acceptance.layer().ifPresent(layer -> tree.add("layer", layer.name()));
        return tree.add("name", acceptance.name())
                .add("reason", acceptance.reason())
                .add("until", acceptance.until().toString());
    }

    private static Fields gap(Gap gap) {
        var tree = new Fields()
                .add("holder", gap.holder())
                .add("layer", gap.layer().name())
                .add("reason", gap.reason().name())
                .add("role", gap.role().name());
        gap.since().ifPresent(day -> tree.add("since", day.toString()));
        gap.until().ifPresent(day -> tree.add("until", day.toString()));
        return tree;
    }

    private static Fields change(LegalChange change) {
        return new Fields()
                .add("day", change.day().toString())
                .add("name", change.name())
                .add("what", change.explain(Locale.ENGLISH));
    }
}
