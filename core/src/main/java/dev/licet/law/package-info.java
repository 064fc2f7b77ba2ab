/**
 * What a rule says of itself: whose law it is, since when, with what status and effect; and the outcomes that follow.
 */
@NullMarked
package dev.licet.law;

import org.jspecify.annotations.NullMarked;
