package dev.licet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From where the rules of a day match to the outcome of each layer, the provisos and the questions, under one stance. */
final class Judgment {

    /** A finding of one rule, with all the ways in which it makes it. */
    private record Said(RuleInForce rule, Verb.Find verb, List<Box> boxes) {}

    /** An exception of one rule to another, with all the ways in which it makes it. */
    private record Excused(RuleInForce rule, Verb.Lift verb, List<Box> boxes) {
        boolean withDuty() {
            return !verb.duty().isEmpty();
        }
    }

    /** A finding, or the duty that an exception to one brings, in the layer of the finding. */
    private record Weighed(Said said, Authority authority, Outcome outcome, Claim claim, boolean stands) {
        Weighed(Said said, Authority authority, Outcome outcome, Claim claim) {
            this(said, authority, outcome, claim, claim.stands());
        }

        String rule() {
            return said.rule().rule().id();
        }

        Weighed knowing(int dimension, int value) {
            Claim known = claim.knowing(dimension, value);
            return known == claim ? this : new Weighed(said, authority, outcome, known);
        }
    }

    /** Presumed facts that must fail together for a rule to stand. */
    private record Departure(String rule, Map<Integer, BitSet> way) {}

    private final LawOfDay law;
    private final Stance stance;
    private final List<Dimension> dimensions;
    private final List<Said> said;
    private final Map<String, List<Excused>> excused;
    private final Map<Authority, Outcome> layers = new EnumMap<>(Authority.class);
    private final List<Weighed> weighed = new ArrayList<>();
    private final List<Weighed> duties = new ArrayList<>();
    private final Map<Integer, Set<String>> questions = new TreeMap<>();
    private final List<Departure> departures = new ArrayList<>();
    private final Map<Integer, TreeMap<Integer, Set<String>>> provisos = new TreeMap<>();

    private Judgment(
            LawOfDay law,
            Stance stance,
            List<Dimension> dimensions,
            List<Said> said,
            Map<String, List<Excused>> excused) {
        this.law = law;
        this.stance = stance;
        this.dimensions = dimensions;
        this.said = said;
        this.excused = excused;
    }

    /** Judges facts by the rules of a day. */
    static Judgment of(LawOfDay law, Stance stance, List<Dimension> dimensions) {
        var said = new ArrayList<Said>();
        var excused = new TreeMap<String, List<Excused>>();
        for (RuleInForce rule : law.rules().values()) {
            List<Box> boxes = rule.boxes(dimensions);
            if (!boxes.isEmpty()) {
                for (Verb verb : rule.file().verbs()) {
                    if (verb instanceof Verb.Find find) {
                        said.add(new Said(rule, find, boxes));
                    } else if (verb instanceof Verb.Lift lift) {
                        excused.computeIfAbsent(lift.rule(), none -> new ArrayList<>())
                                .add(new Excused(rule, lift, boxes));
                    }
                }
            }
        }
        return new Judgment(law, stance, dimensions, said, excused).weighed();
    }

    /** The same facts, under another stance. */
    Judgment under(Stance other) {
        return other == stance ? this : new Judgment(law, other, dimensions, said, excused).weighed();
    }

    private Judgment weighed() {
        said.forEach(this::weigh);
        law.covered().forEach(this::layer);
        provide();
        return this;
    }

    /** The same facts, with one known to be one of its alternatives; of its layers, what stands and what is asked alone. */
    private Judgment knowing(int dimension, int value) {
        var known = new Judgment(law, stance, dimensions, said, excused);
        weighed.forEach(each -> known.weighed.add(each.knowing(dimension, value)));
        duties.forEach(each -> known.duties.add(each.knowing(dimension, value)));
        law.covered().forEach(known::layer);
        return known;
    }

    private boolean binds(RuleInForce rule) {
        return rule.status().binds(stance);
    }

    private List<Excused> exceptionsTo(RuleInForce rule, Stance under) {
        return excused.getOrDefault(rule.rule().id(), List.of()).stream()
                .filter(each -> each.rule().status().binds(under))
                .toList();
    }

    // What does not bind is shown as the text has it.
    private Stance shownUnder(RuleInForce rule) {
        return binds(rule) ? stance : Stance.AS_WRITTEN;
    }

    private static List<Box> boxes(List<Excused> exceptions) {
        return exceptions.stream().flatMap(each -> each.boxes().stream()).toList();
    }

