package dev.licet.engine;

import dev.licet.answer.Decision;
import dev.licet.facts.ReviewPolicy;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.pack.Verb;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * From where the rules of a day match to the outcome of each layer and what it depends on, under one stance. The outcomes come first;
 * what is told of them is worked out when it is asked for.
 *
 * <p>It depends on the shape of the facts alone: which values meet which conditions, and which is stated or assumed. So
 * requests of one shape share it, and only {@link Report} says what the values are.
 */
final class Evaluation {

    /** A finding of one rule, with all the ways in which it makes it. */
    record Said(RuleInForce rule, Verb.Find verb, List<Cube> cubes) {}

    /** An exception of one rule to another, with all the ways in which it makes it. */
    record ExceptionRule(RuleInForce rule, Verb.Except verb, List<Cube> cubes) {
        boolean withObligation() {
            return !verb.obligation().isEmpty();
        }
    }

    /** A finding, or the obligation that an exception to one brings, in the layer of the finding. */
    private record Evaluated(Said said, Layer layer, Outcome outcome, CandidateFinding candidate, boolean applies) {
        Evaluated(Said said, Layer layer, Outcome outcome, CandidateFinding candidate) {
            this(said, layer, outcome, candidate, candidate.applies());
        }

        String rule() {
            return said.rule().rule().id();
        }

        Evaluated knowing(int variable, int value) {
            return candidate.touches(variable)
                    ? new Evaluated(said, layer, outcome, candidate.knowing(variable, value))
                    : this;
        }
    }

    /** One layer's outcome, and what it depends on: for each unknown fact, the rules that ask for it. */
    private record LayerState(
            Outcome outcome,
            List<Evaluated> binding,
            Map<Integer, Set<String>> questions,
            List<Departure> departures,
            Map<Effect, Hanging> hanging) {

        static LayerState of(List<Evaluated> binding) {
            Outcome settled = Outcome.PERMITTED;
            for (Evaluated each : binding) {
                settled = each.applies() ? settled.strictest(each.outcome()) : settled;
            }
            Outcome outcome = settled;
            var questions = new TreeMap<Integer, Set<String>>();
            var departures = new ArrayList<Departure>();
            var hanging = new TreeMap<Effect, Hanging>();
            for (Evaluated each : binding) {
                boolean further = each.outcome() == Outcome.CONDITIONAL && settled == Outcome.CONDITIONAL;
                if (each.applies() || !each.outcome().stricterThan(settled) && !further) {
                    continue;
                }
                Effect effect = each.said().verb().effect();
                Hanging rules = new Hanging(new TreeSet<>(), new TreeSet<>());
                Set<Integer> open = each.candidate().openOn();
                if (!open.isEmpty()) {
                    hanging.computeIfAbsent(effect, none -> rules).asked().add(each.rule());
                }
                open.forEach(variable -> questions
                        .computeIfAbsent(variable, none -> new TreeSet<>())
                        .add(each.rule()));
                if (!open.isEmpty() && !further) {
                    outcome = outcome.strictest(Outcome.UNDETERMINED);
                }
                List<Map<Integer, BitSet>> ways = each.candidate().departures();
                ways.forEach(way -> departures.add(new Departure(each.rule(), way)));
                if (!ways.isEmpty()) {
                    hanging.computeIfAbsent(effect, none -> rules).assumed().add(each.rule());
                    outcome = outcome.strictest(Outcome.CONDITIONAL);
                }
            }
            return new LayerState(outcome, binding, questions, departures, hanging);
        }

        /** The same, with one fact known to be one of its values. */
        LayerState knowing(int variable, int value) {
            for (Evaluated each : binding) {
                if (each.candidate().touches(variable)) {
                    return of(binding.stream()
                            .map(every -> every.knowing(variable, value))
                            .toList());
                }
            }
            return this;
        }

        /** The rules that stand, or still ask for something. */
        void rules(Set<String> rules) {
            for (Evaluated each : binding) {
                if (each.applies()) {
                    rules.add(each.rule());
                }
            }
            questions.values().forEach(rules::addAll);
        }
    }

    /** The rules of one effect that do not stand and could: on an unknown fact, or if assumptions fail. */
    private record Hanging(Set<String> asked, Set<String> assumed) {}

