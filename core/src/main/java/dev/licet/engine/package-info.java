/**
 * Decides: the law of a day, the facts of a request with their possible values, and which rules apply whatever the unknown ones
 * are. The one room in which Drools judges; no user calls it.
 */
@NullMarked
package dev.licet.engine;

import org.jspecify.annotations.NullMarked;
