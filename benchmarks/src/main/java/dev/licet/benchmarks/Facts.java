package dev.licet.benchmarks;

/** Whether what is asked about was asked about before. */
public enum Facts {
    /** The same thousand again and again, each the same object. */
    SEEN,
    /** The same thousand again and again, each time made anew, as a service meets them: equal, and not the same object. */
    EQUAL,
    /** A model, a recipient and compute that nobody has asked about; all else is drawn anew too. */
    NEW
}
