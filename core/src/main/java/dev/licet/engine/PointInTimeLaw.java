package dev.licet.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.licet.answer.Acceptance;
import dev.licet.engine.RuleInForce.Clause;
import dev.licet.facts.Term;
import dev.licet.law.Asked;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Rule;
import dev.licet.law.RulePackException;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.pack.Coverage;
import dev.licet.pack.Figure;
import dev.licet.pack.NamedList;
import dev.licet.pack.RuleFile;
import dev.licet.pack.Verb;
import dev.licet.request.Country;
import dev.licet.request.Request;
import dev.licet.vocabulary.Atom;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.CountryClass;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.FactType.Member.Argument;
import dev.licet.vocabulary.RegionShape;
import dev.licet.vocabulary.RulesOfDay;
import dev.licet.vocabulary.Scale;
import dev.licet.vocabulary.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rules, lists and figures as they are on one day; the same for all days between two legalChanges days. */
public final class PointInTimeLaw implements RulesOfDay {

    private static final int NAMES = 10_000;

    /** One way in which a rule can match. */
    record RuleWay(RuleInForce rule, Clause clause) {}

    private final Map<String, RuleInForce> inForce = new TreeMap<>();
    private final List<FactType> types;
    private final RuleBase base;
    private final Tables tables;
    private final Memory memory;
    private final Holdings holdings;
    private final Meanings meanings;
    private final Cache<Stated, Set<String>> meant =
            Caffeine.newBuilder().maximumSize(NAMES).executor(Runnable::run).build();
    private final Map<String, NamedList> lists;
    private final Map<String, Set<String>> within;
    private final Set<String> namesAnybody = new TreeSet<>();
    private final Map<Subject, Map<String, Set<String>>> listsOf = new EnumMap<>(Subject.class);
    private final Map<String, Double> figures = new TreeMap<>();
    private final Map<FactType, List<Atom>> atoms = new TreeMap<>();
    private final Map<FactType, List<CountryClass>> classes = new ConcurrentHashMap<>();
    private final Map<Question, Set<String>> askedOf = new ConcurrentHashMap<>();
    private final Map<FactType, Scale> scales = new ConcurrentHashMap<>();
    private final Map<FactType, List<Atom>> atomsOf = new ConcurrentHashMap<>();
    // By the arrays of clauses themselves, each of which is of one fact: identity is meant.
    @SuppressWarnings("ArrayAsKeyOfSetOrMap")
    private final Map<int[], List<Asked>> conditions = new ConcurrentHashMap<>();

    private final Map<String, BitSet> terms = new TreeMap<>();
    private final List<RuleWay> ways = new ArrayList<>();
    private final Set<String> listsAsked;
    private final Set<Layer> covered;
    private final LocalDate day;

