package dev.licet.facts;

/** A country as rules see it. */
public sealed interface Place permits Destination, Residence, Headquarters, UltimateParent, Nationality {

    /**
     * The country's code, for the words of a rule.
     *
     * @return ISO 3166-1 alpha-2
     */
    String country();

    /**
     * The lists it is on that day.
     *
     * @return names of lists
     */
    java.util.Set<String> lists();

    /**
     * Whether it is on a list of countries that day.
     *
     * @param list the list's name
     * @return true if it is
     */
    default boolean on(String list) {
        return lists().contains(list);
    }

    /**
     * Whether it is one country.
     *
     * @param code ISO 3166-1 alpha-2
     * @return true if it is
     */
    default boolean is(String code) {
        return country().equals(code);
    }
}
