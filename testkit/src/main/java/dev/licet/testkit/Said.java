package dev.licet.testkit;

import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.law.Status;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a decision says of rules, in the signs of case tables. No sign is one with which a spreadsheet would begin a formula.
 *
 * @param signs each rule with its sign
 */
record Said(Set<String> signs) {

    static final String EXCEPTED = "~";
    static final String ASKED = "?";
    static final String PROVIDED = "!";
    static final String PENDING = "^";
    static final String SUSPENDED = "#";
    static final String WAY_OUT = ">";
    static final String EXCEPTION = "by:";

    private static final Pattern SIGN = Pattern.compile("(?:[~?!^#>]|by:)?[A-Za-z0-9][\\w.-]*");

    Said {
        signs = new TreeSet<>(signs);
    }

    static Said of(Decision decision) {
        var signs = new TreeSet<String>();
        for (Finding finding : decision.findings()) {
            boolean suspended = finding.status() == Status.SUSPENDED;
            add(signs, suspended ? SUSPENDED : finding.excepted() ? EXCEPTED : "", finding);
        }
        for (Finding finding : decision.pending()) {
            add(signs, PENDING, finding);
        }
        for (Question question : decision.questions()) {
            question.answers().forEach(answer -> answer.rules().forEach(rule -> signs.add(ASKED + rule)));
        }
        decision.assumptions().forEach(assumption -> assumption.rules().forEach(rule -> signs.add(PROVIDED + rule)));
        decision.availableExceptions()
                .forEach(way -> signs.add(WAY_OUT + way.exception().id()));
        return new Said(signs);
    }

    private static void add(Set<String> signs, String sign, Finding finding) {
        signs.add(sign + finding.rule().id());
        finding.exceptions()
                .forEach(exception -> signs.add(EXCEPTION + exception.rule().id()));
    }

    /** Reads a cell; blank says that no rule is touched. */
    static Said read(String cell) {
        var signs = new TreeSet<String>();
        for (String sign : Arrays.stream(cell.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList()) {
            if (!SIGN.matcher(sign).matches()) {
                throw new IllegalArgumentException(
                        "the sign (%s) cannot be read\nMaybe write ID where the rule applies, ~ID excepted, by:ID the exception, ?ID asked, !ID assumed, ^ID pending, #ID suspended, >ID available."
                                .formatted(sign));
            }
            signs.add(sign);
        }
        return new Said(signs);
    }

    /** Whether the rule is spoken of under one of these signs. */
    boolean has(String rule, String... under) {
        return Arrays.stream(under).anyMatch(sign -> signs.contains(sign + rule));
    }

    boolean mentions(String rule) {
        return has(rule, "", EXCEPTED, ASKED, PROVIDED, PENDING, SUSPENDED, WAY_OUT, EXCEPTION);
    }

    /** What this says and the other does not. */
    Said less(Said other) {
        var rest = new TreeSet<>(signs);
        rest.removeAll(other.signs);
        return new Said(rest);
    }

    @Override
    public String toString() {
        return signs.isEmpty() ? "nothing" : String.join(" ", signs);
    }
}
