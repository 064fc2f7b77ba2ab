package dev.licet.facts;

/** Red flags: circumstances that a person must clear up before a transfer goes on. */
public enum RedFlag {
    /** The connection comes through a proxy, a VPN or a reseller's relay. */
    PROXY,
    /** Payment, telephone, address and connection do not point to the same country. */
    MISMATCHED_LOCATION,
    /** Many accounts are opened or used by one hand. */
    ACCOUNT_FARMING,
    /** The recipient is evasive about what it will use the model for. */
    EVASIVE_END_USE,
    /** The recipient is evasive about where the model goes next. */
    EVASIVE_DESTINATION,
    /** The request does not fit the recipient's line of business. */
    MISMATCHED_BUSINESS,
    /** The recipient has no business background that can be found. */
    NO_BUSINESS_BACKGROUND,
    /** A forwarder, or an odd route, takes the place of the end user. */
    ODD_ROUTING,
    /** The ultimate owner or user cannot be made out. */
    UNCERTAIN_OWNER,
    /** Managers are shared with a listed party. */
    LISTED_MANAGEMENT,
    /** The request was taken over from a listed party. */
    TAKEN_OVER_FROM_LISTED,
    /** A listed owner is known, its share is not. */
    LISTED_OWNER_SHARE_UNKNOWN
}
