package dev.licet.answer;

import dev.licet.law.Layer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An assumption or a gap that a named person of the house has accepted. It never lifts anything: a finding, a red flag or a fact that
 * is stated stays what it is.
 *
 * @param layer the layer of the gap; empty if an assumption is accepted
 * @param name whose word the gap is about: ISO 3166-1 alpha-2, a name, or the id of a license; of an assumption, the path of the field
 *     that is not stated, such as {@code transfer.recipient.headquarters}
 * @param by who has accepted it
 * @param reason why
 * @param until the first day on which it is not accepted any more
 */
public record Acceptance(Optional<Layer> layer, String name, String by, String reason, LocalDate until) {

    /**
     * Whether it is in force.
     *
     * @param day the day of the transfer
     * @return true before its end
     */
    public boolean inForceOn(LocalDate day) {
        return day.isBefore(until);
    }
}
