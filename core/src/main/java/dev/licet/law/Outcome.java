package dev.licet.law;

/** The answer of a decision, mildest first; only {@link #PERMITTED} is a yes. */
public enum Outcome {
    /** On the facts that were stated, no rule is against it. */
    PERMITTED,
    /** Permitted if the listed obligations are met and the listed assumptions are true. */
    CONDITIONAL,
    /** A fact that matters is not known, or a red flag is not resolved; the questions are listed. */
    UNDETERMINED,
    /** Somebody's authorization is needed first: a license, a filing, a permission. */
    LICENSE_REQUIRED,
    /** It may not proceed; no authorization is on offer. */
    PROHIBITED;

    /**
     * Whether this outcome is stricter than another.
     *
     * @param other the outcome to compare with
     * @return true if this one is stricter
     */
    public boolean stricterThan(Outcome other) {
        return compareTo(other) > 0;
    }

    /**
     * The stricter of two outcomes.
     *
     * @param other the outcome to compare with
     * @return this or the other
     */
    public Outcome strictest(Outcome other) {
        return stricterThan(other) ? this : other;
    }
}
