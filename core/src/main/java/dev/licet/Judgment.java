package dev.licet;

import dev.licet.Claim.Match;
import dev.licet.Findings.Verdict;
import dev.licet.RuleBase.Spoken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From what the rules said in one pass to the outcome of each layer, the provisos and the questions, under one stance. */
final class Judgment {

    /** A finding of one rule, with all the matches in which it made it. */
    private record Said(Rule rule, Verdict.Found found, List<Match> matches) {}

    /** An exception of one rule to another, with all the matches in which it made it. */
    private record Excused(Rule rule, String target, List<Match> matches) {}

    /** A finding, or the duty that an exception to one brings, in the layer of the finding. */
    private record Weighed(int index, Said said, Authority authority, Claim claim) {
        Outcome outcome() {
            return said.found().effect().outcome();
        }
    }

    /** Presumed facts that must fail together for a rule to stand. */
    private record Departure(String rule, Map<Integer, TreeSet<Integer>> way) {}

    private final LocalDate day;
    private final Stance stance;
    private final List<Dimension> dimensions;
    private final List<Said> said;
    private final List<Excused> excused;
    private final Set<Authority> covered;
    private final Map<Authority, Outcome> layers = new EnumMap<>(Authority.class);
    private final List<Weighed> weighed = new ArrayList<>();
    private final List<Weighed> duties = new ArrayList<>();
    private final Map<Integer, Set<String>> questions = new TreeMap<>();
    private final List<Departure> departures = new ArrayList<>();
    private final Map<Integer, TreeMap<Integer, Set<String>>> provisos = new TreeMap<>();

    private Judgment(
            LocalDate day,
            Stance stance,
            List<Dimension> dimensions,
            List<Said> said,
            List<Excused> excused,
            Set<Authority> covered) {
        this.day = day;
        this.stance = stance;
        this.dimensions = dimensions;
        this.said = said;
        this.excused = excused;
        this.covered = covered;
    }

    private Judgment settled() {
        covered.forEach(this::layer);
        provide();
        return this;
    }

    private Judgment weighed() {
        IntStream.range(0, said.size()).forEach(this::weigh);
        return settled();
    }

    /** Judges what the rules of a day said of facts. */
    static Judgment of(LawOfDay law, LocalDate day, Stance stance, List<Dimension> dimensions, List<Spoken> spoken) {
        var at = new IdentityHashMap<Object, int[]>();
        for (int d = 0; d < dimensions.size(); d++) {
            List<Alternative> alternatives = dimensions.get(d).alternatives();
            for (int a = 0; a < alternatives.size(); a++) {
                at.put(alternatives.get(a).fact(), new int[] {d, a});
            }
        }
        var said = new TreeMap<String, Said>();
        var excused = new TreeMap<String, Excused>();
        for (Spoken each : spoken) {
            int[] match = match(each, at, dimensions.size());
            if (match.length == 0) {
                continue;
            }
            Rule rule = law.rules().get(each.rule()).rule();
            String key = each.rule() + "#" + each.position();
            if (each.verdict() instanceof Verdict.Found found) {
                said.computeIfAbsent(key, first -> new Said(rule, found, new ArrayList<>()))
                        .matches()
                        .add(new Match(match, rule.id(), found.because(), found.duty()));
            } else if (each.verdict() instanceof Verdict.Lifted lift) {
                excused.computeIfAbsent(key, first -> new Excused(rule, lift.rule(), new ArrayList<>()))
                        .matches()
                        .add(new Match(match, rule.id(), lift.because(), lift.duty()));
            }
        }
        Comparator<Match> order = (one, other) -> Arrays.compare(one.at(), other.at());
        said.values().forEach(each -> each.matches().sort(order));
        excused.values().forEach(each -> each.matches().sort(order));
        Set<Authority> covered = law.rules().values().stream()
                .filter(file -> file.rule().statusOn(day) != Status.PENDING)
                .map(file -> file.rule().authority())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Judgment(day, stance, dimensions, List.copyOf(said.values()), List.copyOf(excused.values()), covered)
                .weighed();
    }

