package dev.licet.answer;

import java.time.LocalDate;

/**
 * A change of the law: a rule, a list or a figure differs from a day on.
 *
 * @param day the first day on which it holds
 * @param name the id of the rule, or the name of the list or figure
 * @param what what happens on that day, in the present tense, whether the day is past or to come
 */
public record LegalChange(LocalDate day, String name, String what) {}
