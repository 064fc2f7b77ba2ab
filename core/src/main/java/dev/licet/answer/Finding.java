package dev.licet.answer;

import dev.licet.facts.Policy;
import dev.licet.law.Effect;
import dev.licet.law.Rule;
import dev.licet.law.Status;
import dev.licet.request.Basis;
import dev.licet.request.Inherited;
import java.util.List;

/**
 * What one rule says of a request.
 *
 * @param rule the rule
 * @param effect what it does
 * @param policy how an application would be reviewed, if it requires a license
 * @param status what holds for the rule on the day
 * @param because the reason, a phrase that goes on after "because"
 * @param duty what is to be done, if it lays down a duty; else empty
 * @param facts the facts that it rests on
 * @param otherWays the further ways in which it is met, each with its facts; only where no way alone is met whatever the unknown
 *     facts are
 * @param liftedBy the exceptions that lift it; empty if it stands
 */
public record Finding(
        Rule rule,
        Effect effect,
        Policy policy,
        Status status,
        String because,
        String duty,
        List<FactUsed> facts,
        List<List<FactUsed>> otherWays,
        List<Lift> liftedBy) {

    /** Copies. */
    public Finding {
        facts = List.copyOf(facts);
        otherWays = List.copyOf(otherWays);
        liftedBy = List.copyOf(liftedBy);
    }

    /**
     * Whether an exception has taken it away.
     *
     * @return true if at least one exception lifts it
     */
    public boolean lifted() {
        return !liftedBy.isEmpty();
    }

    /**
     * A fact that a match rests on.
     *
     * @param fact which one
     * @param value its value in words
     * @param basis whether it was stated, presumed, or is only possible
     * @param inherited what of it came down the lineage of the model
     * @param conditions what the rule asks of it, as it stands in the rule file, and in those of the definitions that the rule
     *     asks for; empty if any value will do
     * @param seen the values with which the rule was tried, of a type in {@code dev.licet.facts}: one, or if the fact is unknown
     *     each that it could have
     */
    public record FactUsed(
            String fact,
            String value,
            Basis basis,
            List<Inherited> inherited,
            List<String> conditions,
            List<Object> seen) {
        /** Copies. */
        public FactUsed {
            inherited = List.copyOf(inherited);
            conditions = List.copyOf(conditions);
            seen = List.copyOf(seen);
        }
    }

    /**
     * An exception that lifts a finding.
     *
     * @param rule the rule of the exception
     * @param because the reason
     * @param duty the condition that goes with it; else empty
     * @param facts the facts that it rests on
     * @param otherWays the further ways in which it is met, each with its facts; only where no way alone is met whatever the
     *     unknown facts are
     */
    public record Lift(Rule rule, String because, String duty, List<FactUsed> facts, List<List<FactUsed>> otherWays) {
        /** Copies. */
        public Lift {
            facts = List.copyOf(facts);
            otherWays = List.copyOf(otherWays);
        }
    }
}
