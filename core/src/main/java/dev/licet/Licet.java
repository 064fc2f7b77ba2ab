package dev.licet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.licet.FactType.Member.Argument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether an AI model may be provided there, to them, on that day, by that way.
 *
 * <p>Immutable and safe for use by many threads; building one compiles the rules, so build one and keep it.
 *
 * <pre>{@code
 * Licet licet = Licet.standard();
 * Model model = Model.named("Example-70B").developer("Example AI", "US").closed().trainingOperations(3e26).build();
 * Decision decision = licet.decide(model, Transfer.of(Kind.WEIGHTS).to("CN").on(LocalDate.of(2026, 11, 23)));
 * }</pre>
 */
public final class Licet {
    private static final Logger LOG = LoggerFactory.getLogger(Licet.class);

    /** How many decisions are kept for requests that come again; one takes some ten thousand bytes. */
    private static final int SEEN = 1_000;

    private final List<RulePack> packs;
    private final Library library;
    private final Stance stance;
    private final boolean presume;
    private final Cache<Request, Decision> seen =
            Caffeine.newBuilder().maximumSize(SEEN).executor(Runnable::run).build();

    private Licet(List<RulePack> packs, Library library, Stance stance, boolean presume) {
        this.packs = packs;
        this.library = library;
        this.stance = stance;
        this.presume = presume;
    }

    /**
     * With all packs on the class path.
     *
     * @return a new instance with the stance {@link Stance#AS_WRITTEN}, presumptions on
     * @throws RulePackException if there is no pack, or one is not sound
     */
    public static Licet standard() {
        return of(RulePack.bundled());
    }

    /**
     * With certain packs.
     *
     * @param packs the packs
     * @return a new instance with the stance {@link Stance#AS_WRITTEN}, presumptions on
     * @throws RulePackException if there is no pack, or they are not sound together: an unknown list or figure, two rules with one
     *     id, a rule that does not compile
     */
    public static Licet of(Collection<RulePack> packs) {
        List<RulePack> ordered =
                packs.stream().sorted(Comparator.comparing(RulePack::name)).toList();
        Licet licet = new Licet(ordered, new Library(ordered), Stance.AS_WRITTEN, true);
        LOG.debug("Loaded the packs {}", ordered);
        return licet;
    }

    /**
     * The same packs under another stance.
     *
     * @param stance the stance
     * @return a changed copy
     */
    public Licet under(Stance stance) {
        return new Licet(packs, library, stance, presume);
    }

    /**
     * The same packs with all presumptions off: what is not stated is unknown.
     *
     * @return a changed copy
     */
    public Licet strict() {
        return new Licet(packs, library, stance, false);
    }

    /**
     * The packs that were loaded, by name.
     *
     * @return the packs
     */
    public List<RulePack> packs() {
        return packs;
    }

    /**
     * Decides.
     *
     * @param model the model
     * @param transfer how it is provided
     * @return the decision
     * @throws IllegalArgumentException if the transfer names a list or an attestation that no loaded pack knows
     */
    public Decision decide(Model model, Transfer transfer) {
        return decide(new Request(model, transfer));
    }

    /**
     * Decides.
     *
     * @param request the model and how it is provided
     * @return the decision
     * @throws IllegalArgumentException if the transfer names a list or an attestation that no loaded pack knows
     */
    public Decision decide(Request request) {
        return seen.get(request, this::decideAnew);
    }

    private Decision decideAnew(Request request) {
        Transfer transfer = request.transfer();
        library.refuseUnknownNames(transfer);
        LawOfDay law = library.on(transfer.on());
        List<Dimension> facts = facts(request, law);
        Judgment judgment = law.judge(stance, facts);
        var layers = new EnumMap<Stance, Map<Authority, Outcome>>(Stance.class);
        for (Stance each : Stance.values()) {
            layers.put(each, (judgment.sameUnder(each) ? judgment : law.judge(each, facts)).layers());
        }
        var report = new Report(law, facts, judgment);
        var decision = new Decision(
                request,
                stance,
                !presume,
                layers,
                Map.of(),
                report.findings(),
                report.provisos(),
                report.questions(),
                judgment.open(),
                report.waysOut(),
                report.pending(),
                List.of(),
                examined(law, judgment.layers().keySet()));
        return decision.with(
                new Deciding(decision, library.rules).byLayer(), library.turning.next(decision.restsOn(), request));
    }

