package dev.licet.request;

import dev.licet.facts.RecipientType;
import java.time.LocalDate;
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
 * @param lists names of the lists it was found on. Empty means that it was screened against all lists and is on none. A list that it is on
 *     says nothing of the others: {@code screening} does
 * @param screening which lists it was screened against, and when
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
        Given<Screening> screening,
        Given<List<Owner>> owners,
        Given<Country> nationality,
        Given<Long> monthlyUsers) {

    private static final Party UNNAMED = new Party(
            Given.unstated(),
            Given.unstated(),
            Given.unstated(),
            Given.unstated(),
            Given.unstated(),
            Given.unstated(),
            Given.unstated(),
            Given.unstated(),
            Given.unstated(),
            Given.unstated());

    private static final Party NONE = UNNAMED.screened();

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
        Checks.shares(name.value().orElse("unnamed"), owners);
    }

    /**
     * A party of whom nothing is stated.
     *
     * @return the party
     */
    public static Party unnamed() {
        return UNNAMED;
    }

    /**
     * Nobody: there is no such party. For an intermediary only.
     *
     * @return nobody
     */
    public static Party none() {
        return NONE;
    }

    /**
     * Whether it is nobody: it is said to be on no list, and nothing else is stated.
     *
     * @return true if nobody is named
     */
    public boolean isNone() {
        return equals(NONE);
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
                none.screening,
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
        return new Party(
                name, country, headquarters, ultimateParent, type, lists, screening, owners, nationality, monthlyUsers);
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
        return new Party(
                name, this.country, country, ultimateParent, type, lists, screening, owners, nationality, monthlyUsers);
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
        return new Party(
                name, this.country, headquarters, country, type, lists, screening, owners, nationality, monthlyUsers);
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
        return new Party(
                name, country, headquarters, ultimateParent, type, lists, screening, owners, nationality, monthlyUsers);
    }

    /**
     * Says which lists it is on. With none it says that it was screened against all lists and is on none of them.
     *
     * @param lists the names of the lists
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
        return new Party(
                name, country, headquarters, ultimateParent, type, lists, screening, owners, nationality, monthlyUsers);
    }

    /**
     * Says against which lists it was screened. It is on none of them but those that {@link #screened(String...)} names.
     *
     * @param lists the names of the lists
     * @return a changed copy
     */
    public Party screenedAgainst(String... lists) {
        return screenedAgainst(Given.of(Screening.against(lists)));
    }

    /**
     * Says against which lists it was screened, and on which day.
     *
     * @param day the day of the screening
     * @param lists the names of the lists
     * @return a changed copy
     */
    public Party screenedAgainst(LocalDate day, String... lists) {
        return screenedAgainst(Given.of(Screening.on(day, lists)));
    }

    /**
     * Says that it was screened against all lists that the loaded packs hold. A list that has no names in them is left open.
     *
     * @return a changed copy
     */
    public Party screenedAll() {
        return screenedAgainst(Screening.ALL);
    }

    /**
     * Against which lists it was screened, or that it is unknown.
     *
     * @param screening the screening
     * @return a changed copy
     */
    public Party screenedAgainst(Given<Screening> screening) {
        return new Party(
                name, country, headquarters, ultimateParent, type, lists, screening, owners, nationality, monthlyUsers);
    }

    /**
     * Who owns it; nobody of interest if there are none.
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
        return new Party(
                name, country, headquarters, ultimateParent, type, lists, screening, owners, nationality, monthlyUsers);
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
        return new Party(
                name,
                this.country,
                headquarters,
                ultimateParent,
                type,
                lists,
                screening,
                owners,
                country,
                monthlyUsers);
    }

    /**
     * How many people use its products in a month, or that it is unknown.
     *
     * @param users the number of monthly users
     * @return a changed copy
     * @throws IllegalArgumentException if the number is negative
     */
    public Party withMonthlyUsers(Given<Long> users) {
        return new Party(
                name, country, headquarters, ultimateParent, type, lists, screening, owners, nationality, users);
    }
}
