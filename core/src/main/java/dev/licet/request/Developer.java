package dev.licet.request;

/**
 * Who made a model, and where it is established.
 *
 * @param name the developer's name, free text
 * @param country where it is established
 */
public record Developer(String name, Given<Country> country) {

    /**
     * The name of a developer of whom only the country is stated.
     */
    public static final String UNNAMED = "unnamed";

    /**
     * A developer in a known country.
     *
     * @param name the developer's name
     * @param country ISO 3166-1 alpha-2
     * @return the developer
     * @throws IllegalArgumentException if the country is not a code
     */
    public static Developer of(String name, String country) {
        return new Developer(name, Given.of(Country.of(country)));
    }
}
