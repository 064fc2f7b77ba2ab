/**
 * The facts that rule files match on. Rule authors read this package; callers of the library do not need it.
 *
 * <p>Each fact is one idea. A decision puts into the rules' working memory the fact as stated, the fact as presumed, and
 * beside a presumed or unknown one each other value it could have; a rule need not care which it sees.
 */
@NullMarked
package dev.licet.facts;

import org.jspecify.annotations.NullMarked;
