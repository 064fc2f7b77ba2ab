package dev.licet.facts;

import java.util.Set;

/**
 * The most recent nationality or permanent residence of a recipient who is a natural person.
 *
 * @param country ISO 3166-1 alpha-2
 * @param lists the lists it is on that day
 */
public record Nationality(String country, Set<String> lists) implements Place {}
