package dev.licet.facts;

import java.util.Set;

/**
 * Which lists of parties the intermediary is on.
 *
 * @param lists the lists it is on that day, as screened or by its name
 */
public record Intermediary(Set<String> lists) implements Listed {}
