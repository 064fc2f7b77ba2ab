package dev.licet.facts;

import java.util.Set;

/**
 * Who provides the model: the exporter by its name, or the developers where no exporter is named.
 *
 * @param lists the lists of parties that it is on that day
 */
public record Provider(Set<String> lists) {

    /**
     * Whether it is on a list of parties that day.
     *
     * @param list the list's name
     * @return true if it is
     */
    public boolean on(String list) {
        return lists.contains(list);
    }
}
