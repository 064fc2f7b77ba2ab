package dev.licet.answer;

import dev.licet.request.Request;
import java.time.LocalDate;
import java.util.List;

/**
 * One request over time: stretches of days with one answer.
 *
 * <p>Two days have one answer if the outcomes of all layers under both stances and the deciding rules are the same.
 *
 * @param request what was asked; its day is the first
 * @param from the first day
 * @param until the day on which it ends, itself outside
 * @param spans the stretches in order, without a gap
 */
public record Timeline(Request request, LocalDate from, LocalDate until, List<Span> spans) {
    /** Copies. */
    public Timeline {
        spans = List.copyOf(spans);
    }

    /**
     * Days in a row with one answer.
     *
     * @param from the first day
     * @param until the day on which it ends, itself outside
     * @param decision the decision on the first day
     * @param causes the legal changes that changed the answer on the first day; empty for the first stretch alone
     */
    public record Span(LocalDate from, LocalDate until, Decision decision, List<LegalChange> causes) {
        /** Copies. */
        public Span {
            causes = List.copyOf(causes);
        }
    }
}
