package dev.licet.facts;

/** What sort of person or body a recipient is. */
public enum RecipientType {
    /** A company or other private body. */
    COMPANY,
    /** A natural person. */
    INDIVIDUAL,
    /** A university or research body. */
    RESEARCH,
    /** A government or one of its agencies. */
    GOVERNMENT,
    /** Armed forces or those that serve them. */
    MILITARY,
    /** Military intelligence. */
    MILITARY_INTELLIGENCE,
    /** Nobody in particular: the public. */
    PUBLIC
}
