package dev.licet.engine;

import dev.licet.answer.Finding;
import dev.licet.answer.Proviso;
import dev.licet.answer.Question;
import dev.licet.answer.WayOut;
import dev.licet.engine.Judgment.Asked;
import dev.licet.engine.Judgment.Departure;
import dev.licet.engine.Judgment.Told;
import dev.licet.engine.Judgment.Way;
import dev.licet.pack.Verb;
import dev.licet.request.Basis;
import dev.licet.vocabulary.FactType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what a judgment found, with the values that the facts of a request have. */
final class Report {
    private final LawOfDay law;
    private final List<Dimension> dimensions;
    private final Judgment judgment;

    Report(LawOfDay law, List<Dimension> dimensions, Judgment judgment) {
        this.law = law;
        this.dimensions = dimensions;
        this.judgment = judgment;
    }

    List<Finding> findings() {
        return judgment.findings().stream().map(this::finding).toList();
    }

    List<Finding> pending() {
        return judgment.pending().stream().map(this::finding).toList();
    }

    private Finding finding(Told told) {
        RuleInForce rule = told.said().rule();
        return new Finding(
                rule.rule(),
                told.said().verb().effect(),
                told.said().verb().policy(),
                rule.status(),
                words(rule, told.said().verb().because(), told.box()),
                words(rule, told.said().verb().duty(), told.box()),
                facts(told.box(), told.said().boxes()),
                otherWays(told.box(), told.said().boxes()),
                told.lifts().stream().map(this::lift).toList());
    }

    private Finding.Lift lift(Judgment.Lifting lifting) {
        RuleInForce rule = lifting.excused().rule();
        return new Finding.Lift(
                rule.rule(),
                words(rule, lifting.excused().verb().because(), lifting.box()),
                words(rule, lifting.excused().verb().duty(), lifting.box()),
                facts(lifting.box(), lifting.excused().boxes()),
                otherWays(lifting.box(), lifting.excused().boxes()));
    }

    /** The further ways, where the one that is shown does not hold whatever the unknown facts are. */
    private List<List<Finding.FactUsed>> otherWays(Box shown, List<Box> all) {
        return shown.certain(dimensions)
                ? List.of()
                : all.stream()
                        .filter(box -> box != shown && box.possible(dimensions))
                        .map(box -> facts(box, all))
                        .toList();
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
                        seen.inherited(),
                        law.conditions(dimension.type(), box.asked()[d]),
                        dimension.unknown() ? dimension.facts() : List.of(seen.fact())));
            }
        }
        return facts;
    }

    private static boolean only(int value, int d, List<Box> boxes) {
        return boxes.stream()
                .map(box -> box.at()[d])
                .allMatch(values -> values != null && values.get(value) && values.cardinality() == 1);
    }

    /**
     * The presumptions that matter: where one fact alone makes the difference, that fact; where several must fail together, one of
     * them is enough, and the one with the fewest values is the easiest to check.
     */
    List<Proviso> provisos() {
        var provisos = new TreeMap<Integer, TreeMap<Integer, Set<String>>>();
        for (Departure departure : judgment.departures()) {
            Map<Integer, BitSet> way = departure.way();
            int dimension = way.keySet().stream()
                    .filter(d -> way.get(d).stream()
                            .allMatch(value ->
                                    provisos.getOrDefault(d, new TreeMap<>()).containsKey(value)))
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
        return provisos.entrySet().stream()
                .map(each -> proviso(dimensions.get(each.getKey()), each.getValue()))
                .toList();
    }

    private static Proviso proviso(Dimension dimension, Map<Integer, Set<String>> values) {
        // What holds anyway, such as a known owner, is not what must not be.
        List<String> anyway = dimension.alternatives().get(dimension.base()).members();
        List<String> noneOf = values.keySet().stream()
                .flatMap(value -> dimension.alternatives().get(value).members().stream())
                .filter(member -> !anyway.contains(member))
                .sorted()
                .distinct()
                .toList();
        Set<String> rules =
                values.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        String presumed = dimension.alternatives().get(dimension.base()).label();
        return new Proviso(dimension.type().label(), presumed, noneOf, List.copyOf(rules));
    }

    List<Question> questions() {
        return judgment.asked().stream().map(this::question).toList();
    }

    private Question question(Asked asked) {
        Dimension dimension = dimensions.get(asked.dimension());
        var answers = new ArrayList<Question.Answer>();
        asked.answers().forEach((leads, values) -> {
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

    List<WayOut> waysOut() {
        return judgment.waysOut().stream().map(this::wayOut).distinct().toList();
    }

    private WayOut wayOut(Way way) {
        RuleInForce exception = way.excused().rule();
        List<Finding.FactUsed> facts = way.needs().entrySet().stream()
                .map(need -> new Finding.FactUsed(
                        dimensions.get(need.getKey()).type().label(),
                        String.join(", ", needed(exception, need.getKey(), need.getValue())),
                        Basis.POSSIBLE,
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
        Box first = way.excused().boxes().get(0);
        return new WayOut(
                way.lifted(),
                exception.rule(),
                words(exception, way.excused().verb().because(), first),
                facts);
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
}
