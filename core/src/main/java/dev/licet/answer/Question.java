package dev.licet.answer;

import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.request.FactValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fact that is not known and matters, and what each answer would lead to.
 *
 * @param fact which fact
 * @param answers the answers that differ in effect, mildest first
 */
public record Question(String fact, List<Answer> answers) {
    /** Copies. */
    public Question {
        answers = List.copyOf(answers);
    }

    /**
     * One answer.
     *
     * @param values the answer: any of these
     * @param members the single values it covers
     * @param outcome the outcome of the decision if this is the answer
     * @param layers the outcome of each layer if this is the answer
     * @param rules the rules that this answer brings in
     */
    public record Answer(
            List<FactValue> values,
            List<FactValue> members,
            Outcome outcome,
            Map<Layer, Outcome> layers,
            List<String> rules) {
        /** Copies. */
        public Answer {
            values = List.copyOf(values);
            members = List.copyOf(members);
            layers = Collections.unmodifiableMap(new TreeMap<>(layers));
            rules = List.copyOf(rules);
        }
    }
}
