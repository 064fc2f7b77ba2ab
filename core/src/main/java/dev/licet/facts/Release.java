package dev.licet.facts;

/** How a model is released: who can have its weights. It says nothing of the license's openness. */
public enum Release {
    /** Used inside the developer's company only. */
    INTERNAL,
    /** Given to vetted partners only. */
    TRUSTED_ACCESS,
    /** Served by an application or a programming interface; the weights stay with the provider. */
    HOSTED,
    /** Weights are given under a signed contract. */
    WEIGHTS_NEGOTIATED,
    /** Weights can be downloaded after the owner has approved each request. */
    WEIGHTS_GATED_MANUAL,
    /** Weights can be downloaded after terms are accepted by a click. */
    WEIGHTS_GATED_AUTO,
    /** Weights can be downloaded by the public. */
    WEIGHTS_PUBLIC
}
