package dev.licet.answer;

import dev.licet.law.Rule;
import java.util.List;

/**
 * An exception that would lift a finding if facts were as it needs them. It is shown, never taken.
 *
 * @param lifts the id of the rule that would be lifted
 * @param by the exception
 * @param because the exception's reason
 * @param needs the facts that it needs beyond those stated
 */
public record WayOut(String lifts, Rule by, String because, List<Finding.FactUsed> needs) {
    /** Copies. */
    public WayOut {
        needs = List.copyOf(needs);
    }
}