    /**
     * Decides a recorded decision again: under its stance, with or without presumptions as it was.
     *
     * @param record the record as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @return the decision of now, and in what its record differs
     * @throws IllegalArgumentException if it is no record of this version, what was asked cannot be read, or it names a list or an
     *     attestation that no loaded pack knows
     */
    public Replay replay(Map<String, ?> record) {
        Recorded recorded = Recorded.of(record);
        var then = new Licet(packs, library, recorded.stance(), !recorded.strict());
        Decision decision = then.decide(recorded.request());
        return new Replay(decision, recorded.differences(decision.record()));
    }

    /**
     * Decides for every country where a model may go.
     *
     * @param model the model
     * @param transfer how it is provided; its destination is replaced by each country, its region stays for its own country alone
     * @return the decision for each country
     * @throws IllegalArgumentException if the transfer names a list or an attestation that no loaded pack knows
     */
    public WorldMap map(Model model, Transfer transfer) {
        var decisions = new TreeMap<Country, Decision>();
        for (Country country : Country.all()) {
            decisions.put(country, decide(model, transfer.goingTo(country)));
        }
        return new WorldMap(decisions);
    }

    /**
     * The rules that came near to a decision without having a say in it: those that a stated fact does not meet, nearest first,
     * which is those that miss on the fewest facts, and among these those of which the most is met.
     *
     * @param decision a decision of these packs
     * @return the rules that would bind under the stance of the decision, each with what it misses
     */
    public List<WhyNot> whyNot(Decision decision) {
        return nearMisses(decision).all();
    }

    /**
     * Why a rule does not stand in a decision.
     *
     * @param decision a decision of these packs
     * @param rule the rule's id
     * @return the reason
     * @throws IllegalArgumentException if no loaded pack has the rule
     */
    public WhyNot whyNot(Decision decision, String rule) {
        RuleFile file = library.rules.get(rule);
        if (file == null) {
            throw new IllegalArgumentException("The rule (%s) is in no loaded pack.\nMaybe one of %s is meant."
                    .formatted(rule, library.rulesLike(rule)));
        }
        RuleInForce inForce =
                library.on(decision.request().transfer().on()).rules().get(rule);
        if (inForce == null) {
            return new WhyNot(file.rule(), WhyNot.Reason.NOT_IN_BOOK, List.of());
        }
        Set<String> lifted = decision.findings().stream()
                .filter(Finding::lifted)
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
        return nearMisses(decision).whyNot(inForce, lifted);
    }

    /**
     * The smallest changes of the facts of a decision that lead to a milder outcome, by lawful levers alone: something attested or
     * published, another place, recipient or way, more information. One field is changed at a time, then two.
     *
     * @param decision a decision of these packs
     * @return the changes; none if the outcome is {@link Outcome#PERMITTED} or nothing was found
     */
    public Changes changes(Decision decision) {
        return changes(decision, false);
    }

    /**
     * The smallest changes of the facts of a decision that lead to a milder outcome.
     *
     * @param decision a decision of these packs
     * @param hypotheticals whether to change facts too that are what they are, such as origin, seat or past training; what comes
     *     back says that this was asked for
     * @return the changes; none if the outcome is {@link Outcome#PERMITTED} or nothing was found
     */
    public Changes changes(Decision decision, boolean hypotheticals) {
        LawOfDay law = library.on(decision.request().transfer().on());
        return new Counterfactuals(
                        law,
                        facts(decision.request(), law),
                        decision,
                        hypotheticals,
                        request -> law.judge(decision.stance(), facts(request, law))
                                .layers())
                .find();
    }

    private NearMisses nearMisses(Decision decision) {
        LawOfDay law = library.on(decision.request().transfer().on());
        return new NearMisses(law, decision.stance(), facts(decision.request(), law));
    }

    private List<Dimension> facts(Request request, LawOfDay law) {
        return Facts.of(request.model(), request.transfer(), law, presume);
    }

