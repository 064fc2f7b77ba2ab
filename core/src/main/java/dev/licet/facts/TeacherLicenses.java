package dev.licet.facts;

import java.util.Set;

/**
 * The licenses of the models on whose output the model was trained.
 *
 * @param lists the lists of licenses that they are on that day
 */
public record TeacherLicenses(Set<String> lists) implements Listed {}
