package dev.licet.request;

/** How a model descends from another one. */
public enum Relation {
    /** Trained further from its weights for a task. */
    FINE_TUNE,
    /** Trained further from its weights as in pre-training. */
    CONTINUED_PRETRAINING,
    /** Its weights merged with others. */
    MERGE,
    /** Its weights in a smaller number format. */
    QUANTIZATION,
    /** Weights that are added to it. */
    ADAPTER,
    /** Trained on its output. */
    DISTILLATION,
    /** Only its architecture was followed; no weights and no output of it were used. */
    ARCHITECTURE_ONLY,
    /** A relation that is not known. */
    UNKNOWN;

    /**
     * Whether the descendant's weights were made from the ancestor's.
     *
     * @return true if they were; false for {@link #UNKNOWN} too
     */
    public boolean carriesWeights() {
        return switch (this) {
            case FINE_TUNE, CONTINUED_PRETRAINING, MERGE, QUANTIZATION, ADAPTER -> true;
            case DISTILLATION, ARCHITECTURE_ONLY, UNKNOWN -> false;
        };
    }
}
