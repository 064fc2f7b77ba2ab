package dev.licet.facts;

import java.util.Set;

/**
 * The part of the destination.
 *
 * @param lists the lists of regions it is on that day
 */
public record Region(Set<String> lists) {

    /**
     * Whether it is on a list of regions that day.
     *
     * @param list the list's name
     * @return true if it is
     */
    public boolean on(String list) {
        return lists.contains(list);
    }
}
