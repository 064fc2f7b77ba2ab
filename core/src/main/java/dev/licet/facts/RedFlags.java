package dev.licet.facts;

import java.util.Set;

/**
 * The red flags that were seen.
 *
 * @param redFlags the red flags
 */
public record RedFlags(Set<RedFlag> redFlags) {

    /**
     * Whether a red flag was seen.
     *
     * @param redFlag its name
     * @return true if it was
     */
    public boolean includes(RedFlag redFlag) {
        return redFlags.contains(redFlag);
    }
}
