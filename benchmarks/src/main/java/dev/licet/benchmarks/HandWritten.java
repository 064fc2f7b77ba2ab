package dev.licet.benchmarks;

import dev.licet.facts.EndUse;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import java.util.Map;
import java.util.Set;

/** The fifteen rules as a developer would write them who has no engine. */
final class HandWritten implements Engine {
    private final Set<String> embargoed;
    private final Set<String> restricted;
    private final Set<String> arms;
    private final Set<String> allies;
    private final Set<String> union;
    private final Set<String> entities;
    private final Set<String> denied;

    HandWritten() {
        Map<String, Set<String>> lists = Lists.all();
        embargoed = lists.get("embargoed");
        restricted = lists.get("restricted");
        arms = lists.get("arms");
        allies = lists.get("allies");
        union = lists.get("union");
        entities = lists.get("entities");
        denied = lists.get("denied");
    }

    @Override
    public Answer decide(Case asked) {
        var standing = new Answer.Standing();
        String to = asked.destination();
        boolean toRestricted = restricted.contains(to);
        boolean closed = asked.closed();
        boolean usOrigin = asked.origin().equals("US");
        if (embargoed.contains(to)) {
            standing.add("benchmark.embargo", Outcome.PROHIBITED);
        }
        if (asked.kind() == TransferKind.WEIGHTS
                && closed
                && asked.compute() >= 1e26
                && !to.equals("US")
                && !(allies.contains(to) && allies.contains(asked.headquarters()))) {
            standing.add("benchmark.closed-weights", Outcome.LICENSE_REQUIRED);
        }
        if (closed && usOrigin && toRestricted) {
            standing.add("benchmark.closed-us-models", Outcome.LICENSE_REQUIRED);
        }
        if (asked.gated() && usOrigin && toRestricted) {
            standing.add("benchmark.gated-us-models", Outcome.UNDETERMINED);
        }
        if (asked.endUse() == EndUse.MILITARY && arms.contains(to)) {
            standing.add("benchmark.military-end-use", Outcome.LICENSE_REQUIRED);
        }
        if (asked.endUse() == EndUse.MILITARY_INTELLIGENCE && arms.contains(to)) {
            standing.add("benchmark.military-intelligence", Outcome.PROHIBITED);
        }
        if (asked.endUse() == EndUse.WEAPONS_OF_MASS_DESTRUCTION) {
            standing.add("benchmark.weapons", Outcome.PROHIBITED);
        }
        if (asked.endUse() == EndUse.SURVEILLANCE && !allies.contains(to)) {
            standing.add("benchmark.surveillance", Outcome.LICENSE_REQUIRED);
        }
        if (!asked.published() && entities.contains(asked.recipient())) {
            standing.add("benchmark.entities", Outcome.LICENSE_REQUIRED);
        }
        if (denied.contains(asked.recipient())) {
            standing.add("benchmark.denied-persons", Outcome.PROHIBITED);
        }
        if (asked.kind() == TransferKind.WEIGHTS && closed && restricted.contains(asked.headquarters())) {
            standing.add("benchmark.headquarters", Outcome.LICENSE_REQUIRED);
        }
        if (asked.kind() == TransferKind.COMPUTE && toRestricted) {
            standing.add("benchmark.compute", Outcome.LICENSE_REQUIRED);
        }
        if (asked.compute() >= 1e25 && union.contains(to)) {
            standing.add("benchmark.notice", Outcome.CONDITIONAL);
        }
        if (asked.kind() == TransferKind.API && closed && !to.equals("US")) {
            standing.add("benchmark.keep-a-log", Outcome.CONDITIONAL);
        }
        return standing.answer();
    }
}
