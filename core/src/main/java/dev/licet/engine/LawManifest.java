package dev.licet.engine;

import dev.licet.answer.Examined;
import dev.licet.json.CanonicalJson;
import dev.licet.law.Effect;
import dev.licet.law.EngineVersion;
import dev.licet.law.Layer;
import dev.licet.law.Rule;
import dev.licet.pack.Verb;
import dev.licet.verify.Manifest;
import dev.licet.vocabulary.FactType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes the manifest of a law: what belongs to the law of a day and not to one decision. */
final class LawManifest {
    private LawManifest() {}

    /**
     * The manifest.
     *
     * @param until the first day with another law; empty if none is known
     */
    static Map<String, Object> of(PointInTimeLaw law, Examined examined, Optional<LocalDate> until) {
        var tree = new TreeMap<String, Object>();
        tree.put("schema", Manifest.SCHEMA);
        tree.put("engine", EngineVersion.NAME);
        if (!law.day().equals(LocalDate.MIN)) {
            tree.put("since", law.day().toString());
        }
        until.ifPresent(day -> tree.put("until", day.toString()));
        tree.put(
                "packs",
                examined.packs().stream()
                        .map(pack -> Map.of(
                                "name", pack.name(),
                                "version", pack.version(),
                                "asOf", pack.asOf().toString(),
                                "digest", pack.digest()))
                        .toList());
        tree.put(
                "lists",
                examined.lists().stream()
                        .map(list ->
                                Map.of("name", list.name(), "asOf", list.asOf().toString()))
                        .toList());
        tree.put("uncovered", examined.uncovered().stream().map(Layer::name).toList());
        tree.put("figures", law.figures());
        var rules = new TreeMap<String, Object>();
        law.rules().forEach((id, rule) -> rules.put(id, rule(law, rule)));
        tree.put("rules", rules);
        tree.put(CanonicalJson.DIGEST, CanonicalJson.digest(CanonicalJson.write(tree)));
        return tree;
    }

    private static Map<String, Object> rule(PointInTimeLaw law, RuleInForce inForce) {
        Rule rule = inForce.rule();
        var tree = new TreeMap<String, Object>();
        tree.put("layer", rule.layer().name());
        tree.put("title", rule.title());
        tree.put("cite", rule.cite());
        tree.put("source", rule.source().toString());
        tree.put("since", rule.since().toString());
        rule.until().ifPresent(until -> tree.put("until", until.toString()));
        tree.put("confidence", rule.confidence());
        tree.put("status", inForce.status().name());
        rule.windowOn(law.day()).ifPresent(window -> tree.put("statusSource", window.source()));
        var finds = new ArrayList<Map<String, Object>>();
        var excepts = new ArrayList<Map<String, Object>>();
        for (Verb verb : inForce.file().verbs()) {
            if (verb instanceof Verb.Find find) {
                finds.add(find(find));
            } else if (verb instanceof Verb.Except except) {
                excepts.add(Map.of(
                        "rule",
                        except.rule(),
                        "obligation",
                        !except.obligation().isEmpty()));
            }
        }
        tree.put("finds", finds.stream().distinct().toList());
        tree.put("excepts", excepts.stream().distinct().toList());
        tree.put(
                "ways",
                inForce.clauses().stream().map(clause -> way(law, clause)).toList());
        return tree;
    }

    private static Map<String, Object> find(Verb.Find find) {
        return find.effect() == Effect.REQUIRE_LICENSE
                ? Map.of("effect", find.effect().name(), "policy", find.policy().name())
                : Map.of("effect", find.effect().name());
    }

    private static List<Map<String, Object>> way(PointInTimeLaw law, RuleInForce.Clause clause) {
        return IntStream.of(clause.facts())
                .mapToObj(d -> fact(law, law.types().get(d), clause.asked()[d]))
                .toList();
    }

    private static Map<String, Object> fact(PointInTimeLaw law, FactType type, int[] asked) {
        List<String> conditions =
                law.conditions(type, asked).stream().map(String::valueOf).toList();
        return conditions.isEmpty()
                ? Map.of("fact", type.patternName())
                : Map.of("fact", type.patternName(), "conditions", conditions);
    }
}
