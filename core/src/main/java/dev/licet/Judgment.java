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
            return claim.touches(dimension)
                    ? new Weighed(said, authority, outcome, claim.knowing(dimension, value))
                    : this;
        }
    }

    /** One authority's outcome, and what it hangs on: for each unknown fact, the rules that ask for it. */
    private record Layer(
            Outcome outcome, List<Weighed> binding, Map<Integer, Set<String>> questions, List<Departure> departures) {

        static Layer of(List<Weighed> binding) {
            Outcome settled = Outcome.PERMITTED;
            for (Weighed each : binding) {
                settled = each.stands() ? settled.strictest(each.outcome()) : settled;
            }
            Outcome outcome = settled;
            var questions = new TreeMap<Integer, Set<String>>();
            var departures = new ArrayList<Departure>();
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
            return new Layer(outcome, binding, questions, departures);
        }

        /** The same, with one fact known to be one of its alternatives. */
        Layer knowing(int dimension, int value) {
            for (Weighed each : binding) {
                if (each.claim().touches(dimension)) {
                    return of(binding.stream()
                            .map(every -> every.knowing(dimension, value))
                            .toList());
                }
            }
            return this;
        }

        /** The rules that stand, or still ask for something. */
        void rules(Set<String> rules) {
            for (Weighed each : binding) {
                if (each.stands()) {
                    rules.add(each.rule());
                }
            }
            questions.values().forEach(rules::addAll);
        }
    }

    /** Presumed facts that must fail together for a rule to stand. */
    private record Departure(String rule, Map<Integer, BitSet> way) {}

    private final LawOfDay law;
    private final Stance stance;
    private final List<Dimension> dimensions;
    private final List<Said> said;
    private final Map<String, List<Excused>> excused;
    private final List<Weighed> weighed = new ArrayList<>();
    private final Map<Authority, Layer> layers = new EnumMap<>(Authority.class);
    private final Map<Integer, Set<String>> questions = new TreeMap<>();
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
        boolean alike = Stream.concat(
                        said.stream().map(Said::rule),
                        excused.values().stream().flatMap(List::stream).map(Excused::rule))
                .allMatch(rule -> rule.status().binds(stance) == rule.status().binds(other));
        return alike ? this : new Judgment(law, other, dimensions, said, excused).weighed();
    }

    private Judgment weighed() {
        var binding = new EnumMap<Authority, List<Weighed>>(Authority.class);
        law.covered().forEach(authority -> binding.put(authority, new ArrayList<>()));
        for (Said each : said) {
            Weighed finding = weigh(each);
            weighed.add(finding);
            if (binds(each.rule())) {
                List<Weighed> layer = binding.get(finding.authority());
                layer.add(finding);
                duties(each, layer);
            }
        }
        binding.forEach((authority, all) -> layers.put(authority, Layer.of(all)));
        layers.values()
                .forEach(layer -> layer.questions()
                        .forEach((d, rules) -> questions
                                .computeIfAbsent(d, none -> new TreeSet<>())
                                .addAll(rules)));
        provide();
        return this;
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

    private Weighed weigh(Said each) {
        List<Box> lifts = boxes(exceptionsTo(each.rule(), shownUnder(each.rule())));
        return new Weighed(
                each,
                each.rule().rule().authority(),
                each.verb().effect().outcome(),
                Claim.ofFinding(dimensions, each.boxes(), lifts));
    }

    /** The duties that exceptions to a finding bring, in its layer. */
    private void duties(Said lifted, List<Weighed> layer) {
        List<Excused> exceptions = exceptionsTo(lifted.rule(), stance);
        List<Box> free = boxes(
                exceptions.stream().filter(exception -> !exception.withDuty()).toList());
        for (Excused exception : exceptions) {
            if (exception.withDuty()) {
                Verb.Lift verb = exception.verb();
                var duty = new Verb.Find(Effect.IMPOSE, Policy.NOT_STATED, verb.because(), verb.duty());
                layer.add(new Weighed(
                        new Said(exception.rule(), duty, lifted.boxes()),
                        lifted.rule().rule().authority(),
                        Effect.IMPOSE.outcome(),
                        Claim.ofDuty(dimensions, lifted.boxes(), exception.boxes(), free)));
            }
        }
    }

    /**
     * Turns departures into provisos: where one fact alone makes the difference, that fact; where several must fail together, one of
     * them is enough, and the one with the fewest values is the easiest to check.
     */
    private void provide() {
        List<Departure> departures = layers.values().stream()
                .flatMap(layer -> layer.departures().stream())
                .sorted(Comparator.comparing(departure -> departure.way().size()))
                .toList();
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
        return outcomes(layers);
    }

    private static Map<Authority, Outcome> outcomes(Map<Authority, Layer> layers) {
        var outcomes = new EnumMap<Authority, Outcome>(Authority.class);
        layers.forEach((authority, layer) -> outcomes.put(authority, layer.outcome()));
        return outcomes;
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
                        dimension.type().label(),
                        whatever ? "whatever it is" : seen.label(),
                        seen.basis(),
                        seen.inherited()));
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
            var known = new EnumMap<Authority, Layer>(Authority.class);
            layers.forEach((authority, layer) -> known.put(authority, layer.knowing(d, alike.nextSetBit(0))));
            var rules = new TreeSet<String>();
            known.values().forEach(layer -> layer.rules(rules));
            rules.retainAll(questions.get(d));
            Map<Authority, Outcome> outcomes = outcomes(known);
            Outcome strictest = outcomes.values().stream().reduce(Outcome.PERMITTED, Outcome::strictest);
            var leads = new Leads(strictest, outcomes, List.copyOf(rules));
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
        for (Layer layer : layers.values()) {
            for (Weighed each : layer.binding()) {
                groups = split(groups, each.claim().told(d));
            }
        }
        return groups.stream()
                .sorted(Comparator.comparing(values -> values.nextSetBit(0)))
                .toList();
    }

    private static List<BitSet> split(List<BitSet> groups, List<BitSet> told) {
        if (told.isEmpty()) {
            return groups;
        }
        var split = new ArrayList<BitSet>();
        for (BitSet group : groups) {
            for (BitSet values : told) {
                if (group.intersects(values)) {
                    var both = (BitSet) group.clone();
                    both.and(values);
                    split.add(both);
                }
            }
        }
        return split;
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
                        String.join(", ", needed(exception.rule(), need.getKey(), need.getValue())),
                        Basis.POSSIBLE,
                        List.of()))
                .toList();
        String because = words(
                exception.rule(), exception.verb().because(), exception.boxes().get(0));
        return Stream.of(new WayOut(lifted, exception.rule().rule(), because, facts));
    }

    /** The values that would do; of what could be attested, what the exception asks for. */
    private List<String> needed(RuleInForce exception, int d, BitSet values) {
        List<String> members = dimensions.get(d).members(values);
        if (dimensions.get(d).type() != FactType.ATTESTATIONS) {
            return members;
        }
        Set<String> asked = exception.file().atoms().stream()
                .flatMap(atom -> atom.values(FactType.Member.Argument.ATTESTATION))
                .collect(Collectors.toSet());
        return members.stream().filter(asked::contains).toList();
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
