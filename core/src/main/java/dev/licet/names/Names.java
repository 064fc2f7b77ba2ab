package dev.licet.names;

import dev.licet.names.Resolution.How;
import dev.licet.names.Resolution.Resolved;
import dev.licet.names.Resolution.Unresolved;
import dev.licet.request.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The names of a day: what each name means, by the aliases that hold on that day. A name is first brought into the spelling of its
 * type ({@link Spelling}, {@link OrganizationName}) and then looked up whole; a model is looked up by its longest beginning, word
 * for word. What is only similar is never resolved.
 *
 * <p>Immutable. A name that is looked up whole costs one normalization and one look into a table; a party that is not found is
 * compared with every party.
 */
public final class Names {

    static final int MOST = 5;
    private static final double SUGGESTED = 0.9;
    private static final int SHORTEST_SUGGESTED = 4;
    private static final Pattern OF_AN_EXPRESSION = Pattern.compile("(?i)\\s+(?:and|or|with)\\s+|[,;/()]+");
    private static final Set<String> OF_COUNTRIES = Set.of("the", "of", "and");

    private final Map<NameType, Map<String, List<Entry>>> tables;

    /** Empty for the names of all days. */
    private final Optional<LocalDate> day;

    private Names(Map<NameType, Map<String, List<Entry>>> tables, Optional<LocalDate> day) {
        this.tables = tables;
        this.day = day;
    }

    /** A name in a table: its words as they are compared, what it means, and when. */
    record Entry(
            String canonical,
            List<String> words,
            Optional<OrganizationName> organization,
            LocalDate since,
            Optional<LocalDate> until) {

        boolean isReserved() {
            return canonical.equals(Alias.NONE) || canonical.equals(Alias.UNKNOWN);
        }

        boolean holdsOn(Optional<LocalDate> day) {
            return day.map(on -> !on.isBefore(since) && until.map(on::isBefore).orElse(true))
                    .orElse(true);
        }
    }

    /**
     * The names of a day.
     *
     * @param day the day
     * @param rows rows of any day, in any order
     */
    public static Names on(LocalDate day, Collection<Alias> rows) {
        Map<NameType, Map<String, List<Entry>>> tables = new EnumMap<>(NameType.class);
        for (Country country : Country.all()) {
            add(tables, NameType.COUNTRY, country.code(), country.code(), LocalDate.MIN, Optional.empty());
        }
        for (String code : Locale.getISOCountries()) {
            String longer = new Locale.Builder().setRegion(code).build().getISO3Country();
            add(tables, NameType.COUNTRY, code, longer, LocalDate.MIN, Optional.empty());
        }
        var canonicals = new HashSet<Alias>();
        rows.stream()
                .sorted(Comparator.comparing(Alias::canonical)
                        .thenComparing(Alias::alias)
                        .thenComparing(Alias::since))
                .forEach(row -> {
                    if (!row.isReserved() && canonicals.add(row.withAlias(row.canonical()))) {
                        add(tables, row.type(), row.canonical(), row.canonical(), row.since(), row.until());
                    }
                    add(tables, row.type(), row.canonical(), row.alias(), row.since(), row.until());
                });
        return new Names(tables, Optional.of(day));
    }

    /** The names of another day; costs nothing. */
    public Names on(LocalDate other) {
        return new Names(tables, Optional.of(other));
    }

    /**
     * The same with further names, such as those on the lists of a law: what no alias resolves becomes a canonical name of its own,
     * unless a row says that it means nothing.
     *
     * @param type what they are the names of
     * @param names the names, which are taken in their natural order
     */
    public Names including(NameType type, Collection<String> names) {
        Map<NameType, Map<String, List<Entry>>> more = new EnumMap<>(tables);
        var grown = new LinkedHashMap<String, List<Entry>>();
        table(type).forEach((key, entries) -> grown.put(key, new ArrayList<>(entries)));
        more.put(type, grown);
        var ofAllDays = new Names(more, Optional.empty());
        names.stream()
                .sorted()
                .filter(name -> !ofAllDays.isReserved(type, name))
                .forEach(name -> {
                    Optional<Resolved> known = ofAllDays.wholly(type, name);
                    add(more, type, known.map(Resolved::canonical).orElse(name), name, LocalDate.MIN, Optional.empty());
                });
        return new Names(more, day);
    }

    private boolean isReserved(NameType type, String name) {
        return at(type, key(type, words(type, name))).stream().anyMatch(Entry::isReserved);
    }

