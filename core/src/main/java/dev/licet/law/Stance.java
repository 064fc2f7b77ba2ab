package dev.licet.law;

/** Which law is asked for, where the text in the book and the announced practice differ. */
public enum Stance {
    /** The text as it stands, whether or not its enforcement is announced as stopped. */
    AS_WRITTEN,
    /** The text less the rules whose enforcement is announced as stopped. */
    AS_ENFORCED
}