    PointInTimeLaw(
            LocalDate day,
            Collection<RuleFile> rules,
            Map<String, NamedList> lists,
            Map<String, Set<String>> within,
            Collection<Figure> figures,
            Collection<Coverage> coverage,
            Meanings meanings,
            RuleBase base,
            Memory memory) {
        this.day = day;
        this.lists = lists;
        this.within = within;
        this.base = base;
        this.memory = memory;
        this.meanings = meanings;
        this.holdings = new Holdings(coverage, day, this::meant);
        Map<String, RuleFile> files = new TreeMap<>();
        for (RuleFile file : rules) {
            if (file.rule().inWindow(day)) {
                files.put(file.rule().id(), file);
                for (Condition condition : file.conditions()) {
                    atoms.computeIfAbsent(condition.type(), none -> new ArrayList<>())
                            .addAll(condition.atoms());
                }
            }
        }
        types = atoms.keySet().stream().filter(type -> type != FactType.TERM).toList();
        List<String> defined = files.values().stream()
                .flatMap(file -> file.rule().defines().stream())
                .distinct()
                .toList();
        List<BitSet> met = base.met(defined.stream().<Object>map(Term::new).toList());
        IntStream.range(0, defined.size()).forEach(i -> terms.put(defined.get(i), met.get(i)));
        List<RuleFile> definitions = files.values().stream()
                .filter(file -> !file.rule().defines().isEmpty())
                .toList();
        files.values()
                .forEach(file -> inForce.put(
                        file.rule().id(),
                        new RuleInForce(file, file.rule().statusOn(day), clauses(file, definitions))));
        inForce.replaceAll((id, rule) -> numbered(rule));
        tables = new Tables(base, types, ways);
        refuseTooManyWays();
        covered = inForce.values().stream()
                .filter(rule -> rule.status() != Status.PENDING)
                .map(rule -> rule.rule().layer())
                .collect(Collectors.toCollection(TreeSet::new));
        for (NamedList list : lists.values()) {
            Map<String, Set<String>> index = listsOf.computeIfAbsent(list.subject(), none -> new TreeMap<>());
            Set<String> implied = implied(Set.of(list.name()));
            for (String key : list.keysOn(day)) {
                index.computeIfAbsent(NamedList.written(list.subject(), key), none -> new TreeSet<>())
                        .addAll(implied);
                namesAnybody.addAll(implied);
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

    private RuleInForce numbered(RuleInForce rule) {
        int first = ways.size();
        var numbered = new RuleInForce(
                rule.file(),
                rule.status(),
                IntStream.range(0, rule.clauses().size())
                        .mapToObj(i -> rule.clauses().get(i).numbered(first + i))
                        .toList());
        numbered.clauses().forEach(clause -> ways.add(new RuleWay(numbered, clause)));
        return numbered;
    }

    // A candidate weighs the ways of a rule and of its exceptions together.
    private void refuseTooManyWays() {
        var ofExceptions = new TreeMap<String, Integer>();
        for (RuleInForce each : inForce.values()) {
            for (Verb verb : each.file().verbs()) {
                if (verb instanceof Verb.Except exception) {
                    ofExceptions.merge(exception.rule(), each.clauses().size(), Integer::sum);
                }
            }
        }
        for (RuleInForce each : inForce.values()) {
            int ways = each.clauses().size()
                    + ofExceptions.getOrDefault(each.rule().id(), 0);
            if (ways > CandidateFinding.MOST_CUBES) {
                throw new RulePackException(
                        each.file().path(),
                        "the rule (%s) and its exceptions match in too many ways (%s)"
                                .formatted(each.rule().id(), ways),
                        "there may be %s; define fewer terms, or join exceptions."
                                .formatted(CandidateFinding.MOST_CUBES));
            }
        }
    }

    /** The ways in which a rule can match, the terms that it asks for replaced by what defines them. */
    private List<Clause> clauses(RuleFile file, Collection<RuleFile> definitions) {
        var own = new int[types.size()][];
        for (Condition condition : file.conditions()) {
            if (condition.type() != FactType.TERM) {
                own[types.indexOf(condition.type())] =
                        condition.asksNothing() ? new int[0] : new int[] {base.number(condition)};
            }
        }
        Optional<Condition> term = file.conditions().stream()
                .filter(condition -> condition.type() == FactType.TERM)
                .findFirst();
        if (term.isEmpty()) {
            return List.of(new Clause(own));
        }
        var clauses = new ArrayList<Clause>();
        for (RuleFile definition : definitions) {
            boolean defines = definition.rule().defines().stream()
                    .anyMatch(name ->
                            Objects.requireNonNull(terms.get(name), name).get(base.number(term.get())));
            if (defines) {
                clauses(definition, definitions).forEach(clause -> clauses.add(joined(own, clause.asked())));
            }
        }
        return clauses;
    }

    private static Clause joined(int[][] one, int[][] other) {
        var both = new int[one.length][];
        for (int d = 0; d < one.length; d++) {
            both[d] = one[d] == null
                    ? other[d]
                    : other[d] == null
                            ? one[d]
                            : IntStream.concat(IntStream.of(one[d]), IntStream.of(other[d]))
                                    .distinct()
                                    .toArray();
        }
        return new Clause(both);
    }

    /** The first day with this law; {@link LocalDate#MIN} if nothing changed before. */
    LocalDate day() {
        return day;
    }

    /** The rules in force or in the book that day, by id. */
    public Map<String, RuleInForce> rules() {
        return inForce;
    }

    /** The ways in which rules can match facts, rule by rule, in their order. */
    List<RuleWay> ways(List<Variable> facts) {
        var open = new BitSet(ways.size());
        open.set(0, ways.size());
        facts.forEach(fact -> open.and(fact.ways()));
        var possible = new ArrayList<RuleWay>();
        for (int way = open.nextSetBit(0); way >= 0; way = open.nextSetBit(way + 1)) {
            possible.add(ways.get(way));
        }
        return possible;
    }

    /** The layers of which a rule of the day speaks; a bill alone covers none. */
    Set<Layer> covered() {
        return covered;
    }

    /** The facts that rules ask for. */
    List<FactType> types() {
        return types;
    }

    /** The outcome of each layer, under each stance. */
    public Map<Stance, Map<Layer, Outcome>> outcomes(List<Variable> facts) {
        return evaluations(facts).outcomes();
    }

    /** The evaluations of these facts, or of others that are alike to them. */
    public Evaluations evaluations(List<Variable> facts) {
        return memory.evaluations(this, facts);
    }

    RuleBase base() {
        return base;
    }

    Holdings holdings() {
        return holdings;
    }

    /** What is missing for a request, and what that makes of the outcomes. */
    public Missing missing(Request request, boolean strict, List<Acceptance> accepted) {
        return Missing.of(holdings, request, strict, accepted);
    }

    Tables tables() {
        return tables;
    }

    /** Conditions by their numbers, as they stand in the rule files. */
    List<Asked> conditions(FactType type, int[] numbers) {
        return conditions.computeIfAbsent(
                numbers,
                asked -> IntStream.of(asked)
                        .<Asked>mapToObj(number -> base.condition(type, number))
                        .toList());
    }

    @Override
    public Set<String> asked(FactType type, Argument argument) {
        return askedOf.computeIfAbsent(
                new Question(type, argument),
                asked -> atoms.getOrDefault(asked.type(), List.of()).stream()
                        .flatMap(atom -> atom.values(asked.argument()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private record Question(FactType type, Argument argument) {}

    @Override
    public List<Atom> asked(FactType type) {
        return atomsOf.computeIfAbsent(type, one -> {
            var byKey = new LinkedHashMap<String, Atom>();
            atoms.getOrDefault(one, List.of()).forEach(atom -> byKey.putIfAbsent(atom.key(), atom));
            return List.copyOf(byKey.values());
        });
    }

    @Override
    public Set<String> listsOf(Subject subject, String key) {
        Map<String, Set<String>> index = listsOf.getOrDefault(subject, Map.of());
        Set<String> exactly = index.get(NamedList.written(subject, key));
        if (subject == Subject.COUNTRY) {
            return exactly == null ? Set.of() : exactly;
        }
        // One list can have a name as it is written and another the name that means the same.
        var all = exactly == null ? new TreeSet<String>() : new TreeSet<>(exactly);
        meant(subject, key).forEach(name -> all.addAll(index.getOrDefault(name, Set.of())));
        return all;
    }

    private record Stated(Subject subject, String name) {}

    /** The keys of lists that mean the same as a name, as names on lists are compared. */
    private Set<String> meant(Subject subject, String name) {
        return meant.get(new Stated(subject, name), one -> meanings.keys(one.subject(), one.name(), day));
    }

    /** A name as names on lists are compared, and those that mean the same. */
    Set<String> written(Subject subject, String name) {
        String written = NamedList.written(subject, name);
        if (subject == Subject.COUNTRY) {
            return Set.of(written);
        }
        var all = new TreeSet<>(meant(subject, name));
        all.add(written);
        return all;
    }

    @Override
    public String bare(String model) {
        return meanings.bare(model, day);
    }

    @Override
    public boolean isUnknownRegion(Country country, String region) {
        return !region.endsWith(RegionShape.OTHER)
                && listsOf(Subject.REGION, region).isEmpty()
                && meanings.isUnknownRegion(country, region, day);
    }

    @Override
    public Set<String> implied(Set<String> names) {
        return NamedList.implied(names, within);
    }

    @Override
    public boolean namesAnybody(String list) {
        return namesAnybody.contains(list);
    }

    @Override
    public boolean differsOn(String list, LocalDate other) {
        LocalDate first = other.isBefore(day) ? other : day;
        LocalDate last = other.isBefore(day) ? day : other;
        return Optional.ofNullable(lists.get(list))
                .filter(held -> held.changedBetween(first, last))
                .isPresent();
    }

    @Override
    public Set<String> keys(Subject subject, Set<String> names) {
        return listsOf.getOrDefault(subject, Map.of()).entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(names::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<Set<String>> askedTogether(FactType type, Argument argument) {
        return inForce.values().stream()
                .map(rule -> rule.file().atoms().stream()
                        .filter(atom -> atom.type() == type)
                        .flatMap(atom -> atom.values(argument))
                        .collect(Collectors.<String>toSet()))
                .filter(together -> !together.isEmpty())
                .toList();
    }

    @Override
    public Set<String> regionsOf(Optional<Country> country) {
        String start = country.map(known -> known.code() + "-").orElse("");
        return listsOf.getOrDefault(Subject.REGION, Map.of()).keySet().stream()
                .filter(region -> region.startsWith(start))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Scale scale(FactType type) {
        return scales.computeIfAbsent(
                type,
                one -> Scale.of(
                        asked(one).stream().map(atom -> atom.values().get(0)).toList(), figures));
    }

    @Override
    public Map<String, Double> figures() {
        return figures;
    }

    Map<String, NamedList> lists() {
        return lists;
    }

    /** The lists that the rules of the day ask for. */
    Set<String> listsAsked() {
        return listsAsked;
    }

    @Override
    public List<CountryClass> classes(FactType type) {
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
