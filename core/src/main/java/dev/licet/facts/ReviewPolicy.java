package dev.licet.facts;

/** How an application for a license is reviewed, strictest first. */
public enum ReviewPolicy {
    /** Applications are denied. */
    DENIAL("policy of denial"),
    /** Applications are denied unless the applicant overcomes that presumption. */
    PRESUMPTION_OF_DENIAL("presumption of denial"),
    /** Each application is evaluated on its own. */
    CASE_BY_CASE("case by case"),
    /** Applications are granted unless there is a reason against it. */
    PRESUMPTION_OF_APPROVAL("presumption of approval"),
    /** The law or contract states no policy of review. */
    NOT_STATED("no review policy stated");

    private final String label;

    ReviewPolicy(String label) {
        this.label = label;
    }

    /**
     * The policy as it is named in explanations.
     *
     * @return a lower-case English phrase
     */
    public String label() {
        return label;
    }
}
