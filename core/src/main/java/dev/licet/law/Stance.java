package dev.licet.law;

/** Which law is asked for, where the text and its announced enforcement differ. */
public enum Stance {
    /** The text as it is, whether or not its enforcement is announced as stopped. */
    AS_WRITTEN,
    /** The text less the rules whose enforcement is announced as stopped. */
    AS_ENFORCED
}
