package dev.licet.facts;

import java.util.Set;

/**
 * Who provides the model: the exporter by its name, and the developers. Whose weights the public has, provides no more once another
 * exporter is named.
 *
 * @param lists the lists of parties that any of them is on that day
 * @param offering those that the exporter is on, or the developers where no exporter is named
 */
public record Provider(Set<String> lists, Set<String> offering) implements Listed {
    /**
     * Somebody alone.
     *
     * @param lists the lists of parties that it is on that day
     */
    public Provider(Set<String> lists) {
        this(lists, lists);
    }

    /**
     * Whether the one that offers the model is on a list, or the developers are where no exporter is named.
     *
     * @param list the name of the list
     * @return true if it is
     */
    public boolean offeredBy(String list) {
        return offering.contains(list);
    }
}
