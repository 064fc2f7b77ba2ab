package dev.licet;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Checks that several records share. */
final class Checks {
    private Checks() {}

    static void notBlank(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "The %s (%s) is blank.\nMaybe leave it out, or say that it is unknown.".formatted(what, value));
        }
    }

    /** An unmodifiable copy in natural order, so that the order in which a caller states things never shows. */
    static <T extends Comparable<T>> Set<T> ordered(Collection<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
