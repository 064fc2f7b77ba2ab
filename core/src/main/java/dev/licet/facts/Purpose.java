package dev.licet.facts;

import dev.licet.EndUse;

/**
 * What the recipient uses the model for.
 *
 * @param endUse the end use
 */
public record Purpose(EndUse endUse) {}