    /** The meaning of a whole name, if it has one. */
    private Optional<Resolved> wholly(NameType type, String name) {
        Optional<Resolution> meaning = type == NameType.PARTY || type == NameType.PROVIDER
                ? new OrganizationReader(this).exactly(type, name)
                : whole(type, name);
        return meaning.filter(Resolved.class::isInstance).map(Resolved.class::cast);
    }

    private static void add(
            Map<NameType, Map<String, List<Entry>>> tables,
            NameType type,
            String canonical,
            String name,
            LocalDate since,
            Optional<LocalDate> until) {
        Optional<OrganizationName> organization = type == NameType.PARTY || type == NameType.PROVIDER
                ? Optional.of(OrganizationName.of(name))
                : Optional.empty();
        List<String> words = organization.map(OrganizationName::words).orElseGet(() -> words(type, name));
        var entry = new Entry(canonical, words, organization, since, until);
        List<Entry> there = tables.computeIfAbsent(type, none -> new LinkedHashMap<>())
                .computeIfAbsent(key(type, words), none -> new ArrayList<>());
        if (!there.contains(entry)) {
            there.add(entry);
        }
    }

    /** The words by which names of a type are compared. */
    static List<String> words(NameType type, String name) {
        return switch (type) {
            case MODEL -> ModelReader.words(name);
            case LICENSE -> LicenseName.words(name);
            case REGION -> Spelling.without(Spelling.wordsAndNumbers(name), Set.of("the", "so", "called"));
            case COUNTRY ->
                Spelling.without(Spelling.words(name), OF_COUNTRIES).stream()
                        .map(word -> word.equals("st") ? "saint" : word)
                        .sorted()
                        .toList();
            case PROVIDER, PARTY -> OrganizationName.of(name).words();
        };
    }

    static String key(NameType type, List<String> words) {
        return type == NameType.COUNTRY || type == NameType.REGION ? String.join(" ", words) : Spelling.key(words);
    }

    /**
     * What a name means.
     *
     * @param type what it is the name of
     * @param name the name as stated
     */
    public Resolution resolve(NameType type, String name) {
        return switch (type) {
            case MODEL -> model(name).resolution();
            case PROVIDER, PARTY -> new OrganizationReader(this).read(type, name);
            case REGION -> region(name);
            case LICENSE, COUNTRY -> whole(type, name).orElseGet(() -> new Unresolved(suggestions(type, name)));
        };
    }

    /**
     * What a name means, if it means one thing; like {@link #resolve}, but nothing is looked for that it may mean.
     *
     * @param type what it is the name of
     * @param name the name as stated
     */
    public Optional<Resolved> resolved(NameType type, String name) {
        Optional<Resolution> meaning = switch (type) {
            case MODEL -> Optional.of(new ModelReader(this, false).read(name).resolution());
            case PROVIDER, PARTY -> new OrganizationReader(this).certainly(type, name);
            case REGION -> regionCalled(name);
            case LICENSE, COUNTRY -> whole(type, name);
        };
        return meaning.filter(Resolved.class::isInstance).map(Resolved.class::cast);
    }

    /**
     * Reads the id of a model, as catalogs and gateways write it.
     *
     * @param id the id or the name as stated
     */
    public ModelId model(String id) {
        return new ModelReader(this, true).read(id);
    }

    /**
     * What the name of a part of a country means.
     *
     * @param country the country; a part of another country is unresolved
     * @param name a code or a name, with or without the code of the country
     */
    public Resolution region(Country country, String name) {
        Resolution meant = whole(NameType.REGION, name)
                .or(() -> whole(NameType.REGION, country.code() + " " + name))
                .or(() -> whole(NameType.REGION, withoutCountry(country, name)))
                .orElseGet(() -> new Unresolved(suggestions(NameType.REGION, name)));
        return meant instanceof Resolved resolved && !resolved.canonical().startsWith(country.code() + "-")
                ? new Unresolved(List.of(resolved.canonical()))
                : meant;
    }

    /** The name of a region without the words that name its country. */
    private String withoutCountry(Country country, String name) {
        return Spelling.words(name).stream()
                .filter(word -> !canonicals(at(NameType.COUNTRY, word)).contains(country.code()))
                .collect(Collectors.joining(" "));
    }

    /** A region in a country that the name says; else whatever the whole name means. */
    private Resolution region(String name) {
        return regionCalled(name).orElseGet(() -> new Unresolved(suggestions(NameType.REGION, name)));
    }

    private Optional<Resolution> regionCalled(String name) {
        return whole(NameType.REGION, name)
                .or(() -> Spelling.words(name).stream()
                        .flatMap(word -> canonicals(at(NameType.COUNTRY, word)).stream())
                        .filter(Country::isCode)
                        .map(code -> region(Country.of(code), name))
                        .filter(Resolved.class::isInstance)
                        .findFirst());
    }