    /** Where the facts of a match stand; empty if they come by two definitions from two values of one fact. */
    private static int[] match(Spoken spoken, Map<Object, int[]> at, int size) {
        int[] match = new int[size];
        Arrays.fill(match, Dimension.NONE);
        for (Object fact : spoken.facts()) {
            int[] where = at.get(fact);
            if (match[where[0]] != Dimension.NONE && match[where[0]] != where[1]) {
                return new int[0];
            }
            match[where[0]] = where[1];
        }
        return match;
    }

    /** The same said, under another stance. */
    Judgment under(Stance other) {
        return other == stance ? this : new Judgment(day, other, dimensions, said, excused, covered).weighed();
    }

    /** The same said, with one fact known to be one of these alternatives. */
    private Judgment knowing(int dimension, List<Integer> values) {
        var narrowed = new ArrayList<>(dimensions);
        narrowed.set(dimension, dimensions.get(dimension).only(values.subList(0, 1)));
        var known = new Judgment(
                day,
                stance,
                narrowed,
                said.stream()
                        .map(each ->
                                new Said(each.rule(), each.found(), narrow(each.matches(), dimension, values.get(0))))
                        .toList(),
                excused.stream()
                        .map(each -> new Excused(
                                each.rule(), each.target(), narrow(each.matches(), dimension, values.get(0))))
                        .toList(),
                covered);
        known.weighAgain(this, dimension);
        return known.settled();
    }

    private static List<Match> narrow(List<Match> matches, int dimension, int value) {
        var kept = new ArrayList<Match>();
        for (Match match : matches) {
            if (match.at()[dimension] == Dimension.NONE) {
                kept.add(match);
            } else if (match.at()[dimension] == value) {
                int[] at = match.at().clone();
                at[dimension] = 0;
                kept.add(new Match(at, match.rule(), match.because(), match.duty()));
            }
        }
        return kept;
    }

    private Status status(Rule rule) {
        return rule.statusOn(day);
    }

    private List<Excused> exceptionsTo(Rule rule, Stance under) {
        return excused.stream()
                .filter(each ->
                        each.target().equals(rule.id()) && status(each.rule()).binds(under))
                .toList();
    }

    private void weigh(int index) {
        Said each = said.get(index);
        if (each.matches().isEmpty()) {
            return;
        }
        boolean binds = status(each.rule()).binds(stance);
        // What does not bind is shown as the text has it.
        List<Match> lifts = exceptionsTo(each.rule(), binds ? stance : Stance.AS_WRITTEN).stream()
                .flatMap(lift -> lift.matches().stream())
                .toList();
        Claim claim = Claim.ofFinding(dimensions, each.matches(), lifts);
        weighed.add(new Weighed(index, each, each.rule().authority(), claim));
        if (binds) {
            exceptionsTo(each.rule(), stance).forEach(exception -> weighDuty(index, exception));
        }
    }

    /** What does not hang on a fact is weighed as before when that fact becomes known. */
    private void weighAgain(Judgment before, int dimension) {
        var again = new TreeSet<Integer>();
        for (Weighed each : before.weighed) {
            if (each.claim().touches(dimension)) {
                again.add(each.index());
            } else {
                weighed.add(each);
            }
        }
        before.duties.stream().filter(each -> !again.contains(each.index())).forEach(duties::add);
        again.forEach(this::weigh);
    }

    private void weighDuty(int index, Excused exception) {
        Said lifted = said.get(index);
        List<Match> free = exceptionsTo(lifted.rule(), stance).stream()
                .flatMap(other -> other.matches().stream())
                .filter(match -> match.duty().isEmpty())
                .toList();
        exception.matches().stream()
                .filter(match -> !match.duty().isEmpty())
                .findFirst()
                .ifPresent(match -> {
                    var duty = new Verdict.Found(Effect.IMPOSE, Policy.NOT_STATED, match.because(), match.duty());
                    duties.add(new Weighed(
                            index,
                            new Said(exception.rule(), duty, lifted.matches()),
                            lifted.rule().authority(),
                            Claim.ofDuty(dimensions, lifted.matches(), exception.matches(), free)));
                });
    }

