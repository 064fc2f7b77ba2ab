package dev.licet;

/**
 * A step of a model's lineage: the model it was made from, and how.
 *
 * @param relation how it was made
 * @param operations the operations that this step added, where known
 * @param model the model it was made from
 */
public record Ancestor(Relation relation, Given<Operations> operations, Model model) {

    /**
     * A step whose added operations are not stated.
     *
     * @param relation how the model was made
     * @param model the model it was made from
     * @return the step
     */
    public static Ancestor of(Relation relation, Model model) {
        return new Ancestor(relation, Given.unstated(), model);
    }
}
