package dev.licet.facts;

import java.util.Set;

/**
 * The licenses that the weights are under: their own, and those of the weights they were made from.
 *
 * @param lists the lists of licenses that they are on that day
 * @param unlisted whether one of the licenses is on no list
 */
public record Licenses(Set<String> lists, boolean unlisted) implements Listed {}