    private void layer(Authority authority) {
        List<Weighed> binding = Stream.concat(weighed.stream(), duties.stream())
                .filter(each -> each.authority() == authority)
                .filter(each -> status(each.said().rule()).binds(stance))
                .toList();
        Outcome settled = binding.stream()
                .filter(each -> each.claim().stands())
                .map(Weighed::outcome)
                .reduce(Outcome.PERMITTED, Outcome::strictest);
        Outcome outcome = settled;
        for (Weighed each : binding) {
            boolean further = each.outcome() == Outcome.CONDITIONAL && settled == Outcome.CONDITIONAL;
            if (each.claim().stands() || !each.outcome().stricterThan(settled) && !further) {
                continue;
            }
            Set<Integer> open = each.claim().openOn();
            open.forEach(dimension -> questions
                    .computeIfAbsent(dimension, none -> new TreeSet<>())
                    .add(each.said().rule().id()));
            if (!open.isEmpty() && !further) {
                outcome = outcome.strictest(Outcome.UNDETERMINED);
            }
            List<Map<Integer, TreeSet<Integer>>> ways = each.claim().departures();
            ways.forEach(way -> departures.add(new Departure(each.said().rule().id(), way)));
            if (!ways.isEmpty()) {
                outcome = outcome.strictest(Outcome.CONDITIONAL);
            }
        }
        layers.put(authority, outcome);
    }

    /**
     * Turns departures into provisos: where one fact alone makes the difference, that fact; where several must fail together, one of
     * them is enough, and the one with the fewest values is the easiest to check.
     */
    private void provide() {
        departures.sort(
                Comparator.comparing((Departure departure) -> departure.way().size()));
        for (Departure departure : departures) {
            Map<Integer, TreeSet<Integer>> way = departure.way();
            int dimension = way.keySet().stream()
                    .filter(d ->
                            provisos.getOrDefault(d, new TreeMap<>()).keySet().containsAll(way.get(d)))
                    .findFirst()
                    .orElseGet(() -> way.keySet().stream()
                            .min(Comparator.comparing(d -> members(d, way.get(d))))
                            .orElseThrow());
            for (int value : way.get(dimension)) {
                provisos.computeIfAbsent(dimension, none -> new TreeMap<>())
                        .computeIfAbsent(value, none -> new TreeSet<>())
                        .add(departure.rule());
            }
        }
    }

    private int members(int dimension, Set<Integer> values) {
        return values.stream()
                .mapToInt(value -> dimensions
                        .get(dimension)
                        .alternatives()
                        .get(value)
                        .members()
                        .size())
                .sum();
    }

    /** The outcome of each layer of which a rule of the day speaks. */
    Map<Authority, Outcome> layers() {
        return layers;
    }

    Outcome outcome() {
        return layers.values().stream().reduce(Outcome.PERMITTED, Outcome::strictest);
    }

    /** What applies whatever the unknown facts are, lifted or not; what is pending is told apart. */
    List<Finding> findings() {
        return findings(each ->
                status(each.said().rule()) != Status.PENDING && each.claim().definite());
    }

    /** What is pending and applies, or may apply. */
    List<Finding> pending() {
        return findings(each -> status(each.said().rule()) == Status.PENDING
                && (each.claim().definite() || !each.claim().openOn().isEmpty()));
    }

