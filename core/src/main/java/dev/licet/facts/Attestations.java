package dev.licet.facts;

import java.util.Set;

/**
 * What the parties have attested. Nothing attested is a known fact, not an unknown one.
 *
 * @param names the names of the attestations
 */
public record Attestations(Set<String> names) {

    /**
     * Whether something was attested.
     *
     * @param name the attestation's name
     * @return true if it was
     */
    public boolean includes(String name) {
        return names.contains(name);
    }
}
