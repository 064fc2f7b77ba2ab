package dev.licet.law;

/** What a rule does when it applies. */
public enum Effect {
    /** Prohibits it, with no authorization on offer. */
    PROHIBIT(Outcome.PROHIBITED),
    /** Requires somebody's authorization first. */
    REQUIRE_LICENSE(Outcome.LICENSE_REQUIRED),
    /** Raises a red flag that a person must resolve. */
    FLAG(Outcome.UNDETERMINED),
    /** Imposes an obligation. */
    IMPOSE(Outcome.CONDITIONAL);

    private final Outcome outcome;

    Effect(Outcome outcome) {
        this.outcome = outcome;
    }

    /**
     * The outcome that a rule with this effect leads to when it applies.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }
}
