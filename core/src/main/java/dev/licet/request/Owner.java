package dev.licet.request;

import java.util.Set;

/**
 * Someone who holds a share of a party.
 *
 * @param name the owner's name
 * @param country where it is established
 * @param share the share held, directly or indirectly, in percent, 0 to 100
 * @param lists names of the lists it is on, as screened; empty if on none
 */
public record Owner(String name, Given<Country> country, Given<Double> share, Given<Set<String>> lists) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the name is blank or the share is not between 0 and 100
     */
    public Owner {
        Checks.notBlank("owner's name", name);
        lists = lists.map(Checks::ordered);
        Checks.percentage("share of the owner (" + name + ")", share);
    }
}
