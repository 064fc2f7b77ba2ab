package dev.licet.benchmarks;

import dev.licet.law.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an engine answers.
 *
 * @param outcome the strictest of what stands
 * @param rules the ids of the rules that stand, in no order; of a excepted rule nothing is said
 */
public record Answer(Outcome outcome, List<String> rules) {

    /** What each rule makes of a case, for engines that name rules and know no outcomes. */
    static final Map<String, Outcome> OUTCOMES = Map.ofEntries(
            Map.entry("benchmark.embargo", Outcome.PROHIBITED),
            Map.entry("benchmark.closed-weights", Outcome.LICENSE_REQUIRED),
            Map.entry("benchmark.closed-us-models", Outcome.LICENSE_REQUIRED),
            Map.entry("benchmark.gated-us-models", Outcome.UNDETERMINED),
            Map.entry("benchmark.military-end-use", Outcome.LICENSE_REQUIRED),
            Map.entry("benchmark.military-intelligence", Outcome.PROHIBITED),
            Map.entry("benchmark.weapons", Outcome.PROHIBITED),
            Map.entry("benchmark.surveillance", Outcome.LICENSE_REQUIRED),
            Map.entry("benchmark.entities", Outcome.LICENSE_REQUIRED),
            Map.entry("benchmark.denied-persons", Outcome.PROHIBITED),
            Map.entry("benchmark.headquarters", Outcome.LICENSE_REQUIRED),
            Map.entry("benchmark.compute", Outcome.LICENSE_REQUIRED),
            Map.entry("benchmark.notice", Outcome.CONDITIONAL),
            Map.entry("benchmark.keep-a-log", Outcome.CONDITIONAL));

    /** The answer that follows from the rules that stand. */
    static Answer of(Iterable<String> rules) {
        var standing = new Standing();
        rules.forEach(standing::add);
        return standing.answer();
    }

    /** Collects the rules that stand, while an engine runs. */
    public static final class Standing {
        private final List<String> rules = new ArrayList<>();
        private Outcome outcome = Outcome.PERMITTED;

        /** Adds a rule by its id. */
        public void add(String rule) {
            add(rule, OUTCOMES.get(rule));
        }

        /** Adds a rule by its id, with what it makes of the case. */
        public void add(String rule, Outcome makes) {
            rules.add(rule);
            outcome = outcome.strictest(makes);
        }

        Answer answer() {
            return new Answer(outcome, rules);
        }
    }
}
