package dev.licet.facts;

import dev.licet.Kind;

/**
 * What is provided.
 *
 * @param kind what, and by which way
 */
public record Artifact(Kind kind) {}
