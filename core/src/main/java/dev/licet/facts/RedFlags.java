package dev.licet.facts;

import java.util.Set;

/**
 * The red flags that were seen.
 *
 * @param signals the red flags
 */
public record RedFlags(Set<Signal> signals) {

    /**
     * Whether a red flag was seen.
     *
     * @param signal its name
     * @return true if it was
     */
    public boolean includes(Signal signal) {
        return signals.contains(signal);
    }
}
