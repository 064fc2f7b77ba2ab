package dev.licet.request;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks that several records share. */
final class Checks {
    private Checks() {}

    static void notBlank(String what, String value) {
        if (value.strip().equalsIgnoreCase("unknown")) {
            throw new IllegalArgumentException(
                    "The %s (%s) is the word for what is not known.\nMaybe say so with Given.unknown()."
                            .formatted(what, value));
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "The %s (%s) is blank.\nMaybe leave it out, or say that it is unknown.".formatted(what, value));
        }
    }

    static void percentage(String what, Given<Double> share) {
        double percent = share.value().orElse(0.0);
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "The %s (%s) is not a percentage.\nMaybe write a number from 0 to 100.".formatted(what, percent));
        }
    }

    /** The shares of the owners of one party cannot be more than all of it. */
    static void shares(String of, Given<List<Owner>> owners) {
        double held = 0;
        for (Owner owner : owners.value().orElse(List.of())) {
            held += owner.share().value().orElse(0.0);
        }
        if (held > 100.000001) {
            throw new IllegalArgumentException(
                    "The shares of the owners of the party (%s) add up to (%s) percent.\nMaybe a share is counted twice."
                            .formatted(of, held));
        }
    }

    /** An unmodifiable copy in natural order, so that the order in which a caller states things never shows. */
    static <T extends Comparable<T>> Set<T> ordered(Collection<T> values) {
        return values.size() < 2 ? Set.copyOf(values) : Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
