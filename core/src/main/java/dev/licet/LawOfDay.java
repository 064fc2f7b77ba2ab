package dev.licet;

import dev.licet.FactType.Member.Argument;
import dev.licet.NamedList.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The rules, lists and figures as they are on one day; the same for all days between two turning days. */
final class LawOfDay {

    /** Countries that the rules cannot tell apart when they ask for one fact. */
    record CountryClass(Set<String> lists, List<String> countries) {
        String representative() {
            return countries.get(0);
        }
    }

    private final Map<String, RuleFile> inForce = new TreeMap<>();
    private final Map<String, NamedList> lists;
    private final Map<Subject, Map<String, Set<String>>> listsOf = new EnumMap<>(Subject.class);
    private final Map<String, Double> figures = new TreeMap<>();
    private final Map<FactType, List<Atom>> atoms = new TreeMap<>();
    private final Map<FactType, List<CountryClass>> classes = new ConcurrentHashMap<>();
    private final Map<Asked, Set<String>> askedOf = new ConcurrentHashMap<>();
    private final Map<FactType, Set<Atom>> atomsOf = new ConcurrentHashMap<>();
    private final Set<String> listsAsked;

    LawOfDay(LocalDate day, Collection<RuleFile> rules, Map<String, NamedList> lists, Collection<Figure> figures) {
        this.lists = lists;
        for (RuleFile file : rules) {
            if (file.rule().inWindow(day)) {
                inForce.put(file.rule().id(), file);
                file.types().forEach(type -> atoms.computeIfAbsent(type, none -> new ArrayList<>()));
                file.atoms().forEach(atom -> atoms.get(atom.type()).add(atom));
            }
        }
        for (NamedList list : lists.values()) {
            Map<String, Set<String>> index = listsOf.computeIfAbsent(list.subject(), none -> new TreeMap<>());
            for (String key : list.keysOn(day)) {
                index.computeIfAbsent(NamedList.written(list.subject(), key), none -> new TreeSet<>())
                        .add(list.name());
            }
        }
        for (Figure figure : figures) {
            if (Rule.within(day, figure.since(), figure.until())) {
                this.figures.put(figure.name(), figure.value());
            }
        }
        listsAsked = atoms.values().stream()
                .flatMap(List::stream)
                .flatMap(atom -> atom.values().stream())
                .filter(lists::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rules in force or in the book that day, by id. */
    Map<String, RuleFile> rules() {
        return inForce;
    }

    Set<FactType> typesAsked() {
        return atoms.keySet();
    }

    /** What rules ask of a fact, each thing once: names of lists, countries, constants. */
    Set<String> asked(FactType type, Argument argument) {
        return askedOf.computeIfAbsent(
                new Asked(type, argument),
                asked -> atoms.getOrDefault(asked.type(), List.of()).stream()
                        .flatMap(atom -> atom.values(asked.argument()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private record Asked(FactType type, Argument argument) {}

    /** What rules ask of a fact by one of its members, as the keys that facts answer by. */
    Set<Atom> asked(FactType type) {
        return atomsOf.computeIfAbsent(type, one -> new LinkedHashSet<>(atoms.getOrDefault(one, List.of())));
    }

    /** The lists that hold a country by its code, a party or a model by its name, a region or a license by its identifier. */
    Set<String> listsOf(Subject subject, String key) {
        return listsOf.getOrDefault(subject, Map.of()).getOrDefault(NamedList.written(subject, key), Set.of());
    }

    Set<String> listsOfCountry(String code) {
        return listsOf(Subject.COUNTRY, code);
    }

    /** The regions that lists name in a country, or in any country if it is not known. */
    Set<String> regionsOf(Optional<Country> country) {
        String start = country.map(known -> known.code() + "-").orElse("");
        return listsOf.getOrDefault(Subject.REGION, Map.of()).keySet().stream()
                .filter(region -> region.startsWith(start))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Map<String, Double> figures() {
        return figures;
    }

    Map<String, NamedList> lists() {
        return lists;
    }

    /** The lists that the rules of the day ask for. */
    Set<String> listsAsked() {
        return listsAsked;
    }

    /** All countries, those together that the rules cannot tell apart when they ask for this fact. */
    List<CountryClass> classes(FactType type) {
        return classes.computeIfAbsent(type, this::classify);
    }

    private List<CountryClass> classify(FactType type) {
        Set<String> askedLists = asked(type, Argument.COUNTRY_LIST);
        Set<String> askedCountries = asked(type, Argument.COUNTRY);
        var groups = new LinkedHashMap<String, List<String>>();
        for (Country country : Country.all()) {
            var seen = new TreeSet<>(listsOfCountry(country.code()));
            seen.retainAll(askedLists);
            String alone = askedCountries.contains(country.code()) ? country.code() : "";
            groups.computeIfAbsent(seen + alone, none -> new ArrayList<>()).add(country.code());
        }
        return groups.values().stream()
                .map(group -> new CountryClass(listsOfCountry(group.get(0)), group))
                .toList();
    }
}
