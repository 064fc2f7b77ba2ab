package dev.licet.engine;

import dev.licet.names.Alias;
import dev.licet.names.ModelId;
import dev.licet.names.NameType;
import dev.licet.names.Names;
import dev.licet.names.Resolution.Resolved;
import dev.licet.pack.NamedList;
import dev.licet.request.Country;
import dev.licet.vocabulary.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What names mean beyond what is written, by the aliases of the packs. The tables are made for the first name that comes; without
 * aliases there are none, and a name means what is written.
 */
final class Meanings {
    private static final Map<Subject, NameType> TYPES = Map.of(
            Subject.PARTY, NameType.PROVIDER,
            Subject.MODEL, NameType.MODEL,
            Subject.LICENSE, NameType.LICENSE,
            Subject.REGION, NameType.REGION);

    private final Optional<Lazy<Known>> known;

    /** The names, and the keys of lists that mean what a canonical name means, both as names on lists are compared. */
    private record Known(Names names, Map<Subject, Map<String, Set<String>>> keys) {}

    Meanings(List<Alias> aliases, Collection<NamedList> lists) {
        known = aliases.isEmpty() ? Optional.empty() : Optional.of(new Lazy<>(() -> known(aliases, lists)));
    }

    private static Known known(List<Alias> aliases, Collection<NamedList> lists) {
        Names names = Names.on(LocalDate.MAX, aliases);
        var keys = new HashMap<Subject, Map<String, Set<String>>>();
        for (Subject subject : TYPES.keySet()) {
            Set<String> listed = lists.stream()
                    .filter(list -> list.subject() == subject)
                    .flatMap(list -> list.rows().stream())
                    .map(row -> row.key())
                    .collect(Collectors.toCollection(TreeSet::new));
            NameType type = subject == Subject.PARTY ? NameType.PARTY : type(subject);
            names = names.including(type, listed);
            var same = new HashMap<String, Set<String>>();
            for (String key : listed) {
                names.resolved(type, key)
                        .ifPresent(meant -> same.computeIfAbsent(
                                        NamedList.written(subject, meant.canonical()), none -> new TreeSet<>())
                                .add(NamedList.written(subject, key)));
            }
            keys.put(subject, same);
        }
        return new Known(names, keys);
    }

    private static NameType type(Subject subject) {
        return Optional.ofNullable(TYPES.get(subject)).orElseThrow();
    }

    /** The keys of lists that mean the same as a name on a day, as names on lists are compared. */
    Set<String> keys(Subject subject, String name, LocalDate day) {
        if (known.isEmpty() || !TYPES.containsKey(subject)) {
            return Set.of();
        }
        Known tables = known.get().get();
        Optional<Resolved> meant = tables.names().on(day).resolved(type(subject), name);
        if (meant.isEmpty()) {
            return Set.of();
        }
        var keys = new TreeSet<String>();
        Map<String, Set<String>> same = tables.keys().getOrDefault(subject, Map.of());
        for (String canonical : meant.get().all()) {
            String written = NamedList.written(subject, canonical);
            keys.addAll(same.getOrDefault(written, Set.of(written)));
        }
        return keys;
    }

    /** The id of a model without namespaces and gateways. */
    String bare(String model, LocalDate day) {
        return known.map(tables -> tables.get().names().on(day).model(model))
                .map(ModelId::bare)
                .orElse(model);
    }

    /** Whether no table has a region, though tables have the regions of its country. */
    boolean isUnknownRegion(Country country, String region, LocalDate day) {
        return known.map(tables -> tables.get().names().on(day))
                .filter(names -> names.holdsRegionsOf(country))
                .map(names -> names.region(country, region))
                .filter(meaning -> !(meaning instanceof Resolved))
                .isPresent();
    }
}
