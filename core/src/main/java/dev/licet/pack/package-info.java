/**
 * Reads packs: rule files, lists and figures, from a folder or from the class path, and refuses what is not sound. Parses with
 * Drools; compiles and decides nothing.
 */
@NullMarked
package dev.licet.pack;

import org.jspecify.annotations.NullMarked;