    private List<Finding> findings(Predicate<Weighed> which) {
        return weighed.stream()
                .filter(which)
                .map(each -> {
                    Match match = atBase(each.said().matches());
                    Verdict.Found found = each.said().found();
                    return new Finding(
                            each.said().rule(),
                            found.effect(),
                            found.policy(),
                            status(each.said().rule()),
                            match.because(),
                            match.duty(),
                            facts(match, each.said().matches()),
                            each.claim().lifted() ? lifts(each) : List.of());
                })
                .sorted(Comparator.comparing((Finding finding) -> finding.effect())
                        .thenComparing(finding -> finding.rule().id()))
                .toList();
    }

    private List<Finding.Lift> lifts(Weighed each) {
        if (!each.claim().lifted()) {
            return List.of();
        }
        Stance under = status(each.said().rule()).binds(stance) ? stance : Stance.AS_WRITTEN;
        return exceptionsTo(each.said().rule(), under).stream()
                .filter(lift -> lift.matches().stream().anyMatch(this::possible))
                .map(lift -> {
                    Match match = atBase(lift.matches());
                    return new Finding.Lift(lift.rule(), match.because(), match.duty(), facts(match, lift.matches()));
                })
                .toList();
    }

    /** Whether a match needs nothing against a presumption. */
    private boolean possible(Match match) {
        return IntStream.range(0, match.at().length)
                .allMatch(d -> match.at()[d] == Dimension.NONE
                        || dimensions.get(d).unknown()
                        || match.at()[d] == dimensions.get(d).base());
    }

    private Match atBase(List<Match> matches) {
        return matches.stream().filter(this::possible).findFirst().orElse(matches.get(0));
    }

    private List<Finding.FactUsed> facts(Match match, List<Match> all) {
        var facts = new ArrayList<Finding.FactUsed>();
        for (int d = 0; d < match.at().length; d++) {
            int dimension = d;
            if (match.at()[d] != Dimension.NONE) {
                Alternative seen = dimensions.get(d).alternatives().get(match.at()[d]);
                boolean whatever = dimensions.get(d).unknown()
                        && all.stream().anyMatch(other -> other.at()[dimension] != match.at()[dimension]);
                facts.add(new Finding.FactUsed(
                        dimensions.get(d).type().label(), whatever ? "whatever it is" : seen.label(), seen.basis()));
            }
        }
        return facts;
    }

    List<Proviso> provisos() {
        var all = new ArrayList<Proviso>();
        provisos.forEach((d, values) -> {
            Dimension dimension = dimensions.get(d);
            List<String> noneOf = values.keySet().stream()
                    .flatMap(value -> dimension.alternatives().get(value).members().stream())
                    .sorted()
                    .distinct()
                    .toList();
            Set<String> rules =
                    values.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
            String presumed = dimension.alternatives().get(dimension.base()).label();
            all.add(new Proviso(dimension.type().label(), presumed, noneOf, List.copyOf(rules)));
        });
        return all;
    }

    List<Question> questions() {
        return questions.keySet().stream().map(this::question).toList();
    }

    private record Leads(Outcome outcome, Map<Authority, Outcome> layers, List<String> rules) {}

    private Question question(int d) {
        List<Alternative> alternatives = dimensions.get(d).alternatives();
        var byEffect = new LinkedHashMap<Leads, List<Integer>>();
        for (List<Integer> alike : alike(d)) {
            Judgment known = knowing(d, alike);
            var brings = new TreeSet<String>();
            Stream.concat(known.weighed.stream(), known.duties.stream())
                    .filter(each ->
                            each.claim().stands() && status(each.said().rule()).binds(stance))
                    .forEach(each -> brings.add(each.said().rule().id()));
            known.questions.values().forEach(brings::addAll);
            brings.retainAll(questions.get(d));
            var leads = new Leads(known.outcome(), known.layers(), List.copyOf(brings));
            byEffect.computeIfAbsent(leads, none -> new ArrayList<>()).addAll(alike);
        }
        var answers = new ArrayList<Question.Answer>();
        byEffect.forEach((leads, values) -> {
            values.sort(Comparator.naturalOrder());
            List<String> members = values.stream()
                    .flatMap(value -> alternatives.get(value).members().stream())
                    .sorted()
                    .distinct()
                    .toList();
            String label = values.stream()
                    .map(value -> alternatives.get(value).label())
                    .distinct()
                    .collect(Collectors.joining("; "));
            answers.add(new Question.Answer(label, members, leads.outcome(), leads.layers(), leads.rules()));
        });
        answers.sort(Comparator.comparing(Question.Answer::outcome)
                .thenComparing(answer -> answer.rules().size())
                .thenComparing(Question.Answer::value));
        return new Question(dimensions.get(d).type().label(), answers);
    }

