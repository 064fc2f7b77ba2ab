package dev.licet.answer;

import dev.licet.law.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of the law: a rule, a list or a figure differs from a day on.
 *
 * @param day the first day on which it holds
 * @param name the id of the rule, or the name of the list or figure
 * @param what what changes on that day
 */
public record LegalChange(LocalDate day, String name, What what) {

    /** What changes. */
    public sealed interface What {}

    /**
     * A rule begins.
     *
     * @param status the status in which it begins
     */
    public record RuleBegins(Status status) implements What {}

    /** A rule ends. */
    public record RuleEnds() implements What {}

    /**
     * The status of a rule changes.
     *
     * @param from the status before
     * @param to the status from that day on
     */
    public record StatusChanges(Status from, Status to) implements What {}

    /**
     * Rows of a list begin.
     *
     * @param keys their keys, such as countries or names of parties
     */
    public record RowsBegin(List<String> keys) implements What {
        /** Copies. */
        public RowsBegin {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Rows of a list end.
     *
     * @param keys their keys, such as countries or names of parties
     */
    public record RowsEnd(List<String> keys) implements What {
        /** Copies. */
        public RowsEnd {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A figure changes.
     *
     * @param from the value before; empty if there was none
     * @param to the value from that day on; empty if there is none
     */
    public record FigureChanges(Optional<Double> from, Optional<Double> to) implements What {}

    /**
     * The change in words, in the present tense, whether the day is past or to come.
     *
     * @param language English or German, of whatever country
     * @return a clause without its day
     * @throws IllegalArgumentException if the language has no words
     */
    public String explain(Locale language) {
        return new ChangeWords(Words.in(language)).of(this);
    }
}
