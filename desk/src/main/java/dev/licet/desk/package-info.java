/** The compliance desk: the command line {@code licet}. */
@NullMarked
package dev.licet.desk;

import org.jspecify.annotations.NullMarked;
