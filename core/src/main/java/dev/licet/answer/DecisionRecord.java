package dev.licet.answer;

import dev.licet.json.CanonicalJson;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.request.Inherited;
import dev.licet.verify.Verification;
import dev.licet.vocabulary.FactType;
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
    private DecisionRecord() {}

    /** The record. */
    static Map<String, Object> of(Decision decision) {
        Map<String, Object> tree = content(decision);
        tree.put(CanonicalJson.DIGEST, CanonicalJson.digest(CanonicalJson.write(tree)));
        return tree;
    }

    /** The record as canonical JSON. */
    static String json(Decision decision) {
        return CanonicalJson.sealed(content(decision));
    }

    private static Map<String, Object> content(Decision decision) {
        var tree = new TreeMap<String, Object>();
        tree.put("schema", Verification.SCHEMA);
        tree.put("law", decision.law());
        tree.put("request", decision.request().document());
        tree.put("stance", decision.stance().name());
        tree.put("strict", decision.strict());
        tree.put("outcome", decision.outcome().name());
        tree.put("layers", layers(decision.layers()));
        tree.put("facts", FactsSeen.of(decision));
        put(tree, "findings", decision.findings(), DecisionRecord::finding);
        put(tree, "pending", decision.pending(), DecisionRecord::finding);
        put(tree, "assumptions", decision.assumptions(), DecisionRecord::assumption);
        put(tree, "questions", decision.asked().entrySet(), DecisionRecord::question);
        put(tree, "obligations", decision.obligations(), DecisionRecord::obligation);
        put(tree, "availableExceptions", decision.availableExceptions(), DecisionRecord::availableException);
        put(tree, "nextChanges", decision.nextChanges(), DecisionRecord::change);
        put(tree, "gaps", decision.gaps(), DecisionRecord::gap);
        decision.profile().ifPresent(profile -> tree.put("profile", profile(profile)));
        if (!decision.notApplicable().isEmpty()) {
            tree.put(
                    "notApplicable",
                    decision.notApplicable().stream().map(Layer::name).toList());
        }
        return tree;
    }

    private static <T> void put(
            Map<String, Object> tree, String field, Collection<T> items, Function<T, Map<String, Object>> write) {
        if (!items.isEmpty()) {
            tree.put(field, items.stream().map(write).toList());
        }
    }

    /** All layers as written, and those with another outcome as enforced. */
    private static Map<String, Object> layers(Map<Stance, Map<Layer, Outcome>> outcomes) {
        Map<Layer, Outcome> written = outcomes.getOrDefault(Stance.AS_WRITTEN, Map.of());
        var all = new TreeMap<String, Object>();
        var others = new TreeMap<String, Object>();
        written.forEach((layer, outcome) -> all.put(layer.name(), outcome.name()));
        outcomes.getOrDefault(Stance.AS_ENFORCED, Map.of()).forEach((layer, outcome) -> {
            if (outcome != written.get(layer)) {
                others.put(layer.name(), outcome.name());
            }
        });
        return new TreeMap<>(Map.of(Stance.AS_WRITTEN.name(), all, Stance.AS_ENFORCED.name(), others));
    }

    private static Map<String, Object> finding(Finding finding) {
        var tree = rule(finding.rule().id(), finding.because(), finding.obligation(), finding.facts(), finding.ways());
        tree.put("layer", finding.rule().layer().name());
        tree.put("effect", finding.effect().name());
        if (finding.effect() == Effect.REQUIRE_LICENSE) {
            tree.put("policy", finding.policy().name());
        }
        if (finding.status() == Status.NOT_ENFORCED || finding.status() == Status.SUSPENDED) {
            tree.put("status", finding.status().name());
        }
        put(
                tree,
                "exceptions",
                finding.exceptions(),
                exception -> rule(
                        exception.rule().id(),
                        exception.because(),
                        exception.obligation(),
                        exception.facts(),
                        exception.ways()));
        return tree;
    }

    private static Map<String, Object> rule(
            String id, String because, String obligation, List<Finding.FactUsed> facts, List<Integer> ways) {
        var tree = new TreeMap<String, Object>();
        tree.put("rule", id);
        tree.put("because", because);
        if (!obligation.isEmpty()) {
            tree.put("obligation", obligation);
        }
        tree.put("facts", facts.stream().map(used -> name(used.fact())).toList());
        if (!ways.equals(FIRST)) {
            tree.put("ways", ways);
        }
        return tree;
    }

    private static final List<Integer> FIRST = List.of(0);

    /** The name of a fact in rule files. */
    static String name(String label) {
        return FactType.labelled(label).map(FactType::patternName).orElse(label);
    }

    static Map<String, Object> inherited(Inherited inherited) {
        return Map.of(
                "what", inherited.what().toString(),
                "model", inherited.model(),
                "relation", inherited.relation().name(),
                "steps", inherited.steps());
    }

    private static Map<String, Object> assumption(Assumption assumption) {
        return Map.of(
                "fact",
                name(assumption.fact()),
                "assumed",
                assumption.assumed().toString(),
                "rules",
                assumption.rules());
    }

    private static Map<String, Object> question(Map.Entry<String, List<String>> asked) {
        return Map.of("fact", name(asked.getKey()), "rules", asked.getValue());
    }

    private static Map<String, Object> obligation(Decision.Obligation obligation) {
        return Map.of("obligation", obligation.obligation(), "rule", obligation.rule());
    }

    private static Map<String, Object> availableException(AvailableException available) {
        var needs = new TreeMap<String, Object>();
        available
                .needs()
                .forEach(need -> needs.put(name(need.fact()), need.value().toString()));
        return Map.of(
                "rule", available.rule(),
                "exception", available.exception().id(),
                "because", available.because(),
                "needs", needs);
    }

    private static Map<String, Object> profile(AppliedProfile profile) {
        var tree = new TreeMap<String, Object>();
        tree.put("name", profile.name());
        tree.put("version", profile.version());
        tree.put(CanonicalJson.DIGEST, profile.digest());
        put(tree, "accepted", profile.accepted(), DecisionRecord::acceptance);
        return tree;
    }

    private static Map<String, Object> acceptance(Acceptance acceptance) {
        var tree = new TreeMap<String, Object>();
        acceptance.layer().ifPresent(layer -> tree.put("layer", layer.name()));
        tree.put("name", acceptance.name());
        tree.put("by", acceptance.by());
        tree.put("reason", acceptance.reason());
        tree.put("until", acceptance.until().toString());
        return tree;
    }

    private static Map<String, Object> gap(Gap gap) {
        var tree = new TreeMap<String, Object>();
        tree.put("layer", gap.layer().name());
        tree.put("holder", gap.holder());
        tree.put("role", gap.role().name());
        tree.put("reason", gap.reason().name());
        gap.since().ifPresent(day -> tree.put("since", day.toString()));
        gap.until().ifPresent(day -> tree.put("until", day.toString()));
        return tree;
    }

    private static Map<String, Object> change(LegalChange change) {
        return Map.of("day", change.day().toString(), "name", change.name(), "what", change.explain(Locale.ENGLISH));
    }
}
