package dev.licet.request;

import java.util.List;
import java.util.Set;

/**
 * Someone who holds a share of a party.
 *
 * @param name the owner's name
 * @param country where it is established
 * @param share the share held, in percent, 0 to 100; what it holds through an owner that is stated stands there and not here
 * @param lists names of the lists it was found on; empty if it was screened against all lists and is on none
 * @param screening which lists it was screened against, and when
 * @param owners who owns it in turn; empty if nobody does, as with a natural person
 */
public record Owner(
        String name,
        Given<Country> country,
        Given<Double> share,
        Given<Set<String>> lists,
        Given<Screening> screening,
        Given<List<Owner>> owners) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the name is blank, the share is not between 0 and 100, or the shares of its owners add up to more
     *     than 100
     */
    public Owner {
        Checks.notBlank("owner's name", name);
        lists = lists.map(Checks::ordered);
        owners = owners.map(List::copyOf);
        Checks.percentage("share of the owner (" + name + ")", share);
        Checks.shares(name, owners);
    }

    /**
     * An owner whose own owners are not stated.
     *
     * @param name the owner's name
     * @param country where it is established
     * @param share the share held, in percent
     * @param lists names of the lists it is on
     */
    public Owner(String name, Given<Country> country, Given<Double> share, Given<Set<String>> lists) {
        this(name, country, share, lists, Given.unstated(), Given.unstated());
    }

    /**
     * Who owns it in turn; call it with none for a natural person.
     *
     * @param owners the owners
     * @return a changed copy
     */
    public Owner ownedBy(Owner... owners) {
        return ownedBy(Given.of(List.of(owners)));
    }

    /**
     * Who owns it in turn, or that it is unknown.
     *
     * @param owners the owners
     * @return a changed copy
     */
    public Owner ownedBy(Given<List<Owner>> owners) {
        return new Owner(name, country, share, lists, screening, owners);
    }

    /**
     * Against which lists it was screened, or that it is unknown.
     *
     * @param screening the screening
     * @return a changed copy
     */
    public Owner screenedAgainst(Given<Screening> screening) {
        return new Owner(name, country, share, lists, screening, owners);
    }
}
