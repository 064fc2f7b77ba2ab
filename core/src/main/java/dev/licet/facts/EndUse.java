package dev.licet.facts;

/** What the recipient uses the model for. */
public enum EndUse {
    /** Civil use with none of the purposes below. */
    CIVIL,
    /** Military use. */
    MILITARY,
    /** Use by or for military intelligence. */
    MILITARY_INTELLIGENCE,
    /** Nuclear weapons, missiles, chemical or biological weapons. */
    WEAPONS_OF_MASS_DESTRUCTION,
    /** The civil nuclear industry: power, fuel, reactors. */
    NUCLEAR,
    /** Development or production of a supercomputer. */
    SUPERCOMPUTER,
    /** Training a model that competes with the provider's, distillation from its output included. */
    COMPETING_MODEL,
    /** Training another model that does not compete with the provider's. */
    MODEL_TRAINING,
    /** Surveillance of persons. */
    SURVEILLANCE
}
