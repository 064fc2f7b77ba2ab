package dev.licet.request;

/** Who ordinarily checks whether an assumption is true. */
public enum Check {
    /** Screening of parties and of those who own them. */
    SCREENING,
    /** What the customer states of itself: place, type, use. */
    CUSTOMER_FORM,
    /** Those who know the model: compute, release, lineage, licenses. */
    ENGINEERING,
    /** Counsel: classifications, and law, terms and policies that no loaded pack holds. */
    COUNSEL
}