    /** Whether the tables hold parts of a country. Where they hold none, no law singles a part out. */
    public boolean holdsRegionsOf(Country country) {
        return all(NameType.REGION).anyMatch(entry -> entry.canonical().startsWith(country.code() + "-"));
    }

    /** Whether a word says where somebody is, not who: the name of a country, not its code. */
    boolean isOfAPlace(String word) {
        return at(NameType.COUNTRY, word).stream()
                .anyMatch(entry -> !entry.since().equals(LocalDate.MIN));
    }

    private Map<String, List<Entry>> table(NameType type) {
        return tables.getOrDefault(type, Map.of());
    }

    /** The names of the day with a {@link #key}. */
    List<Entry> at(NameType type, String key) {
        List<Entry> entries = table(type).getOrDefault(key, List.of());
        return entries.isEmpty()
                ? entries
                : entries.stream().filter(entry -> entry.holdsOn(day)).toList();
    }

    /** The names of the day that mean something. */
    Stream<Entry> all(NameType type) {
        return table(type).values().stream()
                .flatMap(List::stream)
                .filter(entry -> !entry.isReserved() && entry.holdsOn(day));
    }

    /** The meaning of a whole name; empty if it has none. Several meanings are none, and are suggested. */
    private Optional<Resolution> whole(NameType type, String name) {
        Set<String> meanings = canonicals(at(type, key(type, words(type, name))));
        if (meanings.isEmpty()) {
            return Optional.empty();
        }
        String first = meanings.iterator().next();
        if (meanings.contains(name)) {
            return Optional.of(new Resolved(name, How.WRITTEN, List.of()));
        }
        if (meanings.contains(Alias.NONE)) {
            return Optional.of(new Unresolved(List.of()));
        }
        return Optional.of(
                meanings.size() > 1 || first.equals(Alias.UNKNOWN)
                        ? new Unresolved(List.copyOf(meanings))
                        : new Resolved(first, How.ALIAS, List.of()));
    }

    static Set<String> canonicals(Collection<Entry> entries) {
        var canonicals = new LinkedHashSet<String>();
        entries.forEach(entry -> canonicals.add(entry.canonical()));
        return canonicals;
    }

    private List<String> suggestions(NameType type, String name) {
        var suggested = new LinkedHashSet<String>();
        if (type == NameType.LICENSE) {
            suggested.addAll(ofExpression(name));
        } else {
            NameType other = type == NameType.COUNTRY ? NameType.REGION : NameType.COUNTRY;
            suggested.addAll(canonicals(at(other, key(other, words(other, name)))));
        }
        List<String> words = words(type, name);
        String key = key(type, words);
        if (suggested.isEmpty() && type == NameType.LICENSE) {
            all(type)
                    .filter(entry -> entry.words().size() > words.size()
                            && entry.words().subList(0, words.size()).equals(words))
                    .forEach(entry -> suggested.add(entry.canonical()));
        }
        if (suggested.isEmpty() && key.length() >= SHORTEST_SUGGESTED) {
            suggested.addAll(similar(type, key));
        }
        return suggested.stream().limit(MOST).toList();
    }

    /** The canonical names whose spelling is nearest, the best first. */
    List<String> similar(NameType type, String key) {
        record Near(String canonical, double likeness) {}
        var likeness = new JaroWinklerSimilarity();
        return all(type)
                .map(entry -> new Near(entry.canonical(), likeness.apply(key, key(type, entry.words()))))
                .filter(near -> near.likeness() >= SUGGESTED)
                .sorted(Comparator.comparing(Near::likeness).reversed().thenComparing(Near::canonical))
                .map(Near::canonical)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The licenses of an expression or a list, if each is known. */
    private List<String> ofExpression(String name) {
        var parts = new ArrayList<String>();
        for (String part : OF_AN_EXPRESSION.split(Spelling.visible(name))) {
            if (part.isBlank()) {
                continue;
            }
            if (!(whole(NameType.LICENSE, part).orElse(new Unresolved(List.of())) instanceof Resolved license)) {
                return List.of();
            }
            parts.add(license.canonical());
        }
        return parts;
    }

    /** The party or service that words name, but for spelling and legal form; empty if it is none or not one alone. */
    Optional<String> organizationCalled(NameType type, List<String> words) {
        List<Entry> found = at(type, Spelling.key(words));
        return found.stream().anyMatch(Entry::isReserved) || canonicals(found).size() != 1
                ? Optional.empty()
                : Optional.of(found.get(0).canonical());
    }
}
