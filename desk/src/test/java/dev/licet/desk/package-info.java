@NullMarked
package dev.licet.desk;

import org.jspecify.annotations.NullMarked;
