/**
 * What a caller asks: a model, how it is provided, and what is stated, unknown or left out. Start at
 * {@link dev.licet.request.Request}.
 */
@NullMarked
package dev.licet.request;

import org.jspecify.annotations.NullMarked;
