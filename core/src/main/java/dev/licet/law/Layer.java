package dev.licet.law;

/** Whose law, contract or policy a rule is. A contract bar is not law and is never shown as law. */
public enum Layer {
    /** Export control law of the exporter's or the item's country. */
    EXPORT_LAW,
    /** Sanctions and embargoes. */
    SANCTIONS,
    /** What the law of the receiving country requires. */
    DESTINATION_LAW,
    /** The terms and country list of the model's provider. */
    PROVIDER_TERMS,
    /** The license under which the weights are given. */
    MODEL_LICENSE,
    /** The recipient's own rules about what it may use. */
    RECIPIENT_POLICY,
    /** The company's own policy. */
    HOUSE_POLICY
}
