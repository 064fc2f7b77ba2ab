package dev.licet.answer;

import dev.licet.facts.ReviewPolicy;
import dev.licet.law.Asked;
import dev.licet.law.Effect;
import dev.licet.law.Rule;
import dev.licet.law.Status;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.Inherited;
import java.util.List;

/**
 * What one rule says about a request.
 *
 * @param rule the rule
 * @param effect what it does
 * @param policy how an application would be reviewed, if it requires a license
 * @param status what holds for the rule on the day
 * @param because the reason, a phrase that goes on after "because"
 * @param obligation what is to be done, if it imposes an obligation; else empty
 * @param facts the facts that it rests on
 * @param otherWays the further ways in which it is met, each with its facts; only where no way alone is met whatever the unknown
 *     facts are
 * @param ways the places, among the ways that the manifest of the law gives for the rule, of the one with the facts and of the other
 *     ways
 * @param exceptions the exceptions that apply to it; empty if the rule applies
 */
public record Finding(
        Rule rule,
        Effect effect,
        ReviewPolicy policy,
        Status status,
        String because,
        String obligation,
        List<FactUsed> facts,
        List<List<FactUsed>> otherWays,
        List<Integer> ways,
        List<AppliedException> exceptions) {

    /** Copies. */
    public Finding {
        facts = List.copyOf(facts);
        otherWays = List.copyOf(otherWays);
        ways = List.copyOf(ways);
        exceptions = List.copyOf(exceptions);
    }

    /**
     * Whether an exception applies to it.
     *
     * @return true if at least one exception applies to it
     */
    public boolean excepted() {
        return !exceptions.isEmpty();
    }

    /**
     * A fact that a match rests on.
     *
     * @param fact which one
     * @param value its value
     * @param basis whether it was stated, assumed, or is only possible
     * @param inherited what of it came down the lineage of the model
     * @param conditions what the rule asks of it, as the rule file has it, and those of the definitions that the rule
     *     asks for; empty if any value will do
     * @param seen the values with which the rule was tried, of a type in {@code dev.licet.facts}: one, or if the fact is unknown
     *     each that it could have
     */
    public record FactUsed(
            String fact,
            FactValue value,
            Basis basis,
            List<Inherited> inherited,
            List<Asked> conditions,
            List<Object> seen) {
        /** Copies. */
        public FactUsed {
            inherited = List.copyOf(inherited);
            conditions = List.copyOf(conditions);
            seen = List.copyOf(seen);
        }
    }

    /**
     * An exception that applies to a finding.
     *
     * @param rule the rule of the exception
     * @param because the reason
     * @param obligation the condition that goes with it; else empty
     * @param facts the facts that it rests on
     * @param otherWays the further ways in which it is met, each with its facts; only where no way alone is met whatever the
     *     unknown facts are
     * @param ways the places, among the ways that the manifest of the law gives for the rule, of the one with the facts and of the
     *     other ways
     */
    public record AppliedException(
            Rule rule,
            String because,
            String obligation,
            List<FactUsed> facts,
            List<List<FactUsed>> otherWays,
            List<Integer> ways) {
        /** Copies. */
        public AppliedException {
            facts = List.copyOf(facts);
            otherWays = List.copyOf(otherWays);
            ways = List.copyOf(ways);
        }
    }
}
