package dev.licet.answer;

import dev.licet.answer.Passage.Span;
import dev.licet.answer.Passage.Style;
import dev.licet.json.CanonicalJson;
import dev.licet.law.Asked;
import dev.licet.law.Rule;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.vocabulary.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why a rule does not apply in a decision.
 *
 * @param rule the rule
 * @param reason why in a word
 * @param missed the facts that are not as the rule asks, or are not known; none for a rule that applies, is excepted or is not in
 *     force that day
 */
public record WhyNot(Rule rule, Reason reason, List<Missed> missed) {

    /** Why a rule does not apply. */
    public enum Reason {
        /** A stated fact is not as the rule asks. */
        MISSED,
        /** Only assumptions keep it from applying; where that matters, they are assumptions of the decision. */
        ASSUMED,
        /** It depends on facts that are not known. */
        IN_QUESTION,
        /** It applies, and an exception applies to it. */
        EXCEPTED,
        /** It applies, and no exception does. */
        APPLIES,
        /** The day is outside its window. */
        NOT_IN_FORCE
    }

    /**
     * A fact that is not as a rule asks.
     *
     * @param fact which one
     * @param value what it is
     * @param basis whether that was stated or assumed; possible if it is not known
     * @param lists the lists that it is on, among those for which rules ask
     * @param asked what the rule asks of it, each condition as rule files have it
     */
    public record Missed(String fact, FactValue value, Basis basis, List<String> lists, List<Asked> asked) {
        /** Copies. */
        public Missed {
            lists = List.copyOf(lists);
            asked = List.copyOf(asked);
        }
    }

    /** Facts that can hold several things, of which a rule asks for one. */
    private static final Set<String> SEVERAL = Set.of(
            FactType.LICENSES.name(),
            FactType.TEACHER_LICENSES.name(),
            FactType.RED_FLAGS.name(),
            FactType.ATTESTATIONS.name());

    /** Facts that are the lists which somebody is on. */
    private static final Set<String> ON_LISTS = Set.of(FactType.RECIPIENT.name(), FactType.INTERMEDIARY.name());

    /** Copies. */
    public WhyNot {
        missed = List.copyOf(missed);
    }

    /**
     * The reasons of several rules for people, numbered, each with the citation of its rule.
     *
     * @param rules the rules, in the order in which they are explained
     * @param form the form; {@link Form#JSON} is an object with all of them
     * @param language English or German, of whatever country
     * @return the reasons
     * @throws IllegalArgumentException if the language has no words
     */
    public static String explain(List<WhyNot> rules, Form form, Locale language) {
        Words words = Words.in(language);
        return form == Form.JSON
                ? CanonicalJson.write(
                        Map.of("rules", rules.stream().map(WhyNot::tree).toList()))
                : form.write(rules.stream().map(rule -> rule.passage(words)).toList(), words);
    }

    private Passage passage(Words words) {
        var values = new Values(words);
        String and = " " + words.of("and") + " ";
        String facts = missed.stream()
                .map(fact -> words.fill(
                        "whyNot.fact", values.subject(fact.fact()), new ConditionWords(words).all(fact.asked())))
                .collect(Collectors.joining(and));
        String are = missed.stream().map(fact -> is(fact, words, values)).collect(Collectors.joining("; "));
        List<Span> line = new ArrayList<>(
                words.say("whyNot", rule.title(), Span.rule(rule.id()), words.fill("Reason." + reason, facts, are)));
        String window = rule.until()
                .map(end -> words.fill(
                        "window.until",
                        rule.since().toString(),
                        end.minusDays(1).toString()))
                .orElseGet(() -> words.fill("window", rule.since().toString()));
        Passage cited = Passage.of(Style.LINE, words.say("whyNot.cited", words.of(rule.layer()), rule.cite(), window));
        return new Passage(Style.NUMBERED, line, List.of(cited));
    }

    private static String is(Missed fact, Words words, Values values) {
        if (fact.basis() == Basis.POSSIBLE) {
            return words.fill("whyNot.unknown", values.name(fact.fact()));
        }
        String subject = values.subject(fact.fact());
        if (fact.value() == Fixed.NOTHING_ASKED) {
            return words.fill("whyNot.isNot", subject);
        }
        String type = FactType.labelled(fact.fact()).map(FactType::name).orElse("");
        Optional<String> whole = fact.value() == Fixed.NONE
                ? Optional.of("whyNot.none." + type).filter(words::has).map(words::of)
                : values.holds(fact.fact(), fact.value());
        if (whole.isPresent()) {
            return whole.get();
        }
        String value = values.write(fact.value());
        if (SEVERAL.contains(type) && several(fact.value())) {
            return words.fill("whyNot.are", values.name(fact.fact()), value);
        }
        if (ON_LISTS.contains(type) && fact.value() instanceof FactValue.Names) {
            return words.fill("whyNot.isOn", subject, value);
        }
        boolean alone = fact.lists().isEmpty() || fact.value().equals(new FactValue.Names(fact.lists()));
        return alone
                ? words.fill("whyNot.is", subject, value)
                : words.fill("whyNot.is.on", subject, value, String.join(", ", fact.lists()));
    }

    private static boolean several(FactValue value) {
        return value instanceof FactValue.Names names && names.names().size() > 1
                || value instanceof FactValue.Constants constants
                        && constants.constants().size() > 1;
    }

    private Map<String, Object> tree() {
        var tree = new TreeMap<String, Object>();
        tree.put("rule", rule.id());
        tree.put("reason", reason.name());
        var facts = new ArrayList<Map<String, Object>>();
        for (Missed fact : missed) {
            var one = new TreeMap<String, Object>();
            one.put("fact", fact.fact());
            one.put("value", fact.value().toString());
            one.put("basis", fact.basis().name());
            one.put("lists", fact.lists());
            one.put("asked", fact.asked().stream().map(Asked::toString).toList());
            facts.add(one);
        }
        tree.put("missed", facts);
        return tree;
    }
}
