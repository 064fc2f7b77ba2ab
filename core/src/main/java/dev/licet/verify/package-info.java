/**
 * The second reader: checks a record without rule engine and packs. It uses nothing of the other rooms but canonical JSON, so
 * that a fault of the engine is not repeated here.
 */
@NullMarked
package dev.licet.verify;

import org.jspecify.annotations.NullMarked;
