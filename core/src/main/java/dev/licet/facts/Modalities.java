package dev.licet.facts;

import java.util.Set;

/**
 * What the model takes in or puts out.
 *
 * @param names of {@code text}, {@code image}, {@code audio}, {@code video}
 */
public record Modalities(Set<String> names) {

    /**
     * Whether a modality is among them.
     *
     * @param name the modality
     * @return true if it is
     */
    public boolean includes(String name) {
        return names.contains(name);
    }
}
