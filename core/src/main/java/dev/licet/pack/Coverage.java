package dev.licet.pack;

import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import dev.licet.law.Rule;
import dev.licet.vocabulary.Subject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pack holds of one holder: whose law, terms, license or policy it is, for which transfer kinds, on which days. Where
 * nobody holds it, the silence of the rules says nothing.
 *
 * @param holder a country, a union, a provider, a license, a government; empty for the house's own policy, which has none
 * @param list the names of the holder, if it has others than its own: the countries of a union, the ids of a license
 * @param whole whether silence is an answer; if not, the rules examine single questions of the holder
 * @param with the packs that hold the rest of it; without them it is not whole
 * @param until the first day for which it is no longer held
 * @param checked the day on which somebody last compared it with its sources
 * @param goodFor the days after that day for which it may be trusted; empty for a text that never changes
 */
public record Coverage(
        Layer layer,
        String holder,
        Optional<NamedList> list,
        Set<TransferKind> kinds,
        boolean whole,
        Set<String> with,
        LocalDate since,
        Optional<LocalDate> until,
        Optional<LocalDate> checked,
        Optional<Integer> goodFor,
        String note) {

    public Coverage {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        with = Set.copyOf(with);
    }

    /** What the list of a holder's names is of. */
    public static Subject subject(Layer layer) {
        return switch (layer) {
            case EXPORT_LAW, SANCTIONS, DESTINATION_LAW, RECIPIENT_POLICY -> Subject.COUNTRY;
            case PROVIDER_TERMS, HOUSE_POLICY -> Subject.PARTY;
            case MODEL_LICENSE -> Subject.LICENSE;
        };
    }

    /** The holder of a row that holds whoever could say something. */
    static final String EVERYBODY = "*";

    /** Whether it holds whoever could say something. */
    public boolean isOfAll() {
        return holder.equals(EVERYBODY);
    }

    /** The same among loaded packs: a part, if packs are missing that hold the rest. */
    public Coverage among(Set<String> loaded) {
        return !whole || loaded.containsAll(with)
                ? this
                : new Coverage(layer, holder, list, kinds, false, with, since, until, checked, goodFor, note);
    }

    /** Whether the silence of the rules is an answer of a holder, by any of its names, on a day. */
    public boolean holds(Layer asked, String name, TransferKind kind, LocalDate day) {
        return whole && layer == asked && kinds.contains(kind) && trustedOn(day) && isOf(name, day);
    }

    /** Whether it is of a holder, by any of its names on a day. */
    public boolean isOf(String name, LocalDate day) {
        return isOfAll() || names(day).contains(NamedList.written(subject(layer), name));
    }

    /** The names of the holder on a day, as names are compared. */
    public Set<String> names(LocalDate day) {
        Subject subject = subject(layer);
        return Stream.concat(Stream.of(holder), list.stream().flatMap(names -> names.keysOn(day).stream()))
                .map(name -> NamedList.written(subject, name))
                .collect(Collectors.toSet());
    }

    /** Whether it may be trusted on a day. */
    public boolean trustedOn(LocalDate day) {
        return Rule.within(day, since, end());
    }

    /** The first day on which it is not held any more, or was checked too long ago; empty if it has no end. */
    public Optional<LocalDate> end() {
        Optional<LocalDate> stale = checked.flatMap(last -> goodFor.map(days -> last.plusDays(days + 1)));
        return until.isEmpty() || stale.filter(until.get()::isAfter).isPresent() ? stale : until;
    }

    /** Whether two rows speak of the same at one time. */
    boolean overlaps(Coverage other) {
        return layer == other.layer
                && NamedList.written(subject(layer), holder).equals(NamedList.written(subject(layer), other.holder))
                && !Collections.disjoint(kinds, other.kinds)
                && until.map(other.since::isBefore).orElse(true)
                && other.until.map(since::isBefore).orElse(true);
    }
}
