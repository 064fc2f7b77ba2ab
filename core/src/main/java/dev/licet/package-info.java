/**
 * The face of Licet: {@link dev.licet.Licet} decides, {@link dev.licet.RulePack} is what it decides by.
 *
 * <p>Nothing in this library takes or returns null, reads a clock, or keeps state between decisions.
 */
@NullMarked
package dev.licet;

import org.jspecify.annotations.NullMarked;
