package dev.licet.facts;

import java.util.Set;

/** A fact of which rules ask whether it is on a list. */
public sealed interface Listed
        permits Exporter, Involved, Licenses, ModelName, Origin, Place, Provider, Recipient, Region, TeacherLicenses {

    /**
     * The lists that it is on that day, or that at least one of its parts is on.
     *
     * @return names of lists
     */
    Set<String> lists();

    /**
     * Whether it is on a list that day.
     *
     * @param list the list's name
     * @return true if it is
     */
    default boolean on(String list) {
        return lists().contains(list);
    }
}
