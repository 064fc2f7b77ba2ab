package dev.licet.facts;

import java.util.Set;

/**
 * How many people use the recipient's products in a month.
 *
 * @param reached the names of the figures of that day that it exceeds
 */
public record Users(Set<String> reached) {

    /**
     * Whether the users are more than a figure.
     *
     * @param figure the figure's name
     * @return true if they are
     */
    public boolean exceed(String figure) {
        return reached.contains(figure);
    }
}