    private void weigh(Said each) {
        List<Excused> exceptions = exceptionsTo(each.rule(), shownUnder(each.rule()));
        Authority authority = each.rule().rule().authority();
        Claim claim = Claim.ofFinding(dimensions, each.boxes(), boxes(exceptions));
        weighed.add(new Weighed(each, authority, each.verb().effect().outcome(), claim));
        if (binds(each.rule())) {
            List<Box> free = boxes(exceptions.stream()
                    .filter(exception -> !exception.withDuty())
                    .toList());
            exceptions.stream().filter(Excused::withDuty).forEach(exception -> {
                var duty = new Verb.Find(
                        Effect.IMPOSE,
                        Policy.NOT_STATED,
                        exception.verb().because(),
                        exception.verb().duty());
                duties.add(new Weighed(
                        new Said(exception.rule(), duty, each.boxes()),
                        authority,
                        Effect.IMPOSE.outcome(),
                        Claim.ofDuty(dimensions, each.boxes(), exception.boxes(), free)));
            });
        }
    }

    private Stream<Weighed> binding() {
        return Stream.concat(weighed.stream(), duties.stream())
                .filter(each -> binds(each.said().rule()));
    }

    private void layer(Authority authority) {
        List<Weighed> binding =
                binding().filter(each -> each.authority() == authority).toList();
        Outcome settled = binding.stream()
                .filter(Weighed::stands)
                .map(Weighed::outcome)
                .reduce(Outcome.PERMITTED, Outcome::strictest);
        Outcome outcome = settled;
        for (Weighed each : binding) {
            boolean further = each.outcome() == Outcome.CONDITIONAL && settled == Outcome.CONDITIONAL;
            if (each.stands() || !each.outcome().stricterThan(settled) && !further) {
                continue;
            }
            Set<Integer> open = each.claim().openOn();
            open.forEach(dimension -> questions
                    .computeIfAbsent(dimension, none -> new TreeSet<>())
                    .add(each.rule()));
            if (!open.isEmpty() && !further) {
                outcome = outcome.strictest(Outcome.UNDETERMINED);
            }
            List<Map<Integer, BitSet>> ways = each.claim().departures();
            ways.forEach(way -> departures.add(new Departure(each.rule(), way)));
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
            Map<Integer, BitSet> way = departure.way();
            int dimension = way.keySet().stream()
                    .filter(d -> provided(d, way.get(d)))
                    .findFirst()
                    .orElseGet(() -> way.keySet().stream()
                            .min(Comparator.comparing(
                                    d -> dimensions.get(d).members(way.get(d)).size()))
                            .orElseThrow());
            way.get(dimension).stream()
                    .forEach(value -> provisos.computeIfAbsent(dimension, none -> new TreeMap<>())
                            .computeIfAbsent(value, none -> new TreeSet<>())
                            .add(departure.rule()));
        }
    }

