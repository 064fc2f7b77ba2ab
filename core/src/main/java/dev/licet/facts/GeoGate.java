package dev.licet.facts;

/**
 * Whether the place from which the weights are given refuses the destination.
 *
 * @param refuses true if so
 */
public record GeoGate(boolean refuses) {}
