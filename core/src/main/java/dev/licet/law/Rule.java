package dev.licet.law;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a rule file says of itself.
 *
 * @param id the namespace of its pack, a dot, and the name of its file
 * @param pack the name of its pack
 * @param title the rule in a few words
 * @param layer whose law, contract or policy it is
 * @param cite the citation of the law, contract or policy
 * @param source the address, http or https, where the text was read
 * @param since the first day of its window
 * @param until the day on which it ends, itself outside the window; empty if open
 * @param statuses what holds on days inside the window, where it is not simply in force
 * @param confidence how the text was seen: A the instrument itself, B second-hand; further tags as the pack's README says
 * @param defines the terms that it defines for other rules; empty for most
 */
public record Rule(
        String id,
        String pack,
        String title,
        Layer layer,
        String cite,
        URI source,
        LocalDate since,
        Optional<LocalDate> until,
        List<StatusWindow> statuses,
        String confidence,
        List<String> defines) {

    /** Copies. */
    public Rule {
        statuses = List.copyOf(statuses);
        defines = List.copyOf(defines);
    }

    /**
     * A time inside a rule's window in which it does not simply bind.
     *
     * @param status what holds
     * @param since the first day
     * @param until the day on which it ends, itself outside; empty if open
     * @param source who said so, and where
     */
    public record StatusWindow(Status status, LocalDate since, Optional<LocalDate> until, String source) {
        boolean covers(LocalDate day) {
            return within(day, since, until);
        }
    }

    /**
     * Whether a day lies in the rule's window.
     *
     * @param day the day
     * @return true from the first day, until the day before the window ends
     */
    public boolean inWindow(LocalDate day) {
        return within(day, since, until);
    }

    /**
     * What holds for the rule on a day.
     *
     * @param day a day inside the rule's window
     * @return its status
     */
    public Status statusOn(LocalDate day) {
        return windowOn(day).map(StatusWindow::status).orElse(Status.IN_FORCE);
    }

    /**
     * The time in which the rule does not simply bind, if a day lies in one.
     *
     * @param day a day inside the rule's window
     * @return that time; empty if the rule is in force on the day
     */
    public Optional<StatusWindow> windowOn(LocalDate day) {
        return statuses.stream().filter(window -> window.covers(day)).findFirst();
    }

    /**
     * Whether a day lies in a window.
     *
     * @param day the day
     * @param since the first day of the window
     * @param until the day on which it ends, itself outside; empty if open
     * @return true from the first day, until the day before the window ends
     */
    public static boolean within(LocalDate day, LocalDate since, Optional<LocalDate> until) {
        return !day.isBefore(since) && until.map(day::isBefore).orElse(true);
    }
}
