package dev.licet.answer;

import dev.licet.json.CanonicalJson;
import dev.licet.law.Asked;
import dev.licet.law.Effect;
import dev.licet.law.EngineVersion;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Rule;
import dev.licet.law.Stance;
import dev.licet.request.FactValue;
import dev.licet.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Writes a decision as the tree that the schema of records describes. */
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
        // Written in two parts, so that the digest of both can be put between them without writing anything twice.
        NavigableMap<String, Object> tree = content(decision);
        String before = CanonicalJson.write(tree.headMap(CanonicalJson.DIGEST, false));
        String after = CanonicalJson.write(tree.tailMap(CanonicalJson.DIGEST, false));
        String digest = CanonicalJson.digest(joined(before, after));
        return joined(joined(before, CanonicalJson.write(Map.of(CanonicalJson.DIGEST, digest))), after);
    }

    private static String joined(String one, String other) {
        return one.substring(0, one.length() - 1) + "," + other.substring(1);
    }

    private static NavigableMap<String, Object> content(Decision decision) {
        var tree = new TreeMap<String, Object>();
        tree.put("schema", Verification.SCHEMA);
        tree.put("engine", EngineVersion.NAME);
        tree.put("request", decision.request().document());
        tree.put("stance", decision.stance().name());
        tree.put("strict", decision.strict());
        tree.put("outcome", decision.outcome().name());
        var stances = new TreeMap<String, Object>();
        var stanceLayers = new TreeMap<String, Object>();
        for (Stance stance : Stance.values()) {
            stances.put(stance.name(), decision.outcome(stance).name());
            stanceLayers.put(stance.name(), layers(decision, stance));
        }
        tree.put("stances", stances);
        tree.put("stanceLayers", stanceLayers);
        tree.put("layers", layers(decision, decision.stance()));
        tree.put("facts", FactsSeen.of(decision));
        tree.put(
                "findings",
                decision.findings().stream().map(DecisionRecord::finding).toList());
        tree.put(
                "pending",
                decision.pending().stream().map(DecisionRecord::finding).toList());
        tree.put(
                "assumptions",
                decision.assumptions().stream().map(DecisionRecord::assumption).toList());
        tree.put(
                "questions",
                decision.questions().stream().map(DecisionRecord::question).toList());
        tree.put("open", decision.open().stream().map(DecisionRecord::open).toList());
        tree.put(
                "obligations",
                decision.obligations().stream()
                        .map(obligation -> Map.of("obligation", obligation.obligation(), "rule", obligation.rule()))
                        .toList());
        tree.put(
                "availableExceptions",
                decision.availableExceptions().stream()
                        .map(DecisionRecord::availableException)
                        .toList());
        tree.put(
                "nextChanges",
                decision.nextChanges().stream()
                        .map(change -> new TreeMap<>(Map.of(
                                "day",
                                change.day().toString(),
                                "name",
                                change.name(),
                                "what",
                                change.explain(Locale.ENGLISH))))
                        .toList());
        tree.put("examined", examined(decision.examined()));
        return tree;
    }

    private static Map<String, Object> layers(Decision decision, Stance stance) {
        return names(decision.layers().getOrDefault(stance, Map.of()));
    }

    private static Map<String, Object> names(Map<Layer, Outcome> outcomes) {
        var layers = new TreeMap<String, Object>();
        outcomes.forEach((layer, outcome) -> layers.put(layer.name(), outcome.name()));
        return layers;
    }

    private static Map<String, Object> finding(Finding finding) {
        var tree = new TreeMap<String, Object>(rule(finding.rule()));
        tree.put("effect", finding.effect().name());
        if (finding.effect() == Effect.REQUIRE_LICENSE) {
            tree.put("policy", finding.policy().name());
        }
        tree.put("status", finding.status().name());
        tree.put("because", finding.because());
        if (!finding.obligation().isEmpty()) {
            tree.put("obligation", finding.obligation());
        }
        tree.put("facts", facts(finding.facts()));
        otherWays(tree, finding.otherWays());
        tree.put("excepted", finding.excepted());
        var exceptions = new ArrayList<Map<String, Object>>();
        for (Finding.AppliedException exception : finding.exceptions()) {
            var by = new TreeMap<String, Object>(rule(exception.rule()));
            by.put("because", exception.because());
            if (!exception.obligation().isEmpty()) {
                by.put("obligation", exception.obligation());
            }
            by.put("facts", facts(exception.facts()));
            otherWays(by, exception.otherWays());
            exceptions.add(by);
        }
        tree.put("exceptions", exceptions);
        return tree;
    }

    private static Map<String, Object> rule(Rule rule) {
        var tree = new TreeMap<String, Object>();
        tree.put("rule", rule.id());
        tree.put("layer", rule.layer().name());
        tree.put("title", rule.title());
        tree.put("cite", rule.cite());
        tree.put("source", rule.source().toString());
        tree.put("since", rule.since().toString());
        rule.until().ifPresent(until -> tree.put("until", until.toString()));
        tree.put("confidence", rule.confidence());
        return tree;
    }

    private static void otherWays(Map<String, Object> tree, List<List<Finding.FactUsed>> ways) {
        if (!ways.isEmpty()) {
            tree.put("otherWays", ways.stream().map(DecisionRecord::facts).toList());
        }
    }

    private static Map<String, Object> open(Decision.Open open) {
        var tree = new TreeMap<String, Object>();
        tree.put("layer", open.layer().name());
        tree.put("effect", open.effect().name());
        tree.put("asked", open.asked());
        tree.put("assumed", open.assumed());
        return tree;
    }

    private static List<Map<String, Object>> facts(List<Finding.FactUsed> facts) {
        var trees = new ArrayList<Map<String, Object>>();
        for (Finding.FactUsed used : facts) {
            var tree = new TreeMap<String, Object>();
            tree.put("fact", used.fact());
            tree.put("value", used.value().toString());
            tree.put("basis", used.basis().name());
            if (!used.conditions().isEmpty()) {
                tree.put(
                        "conditions",
                        used.conditions().stream().map(Asked::toString).toList());
            }
            if (!used.inherited().isEmpty()) {
                tree.put(
                        "inherited",
                        used.inherited().stream()
                                .map(each -> new TreeMap<>(Map.of(
                                        "what",
                                        each.what().toString(),
                                        "model",
                                        each.model(),
                                        "relation",
                                        each.relation().name(),
                                        "steps",
                                        each.steps())))
                                .toList());
            }
            trees.add(tree);
        }
        return trees;
    }

    private static Map<String, Object> assumption(Assumption assumption) {
        return new TreeMap<>(Map.of(
                "fact",
                assumption.fact(),
                "assumed",
                assumption.assumed().toString(),
                "noneOf",
                texts(assumption.noneOf()),
                "rules",
                assumption.rules()));
    }

    private static Map<String, Object> question(Question question) {
        List<Map<String, Object>> answers = question.answers().stream()
                .<Map<String, Object>>map(answer -> new TreeMap<>(Map.of(
                        "answer",
                        String.join("; ", texts(answer.values())),
                        "members",
                        texts(answer.members()),
                        "outcome",
                        answer.outcome().name(),
                        "layers",
                        names(answer.layers()),
                        "rules",
                        answer.rules())))
                .toList();
        return new TreeMap<>(Map.of("fact", question.fact(), "answers", answers));
    }

    private static Map<String, Object> availableException(AvailableException way) {
        List<Map<String, Object>> needs = facts(way.needs());
        for (int i = 0; i < needs.size(); i++) {
            needs.get(i)
                    .put(
                            "value",
                            String.join(", ", texts(way.needs().get(i).value().options())));
        }
        return new TreeMap<>(Map.of(
                "rule", way.rule(), "exception", way.exception().id(), "because", way.because(), "needs", needs));
    }

    private static List<String> texts(List<FactValue> values) {
        return values.stream().map(FactValue::toString).toList();
    }

    private static Map<String, Object> examined(Examined examined) {
        List<Map<String, Object>> packs = examined.packs().stream()
                .<Map<String, Object>>map(pack -> new TreeMap<>(Map.of(
                        "name", pack.name(),
                        "version", pack.version(),
                        "asOf", pack.asOf().toString(),
                        "digest", pack.digest())))
                .toList();
        List<Map<String, Object>> lists = examined.lists().stream()
                .<Map<String, Object>>map(list -> new TreeMap<>(
                        Map.of("name", list.name(), "asOf", list.asOf().toString())))
                .toList();
        return new TreeMap<>(Map.of(
                "packs",
                packs,
                "lists",
                lists,
                "uncovered",
                examined.uncovered().stream().map(Layer::name).toList()));
    }
}
