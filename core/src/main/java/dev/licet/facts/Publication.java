package dev.licet.facts;

/**
 * Who can have the model's weights.
 *
 * @param release how the model is released
 */
public record Publication(Release release) {

    /**
     * Whether the public can download the weights with no one's leave.
     *
     * @return true for public weights
     */
    public boolean published() {
        return release == Release.WEIGHTS_PUBLIC;
    }

    /**
     * Whether the weights can be downloaded once a request or a click has been accepted, so that it is open whether they are
     * published.
     *
     * @return true for gated weights
     */
    public boolean gated() {
        return release == Release.WEIGHTS_GATED_AUTO || release == Release.WEIGHTS_GATED_MANUAL;
    }

    /**
     * Whether the public cannot have the weights.
     *
     * @return true for what is neither published nor gated
     */
    public boolean closed() {
        return !published() && !gated();
    }
}
