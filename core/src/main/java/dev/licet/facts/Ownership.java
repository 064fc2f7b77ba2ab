package dev.licet.facts;

import java.util.Set;

/**
 * How much of the recipient is held by whom, shares added up.
 *
 * @param truths what rules ask of it and is true: the method's name and arguments, joined by {@code |}
 */
public record Ownership(Set<String> truths) {

    /**
     * Whether owners on a list of parties hold together as much as a figure, or more. An owner that owners on the list hold to that figure
     * counts whole; what they hold through any other does not count.
     *
     * @param list the list's name
     * @param figure the figure's name, in percent
     * @return true if they do
     */
    public boolean heldBy(String list, String figure) {
        return truths.contains("heldBy|" + list + "|" + figure);
    }

    /**
     * Whether an owner, at any depth, is on a list of parties, whatever its share.
     *
     * @param list the list's name
     * @return true if one is
     */
    public boolean includes(String list) {
        return truths.contains("includes|" + list);
    }

    /**
     * Whether owners seated in countries on a list hold together more than a figure. An owner of whom they hold more than the figure counts
     * whole; what they hold through any other is multiplied.
     *
     * @param list the list's name
     * @param figure the figure's name, in percent
     * @return true if they do
     */
    public boolean seatedIn(String list, String figure) {
        return truths.contains("seatedIn|" + list + "|" + figure);
    }

    /**
     * Whether owners seated in countries that are not on a list hold together more than a figure, counted as in {@link #seatedIn}.
     *
     * @param list the list's name
     * @param figure the figure's name, in percent
     * @return true if they do
     */
    public boolean seatedOutside(String list, String figure) {
        return truths.contains("seatedOutside|" + list + "|" + figure);
    }
}
