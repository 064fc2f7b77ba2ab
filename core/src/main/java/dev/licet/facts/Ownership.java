package dev.licet.facts;

import java.util.Set;

/**
 * How much of the recipient is held by whom, directly and indirectly, shares added up.
 *
 * @param truths what rules ask of it and is true: the method's name and arguments, joined by {@code |}
 */
public record Ownership(Set<String> truths) {

    /**
     * Whether owners on a list of parties hold together as much as a figure, or more.
     *
     * @param list the list's name
     * @param figure the figure's name, in percent
     * @return true if they do
     */
    public boolean heldBy(String list, String figure) {
        return truths.contains("heldBy|" + list + "|" + figure);
    }

    /**
     * Whether an owner is on a list of parties, whatever its share.
     *
     * @param list the list's name
     * @return true if one is
     */
    public boolean includes(String list) {
        return truths.contains("includes|" + list);
    }

    /**
     * Whether owners seated in countries on a list hold together more than a figure.
     *
     * @param list the list's name
     * @param figure the figure's name, in percent
     * @return true if they do
     */
    public boolean seatedIn(String list, String figure) {
        return truths.contains("seatedIn|" + list + "|" + figure);
    }

    /**
     * Whether owners seated in countries that are not on a list hold together more than a figure.
     *
     * @param list the list's name
     * @param figure the figure's name, in percent
     * @return true if they do
     */
    public boolean seatedOutside(String list, String figure) {
        return truths.contains("seatedOutside|" + list + "|" + figure);
    }
}
