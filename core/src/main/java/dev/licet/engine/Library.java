package dev.licet.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.licet.answer.Examined;
import dev.licet.law.Layer;
import dev.licet.law.Rule;
import dev.licet.law.RulePackException;
import dev.licet.names.Alias;
import dev.licet.pack.Coverage;
import dev.licet.pack.Figure;
import dev.licet.pack.NamedList;
import dev.licet.pack.PackContents;
import dev.licet.pack.RuleFile;
import dev.licet.pack.Verb;
import dev.licet.request.Given;
import dev.licet.request.Owner;
import dev.licet.request.Party;
import dev.licet.request.Screening;
import dev.licet.request.Transfer;
import dev.licet.verify.Manifest;
import dev.licet.vocabulary.Atom;
import dev.licet.vocabulary.FactType.Member.Argument;
import dev.licet.vocabulary.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the packs hold together, checked and compiled. */
public final class Library {
    private final Map<String, RuleFile> rules = new TreeMap<>();
    private final Map<String, NamedList> lists = new TreeMap<>();
    private final Map<String, Set<String>> within = new TreeMap<>();
    private final Map<String, LocalDate> asOf = new TreeMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final NavigableSet<LocalDate> days = new TreeSet<>();
    private final Map<LocalDate, PointInTimeLaw> laws = new ConcurrentHashMap<>();
    private final Map<PointInTimeLaw, Examined> examined = new ConcurrentHashMap<>();
    private final Map<PointInTimeLaw, String> digests = new ConcurrentHashMap<>();
    // Large beside a digest, and seldom asked for.
    private final Cache<PointInTimeLaw, Manifest> manifests =
            Caffeine.newBuilder().maximumSize(4).executor(Runnable::run).build();
    private final List<Alias> aliases = new ArrayList<>();
    private final Meanings meanings;
    private final Memory memory = new Memory();
    private final List<Examined.Pack> packs;
    private final Set<String> defined;
    private final Set<String> attestations;
    private final RuleBase base;
    private final Lazy<LegalChanges> legalChanges;