    /** The alternatives of a fact, those together that nothing said tells apart. */
    private List<List<Integer>> alike(int d) {
        int size = dimensions.get(d).alternatives().size();
        var seen = new BitSet[size];
        Arrays.setAll(seen, i -> new BitSet());
        var keys = new HashMap<List<Object>, Integer>();
        var matches = new ArrayList<Map.Entry<String, Match>>();
        for (int i = 0; i < said.size(); i++) {
            for (Match match : said.get(i).matches()) {
                matches.add(Map.entry("said" + i, match));
            }
        }
        for (int i = 0; i < excused.size(); i++) {
            for (Match match : excused.get(i).matches()) {
                matches.add(Map.entry("excused" + i, match));
            }
        }
        for (Map.Entry<String, Match> each : matches) {
            int[] at = each.getValue().at().clone();
            int value = at[d];
            if (value != Dimension.NONE) {
                at[d] = 0;
                List<Object> rest = new ArrayList<>(IntStream.of(at).boxed().toList());
                rest.add(each.getKey());
                seen[value].set(keys.computeIfAbsent(rest, none -> keys.size()));
            }
        }
        var groups = new LinkedHashMap<BitSet, List<Integer>>();
        for (int value = 0; value < size; value++) {
            groups.computeIfAbsent(seen[value], none -> new ArrayList<>()).add(value);
        }
        return List.copyOf(groups.values());
    }

    /** The exceptions that would lift what stands, each with the fewest facts it needs. */
    List<WayOut> waysOut() {
        var ways = new ArrayList<WayOut>();
        for (Weighed each : weighed) {
            if (each.claim().stands() && status(each.said().rule()).binds(stance)) {
                for (Excused exception : exceptionsTo(each.said().rule(), stance)) {
                    int fewest = exception.matches().stream()
                            .mapToInt(match -> needs(match).size())
                            .min()
                            .orElse(0);
                    var byFact = new TreeMap<Integer, TreeSet<Integer>>();
                    exception.matches().stream()
                            .map(this::needs)
                            .filter(needs -> needs.size() == fewest)
                            .forEach(needs ->
                                    needs.forEach((d, value) -> byFact.computeIfAbsent(d, none -> new TreeSet<>())
                                            .add(value)));
                    if (!byFact.isEmpty()) {
                        List<Finding.FactUsed> facts = new ArrayList<>();
                        byFact.forEach((d, values) -> {
                            String members = values.stream()
                                    .flatMap(value -> dimensions.get(d).alternatives().get(value).members().stream())
                                    .distinct()
                                    .collect(Collectors.joining(", "));
                            facts.add(new Finding.FactUsed(
                                    dimensions.get(d).type().label(), members, Basis.POSSIBLE));
                        });
                        ways.add(new WayOut(
                                each.said().rule().id(),
                                exception.rule(),
                                exception.matches().get(0).because(),
                                facts));
                    }
                }
            }
        }
        return ways.stream().distinct().toList();
    }

    private Map<Integer, Integer> needs(Match match) {
        var needs = new TreeMap<Integer, Integer>();
        for (int d = 0; d < match.at().length; d++) {
            int value = match.at()[d];
            if (value != Dimension.NONE
                    && value != dimensions.get(d).base()
                    && dimensions.get(d).alternatives().size() > 1) {
                needs.put(d, value);
            }
        }
        return needs;
    }
}
