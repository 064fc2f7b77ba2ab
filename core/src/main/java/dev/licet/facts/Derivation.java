package dev.licet.facts;

import java.util.Set;

/**
 * Whether the model was made from published weights with little training of its own.
 *
 * @param truths what holds, as the method writes it
 */
public record Derivation(Set<String> truths) {

    /**
     * Whether it was made from published weights and added no more operations than the larger of a number and a share of all its
     * counted operations.
     *
     * @param operations the name of the figure, in operations
     * @param share the name of the figure, in percent
     * @return true if so
     */
    public boolean within(String operations, String share) {
        return truths.contains("within|" + operations + "|" + share);
    }
}
