package dev.licet.vocabulary;

import dev.licet.request.Given;
import dev.licet.request.Screening;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of the lists that somebody is on. A name on a list and a list that is stated put it there, and on the lists that those
 * lie within. Only a screening clears a list: one against that list, or against one that it lies within. A screening against all lists
 * clears those that name somebody. It must not be older than the last change of the list. Where lists are stated to be none and no
 * screening is, it was screened against everything.
 *
 * @param known the lists that it is on
 * @param found what is stated of the lists on which it was found
 * @param screening what is stated of the screening
 */
record Listing(Set<String> known, Given<Set<String>> found, Given<Screening> screening, RulesOfDay law) {

    static Listing of(Collection<String> names, Given<Set<String>> found, Given<Screening> screening, RulesOfDay law) {
        var known = new TreeSet<String>();
        names.forEach(name -> known.addAll(law.listsOf(Subject.PARTY, name)));
        found.value().ifPresent(lists -> known.addAll(law.implied(lists)));
        return new Listing(known, found, screening, law);
    }

    /** Whether it is on a list; empty if that is not known. What is left out is harmless, if it may be assumed so. */
    Optional<Boolean> on(String list, boolean assume) {
        if (known.contains(list)) {
            return Optional.of(true);
        }
        return clears(list) || assume && mayBeAssumed() ? Optional.of(false) : Optional.empty();
    }

    /** Whether nothing is said to be unknown. */
    boolean mayBeAssumed() {
        return said(found) && said(screening);
    }

    private static boolean said(Given<?> given) {
        return given.isUnstated() || given.value().isPresent();
    }

    boolean clears(String list) {
        if (screening.isUnstated()) {
            return found.value().filter(Set::isEmpty).isPresent();
        }
        Map<String, Optional<LocalDate>> screened =
                screening.value().map(Screening::lists).orElse(Map.of());
        return said(found)
                && law.implied(Set.of(list)).stream()
                        .anyMatch(wider -> !known.contains(wider) && screened(wider, screened));
    }

    private boolean screened(String list, Map<String, Optional<LocalDate>> screened) {
        String name = screened.containsKey(list) || !law.namesAnybody(list) ? list : Screening.ALL;
        return screened.containsKey(name)
                && screened.get(name).filter(day -> law.differsOn(list, day)).isEmpty();
    }
}
