package dev.licet.facts;

/** A country as rules see it. */
public sealed interface Place extends Listed permits Destination, Residence, Headquarters, UltimateParent, Nationality {

    /**
     * The country's code, for the words of a rule.
     *
     * @return ISO 3166-1 alpha-2
     */
    String country();

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