    private boolean provided(int dimension, BitSet values) {
        Set<Integer> already = provisos.getOrDefault(dimension, new TreeMap<>()).keySet();
        return values.stream().allMatch(already::contains);
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
                each.said().rule().status() != Status.PENDING && each.claim().definite());
    }

    /** What is pending and applies, or may apply. */
    List<Finding> pending() {
        return findings(each -> each.said().rule().status() == Status.PENDING
                && (each.claim().definite() || !each.claim().openOn().isEmpty()));
    }

    private List<Finding> findings(Predicate<Weighed> which) {
        return weighed.stream()
                .filter(which)
                .map(each -> {
                    Said said = each.said();
                    Box box = atBase(said.boxes());
                    return new Finding(
                            said.rule().rule(),
                            said.verb().effect(),
                            said.verb().policy(),
                            said.rule().status(),
                            words(said.rule(), said.verb().because(), box),
                            words(said.rule(), said.verb().duty(), box),
                            facts(box, said.boxes()),
                            each.claim().lifted() ? lifts(said.rule()) : List.of());
                })
                .sorted(Comparator.comparing((Finding finding) -> finding.effect())
                        .thenComparing(finding -> finding.rule().id()))
                .toList();
    }

    private List<Finding.Lift> lifts(RuleInForce lifted) {
        return exceptionsTo(lifted, shownUnder(lifted)).stream()
                .filter(lift -> lift.boxes().stream().anyMatch(box -> box.possible(dimensions)))
                .map(lift -> {
                    Box box = atBase(lift.boxes());
                    return new Finding.Lift(
                            lift.rule().rule(),
                            words(lift.rule(), lift.verb().because(), box),
                            words(lift.rule(), lift.verb().duty(), box),
                            facts(box, lift.boxes()));
                })
                .toList();
    }

    private Box atBase(List<Box> boxes) {
        return boxes.stream()
                .filter(box -> box.possible(dimensions))
                .findFirst()
                .orElse(boxes.get(0));
    }

    private String words(RuleInForce rule, Verb.Words words, Box box) {
        return rule.words(words, type -> {
            int d = law.types().indexOf(type);
            Dimension dimension = dimensions.get(d);
            return dimension.alternatives().get(box.chosen(d, dimension)).fact();
        });
    }

    private List<Finding.FactUsed> facts(Box box, List<Box> all) {
        var facts = new ArrayList<Finding.FactUsed>();
        for (int d = 0; d < box.at().length; d++) {
            if (box.at()[d] != null) {
                Dimension dimension = dimensions.get(d);
                int chosen = box.chosen(d, dimension);
                Alternative seen = dimension.alternatives().get(chosen);
                boolean whatever = dimension.unknown() && !only(chosen, d, all);
                facts.add(new Finding.FactUsed(
                        dimension.type().label(), whatever ? "whatever it is" : seen.label(), seen.basis()));
            }
        }
        return facts;
    }

    private static boolean only(int value, int d, List<Box> boxes) {
        return boxes.stream()
                .map(box -> box.at()[d])
                .allMatch(values -> values != null && values.get(value) && values.cardinality() == 1);
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
        Dimension dimension = dimensions.get(d);
        var byEffect = new LinkedHashMap<Leads, BitSet>();
        for (BitSet alike : alike(d)) {
            Judgment known = knowing(d, alike.nextSetBit(0));
            Set<String> brings = known.binding()
                    .filter(Weighed::stands)
                    .map(Weighed::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
            known.questions.values().forEach(brings::addAll);
            brings.retainAll(questions.get(d));
            var leads = new Leads(known.outcome(), known.layers(), List.copyOf(brings));
            byEffect.computeIfAbsent(leads, none -> new BitSet()).or(alike);
        }
        var answers = new ArrayList<Question.Answer>();
        byEffect.forEach((leads, values) -> {
            List<String> members = dimension.members(values).stream().sorted().toList();
            String label = values.stream()
                    .mapToObj(value -> dimension.alternatives().get(value).label())
                    .distinct()
                    .collect(Collectors.joining("; "));
            answers.add(new Question.Answer(label, members, leads.outcome(), leads.layers(), leads.rules()));
        });
        answers.sort(Comparator.comparing(Question.Answer::outcome)
                .thenComparing(answer -> answer.rules().size())
                .thenComparing(Question.Answer::value));
        return new Question(dimension.type().label(), answers);
    }

    /** The alternatives of a fact, those together that no claim tells apart. */
    private List<BitSet> alike(int d) {
        var all = new BitSet();
        all.set(0, dimensions.get(d).alternatives().size());
        List<BitSet> groups = List.of(all);
        for (Weighed each : Stream.concat(weighed.stream(), duties.stream()).toList()) {
            List<BitSet> told = each.claim().told(d);
            if (!told.isEmpty()) {
                groups = groups.stream()
                        .flatMap(group -> told.stream().map(values -> {
                            var both = (BitSet) group.clone();
                            both.and(values);
                            return both;
                        }))
                        .filter(values -> !values.isEmpty())
                        .toList();
            }
        }
        return groups.stream()
                .sorted(Comparator.comparing(values -> values.nextSetBit(0)))
                .toList();
    }

    /** The exceptions that would lift what stands, each with the fewest facts it needs. */
    List<WayOut> waysOut() {
        return weighed.stream()
                .filter(each -> each.stands() && binds(each.said().rule()))
                .flatMap(each -> exceptionsTo(each.said().rule(), stance).stream()
                        .flatMap(exception -> wayOut(each.rule(), exception)))
                .distinct()
                .toList();
    }

    private Stream<WayOut> wayOut(String lifted, Excused exception) {
        int fewest = exception.boxes().stream()
                .mapToInt(box -> needs(box).size())
                .min()
                .orElse(0);
        var byFact = new TreeMap<Integer, BitSet>();
        exception.boxes().stream()
                .map(this::needs)
                .filter(needs -> needs.size() == fewest)
                .forEach(needs -> needs.forEach((d, values) ->
                        byFact.computeIfAbsent(d, none -> new BitSet()).or(values)));
        if (byFact.isEmpty()) {
            return Stream.empty();
        }
        List<Finding.FactUsed> facts = byFact.entrySet().stream()
                .map(need -> new Finding.FactUsed(
                        dimensions.get(need.getKey()).type().label(),
                        String.join(", ", dimensions.get(need.getKey()).members(need.getValue())),
                        Basis.POSSIBLE))
                .toList();
        String because = words(
                exception.rule(), exception.verb().because(), exception.boxes().get(0));
        return Stream.of(new WayOut(lifted, exception.rule().rule(), because, facts));
    }

    /** The facts that are not as a box needs them, each with the values that would do. */
    private Map<Integer, BitSet> needs(Box box) {
        var needs = new TreeMap<Integer, BitSet>();
        for (int d = 0; d < box.at().length; d++) {
            Dimension dimension = dimensions.get(d);
            BitSet values = box.at()[d];
            if (values != null
                    && values.cardinality() < dimension.alternatives().size()
                    && (dimension.unknown() || !values.get(dimension.base()))) {
                needs.put(d, values);
            }
        }
        return needs;
    }
}
