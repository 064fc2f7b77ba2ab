/**
 * What a rule file may say: the facts it matches, the constants it compares them with, and the verbs of its right side. Every
 * rule file imports this package and no other.
 *
 * <p>Each fact is one idea. The engine shows the rules the fact as stated or assumed, and beside an assumed or unknown one each
 * other value it could have; a rule need not care which it sees.
 */
@NullMarked
package dev.licet.facts;

import org.jspecify.annotations.NullMarked;
