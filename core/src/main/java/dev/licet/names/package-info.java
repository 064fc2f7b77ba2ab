/**
 * Resolves names: of models, providers, parties, licenses, regions and countries. Pure functions over tables that are made once
 * for the law of a day; reads no clock and decides nothing.
 */
@NullMarked
package dev.licet.names;

import org.jspecify.annotations.NullMarked;
