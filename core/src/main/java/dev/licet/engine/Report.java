package dev.licet.engine;

import dev.licet.answer.Assumption;
import dev.licet.answer.AvailableException;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.engine.Evaluation.Asked;
import dev.licet.engine.Evaluation.Departure;
import dev.licet.engine.Evaluation.Reported;
import dev.licet.engine.Evaluation.Way;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.pack.Verb;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what an evaluation found, with the values that the facts of a request have. */
final class Report {
    private static final Comparator<FactValue> IN_ORDER = Comparator.comparing(FactValue::toString);

    private final PointInTimeLaw law;
    private final List<Variable> variables;
    private final Evaluation evaluation;
    private final Missing missing;
    private final Lazy<Map<Integer, Map<Integer, Set<String>>>> departing = new Lazy<>(this::departing);

    Report(PointInTimeLaw law, List<Variable> variables, Evaluation evaluation, Missing missing) {
        this.law = law;
        this.variables = variables;
        this.evaluation = evaluation;
        this.missing = missing;
    }

    List<Finding> findings() {
        return evaluation.findings().stream().map(this::finding).toList();
    }

    List<Finding> pending() {
        return evaluation.pending().stream().map(this::finding).toList();
    }

    private Finding finding(Reported told) {
        RuleInForce rule = told.said().rule();
        return new Finding(
                rule.rule(),
                told.said().verb().effect(),
                told.said().verb().policy(),
                rule.status(),
                words(rule, told.said().verb().because(), told.cube()),
                words(rule, told.said().verb().obligation(), told.cube()),
                facts(told.cube(), told.said().cubes()),
                otherWays(told.cube(), told.said().cubes()),
                ways(rule, told.cube(), told.said().cubes()),
                told.exceptions().stream().map(this::exception).toList());
    }

    private Finding.AppliedException exception(Evaluation.ReportedException reported) {
        RuleInForce rule = reported.exception().rule();
        return new Finding.AppliedException(
                rule.rule(),
                words(rule, reported.exception().verb().because(), reported.cube()),
                words(rule, reported.exception().verb().obligation(), reported.cube()),
                facts(reported.cube(), reported.exception().cubes()),
                otherWays(reported.cube(), reported.exception().cubes()),
                ways(rule, reported.cube(), reported.exception().cubes()));
    }

    /** The further ways, where the one that is shown does not hold whatever the unknown facts are. */
    private List<List<Finding.FactUsed>> otherWays(Cube shown, List<Cube> all) {
        return others(shown, all).map(cube -> facts(cube, all)).toList();
    }

    private Stream<Cube> others(Cube shown, List<Cube> all) {
        return shown.certain(variables)
                ? Stream.of()
                : all.stream().filter(cube -> cube != shown && cube.possible(variables));
    }

    /** The places of the ways that are shown among all in which the rule can match. */
    private List<Integer> ways(RuleInForce rule, Cube shown, List<Cube> all) {
        return Stream.concat(Stream.of(shown), others(shown, all))
                .map(cube -> rule.place(cube.asked()))
                .toList();
    }

    private String words(RuleInForce rule, Verb.Words words, Cube cube) {
        return rule.words(words, type -> {
            int d = law.types().indexOf(type);
            Variable variable = variables.get(d);
            return variable.values().get(cube.chosen(d, variable)).fact();
        });
    }

    private List<Finding.FactUsed> facts(Cube cube, List<Cube> all) {
        var facts = new ArrayList<Finding.FactUsed>();
        for (int d = 0; d < cube.at().length; d++) {
            if (cube.at()[d] != null) {
                Variable variable = variables.get(d);
                int chosen = cube.chosen(d, variable);
                Value seen = variable.values().get(chosen);
                boolean whatever = variable.unknown() && !only(chosen, d, all);
                facts.add(new Finding.FactUsed(
                        variable.type().label(),
                        whatever ? FactValue.Fixed.WHATEVER : seen.value(),
                        seen.basis(),
                        seen.inherited(),
                        law.conditions(variable.type(), cube.asked()[d]),
                        variable.unknown() ? variable.facts() : List.of(seen.fact())));
            }
        }
        return facts;
    }

    private static boolean only(int value, int d, List<Cube> cubes) {
        return cubes.stream()
                .map(cube -> cube.at()[d])
                .allMatch(values -> values != null && values.get(value) && values.cardinality() == 1);
    }

    /** The assumptions that matter. */
    List<Assumption> assumptions() {
        return departing.get().entrySet().stream()
                .map(each -> assumption(variables.get(each.getKey()), each.getValue()))
                .toList();
    }

    /** The same without the values that must not be, which take longer. */
    List<Assumption> assumed() {
        return departing.get().entrySet().stream()
                .map(each -> assumption(variables.get(each.getKey()), List.of(), each.getValue()))
                .toList();
    }

