/**
 * The vocabulary: one declaration for each fact that rules match, the conditions that rules put on facts, and the views of a
 * lineage that facts are worked out from. Called by those who read rule files and by the engine; no user calls it.
 */
@NullMarked
package dev.licet.vocabulary;

import org.jspecify.annotations.NullMarked;
