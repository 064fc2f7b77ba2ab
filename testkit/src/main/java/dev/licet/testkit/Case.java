package dev.licet.testkit;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.answer.Question;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A row of a case table.
 *
 * @param file the table
 * @param line the line on which it begins
 * @param name what it tries
 * @param request what is asked
 * @param outcome what is expected as written
 * @param enforced what is expected as enforced
 * @param layers what is expected of single layers
 * @param rules what is to be said of rules
 * @param asks the facts to be asked for; empty if that is not looked at
 * @param ref where it comes from, or blank
 * @param doubt why the expectation may be wrong, or blank
 */
record Case(
        Path file,
        long line,
        String name,
        Request request,
        Outcome outcome,
        Outcome enforced,
        Map<Layer, Outcome> layers,
        Said rules,
        Optional<Set<String>> asks,
        String ref,
        String doubt) {

    /** Where a development environment is to jump. */
    URI uri() {
        return URI.create(file.toUri() + "?line=" + line);
    }

    LocalDate day() {
        return request.transfer().on();
    }

    /** Decides it and fails if anything is not as expected. */
    void check(Licet licet) {
        Decision decision = licet.decide(request);
        List<String> differences = differences(decision);
        if (differences.isEmpty()) {
            return;
        }
        var message = new StringBuilder(file + ":" + line + ": " + name);
        differences.forEach(difference -> message.append("\n  ").append(difference));
        if (!ref.isEmpty()) {
            message.append("\n  the case comes from: ").append(ref);
        }
        if (!doubt.isEmpty()) {
            message.append("\n  its author doubts it: ").append(doubt);
        }
        throw new AssertionError(message + "\n\n" + decision.explain());
    }

    private List<String> differences(Decision decision) {
        var differences = new ArrayList<String>();
        compare(differences, "outcome", outcome, outcome(decision, Stance.AS_WRITTEN));
        compare(differences, "enforced", enforced, outcome(decision, Stance.AS_ENFORCED));
        layers.forEach((layer, expected) -> compare(
                differences,
                layer.name(),
                expected,
                ofRules(decision, decision.stance()).getOrDefault(layer, Outcome.UNDETERMINED)));
        Said said = Said.of(decision);
        if (!said.equals(rules)) {
            compare(differences, "rules", rules, said);
            differences.add("rules missing: " + rules.less(said) + "; rules too many: " + said.less(rules));
        }
        asks.ifPresent(expected -> compare(
                differences,
                "asks",
                expected,
                decision.questions().stream().map(Question::fact).collect(Collectors.toCollection(TreeSet::new))));
        return differences;
    }

    private static Map<Layer, Outcome> ofRules(Decision decision, Stance stance) {
        return decision.ofRulesAlone().getOrDefault(stance, Map.of());
    }

    /** A table tests rules: what no loaded pack holds is not its matter. */
    private static Outcome outcome(Decision decision, Stance stance) {
        return ofRules(decision, stance).values().stream()
                .reduce(Outcome::strictest)
                .orElse(Outcome.UNDETERMINED);
    }

    private static void compare(List<String> differences, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(what + ": expected " + expected + ", was " + actual);
        }
    }
}
