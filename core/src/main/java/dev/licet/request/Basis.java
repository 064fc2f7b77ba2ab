package dev.licet.request;

/** On what a fact rests. */
public enum Basis {
    /** The caller stated it. */
    STATED,
    /** The caller said nothing and it is ordinarily so; the decision reports the assumption where it mattered. */
    ASSUMED,
    /** One of the values that an assumed or unknown fact could have. */
    POSSIBLE
}
