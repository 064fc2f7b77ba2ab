package dev.licet.request;

/**
 * A step of a model's lineage: the model it was made from, and how.
 *
 * @param relation how it was made
 * @param compute the compute that this step added, in FLOP
 * @param share for a distillation, the share of the training that was on the other model's output, in percent, 0 to 100
 * @param generation for a distillation, the compute by which that output was generated, in FLOP
 * @param model the model it was made from
 */
public record Ancestor(
        Relation relation, Given<Compute> compute, Given<Double> share, Given<Compute> generation, Model model) {

    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException if the share is not between 0 and 100
     */
    public Ancestor {
        Checks.percentage("share of the training on output of (%s)".formatted(model.name()), share);
    }

    /**
     * A step whose added compute is not stated.
     *
     * @param relation how the model was made
     * @param model the model it was made from
     * @return the step
     */
    public static Ancestor of(Relation relation, Model model) {
        return new Ancestor(relation, Given.unstated(), Given.unstated(), Given.unstated(), model);
    }
}
