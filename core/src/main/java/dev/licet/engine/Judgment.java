package dev.licet.engine;

import dev.licet.answer.Decision;
import dev.licet.facts.Policy;
import dev.licet.law.Authority;
import dev.licet.law.Effect;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.pack.Verb;
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
import java.util.stream.Stream;

/**
 * From where the rules of a day match to the outcome of each layer and what it hangs on, under one stance. The outcomes come first;
 * what is told of them is worked out when it is asked for.
 *
 * <p>It depends on the shape of the facts alone: which alternatives meet which conditions, and which is stated or presumed. So
 * requests of one shape share it, and only {@link Report} says what the values are.
 */
final class Judgment {

    /** A finding of one rule, with all the ways in which it makes it. */
    record Said(RuleInForce rule, Verb.Find verb, List<Box> boxes) {}

    /** An exception of one rule to another, with all the ways in which it makes it. */
    record Excused(RuleInForce rule, Verb.Lift verb, List<Box> boxes) {
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
            Outcome outcome,
            List<Weighed> binding,
            Map<Integer, Set<String>> questions,
            List<Departure> departures,
            Map<Effect, Hanging> hanging) {

        static Layer of(List<Weighed> binding) {
            Outcome settled = Outcome.PERMITTED;
            for (Weighed each : binding) {
                settled = each.stands() ? settled.strictest(each.outcome()) : settled;
            }
            Outcome outcome = settled;
            var questions = new TreeMap<Integer, Set<String>>();
            var departures = new ArrayList<Departure>();
            var hanging = new TreeMap<Effect, Hanging>();
            for (Weighed each : binding) {
                boolean further = each.outcome() == Outcome.CONDITIONAL && settled == Outcome.CONDITIONAL;
                if (each.stands() || !each.outcome().stricterThan(settled) && !further) {
                    continue;
                }
                Effect effect = each.said().verb().effect();
                Hanging rules = new Hanging(new TreeSet<>(), new TreeSet<>());
                Set<Integer> open = each.claim().openOn();
                if (!open.isEmpty()) {
                    hanging.computeIfAbsent(effect, none -> rules).asked().add(each.rule());
                }
                open.forEach(dimension -> questions
                        .computeIfAbsent(dimension, none -> new TreeSet<>())
                        .add(each.rule()));
                if (!open.isEmpty() && !further) {
                    outcome = outcome.strictest(Outcome.UNDETERMINED);
                }
                List<Map<Integer, BitSet>> ways = each.claim().departures();
                ways.forEach(way -> departures.add(new Departure(each.rule(), way)));
                if (!ways.isEmpty()) {
                    hanging.computeIfAbsent(effect, none -> rules).presumed().add(each.rule());
                    outcome = outcome.strictest(Outcome.CONDITIONAL);
                }
            }
            return new Layer(outcome, binding, questions, departures, hanging);
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

    /** The rules of one effect that do not stand and could: on an unknown fact, or if presumptions fail. */
    private record Hanging(Set<String> asked, Set<String> presumed) {}

    /** Presumed facts that must fail together for a rule to stand. */
    record Departure(String rule, Map<Integer, BitSet> way) {}

    /** A finding that is told: the box that stands for all, and the exceptions that lift it, each with its box. */
    record Told(Said said, Box box, List<Lifting> lifts) {}

    /** An exception that is told. */
    record Lifting(Excused excused, Box box) {}

    /** What some values of an unknown fact lead to: the outcomes, and of the rules in question those that stand or still ask. */
    record Leads(Outcome outcome, Map<Authority, Outcome> layers, List<String> rules) {}

    /** An unknown fact that matters, with what its values lead to. */
    record Asked(int dimension, Map<Leads, BitSet> answers) {}

    /** An exception that would lift what stands, with the fewest facts that it needs and the values that would do. */
    record Way(String lifted, Excused excused, Map<Integer, BitSet> needs) {}

    private final LawOfDay law;
    private final Stance stance;
    private final List<Dimension> dimensions;
    private final List<Said> said = new ArrayList<>();
    private final Map<String, List<Excused>> excused = new TreeMap<>();
    private final List<Weighed> weighed = new ArrayList<>();
    private final Map<Authority, Layer> layers = new EnumMap<>(Authority.class);
    private final Map<Integer, Set<String>> questions = new TreeMap<>();

    private final Lazy<List<Departure>> departures = new Lazy<>(this::sortedDepartures);
    private final Lazy<List<Told>> findings = new Lazy<>(() -> told(each ->
            each.said().rule().status() != Status.PENDING && each.claim().definite()));
    private final Lazy<List<Told>> pending =
            new Lazy<>(() -> told(each -> each.said().rule().status() == Status.PENDING
                    && (each.claim().definite() || !each.claim().openOn().isEmpty())));
    private final Lazy<List<Asked>> asked =
            new Lazy<>(() -> byWorth().stream().map(this::asked).toList());
    private final Lazy<List<Way>> waysOut = new Lazy<>(this::ways);

    /** Judges facts by the rules of a day. */
    Judgment(LawOfDay law, Stance stance, List<Dimension> dimensions) {
        this.law = law;
        this.stance = stance;
        this.dimensions = dimensions;
        match();
        weigh();
    }

    private List<Departure> sortedDepartures() {
        return layers.values().stream()
                .flatMap(layer -> layer.departures().stream())
                .sorted(Comparator.comparing(departure -> departure.way().size()))
                .toList();
    }

    private List<Way> ways() {
        return weighed.stream()
                .filter(each -> each.stands() && binds(each.said().rule()))
                .flatMap(each -> exceptionsTo(each.said().rule(), stance).stream()
                        .flatMap(exception -> way(each.rule(), exception)))
                .toList();
    }

    private void match() {
        List<LawOfDay.RuleWay> ways = law.ways(dimensions);
        for (int w = 0; w < ways.size(); ) {
            RuleInForce rule = ways.get(w).rule();
            var boxes = new ArrayList<Box>();
            while (w < ways.size() && ways.get(w).rule() == rule) {
                boxes.add(ways.get(w++).clause().box(dimensions));
            }
            matches(rule, boxes);
        }
    }

    private void matches(RuleInForce rule, List<Box> boxes) {
        for (Verb verb : rule.file().verbs()) {
            if (verb instanceof Verb.Find find) {
                said.add(new Said(rule, find, boxes));
            } else if (verb instanceof Verb.Lift lift) {
                excused.computeIfAbsent(lift.rule(), none -> new ArrayList<>()).add(new Excused(rule, lift, boxes));
            }
        }
    }

    private void weigh() {
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
    }

    /** Whether another stance would judge the same, since no rule that matches binds under one alone. */
    boolean sameUnder(Stance other) {
        return Stream.concat(
                        said.stream().map(Said::rule),
                        excused.values().stream().flatMap(List::stream).map(Excused::rule))
                .allMatch(rule -> rule.status().binds(stance) == rule.status().binds(other));
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

    private List<Told> told(Predicate<Weighed> which) {
        return weighed.stream()
                .filter(which)
                .map(each -> new Told(
                        each.said(),
                        atBase(each.said().boxes()),
                        each.claim().lifted() ? lifts(each.said().rule()) : List.of()))
                .sorted(Comparator.comparing((Told told) -> told.said().verb().effect())
                        .thenComparing(told -> told.said().rule().rule().id()))
                .toList();
    }

    private List<Lifting> lifts(RuleInForce lifted) {
        return exceptionsTo(lifted, shownUnder(lifted)).stream()
                .filter(lift -> lift.boxes().stream().anyMatch(box -> box.possible(dimensions)))
                .map(lift -> new Lifting(lift, atBase(lift.boxes())))
                .toList();
    }

    private Box atBase(List<Box> boxes) {
        return boxes.stream()
                .filter(box -> box.certain(dimensions))
                .findFirst()
                .or(() -> boxes.stream().filter(box -> box.possible(dimensions)).findFirst())
                .orElse(boxes.get(0));
    }

    /** The unknown facts that matter: first the one on which the most rules hang, then the one on which the most of the others do. */
    private List<Integer> byWorth() {
        var left = new TreeMap<>(questions);
        var open = new TreeSet<String>();
        questions.values().forEach(open::addAll);
        var order = new ArrayList<Integer>();
        while (!left.isEmpty()) {
            Comparator<Integer> closes = Comparator.comparing(
                    d -> left.get(d).stream().filter(open::contains).count());
            int most = left.keySet().stream()
                    .max(closes.thenComparing(d -> left.get(d).size())
                            .thenComparing(Comparator.<Integer>naturalOrder().reversed()))
                    .orElseThrow();
            order.add(most);
            open.removeAll(left.remove(most));
        }
        return order;
    }

    private Asked asked(int d) {
        var answers = new LinkedHashMap<Leads, BitSet>();
        for (BitSet alike : alike(d)) {
            var known = new EnumMap<Authority, Layer>(Authority.class);
            layers.forEach((authority, layer) -> known.put(authority, layer.knowing(d, alike.nextSetBit(0))));
            var rules = new TreeSet<String>();
            known.values().forEach(layer -> layer.rules(rules));
            rules.retainAll(questions.get(d));
            Map<Authority, Outcome> outcomes = outcomes(known);
            Outcome strictest = outcomes.values().stream().reduce(Outcome.PERMITTED, Outcome::strictest);
            answers.computeIfAbsent(new Leads(strictest, outcomes, List.copyOf(rules)), none -> new BitSet())
                    .or(alike);
        }
        return new Asked(d, answers);
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

    private Stream<Way> way(String lifted, Excused exception) {
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
        return byFact.isEmpty() ? Stream.empty() : Stream.of(new Way(lifted, exception, byFact));
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

    /** The outcome of each layer of which a rule of the day speaks. */
    Map<Authority, Outcome> layers() {
        return outcomes(layers);
    }

    private static Map<Authority, Outcome> outcomes(Map<Authority, Layer> layers) {
        var outcomes = new EnumMap<Authority, Outcome>(Authority.class);
        layers.forEach((authority, layer) -> outcomes.put(authority, layer.outcome()));
        return outcomes;
    }

    /** The rules that do not stand and could, by layer and effect. */
    List<Decision.Open> open() {
        var open = new ArrayList<Decision.Open>();
        layers.forEach((authority, layer) -> layer.hanging()
                .forEach((effect, rules) -> open.add(new Decision.Open(
                        authority, effect, List.copyOf(rules.asked()), List.copyOf(rules.presumed())))));
        return open;
    }

    /** What applies whatever the unknown facts are, lifted or not; what is pending is told apart. */
    List<Told> findings() {
        return findings.get();
    }

    /** What is pending and applies, or may apply. */
    List<Told> pending() {
        return pending.get();
    }

    /** The presumed facts that must fail together for a rule to stand, the fewest first. */
    List<Departure> departures() {
        return departures.get();
    }

    List<Asked> asked() {
        return asked.get();
    }

    List<Way> waysOut() {
        return waysOut.get();
    }
}
