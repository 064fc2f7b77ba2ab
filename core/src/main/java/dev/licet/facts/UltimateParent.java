package dev.licet.facts;

import java.util.Set;

/**
 * Where the headquarters of the recipient's ultimate parent is.
 *
 * @param country ISO 3166-1 alpha-2
 * @param lists the lists it is on that day
 */
public record UltimateParent(String country, Set<String> lists) implements Place {}
