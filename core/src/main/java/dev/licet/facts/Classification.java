package dev.licet.facts;

/**
 * The entry of a control list under which the item was classified, or what sort of software it is part of.
 *
 * @param entry the entry; empty if none
 */
public record Classification(String entry) {

    /**
     * Whether it is a certain entry.
     *
     * @param name the entry
     * @return true if it is
     */
    public boolean is(String name) {
        return entry.equals(name);
    }
}
