package dev.licet.request;

import dev.licet.json.CanonicalJson;

/**
 * A count of mathematical compute (FLOP), exact or as a range, since training compute is often only an estimate.
 *
 * @param atLeast the least it can be, in compute
 * @param atMost the most it can be, in compute; may be {@link Double#POSITIVE_INFINITY}
 */
public record Compute(double atLeast, double atMost) {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a bound is negative or not a number, the lower bound is infinite, or the bounds are in
     *     the wrong order
     */
    public Compute {
        if (!(atLeast >= 0) || Double.isInfinite(atLeast) || !(atMost >= 0)) {
            throw new IllegalArgumentException(
                    "The training compute in FLOP (%s to %s) is not a count.\n".formatted(atLeast, atMost)
                            + "Maybe write a positive number such as 3e26, or say that it is unknown.");
        }
        if (atMost < atLeast) {
            throw new IllegalArgumentException(
                    "The range of training compute in FLOP (%s to %s) ends before it begins.\n"
                                    .formatted(atLeast, atMost)
                            + "Maybe the two numbers are exchanged.");
        }
    }

    /**
     * An exact count.
     *
     * @param compute the compute, in FLOP
     * @return the count
     * @throws IllegalArgumentException if the number is negative or not finite
     */
    public static Compute of(double compute) {
        return new Compute(compute, compute);
    }

    /**
     * A range, both ends included.
     *
     * @param atLeast the least it can be
     * @param atMost the most it can be
     * @return the range
     * @throws IllegalArgumentException if a number is negative or the range ends before it begins
     */
    public static Compute between(double atLeast, double atMost) {
        return new Compute(atLeast, atMost);
    }

    public Compute plus(Compute other) {
        return new Compute(atLeast + other.atLeast, atMost + other.atMost);
    }

    /** The count as a person writes it: 1e26, without the plus sign of RFC 8785. */
    public String inWords() {
        return atLeast == atMost
                ? inWords(atLeast)
                : inWords(atLeast) + (Double.isInfinite(atMost) ? " or more" : " to " + inWords(atMost));
    }

    public static String inWords(double count) {
        return CanonicalJson.number(count).replace("e+", "e");
    }
}
