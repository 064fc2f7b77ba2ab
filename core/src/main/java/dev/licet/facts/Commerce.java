package dev.licet.facts;

/**
 * Whether the recipient uses the model in commerce.
 *
 * @param commercial true if so
 */
public record Commerce(boolean commercial) {}
