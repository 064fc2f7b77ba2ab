package dev.licet.answer;

import dev.licet.answer.Passage.Span;
import dev.licet.answer.Passage.Style;
import dev.licet.json.CanonicalJson;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.request.Compute;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.RegionShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would change a decision: the smallest changes of its facts that lead to a milder outcome, fewest first.
 *
 * @param decision the decision
 * @param hypotheticals whether changes of facts that nobody can change were asked for too
 * @param counterfactuals the changes; none is part of another that leads as far
 */
public record Changes(Decision decision, boolean hypotheticals, List<Counterfactual> counterfactuals) {

    private static final int MANY = 12;

    /** By what a fact can be changed. */
    public enum Lever {
        /** Something is attested that can be attested. */
        ATTESTATION,
        /** The weights are published. */
        PUBLICATION,
        /** It goes to another place. */
        PLACE,
        /** It goes to somebody else. */
        RECIPIENT,
        /** It is provided in another way. */
        WAY,
        /** A fact that was not stated becomes known. */
        INFORMATION,
        /** None: the fact cannot be changed, and the change only shows what the answer depends on. */
        HYPOTHETICAL
    }

    /**
     * Changes that together lead to a milder outcome.
     *
     * @param steps the changes, each of one field
     * @param outcome the outcome that they lead to
     * @param layers the outcome of each layer then
     */
    public record Counterfactual(List<Step> steps, Outcome outcome, Map<Layer, Outcome> layers) {
        /** Copies. */
        public Counterfactual {
            steps = List.copyOf(steps);
            layers = Collections.unmodifiableMap(new TreeMap<>(layers));
        }

        /**
         * Whether every change can be made: none is of a fact that is what it is.
         *
         * @return true if no step has the lever {@link Lever#HYPOTHETICAL}
         */
        public boolean lawful() {
            return steps.stream().noneMatch(step -> step.lever() == Lever.HYPOTHETICAL);
        }
    }

    /**
     * A change of one field of a request.
     *
     * @param lever by what it is changed
     * @param field the field, by its path in the request's document, such as {@code transfer.destination}
     * @param values what can be written there, as in the document; any one of them does
     */
    public record Step(Lever lever, String field, List<Object> values) {
        /** Copies. */
        public Step {
            values = List.copyOf(values);
        }
    }

    /** Copies. */
    public Changes {
        counterfactuals = List.copyOf(counterfactuals);
    }

    /**
     * The changes for people, numbered, each with the outcome that it leads to.
     *
     * @param form the form; {@link Form#JSON} is {@link #toJson()}
     * @param language English or German, of whatever country
     * @return the explanation
     * @throws IllegalArgumentException if the language has no words
     */
    public String explain(Form form, Locale language) {
        Words words = Words.in(language);
        return form == Form.JSON ? toJson() : form.write(passages(words), words);
    }

    private List<Passage> passages(Words words) {
        Outcome now = decision.outcome();
        if (counterfactuals.isEmpty()) {
            return List.of(Passage.of(
                    Style.PARAGRAPH, words.say(hypotheticals ? "changes.none" : "changes.none.lawful", Span.of(now))));
        }
        List<Passage> all =
                counterfactuals.stream().map(each -> passage(each, words)).toList();
        return List.of(
                new Passage(Style.SECTION, words.say(hypotheticals ? "changes.all" : "changes", Span.of(now)), all));
    }

    private Passage passage(Counterfactual each, Words words) {
        String and = "; " + words.of("and") + " ";
        String steps = each.steps().stream().map(step -> step(step, words)).collect(Collectors.joining(and));
        var layers = new ArrayList<Span>();
        each.layers().forEach((layer, outcome) -> {
            if (decision.outcome(layer) != outcome) {
                layers.addAll(words.say(
                        layers.isEmpty() ? "changes.layer" : "changes.layer.next", words.of(layer), Span.of(outcome)));
            }
        });
        Passage below = Passage.of(Style.LINE, layers);
        List<Span> line = words.say("changes.one", Span.of(each.outcome()), steps);
        return new Passage(Style.NUMBERED, line, layers.isEmpty() ? List.of() : List.of(below));
    }

    private static String step(Step step, Words words) {
        return words.fill("Lever." + step.lever(), change(step, words));
    }

    private static String change(Step step, Words words) {
        if (step.values().size() == 1 && step.values().get(0) instanceof Boolean yes) {
            Optional<String> holds =
                    fact(step.field()).flatMap(fact -> new Values(words).ifHolds(fact.label(), FactValue.yesOrNo(yes)));
            if (holds.isPresent()) {
                return holds.get();
            }
        }
        List<String> all = step.values().stream()
                .map(value -> write(value, fact(step.field()), words))
                .toList();
        String values = all.size() > MANY
                ? words.fill("changes.many", String.join(", ", all.subList(0, MANY)), String.valueOf(all.size() - MANY))
                : new Values(words).either(all);
        // An action and a fact are worded differently.
        boolean done = step.lever() != Lever.INFORMATION && step.lever() != Lever.HYPOTHETICAL;
        return Stream.of(done ? "done." : "change.", "change.")
                .map(key -> key + step.field())
                .filter(words::has)
                .findFirst()
                .map(key -> words.fill(key, values))
                .orElseGet(() -> words.fill("change", step.field(), values));
    }

    private static Optional<FactType> fact(String field) {
        return Stream.of(FactType.values())
                .filter(type -> type != FactType.TERM && type.field().equals(field))
                .findFirst();
    }

    private static Optional<Enum<?>> constant(Optional<FactType> fact, String name) {
        return fact.stream()
                .flatMap(type -> type.members().stream())
                .flatMap(member -> member.arguments().stream())
                .flatMap(argument -> argument.constants().stream())
                .<Enum<?>>flatMap(constants -> Stream.of(constants.getEnumConstants()))
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    /** A value as a document states it. */
    private static String write(Object value, Optional<FactType> fact, Words words) {
        if (value instanceof String name) {
            return name.endsWith(RegionShape.OTHER)
                    ? words.of(Fixed.UNLISTED_REGION)
                    : constant(fact, name).map(words::of).orElse(name);
        }
        if (value instanceof List<?> several) {
            return several.isEmpty()
                    ? words.of(Fixed.NONE)
                    : several.stream()
                            .map(each -> write(each, fact, words))
                            .collect(Collectors.joining(" " + words.of("and") + " "));
        }
        if (value instanceof Map<?, ?>) {
            return "";
        }
        if (value instanceof Boolean yes) {
            return new Values(words).write(FactValue.yesOrNo(yes));
        }
        return value instanceof Double number ? Compute.inWords(number) : String.valueOf(value);
    }

    /**
     * The changes as canonical JSON (RFC 8785), beside the record of the decision; it says whether hypothetical changes were asked
     * for.
     *
     * @return one line of JSON
     */
    public String toJson() {
        List<Map<String, Object>> all = counterfactuals.stream()
                .map(each -> Map.of(
                        "outcome",
                        each.outcome().name(),
                        "layers",
                        names(each.layers()),
                        "steps",
                        each.steps().stream()
                                .map(step -> Map.of(
                                        "lever", step.lever().name(), "field", step.field(), "values", step.values()))
                                .toList()))
                .toList();
        return CanonicalJson.write(
                Map.of("decision", decision.record(), "hypotheticals", hypotheticals, "changes", all));
    }

    private static Map<String, Object> names(Map<Layer, Outcome> layers) {
        var names = new TreeMap<String, Object>();
        layers.forEach((layer, outcome) -> names.put(layer.name(), outcome.name()));
        return names;
    }
}