    /** Assumed facts that must fail together for a rule to stand. */
    record Departure(String rule, Map<Integer, BitSet> way) {}

    /** A finding that is told: the cube that stands for all, and the exceptions that apply to it, each with its cube. */
    record Reported(Said said, Cube cube, List<ReportedException> exceptions) {}

    /** An exception that is told. */
    record ReportedException(ExceptionRule exception, Cube cube) {}

    /** What some values of an unknown fact lead to: the outcomes, and of the rules in question those that stand or still ask. */
    record Leads(Outcome outcome, Map<Layer, Outcome> layers, List<String> rules) {}

    /** An unknown fact that matters, with what its values lead to. */
    record Asked(int variable, Map<Leads, BitSet> answers) {}

    /** An exception that would apply to what applies now, with the fewest facts that it needs and the values that would do. */
    record Way(String excepted, ExceptionRule exception, Map<Integer, BitSet> needs) {}

    private final PointInTimeLaw law;
    private final Stance stance;
    private final List<Variable> variables;
    private final List<Said> said = new ArrayList<>();
    private final Map<String, List<ExceptionRule>> exceptionRules = new TreeMap<>();
    private final List<Evaluated> evaluated = new ArrayList<>();
    private final Map<Layer, LayerState> layers = new EnumMap<>(Layer.class);
    private final Map<Integer, Set<String>> questions = new TreeMap<>();

    private final Lazy<List<Departure>> departures = new Lazy<>(this::sortedDepartures);
    private final Lazy<List<Reported>> findings = new Lazy<>(() -> told(each ->
            each.said().rule().status() != Status.PENDING && each.candidate().definite()));
    private final Lazy<List<Reported>> pending =
            new Lazy<>(() -> told(each -> each.said().rule().status() == Status.PENDING
                    && (each.candidate().definite()
                            || !each.candidate().openOn().isEmpty())));
    private final Lazy<List<Asked>> asked =
            new Lazy<>(() -> byWorth().stream().map(this::asked).toList());
    private final Lazy<List<Way>> availableExceptions = new Lazy<>(this::ways);

    /** Judges facts by the rules of a day. */
    Evaluation(PointInTimeLaw law, Stance stance, List<Variable> variables) {
        this.law = law;
        this.stance = stance;
        this.variables = variables;
        match();
        evaluate();
    }

    private List<Departure> sortedDepartures() {
        return layers.values().stream()
                .flatMap(layer -> layer.departures().stream())
                .sorted(Comparator.comparing(departure -> departure.way().size()))
                .toList();
    }

    private List<Way> ways() {
        return evaluated.stream()
                .filter(each -> each.applies() && binds(each.said().rule()))
                .flatMap(each -> exceptionsTo(each.said().rule(), stance).stream()
                        .flatMap(exception -> way(each.rule(), exception)))
                .toList();
    }

    // One object a rule and day, compared for each way of every rule.
    @SuppressWarnings("ReferenceEquality")
    private void match() {
        List<PointInTimeLaw.RuleWay> ways = law.ways(variables);
        for (int w = 0; w < ways.size(); ) {
            RuleInForce rule = ways.get(w).rule();
            var cubes = new ArrayList<Cube>();
            while (w < ways.size() && ways.get(w).rule() == rule) {
                cubes.add(ways.get(w++).clause().cube(variables));
            }
            matches(rule, cubes);
        }
    }

    private void matches(RuleInForce rule, List<Cube> cubes) {
        for (Verb verb : rule.file().verbs()) {
            if (verb instanceof Verb.Find find) {
                said.add(new Said(rule, find, cubes));
            } else if (verb instanceof Verb.Except exception) {
                exceptionRules
                        .computeIfAbsent(exception.rule(), none -> new ArrayList<>())
                        .add(new ExceptionRule(rule, exception, cubes));
            }
        }
    }

