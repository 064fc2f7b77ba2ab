package dev.licet.facts;

import java.util.Set;

/**
 * What the weights of the model were made from, at any remove; a model that it learned from, or whose architecture it follows, is
 * not among that.
 *
 * @param truths what rules ask of it and is true: the method's name and arguments, joined by {@code |}
 */
public record Ancestry(Set<String> truths) {

    /**
     * Whether the weights were made from other weights.
     *
     * @return true if they were
     */
    public boolean derived() {
        return truths.contains("derived|");
    }

    /**
     * Whether weights that are not published, and that were made in a country, are among what it was made from.
     *
     * @param code ISO 3166-1 alpha-2
     * @return true if there are such
     */
    public boolean unpublishedFrom(String code) {
        return truths.contains("unpublishedFrom|" + code);
    }
}
