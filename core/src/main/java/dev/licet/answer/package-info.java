/**
 * The answer: a decision with its reasons, the questions it leaves open, the comparisons and pictures made of decisions, and the
 * writers that put all of it into words and records.
 */
@NullMarked
package dev.licet.answer;

import org.jspecify.annotations.NullMarked;
