package dev.licet.names;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of a dated table of names: between two days, one name means another. The canonical name itself needs no row.
 *
 * @param type what the name is the name of
 * @param canonical the name that rules and lists use, or {@link #NONE} or {@link #UNKNOWN}
 * @param alias another way to write it
 * @param since the first day on which it means that
 * @param until the day on which that ends, itself outside; empty if open
 * @param source where that was read
 */
public record Alias(
        NameType type, String canonical, String alias, LocalDate since, Optional<LocalDate> until, String source) {

    /** In place of a canonical name: the alias looks like the name of something on a list, and is not. */
    public static final String NONE = "none";

    /** In place of a canonical name: the alias says that nobody knows. */
    public static final String UNKNOWN = "unknown";

    /**
     * Checks the row.
     *
     * @throws IllegalArgumentException if a name has no letter and no digit, or no day is between the two days
     */
    public Alias {
        for (String name : new String[] {canonical, alias}) {
            if (Spelling.words(name).isEmpty()) {
                throw new IllegalArgumentException(
                        "The name (%s) has no letter and no digit.\nMaybe it is misspelt.".formatted(name));
            }
        }
        if (until.isPresent() && !since.isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "The alias (%s) holds on no day from %s to %s.\nMaybe the two days are exchanged; the last is exclusive."
                            .formatted(alias, since, until.get()));
        }
    }

    Alias withAlias(String other) {
        return new Alias(type, canonical, other, since, until, source);
    }

    boolean isReserved() {
        return canonical.equals(NONE) || canonical.equals(UNKNOWN);
    }
}
