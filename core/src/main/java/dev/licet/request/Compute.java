package dev.licet.request;

import dev.licet.json.CanonicalJson;

/**
 * Training compute in FLOP, exact or as a range, since it is often only an estimate.
 *
 * @param atLeast the least it can be, in FLOP
 * @param atMost the most it can be, in FLOP; may be {@link Double#POSITIVE_INFINITY}
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
     * An exact number.
     *
     * @param compute the compute, in FLOP
     * @return the compute
     * @throws IllegalArgumentException if the number is negative or not finite
     */
    public static Compute of(double compute) {
        return new Compute(compute, compute);
    }

    /**
     * A range, both ends included.
     *
     * @param atLeast the least it can be, in FLOP
     * @param atMost the most it can be, in FLOP; may be {@link Double#POSITIVE_INFINITY}
     * @return the range
     * @throws IllegalArgumentException if a number is negative or the range ends before it begins
     */
    public static Compute between(double atLeast, double atMost) {
        return new Compute(atLeast, atMost);
    }

    /**
     * The sum of two amounts: of two ranges, the range from the sum of the least to the sum of the most.
     *
     * @param other the amount to add
     * @return the sum
     */
    public Compute plus(Compute other) {
        return new Compute(atLeast + other.atLeast, atMost + other.atMost);
    }

    /**
     * The compute as a person writes it, such as {@code 1e26} or {@code 1e25 to 3e25}.
     *
     * @return the number or range, in FLOP, without the unit
     */
    public String inWords() {
        return atLeast == atMost
                ? inWords(atLeast)
                : inWords(atLeast) + (Double.isInfinite(atMost) ? " or more" : " to " + inWords(atMost));
    }

    /**
     * A number of FLOP as a person writes it: as RFC 8785 does, such as {@code 1e26}, without its plus sign.
     *
     * @param count the number, finite
     * @return the number, without the unit
     */
    public static String inWords(double count) {
        return CanonicalJson.number(count).replace("e+", "e");
    }
}
