package dev.licet.benchmarks;

import dev.licet.benchmarks.PlainDrools.Model;
import dev.licet.benchmarks.PlainDrools.Recipient;
import dev.licet.benchmarks.PlainDrools.Transfer;
import dev.licet.facts.EndUse;
import dev.licet.facts.TransferKind;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatelessSession;

/** The fifteen rules in Evrete, by its builder and a stateless session each; each exception is part of the rule it is an exception to. */
final class EvreteEngine implements Engine {
    private static final String STANDING = "standing";

    private final Knowledge knowledge;

    EvreteEngine() {
        Map<String, Set<String>> lists = Lists.all();
        Set<String> embargoed = lists.get("embargoed");
        Set<String> restricted = lists.get("restricted");
        Set<String> arms = lists.get("arms");
        Set<String> allies = lists.get("allies");
        Set<String> union = lists.get("union");
        Set<String> entities = lists.get("entities");
        Set<String> denied = lists.get("denied");
        Predicate<Object[]> excepted = places -> allies.contains(places[0]) && allies.contains(places[1]);
        knowledge = new KnowledgeService()
                .newKnowledge()
                .builder()
                .newRule("benchmark.embargo")
                .forEach("$t", Transfer.class)
                .where(value(t -> embargoed.contains(t)), "$t.destination")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.closed-weights")
                .forEach("$m", Model.class, "$t", Transfer.class, "$r", Recipient.class)
                .where(value(m -> (boolean) m), "$m.closed")
                .where(value(m -> (double) m >= 1e26), "$m.compute")
                .where(value(t -> t == TransferKind.WEIGHTS), "$t.kind")
                .where(value(t -> !t.equals("US")), "$t.destination")
                .where(excepted.negate(), "$t.destination", "$r.headquarters")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.closed-us-models")
                .forEach("$m", Model.class, "$t", Transfer.class)
                .where(value(m -> (boolean) m), "$m.closed")
                .where(value(m -> m.equals("US")), "$m.origin")
                .where(value(t -> restricted.contains(t)), "$t.destination")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.gated-us-models")
                .forEach("$m", Model.class, "$t", Transfer.class)
                .where(value(m -> (boolean) m), "$m.gated")
                .where(value(m -> m.equals("US")), "$m.origin")
                .where(value(t -> restricted.contains(t)), "$t.destination")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.military-end-use")
                .forEach("$t", Transfer.class)
                .where(value(t -> t == EndUse.MILITARY), "$t.endUse")
                .where(value(t -> arms.contains(t)), "$t.destination")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.military-intelligence")
                .forEach("$t", Transfer.class)
                .where(value(t -> t == EndUse.MILITARY_INTELLIGENCE), "$t.endUse")
                .where(value(t -> arms.contains(t)), "$t.destination")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.weapons")
                .forEach("$t", Transfer.class)
                .where(value(t -> t == EndUse.WEAPONS_OF_MASS_DESTRUCTION), "$t.endUse")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.surveillance")
                .forEach("$t", Transfer.class)
                .where(value(t -> t == EndUse.SURVEILLANCE), "$t.endUse")
                .where(value(t -> !allies.contains(t)), "$t.destination")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.entities")
                .forEach("$m", Model.class, "$r", Recipient.class)
                .where(value(m -> !(boolean) m), "$m.published")
                .where(value(r -> entities.contains(r)), "$r.name")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.denied-persons")
                .forEach("$r", Recipient.class)
                .where(value(r -> denied.contains(r)), "$r.name")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.headquarters")
                .forEach("$m", Model.class, "$t", Transfer.class, "$r", Recipient.class)
                .where(value(m -> (boolean) m), "$m.closed")
                .where(value(t -> t == TransferKind.WEIGHTS), "$t.kind")
                .where(value(r -> restricted.contains(r)), "$r.headquarters")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.compute")
                .forEach("$t", Transfer.class)
                .where(value(t -> t == TransferKind.COMPUTE), "$t.kind")
                .where(value(t -> restricted.contains(t)), "$t.destination")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.notice")
                .forEach("$m", Model.class, "$t", Transfer.class)
                .where(value(m -> (double) m >= 1e25), "$m.compute")
                .where(value(t -> union.contains(t)), "$t.destination")
                .execute(EvreteEngine::applies)
                .newRule("benchmark.keep-a-log")
                .forEach("$m", Model.class, "$t", Transfer.class)
                .where(value(m -> (boolean) m), "$m.closed")
                .where(value(t -> t == TransferKind.API), "$t.kind")
                .where(value(t -> !t.equals("US")), "$t.destination")
                .execute(EvreteEngine::applies)
                .build();
    }

    private static Predicate<Object[]> value(Predicate<Object> condition) {
        return values -> condition.test(values[0]);
    }

    private static void applies(RhsContext context) {
        Answer.Standing standing = context.getRuntime().get(STANDING);
        standing.add(context.getRule().getName());
    }

    @Override
    public Answer decide(Case asked) {
        var standing = new Answer.Standing();
        StatelessSession session = knowledge.newStatelessSession();
        session.set(STANDING, standing);
        session.insert(new Model(asked.origin(), asked.compute(), asked.published(), asked.gated(), asked.closed()));
        session.insert(new Transfer(asked.kind(), asked.destination(), asked.endUse()));
        session.insert(new Recipient(asked.recipient(), asked.headquarters()));
        session.fire();
        return standing.answer();
    }
}
