package dev.licet.facts;

import java.util.Set;

/**
 * Whether the model was made from published weights with little training of its own.
 *
 * @param truths what rules ask of it and is true: the method's name and arguments, joined by {@code |}
 */
public record Derivation(Set<String> truths) {

    /**
     * Whether it was made from published weights and added no more compute than the larger of a number and a share of all its
     * counted compute.
     *
     * @param compute the name of the figure, in FLOP
     * @param share the name of the figure, in percent
     * @return true if so
     */
    public boolean within(String compute, String share) {
        return truths.contains("within|" + compute + "|" + share);
    }
}
