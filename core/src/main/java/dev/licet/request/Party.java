package dev.licet.request;

import dev.licet.facts.RecipientType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who takes part in a transfer. Build one with {@link #named(String)} or {@link #unnamed()}; each further call returns a
 * changed copy.
 *
 * @param name the party's name, screened against the names on lists
 * @param country where it is
 * @param headquarters where its headquarters is
 * @param ultimateParent where the headquarters of its ultimate parent is
 * @param type what sort of person or body it is
 * @param lists names of the lists it is on, as screened; empty if on none
 * @param owners who owns it
 * @param nationality of a natural person, the most recent citizenship or permanent residence
 * @param monthlyUsers how many people use its products in a month
 */
public record Party(
        Given<String> name,
        Given<Country> country,
        Given<Country> headquarters,
        Given<Country> ultimateParent,
        Given<RecipientType> type,
        Given<Set<String>> lists,
        Given<List<Owner>> owners,
        Given<Country> nationality,
        Given<Long> monthlyUsers) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the name is blank, or the shares of the owners add up to more than 100 percent
     */
    public Party {
        name.value().ifPresent(stated -> Checks.notBlank("party's name", stated));
        lists = lists.map(Checks::ordered);
        owners = owners.map(List::copyOf);
        if (monthlyUsers.value().orElse(0L) < 0) {
            throw new IllegalArgumentException("The number of monthly users (%s) is negative.\nMaybe it is unknown."
                    .formatted(monthlyUsers.value().orElse(0L)));
        }
        double held = 0;
        for (Owner owner : owners.value().orElse(List.of())) {
            held += owner.share().value().orElse(0.0);
        }
        if (held > 100.000001) {
            throw new IllegalArgumentException(
                    "The shares of the owners of the party (%s) add up to (%s) percent.\nMaybe a share is counted twice."
                            .formatted(name.value().orElse("unnamed"), held));
        }
    }

    /**
     * A party of whom nothing is stated.
     *
     * @return the party
     */
    public static Party unnamed() {
        return new Party(
                Given.unstated(),
                Given.unstated(),
                Given.unstated(),
                Given.unstated(),
                Given.unstated(),
                Given.unstated(),
                Given.unstated(),
                Given.unstated(),
                Given.unstated());
    }

    /**
     * A party of whom only the name is stated.
     *
     * @param name its name, not blank
     * @return the party
     * @throws IllegalArgumentException if the name is blank
     */
    public static Party named(String name) {
        Party none = unnamed();
        return new Party(
                Given.of(name),
                none.country,
                none.headquarters,
                none.ultimateParent,
                none.type,
                none.lists,
                none.owners,
                none.nationality,
                none.monthlyUsers);
    }

    /**
     * Where it is.
     *
     * @param country ISO 3166-1 alpha-2
     * @return a changed copy
     * @throws IllegalArgumentException if the country is not a code
     */
    public Party in(String country) {
        return in(Given.of(Country.of(country)));
    }

    /**
     * Where it is, or that it is unknown.
     *
     * @param country the country
     * @return a changed copy
     */
    public Party in(Given<Country> country) {
        return new Party(name, country, headquarters, ultimateParent, type, lists, owners, nationality, monthlyUsers);
    }

    /**
     * Where its headquarters is.
     *
     * @param country ISO 3166-1 alpha-2
     * @return a changed copy
     * @throws IllegalArgumentException if the country is not a code
     */
    public Party headquarteredIn(String country) {
        return headquarteredIn(Given.of(Country.of(country)));
    }

    /**
     * Where its headquarters is, or that it is unknown.
     *
     * @param country the country
     * @return a changed copy
     */
    public Party headquarteredIn(Given<Country> country) {
        return new Party(name, this.country, country, ultimateParent, type, lists, owners, nationality, monthlyUsers);
    }

    /**
     * Where the headquarters of its ultimate parent is.
     *
     * @param country ISO 3166-1 alpha-2
     * @return a changed copy
     * @throws IllegalArgumentException if the country is not a code
     */
    public Party withUltimateParentIn(String country) {
        return withUltimateParentIn(Given.of(Country.of(country)));
    }

    /**
     * Where the headquarters of its ultimate parent is, or that it is unknown.
     *
     * @param country the country
     * @return a changed copy
     */
    public Party withUltimateParentIn(Given<Country> country) {
        return new Party(name, this.country, headquarters, country, type, lists, owners, nationality, monthlyUsers);
    }

    /**
     * What sort of person or body it is.
     *
     * @param type the sort
     * @return a changed copy
     */
    public Party ofType(RecipientType type) {
        return ofType(Given.of(type));
    }

    /**
     * What sort of person or body it is, or that it is unknown.
     *
     * @param type the sort
     * @return a changed copy
     */
    public Party ofType(Given<RecipientType> type) {
        return new Party(name, country, headquarters, ultimateParent, type, lists, owners, nationality, monthlyUsers);
    }

    /**
     * Says that it was screened, and which lists it is on.
     *
     * @param lists the names of the lists; none if the screening found nothing
     * @return a changed copy
     */
    public Party screened(String... lists) {
        return screened(Given.of(new TreeSet<>(List.of(lists))));
    }

    /**
     * Which lists it is on, or that it is unknown.
     *
     * @param lists the names of the lists
     * @return a changed copy
     */
    public Party screened(Given<Set<String>> lists) {
        return new Party(name, country, headquarters, ultimateParent, type, lists, owners, nationality, monthlyUsers);
    }

    /**
     * Who owns it.
     *
     * @param owners the owners
     * @return a changed copy
     * @throws IllegalArgumentException if the shares add up to more than 100 percent
     */
    public Party ownedBy(Collection<Owner> owners) {
        return ownedBy(Given.of(List.copyOf(owners)));
    }

    /**
     * Who owns it, or that it is unknown.
     *
     * @param owners the owners
     * @return a changed copy
     */
    public Party ownedBy(Given<List<Owner>> owners) {
        return new Party(name, country, headquarters, ultimateParent, type, lists, owners, nationality, monthlyUsers);
    }

    /**
     * The nationality of a natural person.
     *
     * @param country the most recent citizenship or permanent residence, ISO 3166-1 alpha-2
     * @return a changed copy
     * @throws IllegalArgumentException if the country is not a code
     */
    public Party ofNationality(String country) {
        return ofNationality(Given.of(Country.of(country)));
    }

    /**
     * The nationality of a natural person, or that it is unknown.
     *
     * @param country the most recent citizenship or permanent residence
     * @return a changed copy
     */
    public Party ofNationality(Given<Country> country) {
        return new Party(name, this.country, headquarters, ultimateParent, type, lists, owners, country, monthlyUsers);
    }

    /**
     * How many people use its products in a month, or that it is unknown.
     *
     * @param users the number of monthly users
     * @return a changed copy
     * @throws IllegalArgumentException if the number is negative
     */
    public Party withMonthlyUsers(Given<Long> users) {
        return new Party(name, country, headquarters, ultimateParent, type, lists, owners, nationality, users);
    }
}
