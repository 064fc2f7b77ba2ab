package dev.licet.facts;

import java.util.Set;

/**
 * The licenses that the weights are under: their own, and those of the weights they were made from.
 *
 * @param lists the lists of licenses that they are on that day
 * @param unlisted whether one of the licenses is on no list
 */
public record Licenses(Set<String> lists, boolean unlisted) {

    /**
     * Whether it is on a list of licenses that day.
     *
     * @param list the list's name
     * @return true if it is
     */
    public boolean on(String list) {
        return lists.contains(list);
    }
}