    /**
     * Decides one request over time. Only days on which a rule, a list or a figure turns are decided; the days between are as the day
     * before.
     *
     * @param request the request; its own day does not matter
     * @param from the first day
     * @param until the day on which it ends, itself outside
     * @return the stretches of days with one answer
     * @throws IllegalArgumentException if no day lies between, or the transfer names a list or an attestation that no loaded pack
     *     knows
     */
    public Timeline timeline(Request request, LocalDate from, LocalDate until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "No day lies between the days (%s) and (%s), the second outside.\n".formatted(from, until)
                            + "Maybe the two are changed over.");
        }
        var starts = new ArrayList<>(List.of(from));
        starts.addAll(library.turning.days(from, until));
        var different = new ArrayList<Decision>();
        for (LocalDate day : starts) {
            Decision decision = decide(request.model(), request.transfer().takingPlaceOn(day));
            if (different.isEmpty() || !different.get(different.size() - 1).sameAnswer(decision)) {
                different.add(decision);
            }
        }
        var spans = new ArrayList<Timeline.Span>();
        for (int i = 0; i < different.size(); i++) {
            Decision decision = different.get(i);
            LocalDate end = i + 1 < different.size()
                    ? different.get(i + 1).request().transfer().on()
                    : until;
            List<Change> turnedBy = i == 0 ? List.of() : library.turning.between(different.get(i - 1), decision);
            spans.add(new Timeline.Span(decision.request().transfer().on(), end, decision, turnedBy));
        }
        return new Timeline(different.get(0).request(), from, until, spans);
    }

    private Examined examined(LawOfDay law, Set<Authority> covered) {
        Set<Authority> uncovered = new TreeSet<>(List.of(Authority.values()));
        covered.forEach(uncovered::remove);
        return new Examined(
                packs.stream()
                        .map(pack -> new Examined.Pack(pack.name(), pack.version(), pack.asOf(), pack.digest()))
                        .toList(),
                law.listsAsked().stream()
                        .map(list -> new Examined.ListUsed(list, library.asOf.get(list)))
                        .toList(),
                uncovered);
    }

    /** What the packs hold together, checked and compiled. */
    private static final class Library {
        private final Map<String, RuleFile> rules = new TreeMap<>();
        private final Map<String, NamedList> lists = new TreeMap<>();
        private final Map<String, LocalDate> asOf = new TreeMap<>();
        private final List<Figure> figures = new ArrayList<>();
        private final TreeSet<LocalDate> turns = new TreeSet<>();
        private final Map<LocalDate, LawOfDay> laws = new ConcurrentHashMap<>();
        private final Set<String> attestations;
        private final RuleBase base;
        private final Turns turning;

        Library(List<RulePack> packs) {
            if (packs.isEmpty()) {
                throw new RulePackException(
                        "packs", "there is none (0)", "add licet-rules to the class path, or name a folder.");
            }
            Set<String> names = packs.stream().map(RulePack::name).collect(Collectors.toSet());
            for (RulePack pack : packs) {
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
            rules.values().forEach(this::check);
            attestations = rules.values().stream()
                    .flatMap(file -> file.atoms().stream())
                    .flatMap(atom -> atom.values(Argument.ATTESTATION))
                    .collect(Collectors.toCollection(TreeSet::new));
            base = RuleBase.compile(rules.values());
            turning = new Turns(rules.values(), lists, figures);
        }

        private void add(RulePack pack) {
            for (RuleFile file : pack.ruleFiles()) {
                RuleFile other = rules.putIfAbsent(file.rule().id(), file);
                if (other != null) {
                    throw new RulePackException(
                            file.path() + ":1",
                            "the rule (%s) stands in %s too"
                                    .formatted(file.rule().id(), other.path()),
                            "rename one, or give one pack another namespace.");
                }
                turn(file.rule().since(), file.rule().until());
                file.rule().statuses().forEach(window -> turn(window.since(), window.until()));
            }
            for (NamedList list : pack.namedLists()) {
                NamedList other = lists.putIfAbsent(list.name(), list);
                if (other != null) {
                    throw new RulePackException(
                            list.path(),
                            "the list (%s) stands in %s too".formatted(list.name(), other.path()),
                            "rename one.");
                }
                asOf.put(list.name(), pack.asOf());
                list.rows().forEach(row -> turn(row.since(), row.until()));
            }
            for (Figure figure : pack.figures()) {
                figures.stream()
                        .filter(other -> other.name().equals(figure.name())
                                && !other.path().equals(figure.path()))
                        .findFirst()
                        .ifPresent(other -> {
                            throw new RulePackException(
                                    figure.path(),
                                    "the figure (%s) stands in %s too".formatted(figure.name(), other.path()),
                                    "rename one.");
                        });
                figures.add(figure);
                turn(figure.since(), figure.until());
            }
        }

        private void turn(LocalDate since, Optional<LocalDate> until) {
            turns.add(since);
            until.ifPresent(turns::add);
        }

        private void check(RuleFile file) {
            for (Atom atom : file.atoms()) {
                String at = file.path() + ":" + atom.line();
                for (NamedList.Subject subject : NamedList.Subject.values()) {
                    atom.values(subject.argument()).forEach(name -> checkList(at, name, subject));
                }
                atom.values(Argument.FIGURE).forEach(name -> checkFigure(file.rule(), at, name));
                atom.values(Argument.TERM).forEach(name -> checkTerm(at, name));
            }
            if (!file.rule().defines().isEmpty()) {
                refuseCircles(file, List.of());
            }
            for (Verb verb : file.verbs()) {
                if (verb instanceof Verb.Lift lift) {
                    checkLift(file, lift);
                }
            }
        }

        private void checkLift(RuleFile file, Verb.Lift lift) {
            if (!rules.containsKey(lift.rule())
                    || lift.rule().equals(file.rule().id())) {
                throw new RulePackException(
                        file.path() + ":" + lift.line(),
                        "the rule (%s) that it lifts does not exist".formatted(lift.rule()),
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

        private void checkList(String at, String name, NamedList.Subject wanted) {
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
            Set<String> defined = rules.values().stream()
                    .flatMap(file -> file.rule().defines().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!defined.contains(name)) {
                throw new RulePackException(
                        at,
                        "the term (%s) is defined by no rule".formatted(name),
                        "one of these is meant: %s.".formatted(defined));
            }
        }

        // A figure that is not there on some day of the rule would be a rule that never fires on that day.
        private void checkFigure(Rule rule, String at, String name) {
            List<Figure> named = figures.stream()
                    .filter(figure -> figure.name().equals(name))
                    .toList();
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
            Stream.concat(Stream.of(rule.since()), turns.stream())
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
        List<String> rulesLike(String id) {
            String namespace = id.substring(0, id.indexOf('.') + 1);
            List<String> near = rules.keySet().stream()
                    .filter(other -> other.startsWith(namespace))
                    .toList();
            return near.isEmpty() ? List.copyOf(rules.keySet()) : near;
        }

        private List<String> lists(NamedList.Subject subject) {
            return lists.values().stream()
                    .filter(list -> list.subject() == subject)
                    .map(NamedList::name)
                    .toList();
        }

        LawOfDay on(LocalDate day) {
            LocalDate turn = Optional.ofNullable(turns.floor(day)).orElse(LocalDate.MIN);
            return laws.computeIfAbsent(turn, first -> new LawOfDay(first, rules.values(), lists, figures, base));
        }

        void refuseUnknownNames(Transfer transfer) {
            Stream<Set<String>> screened = Stream.of(transfer.exporter(), transfer.recipient(), transfer.intermediary())
                    .flatMap(party -> Stream.concat(
                            party.lists().value().stream(),
                            party.owners().value().orElse(List.of()).stream()
                                    .flatMap(owner -> owner.lists().value().stream())));
            screened.flatMap(Set::stream)
                    .filter(name -> Optional.ofNullable(lists.get(name))
                            .filter(list -> list.subject() == NamedList.Subject.PARTY)
                            .isEmpty())
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                "The list (%s) of parties is in no loaded pack.\nMaybe one of %s is meant, or a pack is missing."
                                        .formatted(name, lists(NamedList.Subject.PARTY)));
                    });
            transfer.attestations().value().orElse(Set.of()).stream()
                    .filter(name -> !attestations.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                "The attestation (%s) is asked by no loaded rule.\nMaybe one of %s is meant, or a pack is missing."
                                        .formatted(name, attestations));
                    });
        }
    }
}
