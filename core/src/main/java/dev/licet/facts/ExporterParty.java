package dev.licet.facts;

import java.util.Set;

/**
 * Who the exporter is, beside its country. The exporter is who asks: what is not stated of it is not against it.
 *
 * @param lists the lists of parties that it is on that day, as screened or by its name
 * @param truths what else rules ask of it and is true
 */
public record ExporterParty(Set<String> lists, Set<String> truths) implements Involved {}
