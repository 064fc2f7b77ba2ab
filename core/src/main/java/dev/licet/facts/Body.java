package dev.licet.facts;

/**
 * What sort of person or body the recipient is.
 *
 * @param type the sort
 */
public record Body(RecipientType type) {}
