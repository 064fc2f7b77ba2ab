package dev.licet.benchmarks;

import dev.licet.facts.EndUse;
import dev.licet.facts.TransferKind;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The fifteen rules in Easy Rules, by its fluent builder; the exception stands in the rule that it exceptions. */
final class EasyRulesEngine implements Engine {
    private final Rules rules = new Rules();
    private final RulesEngine engine = new DefaultRulesEngine();

    EasyRulesEngine() {
        Map<String, Set<String>> lists = Lists.all();
        Set<String> restricted = lists.get("restricted");
        Set<String> arms = lists.get("arms");
        Set<String> allies = lists.get("allies");
        Predicate<Case> toRestricted = asked -> restricted.contains(asked.destination());
        Predicate<Case> excepted =
                asked -> allies.contains(asked.destination()) && allies.contains(asked.headquarters());
        add("benchmark.embargo", asked -> lists.get("embargoed").contains(asked.destination()));
        add(
                "benchmark.closed-weights",
                asked -> asked.kind() == TransferKind.WEIGHTS
                        && asked.closed()
                        && asked.compute() >= 1e26
                        && !asked.destination().equals("US")
                        && !excepted.test(asked));
        add(
                "benchmark.closed-us-models",
                asked -> asked.closed() && asked.origin().equals("US") && toRestricted.test(asked));
        add(
                "benchmark.gated-us-models",
                asked -> asked.gated() && asked.origin().equals("US") && toRestricted.test(asked));
        add(
                "benchmark.military-end-use",
                asked -> asked.endUse() == EndUse.MILITARY && arms.contains(asked.destination()));
        add(
                "benchmark.military-intelligence",
                asked -> asked.endUse() == EndUse.MILITARY_INTELLIGENCE && arms.contains(asked.destination()));
        add("benchmark.weapons", asked -> asked.endUse() == EndUse.WEAPONS_OF_MASS_DESTRUCTION);
        add(
                "benchmark.surveillance",
                asked -> asked.endUse() == EndUse.SURVEILLANCE && !allies.contains(asked.destination()));
        add(
                "benchmark.entities",
                asked -> !asked.published() && lists.get("entities").contains(asked.recipient()));
        add("benchmark.denied-persons", asked -> lists.get("denied").contains(asked.recipient()));
        add(
                "benchmark.headquarters",
                asked -> asked.kind() == TransferKind.WEIGHTS
                        && asked.closed()
                        && restricted.contains(asked.headquarters()));
        add("benchmark.compute", asked -> asked.kind() == TransferKind.COMPUTE && toRestricted.test(asked));
        add(
                "benchmark.notice",
                asked -> asked.compute() >= 1e25 && lists.get("union").contains(asked.destination()));
        add(
                "benchmark.keep-a-log",
                asked -> asked.kind() == TransferKind.API
                        && asked.closed()
                        && !asked.destination().equals("US"));
    }

    private void add(String name, Predicate<Case> condition) {
        rules.register(new RuleBuilder()
                .name(name)
                .when(facts -> condition.test(facts.get("asked")))
                .then(facts -> {
                    Answer.Standing standing = facts.get("standing");
                    standing.add(name);
                })
                .build());
    }

    @Override
    public Answer decide(Case asked) {
        var standing = new Answer.Standing();
        var facts = new Facts();
        facts.put("asked", asked);
        facts.put("standing", standing);
        engine.fire(rules, facts);
        return standing.answer();
    }
}
