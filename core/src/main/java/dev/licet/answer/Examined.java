package dev.licet.answer;

import dev.licet.law.Layer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a decision has looked at. The silence of the rest is never clearance.
 *
 * @param packs the packs that were loaded
 * @param lists the lists that rules of the day ask for
 * @param uncovered the layers for which the loaded packs have no rule on the day
 */
public record Examined(List<Pack> packs, List<ListUsed> lists, Set<Layer> uncovered) {
    /** Copies. */
    public Examined {
        packs = List.copyOf(packs);
        lists = List.copyOf(lists);
        uncovered = Collections.unmodifiableSet(new TreeSet<>(uncovered));
    }

    /**
     * A pack that was loaded.
     *
     * @param name its name
     * @param version its version
     * @param asOf the day up to which its content was looked up
     * @param digest the digest of its content
     */
    public record Pack(String name, String version, LocalDate asOf, String digest) {}

    /**
     * A list that was used.
     *
     * @param name its name
     * @param asOf the day up to which it was looked up
     */
    public record ListUsed(String name, LocalDate asOf) {}
}
