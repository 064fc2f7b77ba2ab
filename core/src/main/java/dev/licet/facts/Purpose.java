package dev.licet.facts;

/**
 * What the recipient uses the model for.
 *
 * @param endUse the end use
 */
public record Purpose(EndUse endUse) {}
