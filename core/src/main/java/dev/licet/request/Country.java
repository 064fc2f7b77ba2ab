package dev.licet.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A country or territory by its ISO 3166-1 alpha-2 code, or XK, the user-assigned code in common use for Kosovo.
 *
 * @param code two upper-case letters
 */
public record Country(String code) implements Comparable<Country> {

    /** In order. */
    private static final Set<String> CODES = codes();

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException if the code is not an ISO 3166-1 alpha-2 code or XK
     */
    public Country {
        if (!CODES.contains(code)) {
            String upper = code.toUpperCase(Locale.ROOT);
            throw new IllegalArgumentException("The country (%s) is not an ISO 3166-1 alpha-2 code.\n".formatted(code)
                    + (CODES.contains(upper)
                            ? "Maybe write %s, in upper case.".formatted(upper)
                            : upper.equals("UK")
                                    ? "Maybe write GB."
                                    : "Maybe it is misspelt, or it is a name: write two letters, such as GB."));
        }
    }

    /**
     * A country by its code.
     *
     * @param code two upper-case letters
     * @return the country
     * @throws IllegalArgumentException if the code is not an ISO 3166-1 alpha-2 code or XK
     */
    public static Country of(String code) {
        return new Country(code);
    }

    /**
     * All codes there are, in order.
     *
     * @return every ISO 3166-1 country and XK
     */
    public static List<Country> all() {
        return CODES.stream().map(Country::new).toList();
    }

    /**
     * Whether a text is the code of a country.
     *
     * @param code the text, in upper case
     * @return true for every ISO 3166-1 alpha-2 code and XK
     */
    public static boolean isCode(String code) {
        return CODES.contains(code);
    }

    private static Set<String> codes() {
        var codes = new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        codes.add("XK");
        return new LinkedHashSet<>(codes);
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
