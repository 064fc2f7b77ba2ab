package dev.licet.facts;

import java.util.Set;

/** A party of a transfer that is not its recipient. What is asked of nobody is never true. */
public sealed interface Involved extends Listed permits ExporterParty, Intermediary {

    /**
     * What rules ask of it and is true: the method's name and arguments, joined by {@code |}.
     *
     * @return the answers
     */
    Set<String> truths();

    /**
     * Whether it is, has its headquarters, has its ultimate parent or is a national in a country on a list.
     *
     * @param list the list's name
     * @return true if any of these countries is on it
     */
    default boolean basedIn(String list) {
        return truths().contains("basedIn|" + list);
    }

    /**
     * Whether it is, has its headquarters, has its ultimate parent or is a national in a country that is not on a list.
     *
     * @param list the list's name
     * @return true if any of these countries is not on it
     */
    default boolean basedOutside(String list) {
        return truths().contains("basedOutside|" + list);
    }

    /**
     * Whether its headquarters is in a country on a list.
     *
     * @param list the list's name
     * @return true if it is
     */
    default boolean headquarteredIn(String list) {
        return truths().contains("headquarteredIn|" + list);
    }

    /**
     * Whether it is of a type.
     *
     * @param type the type
     * @return true if it is
     */
    default boolean ofType(RecipientType type) {
        return truths().contains("ofType|" + type.name());
    }

    /**
     * Whether more people than a figure use its products in a month.
     *
     * @param figure the figure's name
     * @return true if more do
     */
    default boolean usersExceed(String figure) {
        return truths().contains("usersExceed|" + figure);
    }

    /**
     * Whether an owner of it, at any depth, is on a list of parties, whatever its share.
     *
     * @param list the list's name
     * @return true if one is
     */
    default boolean ownedBy(String list) {
        return truths().contains("ownedBy|" + list);
    }

    /**
     * Whether owners on a list of parties hold together as much as a figure, or more; counted as in {@link Ownership#heldBy}.
     *
     * @param list the list's name
     * @param figure the figure's name, in percent
     * @return true if they do
     */
    default boolean heldBy(String list, String figure) {
        return truths().contains("heldBy|" + list + "|" + figure);
    }

    /**
     * Whether owners seated in countries that are not on a list hold together more than a figure; counted as in {@link
     * Ownership#seatedOutside}.
     *
     * @param list the list's name
     * @param figure the figure's name, in percent
     * @return true if they do
     */
    default boolean seatedOutside(String list, String figure) {
        return truths().contains("seatedOutside|" + list + "|" + figure);
    }
}
