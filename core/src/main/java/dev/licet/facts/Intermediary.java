package dev.licet.facts;

import java.util.Set;

/**
 * Who stands between exporter and recipient. Assumed to be nobody.
 *
 * @param lists the lists of parties that it is on that day, as screened or by its name
 * @param truths what else rules ask of it and is true
 */
public record Intermediary(Set<String> lists, Set<String> truths) implements Involved {}
