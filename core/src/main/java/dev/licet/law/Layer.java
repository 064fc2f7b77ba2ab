package dev.licet.law;

/** Whose law, contract or policy a rule is. A contract bar is not law and is never shown as law. */
public enum Layer {
    /** Export control law of the exporter's or the item's country. */
    EXPORT_LAW("export law"),
    /** Sanctions and embargoes. */
    SANCTIONS("sanctions"),
    /** What the law of the receiving country requires. */
    DESTINATION_LAW("law of the destination"),
    /** The terms and country list of the model's provider. */
    PROVIDER_TERMS("provider's terms"),
    /** The license under which the weights are given. */
    MODEL_LICENSE("model license"),
    /** The recipient's own rules about what it may use. */
    RECIPIENT_POLICY("recipient's policy"),
    /** The company's own policy. */
    HOUSE_POLICY("house policy");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /**
     * The layer as it is named in explanations.
     *
     * @return a lower-case English noun
     */
    public String label() {
        return label;
    }
}