    public Library(List<PackContents> packs) {
        if (packs.isEmpty()) {
            throw new RulePackException(
                    "packs", "there is none (0)", "add licet-rules to the class path, or name a folder.");
        }
        Set<String> names = packs.stream().map(PackContents::name).collect(Collectors.toSet());
        for (PackContents pack : packs) {
            for (String used : pack.uses()) {
                if (!names.contains(used)) {
                    throw new RulePackException(
                            pack.name() + "/pack.properties",
                            "the pack that it uses (%s) is not loaded".formatted(used),
                            "load it too; loaded are %s."
                                    .formatted(names.stream().sorted().toList()));
                }
            }
        }
        packs.forEach(this::add);
        packs.forEach(pack -> pack.coverage().forEach(row -> cover(row.among(names))));
        meanings = new Meanings(aliases, lists.values());
        legalChanges = new Lazy<>(() -> new LegalChanges(rules.values(), lists, figures, this::on));
        defined = rules.values().stream()
                .flatMap(file -> file.rule().defines().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        rules.values().forEach(this::check);
        attestations = rules.values().stream()
                .flatMap(file -> file.atoms().stream())
                .flatMap(atom -> atom.values(Argument.ATTESTATION))
                .collect(Collectors.toCollection(TreeSet::new));
        this.packs = packs.stream()
                .map(pack -> new Examined.Pack(pack.name(), pack.version(), pack.asOf(), pack.digest()))
                .toList();
        base = RuleBase.of(packs);
    }

    /** The rules of all days, by id. */
    public Map<String, RuleFile> rules() {
        return rules;
    }

    public Memory memory() {
        return memory;
    }

    public LegalChanges legalChanges() {
        return legalChanges.get();
    }

    /** The days on which anything may turn; between two of them the law is the same. */
    public NavigableSet<LocalDate> days() {
        return days;
    }

    /** What a decision on a day looks at. */
    Examined examined(PointInTimeLaw law) {
        return examined.computeIfAbsent(law, one -> {
            Set<Layer> uncovered = EnumSet.allOf(Layer.class);
            uncovered.removeAll(one.covered());
            one.holdings().layers().stream()
                    .filter(layer -> layer != Layer.HOUSE_POLICY)
                    .forEach(uncovered::remove);
            List<Examined.ListUsed> used = one.listsAsked().stream()
                    .map(list -> new Examined.ListUsed(list, Objects.requireNonNull(asOf.get(list), list)))
                    .toList();
            return new Examined(packs, used, uncovered);
        });
    }

    /** The manifest of a law. */
    public Manifest manifest(PointInTimeLaw law) {
        return manifests.get(
                law,
                one -> Manifest.of(LawManifest.of(one, examined(one), Optional.ofNullable(days.higher(one.day())))));
    }

    /** The digest of the manifest of a law, by which records name it. */
    public String digest(PointInTimeLaw law) {
        return digests.computeIfAbsent(law, one -> manifest(one).digest());
    }

    private void add(PackContents pack) {
        for (RuleFile file : pack.files()) {
            RuleFile other = rules.putIfAbsent(file.rule().id(), file);
            if (other != null) {
                throw new RulePackException(
                        file.path() + ":1",
                        "the rule (%s) stands in %s too".formatted(file.rule().id(), other.path()),
                        "rename one, or give one pack another namespace.");
            }
            bounds(file.rule().since(), file.rule().until());
            file.rule().statuses().forEach(window -> bounds(window.since(), window.until()));
        }
        for (NamedList list : pack.lists()) {
            NamedList other = lists.putIfAbsent(list.name(), list);
            if (other != null) {
                throw new RulePackException(
                        list.path(),
                        "the list (%s) stands in %s too".formatted(list.name(), other.path()),
                        "rename one.");
            }
            asOf.put(list.name(), pack.asOf());
            list.rows().forEach(row -> bounds(row.since(), row.until()));
        }
        within.putAll(pack.within());
        for (Figure figure : pack.figures()) {
            figures.stream()
                    .filter(other ->
                            other.name().equals(figure.name()) && !other.path().equals(figure.path()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new RulePackException(
                                figure.path(),
                                "the figure (%s) stands in %s too".formatted(figure.name(), other.path()),
                                "rename one.");
                    });
            figures.add(figure);
            bounds(figure.since(), figure.until());
        }
        aliases.addAll(pack.aliases());
        pack.aliases().forEach(alias -> bounds(alias.since(), alias.until()));
    }

    private void cover(Coverage row) {
        coverage.add(row);
        bounds(row.since(), row.end());
    }

    private void bounds(LocalDate since, Optional<LocalDate> until) {
        days.add(since);
        until.ifPresent(days::add);
    }

    private void check(RuleFile file) {
        for (Atom atom : file.atoms()) {
            String at = file.path() + ":" + atom.line();
            for (Subject subject : Subject.values()) {
                atom.values(subject.argument()).forEach(name -> checkList(at, name, subject));
            }
            atom.values(Argument.FIGURE).forEach(name -> checkFigure(file.rule(), at, name));
            atom.values(Argument.TERM).forEach(name -> checkTerm(at, name));
        }
        if (!file.rule().defines().isEmpty()) {
            refuseCircles(file, List.of());
        }
        for (Verb verb : file.verbs()) {
            if (verb instanceof Verb.Except exception) {
                checkException(file, exception);
            }
        }
    }

    private void checkException(RuleFile file, Verb.Except exception) {
        if (!rules.containsKey(exception.rule())
                || exception.rule().equals(file.rule().id())) {
            throw new RulePackException(
                    file.path() + ":" + exception.line(),
                    "the rule (%s) that it exceptions does not exist".formatted(exception.rule()),
                    "one of these is meant: %s.".formatted(rules.keySet()));
        }
    }

    // Two definitions that ask for each other would never come to an end.
    private void refuseCircles(RuleFile file, List<String> path) {
        for (Atom atom : file.atoms()) {
            atom.values(Argument.TERM).forEach(term -> {
                if (path.contains(term)) {
                    throw new RulePackException(
                            file.path() + ":" + atom.line(),
                            "the term (%s) is defined by way of itself".formatted(term),
                            "one of the definitions %s asks for a term too many.".formatted(path));
                }
                var further = new ArrayList<>(path);
                further.add(term);
                rules.values().stream()
                        .filter(other -> other.rule().defines().contains(term))
                        .forEach(other -> refuseCircles(other, further));
            });
        }
    }

    private void checkList(String at, String name, Subject wanted) {
        NamedList list = lists.get(name);
        if (list == null) {
            throw new RulePackException(
                    at,
                    "the list (%s) does not exist".formatted(name),
                    "one of these is meant: %s.".formatted(lists(wanted)));
        }
        if (list.subject() != wanted) {
            throw new RulePackException(
                    at,
                    "the list (%s) is a list of %s, not of %s".formatted(name, list.subject(), wanted),
                    "one of these is meant: %s.".formatted(lists(wanted)));
        }
    }

    private void checkTerm(String at, String name) {
        if (!defined.contains(name)) {
            throw new RulePackException(
                    at,
                    "the term (%s) is defined by no rule".formatted(name),
                    "one of these is meant: %s.".formatted(defined));
        }
    }

    // A figure that is not there on some day of the rule would be a rule that never fires on that day.
    private void checkFigure(Rule rule, String at, String name) {
        List<Figure> named =
                figures.stream().filter(figure -> figure.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new RulePackException(
                    at,
                    "the figure (%s) does not exist".formatted(name),
                    "one of these is meant: %s."
                            .formatted(figures.stream()
                                    .map(Figure::name)
                                    .distinct()
                                    .sorted()
                                    .toList()));
        }
        Stream.concat(Stream.of(rule.since()), days.stream())
                .filter(rule::inWindow)
                .filter(day -> named.stream().noneMatch(figure -> Rule.within(day, figure.since(), figure.until())))
                .findFirst()
                .ifPresent(day -> {
                    throw new RulePackException(
                            at,
                            "the figure (%s) has no value on %s, when the rule is in force".formatted(name, day),
                            "a row of figures.csv is missing.");
                });
    }

    /** The ids that a misspelt one may stand for: those of its namespace, or else all. */
    public List<String> rulesLike(String id) {
        String namespace = id.substring(0, id.indexOf('.') + 1);
        List<String> near = rules.keySet().stream()
                .filter(other -> other.startsWith(namespace))
                .toList();
        return near.isEmpty() ? List.copyOf(rules.keySet()) : near;
    }

    private List<String> lists(Subject subject) {
        return lists.values().stream()
                .filter(list -> list.subject() == subject)
                .map(NamedList::name)
                .toList();
    }

    public PointInTimeLaw on(LocalDate day) {
        LocalDate turn = Optional.ofNullable(days.floor(day)).orElse(LocalDate.MIN);
        return laws.computeIfAbsent(
                turn,
                first -> new PointInTimeLaw(
                        first, rules.values(), lists, within, figures, coverage, meanings, base, memory));
    }

    public void refuseUnknownNames(Transfer transfer) {
        refuseUnknownLists(transfer.exporter());
        refuseUnknownLists(transfer.recipient());
        refuseUnknownLists(transfer.intermediary());
        for (String name : transfer.attestations().value().orElse(Set.of())) {
            if (!attestations.contains(name)) {
                throw new IllegalArgumentException(
                        "The attestation (%s) is asked by no loaded rule.\nMaybe one of %s is meant, or a pack is missing."
                                .formatted(name, attestations));
            }
        }
    }

    private void refuseUnknownLists(Party party) {
        refuseUnknownLists(party.lists());
        refuseUnknownLists(party.screening().map(Library::names));
        refuseUnknownLists(party.owners().value().orElse(List.of()));
    }

    private void refuseUnknownLists(List<Owner> owners) {
        for (Owner owner : owners) {
            refuseUnknownLists(owner.lists());
            refuseUnknownLists(owner.screening().map(Library::names));
            refuseUnknownLists(owner.owners().value().orElse(List.of()));
        }
    }

    private static Set<String> names(Screening screening) {
        var names = new TreeSet<>(screening.lists().keySet());
        names.remove(Screening.ALL);
        return names;
    }

    private void refuseUnknownLists(Given<Set<String>> screened) {
        for (String name : screened.value().orElse(Set.of())) {
            NamedList list = lists.get(name);
            if (list == null || list.subject() != Subject.PARTY) {
                throw new IllegalArgumentException(
                        "The list (%s) of parties is in no loaded pack.\nMaybe one of %s is meant, or a pack is missing."
                                .formatted(name, lists(Subject.PARTY)));
            }
        }
    }
}
