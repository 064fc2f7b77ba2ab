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

/**
 * What a pack holds of one holder: whose law, terms, license or policy it is, for which transfer kinds, on which days. Where
 * nobody holds it, the silence of the rules says nothing.
 *
 * @param holder a country, a union, a provider, a license, a government; empty for the house's own policy, which has none
 * @param list the names of the holder, if it has others than its own: the countries of a union, the ids of a license
 * @param whole whether silence is an answer; if not, the rules examine single questions of the holder
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
        LocalDate since,
        Optional<LocalDate> until,
        Optional<LocalDate> checked,
        Optional<Integer> goodFor,
        String note) {

    public Coverage {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** What the list of a holder's names is of. */
    static Subject subject(Layer layer) {
        return switch (layer) {
            case EXPORT_LAW, SANCTIONS, DESTINATION_LAW, RECIPIENT_POLICY -> Subject.COUNTRY;
            case PROVIDER_TERMS, HOUSE_POLICY -> Subject.PARTY;
            case MODEL_LICENSE -> Subject.LICENSE;
        };
    }

    /** Whether the silence of the rules is an answer of a holder, by any of its names, on a day. */
    public boolean holds(Layer asked, String name, TransferKind kind, LocalDate day) {
        return whole && layer == asked && kinds.contains(kind) && trustedOn(day) && isOf(name, day);
    }

    /** Whether it is of a holder, by any of its names on that day. */
    public boolean isOf(String name, LocalDate day) {
        Subject subject = subject(layer);
        String written = NamedList.written(subject, name);
        return NamedList.written(subject, holder).equals(written)
                || list.stream()
                        .flatMap(names -> names.keysOn(day).stream())
                        .anyMatch(key -> NamedList.written(subject, key).equals(written));
    }

    private boolean trustedOn(LocalDate day) {
        return Rule.within(day, since, until)
                && checked.flatMap(last -> goodFor.map(last::plusDays))
                        .map(end -> !day.isAfter(end))
                        .orElse(true);
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