    private void evaluate() {
        var binding = new EnumMap<Layer, List<Evaluated>>(Layer.class);
        law.covered().forEach(layer -> binding.put(layer, new ArrayList<>()));
        for (Said each : said) {
            Evaluated finding = evaluate(each);
            evaluated.add(finding);
            if (binds(each.rule())) {
                List<Evaluated> layer = Objects.requireNonNull(binding.get(finding.layer()));
                layer.add(finding);
                obligations(each, layer);
            }
        }
        binding.forEach((layer, all) -> layers.put(layer, LayerState.of(all)));
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
                        exceptionRules.values().stream().flatMap(List::stream).map(ExceptionRule::rule))
                .allMatch(rule -> rule.status().binds(stance) == rule.status().binds(other));
    }

    private boolean binds(RuleInForce rule) {
        return rule.status().binds(stance);
    }

    private List<ExceptionRule> exceptionsTo(RuleInForce rule, Stance under) {
        List<ExceptionRule> all = exceptionRules.getOrDefault(rule.rule().id(), List.of());
        return all.isEmpty()
                ? all
                : all.stream().filter(each -> each.rule().status().binds(under)).toList();
    }

    // What does not bind is shown as the text has it.
    private Stance shownUnder(RuleInForce rule) {
        return binds(rule) ? stance : Stance.AS_WRITTEN;
    }

    private static List<Cube> cubes(List<ExceptionRule> exceptions) {
        return exceptions.isEmpty()
                ? List.of()
                : exceptions.stream().flatMap(each -> each.cubes().stream()).toList();
    }

    private Evaluated evaluate(Said each) {
        List<Cube> exceptions = cubes(exceptionsTo(each.rule(), shownUnder(each.rule())));
        return new Evaluated(
                each,
                each.rule().rule().layer(),
                each.verb().effect().outcome(),
                CandidateFinding.ofFinding(variables, each.cubes(), exceptions));
    }

    /** The obligations that exceptions to a finding bring, in its layer. */
    private void obligations(Said excepted, List<Evaluated> layer) {
        List<ExceptionRule> exceptions = exceptionsTo(excepted.rule(), stance);
        List<Cube> free = cubes(exceptions.stream()
                .filter(exception -> !exception.withObligation())
                .toList());
        for (ExceptionRule exception : exceptions) {
            if (exception.withObligation()) {
                Verb.Except verb = exception.verb();
                var obligation =
                        new Verb.Find(Effect.IMPOSE, ReviewPolicy.NOT_STATED, verb.because(), verb.obligation());
                layer.add(new Evaluated(
                        new Said(exception.rule(), obligation, excepted.cubes()),
                        excepted.rule().rule().layer(),
                        Effect.IMPOSE.outcome(),
                        CandidateFinding.ofObligation(variables, excepted.cubes(), exception.cubes(), free)));
            }
        }
    }

    private List<Reported> told(Predicate<Evaluated> which) {
        return evaluated.stream()
                .filter(which)
                .map(each -> new Reported(
                        each.said(),
                        atBase(each.said().cubes()),
                        each.candidate().excepted() ? exceptions(each.said().rule()) : List.of()))
                .sorted(Comparator.comparing(
                                (Reported told) -> told.said().verb().effect())
                        .thenComparing(told -> told.said().rule().rule().id()))
                .toList();
    }

    private List<ReportedException> exceptions(RuleInForce excepted) {
        return exceptionsTo(excepted, shownUnder(excepted)).stream()
                .filter(exception -> exception.cubes().stream().anyMatch(cube -> cube.possible(variables)))
                .map(exception -> new ReportedException(exception, atBase(exception.cubes())))
                .toList();
    }

    private Cube atBase(List<Cube> cubes) {
        return cubes.stream()
                .filter(cube -> cube.certain(variables))
                .findFirst()
                .or(() ->
                        cubes.stream().filter(cube -> cube.possible(variables)).findFirst())
                .orElse(cubes.get(0));
    }

    /** The unknown facts that matter: first the one on which the most rules hang, then the one on which the most of the others do. */
    private List<Integer> byWorth() {
        var left = new TreeMap<>(questions);
        var open = new TreeSet<String>();
        questions.values().forEach(open::addAll);
        Comparator<Map.Entry<Integer, Set<String>>> closes = Comparator.comparing(
                each -> each.getValue().stream().filter(open::contains).count());
        var order = new ArrayList<Integer>();
        while (!left.isEmpty()) {
            int most = Collections.max(
                            left.entrySet(),
                            closes.thenComparing(each -> each.getValue().size())
                                    .thenComparing(Map.Entry.<Integer, Set<String>>comparingByKey()
                                            .reversed()))
                    .getKey();
            order.add(most);
            open.removeAll(left.remove(most));
        }
        return order;
    }

    private Asked asked(int d) {
        var answers = new LinkedHashMap<Leads, BitSet>();
        for (BitSet alike : alike(d)) {
            var known = new EnumMap<Layer, LayerState>(Layer.class);
            layers.forEach((layer, state) -> known.put(layer, state.knowing(d, alike.nextSetBit(0))));
            var rules = new TreeSet<String>();
            known.values().forEach(layer -> layer.rules(rules));
            rules.retainAll(questions.get(d));
            Map<Layer, Outcome> outcomes = outcomes(known);
            Outcome strictest = outcomes.values().stream().reduce(Outcome.PERMITTED, Outcome::strictest);
            answers.computeIfAbsent(new Leads(strictest, outcomes, List.copyOf(rules)), none -> new BitSet())
                    .or(alike);
        }
        return new Asked(d, answers);
    }

    /** The values of a fact, those together that no candidate tells apart. */
    private List<BitSet> alike(int d) {
        var all = new BitSet();
        all.set(0, variables.get(d).values().size());
        List<BitSet> groups = List.of(all);
        for (LayerState layer : layers.values()) {
            for (Evaluated each : layer.binding()) {
                groups = split(groups, each.candidate().told(d));
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

    private Stream<Way> way(String excepted, ExceptionRule exception) {
        int fewest = exception.cubes().stream()
                .mapToInt(cube -> needs(cube).size())
                .min()
                .orElse(0);
        var byFact = new TreeMap<Integer, BitSet>();
        exception.cubes().stream()
                .map(this::needs)
                .filter(needs -> needs.size() == fewest)
                .forEach(needs -> needs.forEach((d, values) ->
                        byFact.computeIfAbsent(d, none -> new BitSet()).or(values)));
        return byFact.isEmpty() ? Stream.empty() : Stream.of(new Way(excepted, exception, byFact));
    }

    /** The facts that are not as a cube needs them, each with the values that would do. */
    private Map<Integer, BitSet> needs(Cube cube) {
        var needs = new TreeMap<Integer, BitSet>();
        for (int d = 0; d < cube.at().length; d++) {
            Variable variable = variables.get(d);
            BitSet values = cube.at()[d];
            if (values != null
                    && values.cardinality() < variable.values().size()
                    && (variable.unknown() || !values.get(variable.base()))) {
                needs.put(d, values);
            }
        }
        return needs;
    }

    /** The outcome of each layer of which a rule of the day speaks. */
    Map<Layer, Outcome> layers() {
        return outcomes(layers);
    }

    private static Map<Layer, Outcome> outcomes(Map<Layer, LayerState> layers) {
        var outcomes = new EnumMap<Layer, Outcome>(Layer.class);
        layers.forEach((layer, state) -> outcomes.put(layer, state.outcome()));
        return outcomes;
    }

    /** The rules that do not stand and could, by layer and effect. */
    List<Decision.Open> open() {
        var open = new ArrayList<Decision.Open>();
        layers.forEach((layer, state) -> state.hanging()
                .forEach((effect, rules) -> open.add(
                        new Decision.Open(layer, effect, List.copyOf(rules.asked()), List.copyOf(rules.assumed())))));
        return open;
    }

    /** What applies whatever the unknown facts are, excepted or not; what is pending is told apart. */
    List<Reported> findings() {
        return findings.get();
    }

    /** What is pending and applies, or may apply. */
    List<Reported> pending() {
        return pending.get();
    }

    /** The assumed facts that must fail together for a rule to stand, the fewest first. */
    List<Departure> departures() {
        return departures.get();
    }

    List<Asked> asked() {
        return asked.get();
    }

    /** The unknown facts that matter, with the rules that ask for each. */
    Map<Integer, List<String>> rulesAsking() {
        var rules = new LinkedHashMap<Integer, List<String>>();
        byWorth().forEach(d -> rules.put(d, List.copyOf(questions.getOrDefault(d, Set.of()))));
        return rules;
    }

    List<Way> availableExceptions() {
        return availableExceptions.get();
    }
}
