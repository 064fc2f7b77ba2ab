package dev.licet.facts;

/**
 * What is provided.
 *
 * @param kind what, and by which way
 */
public record Artifact(TransferKind kind) {}
