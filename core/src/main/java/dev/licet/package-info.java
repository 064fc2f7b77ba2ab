/**
 * Decides whether an AI model may be provided there, to them, on that day, by that way, and says why.
 *
 * <p>Start at {@link dev.licet.Licet}. Nothing here takes or returns null, reads a clock, or keeps state between decisions.
 */
@NullMarked
package dev.licet;

import org.jspecify.annotations.NullMarked;
