package dev.licet.facts;

import java.util.Set;

/**
 * The part of the destination.
 *
 * @param lists the lists of regions it is on that day
 */
public record Region(Set<String> lists) implements Listed {}
