package dev.licet.facts;

/** How an application for a license is reviewed, strictest first. */
public enum ReviewPolicy {
    /** Applications are denied. */
    DENIAL,
    /** Applications are denied unless the applicant overcomes that presumption. */
    PRESUMPTION_OF_DENIAL,
    /** Each application is evaluated on its own. */
    CASE_BY_CASE,
    /** Applications are granted unless there is a reason against it. */
    PRESUMPTION_OF_APPROVAL,
    /** The law or contract states no policy of review. */
    NOT_STATED
}
