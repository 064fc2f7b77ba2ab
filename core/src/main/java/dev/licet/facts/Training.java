package dev.licet.facts;

import java.util.Set;

/**
 * The operations of the model's training, counted with those of its lineage.
 *
 * @param reached the figures of that day that they reach
 */
public record Training(Set<String> reached) {

    /**
     * Whether the operations are as many as a figure, or more.
     *
     * @param figure the figure's name
     * @return true if they are
     */
    public boolean reaches(String figure) {
        return reached.contains(figure);
    }
}
