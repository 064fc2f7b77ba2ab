package dev.licet.answer;

import dev.licet.law.Rule;
import java.util.List;

/**
 * An exception to a finding that would apply if facts were as it needs them. It is shown, never taken.
 *
 * @param rule the id of the rule that it is an exception to
 * @param exception the exception
 * @param because the exception's reason
 * @param needs the facts that it needs beyond those stated
 */
public record AvailableException(String rule, Rule exception, String because, List<Finding.FactUsed> needs) {
    /** Copies. */
    public AvailableException {
        needs = List.copyOf(needs);
    }
}
