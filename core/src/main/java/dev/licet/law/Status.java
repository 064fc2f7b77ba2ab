package dev.licet.law;

/** What holds for a rule on a day inside its window. */
public enum Status {
    /** It binds. */
    IN_FORCE,
    /** Its text is still law, but it was announced that nobody enforces it: binds {@link Stance#AS_WRITTEN} only. */
    NOT_ENFORCED,
    /** An instrument of law has set it aside for a time: binds under neither stance and comes back by itself. */
    SUSPENDED,
    /** A plan, a bill, or a rule whose compliance day has not come: never binds, is reported beside the decision. */
    PENDING;

    /**
     * Whether a rule with this status binds.
     *
     * @param stance under which stance
     * @return true if it does
     */
    public boolean binds(Stance stance) {
        return this == IN_FORCE || this == NOT_ENFORCED && stance == Stance.AS_WRITTEN;
    }
}
