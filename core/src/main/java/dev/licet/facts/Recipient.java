package dev.licet.facts;

import java.util.Set;

/**
 * Which lists of parties the recipient is on.
 *
 * @param lists the lists it is on that day, as screened or by its name
 */
public record Recipient(Set<String> lists) implements Listed {}
