package dev.licet.facts;

/**
 * Whether the model is offered to the public of the destination.
 *
 * @param offered true if anyone there may use it
 */
public record PublicOffer(boolean offered) {}
