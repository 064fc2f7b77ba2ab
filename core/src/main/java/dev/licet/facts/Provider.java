package dev.licet.facts;

import java.util.Set;

/**
 * Who provides the model: the exporter by its name, or the developers where no exporter is named.
 *
 * @param lists the lists of parties that it is on that day
 */
public record Provider(Set<String> lists) implements Listed {}
