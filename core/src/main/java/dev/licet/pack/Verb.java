package dev.licet.pack;

import dev.licet.facts.Findings;
import dev.licet.facts.ReviewPolicy;
import dev.licet.law.Effect;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a rule says once its conditions hold: a call of one of the verbs of {@link Findings}. */
public sealed interface Verb {

    /** A finding. */
    record Find(Effect effect, ReviewPolicy policy, Words because, Words obligation) implements Verb {}

    /** An exception to another rule; the line is that of the other's name. */
    record Except(String rule, Words because, Words obligation, int line) implements Verb {}

    /** A definition. */
    record Define(String term) implements Verb {}

    /** Words of a rule: texts, and variables that stand for a property of a fact. */
    record Words(List<Word> words) {
        static final Words NONE = new Words(List.of());

        public Words {
            words = List.copyOf(words);
        }

        public boolean isEmpty() {
            return words.isEmpty();
        }

        /** The words with each variable replaced. */
        public String with(UnaryOperator<String> variables) {
            if (words.size() == 1 && !words.get(0).variable()) {
                return words.get(0).text();
            }
            return words.stream()
                    .map(word -> word.variable() ? variables.apply(word.text()) : word.text())
                    .collect(Collectors.joining());
        }
    }

    /** A text, or the name of a variable. */
    record Word(String text, boolean variable) {}
}
