package dev.licet.facts;

/**
 * A definition that another rule has found to hold, so that "subject to the regulations" is written once.
 *
 * @param name the term's name
 */
public record Term(String name) {

    /**
     * Whether it is a certain term.
     *
     * @param term the term's name
     * @return true if it is
     */
    public boolean is(String term) {
        return name.equals(term);
    }
}
