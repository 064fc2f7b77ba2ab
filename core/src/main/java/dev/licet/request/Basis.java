package dev.licet.request;

/** On what a fact rests. */
public enum Basis {
    /** The caller stated it. */
    STATED,
    /** The caller said nothing and it is ordinarily so; the decision reports the presumption where it mattered. */
    PRESUMED,
    /** One of the values that a presumed or unknown fact could have. */
    POSSIBLE
}