    /**
     * The assumed facts that matter, with the values that would make the difference and the rules to which they would: where one fact
     * alone makes the difference, that fact; where several must fail together, one of them is enough, and the one with the fewest values
     * is the easiest to check.
     */
    private Map<Integer, Map<Integer, Set<String>>> departing() {
        var departing = new TreeMap<Integer, Map<Integer, Set<String>>>();
        for (Departure departure : evaluation.departures()) {
            Set<Map.Entry<Integer, BitSet>> way = departure.way().entrySet();
            Map.Entry<Integer, BitSet> assumed =
                    way.size() == 1 ? way.iterator().next() : easiest(way, departing);
            Map<Integer, Set<String>> values = departing.computeIfAbsent(assumed.getKey(), none -> new TreeMap<>());
            assumed.getValue().stream()
                    .forEach(value -> values.computeIfAbsent(value, none -> new TreeSet<>())
                            .add(departure.rule()));
        }
        return departing;
    }

    private Map.Entry<Integer, BitSet> easiest(
            Set<Map.Entry<Integer, BitSet>> way, Map<Integer, Map<Integer, Set<String>>> already) {
        return way.stream()
                .filter(each -> each.getValue().stream()
                        .allMatch(value ->
                                already.getOrDefault(each.getKey(), Map.of()).containsKey(value)))
                .findFirst()
                .orElseGet(() -> Collections.min(
                        way,
                        Comparator.comparing(each -> variables
                                .get(each.getKey())
                                .members(each.getValue())
                                .size())));
    }

    private static Assumption assumption(Variable variable, Map<Integer, Set<String>> values) {
        // What holds anyway, such as a known owner, is not what must not be.
        List<FactValue> anyway = variable.values().get(variable.base()).members();
        List<Set<FactValue>> each = values.keySet().stream()
                .map(value -> members(variable, value, anyway))
                .distinct()
                .toList();
        // What already one of several things leads to is not put down to the others.
        List<FactValue> noneOf = each.stream()
                .filter(members ->
                        each.stream().noneMatch(fewer -> fewer.size() < members.size() && members.containsAll(fewer)))
                .flatMap(Set::stream)
                .sorted(IN_ORDER)
                .distinct()
                .toList();
        return assumption(variable, noneOf, values);
    }

    private static Assumption assumption(Variable variable, List<FactValue> noneOf, Map<Integer, Set<String>> values) {
        var rules = new TreeSet<String>();
        values.values().forEach(rules::addAll);
        FactValue assumed = variable.values().get(variable.base()).value();
        return new Assumption(
                variable.type().label(), assumed, noneOf, variable.type().check(), List.copyOf(rules));
    }

    private static Set<FactValue> members(Variable variable, int value, List<FactValue> anyway) {
        var members = new LinkedHashSet<>(variable.values().get(value).members());
        anyway.forEach(members::remove);
        return members;
    }

    /** The unknown facts that matter, with the rules that ask for each. */
    Map<String, List<String>> asked() {
        var asked = new LinkedHashMap<String, List<String>>();
        evaluation
                .rulesAsking()
                .forEach((d, rules) -> asked.put(variables.get(d).type().label(), rules));
        return Collections.unmodifiableMap(asked);
    }

    List<Question> questions() {
        return evaluation.asked().stream().map(this::question).toList();
    }

    private Question question(Asked asked) {
        Variable variable = variables.get(asked.variable());
        var answers = new ArrayList<Question.Answer>();
        asked.answers().forEach((leads, values) -> {
            List<FactValue> members =
                    variable.members(values).stream().sorted(IN_ORDER).toList();
            List<FactValue> all = values.stream()
                    .mapToObj(value -> variable.values().get(value).value())
                    .distinct()
                    .toList();
            Map<Layer, Outcome> layers = missing.ofAnswer(leads.layers());
            Outcome outcome = layers.values().stream().reduce(Outcome.PERMITTED, Outcome::strictest);
            answers.add(new Question.Answer(all, members, outcome, layers, leads.rules()));
        });
        answers.sort(Comparator.comparing(Question.Answer::outcome)
                .thenComparing(answer -> answer.rules().size())
                .thenComparing(answer -> answer.values().toString()));
        return new Question(variable.type().label(), answers);
    }

    List<AvailableException> availableExceptions() {
        return evaluation.availableExceptions().stream()
                .map(this::availableException)
                .distinct()
                .toList();
    }

    private AvailableException availableException(Way way) {
        RuleInForce exception = way.exception().rule();
        List<Finding.FactUsed> facts = way.needs().entrySet().stream()
                .map(need -> new Finding.FactUsed(
                        variables.get(need.getKey()).type().label(),
                        FactValue.anyOf(needed(exception, need.getKey(), need.getValue())),
                        Basis.POSSIBLE,
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
        Cube first = way.exception().cubes().get(0);
        return new AvailableException(
                way.excepted(),
                exception.rule(),
                words(exception, way.exception().verb().because(), first),
                facts);
    }

    /** The values that would do; of what could be attested, what the exception asks for. */
    private List<FactValue> needed(RuleInForce exception, int d, BitSet values) {
        List<FactValue> members = variables.get(d).members(values);
        if (variables.get(d).type() != FactType.ATTESTATIONS) {
            return members;
        }
        Set<String> asked = exception.file().atoms().stream()
                .flatMap(atom -> atom.values(FactType.Member.Argument.ATTESTATION))
                .collect(Collectors.toSet());
        return members.stream()
                .filter(member -> asked.contains(member.toString()))
                .toList();
    }
}
