package dev.licet.testkit;

import dev.licet.answer.Assumption;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a decision. Each failing one ends with the explanation of the decision. */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {

    DecisionAssert(Decision actual) {
        super(actual, DecisionAssert.class);
    }

    /**
     * Verifies that it is permitted: no rule opposes it, on facts that were stated.
     *
     * @return this
     */
    public DecisionAssert isPermitted() {
        return hasOutcome(Outcome.PERMITTED);
    }

    /**
     * Verifies that it is permitted on conditions: obligations to be done, assumptions that must hold.
     *
     * @return this
     */
    public DecisionAssert isConditional() {
        return hasOutcome(Outcome.CONDITIONAL);
    }

    /**
     * Verifies that it cannot be decided: a fact that matters is not known, or a red flag is unresolved.
     *
     * @return this
     */
    public DecisionAssert isUndetermined() {
        return hasOutcome(Outcome.UNDETERMINED);
    }

    /**
     * Verifies that somebody's authorization is needed first.
     *
     * @return this
     */
    public DecisionAssert requiresLicense() {
        return hasOutcome(Outcome.LICENSE_REQUIRED);
    }

    /**
     * Verifies that it may not proceed.
     *
     * @return this
     */
    public DecisionAssert isProhibited() {
        return hasOutcome(Outcome.PROHIBITED);
    }

    /**
     * Verifies the outcome over all layers, under the stance of the decision.
     *
     * @param outcome the outcome
     * @return this
     */
    public DecisionAssert hasOutcome(Outcome outcome) {
        isNotNull();
        return sameOutcome("", outcome, actual.outcome());
    }

    /**
     * Verifies the outcome of one layer's rules alone, under the stance of the decision.
     *
     * @param layer the layer
     * @param outcome its outcome; {@link Outcome#UNDETERMINED} for a layer for which the loaded packs have no rule on the day
     * @return this
     */
    public DecisionAssert hasOutcome(Layer layer, Outcome outcome) {
        isNotNull();
        return sameOutcome(" of " + layer, outcome, actual.outcome(layer));
    }

    /**
     * Verifies the outcome over all layers, under a stance.
     *
     * @param stance the stance
     * @param outcome the outcome under it
     * @return this
     */
    public DecisionAssert hasOutcome(Stance stance, Outcome outcome) {
        isNotNull();
        return sameOutcome(" " + stance, outcome, actual.outcome(stance));
    }

    private DecisionAssert sameOutcome(String which, Outcome expected, Outcome was) {
        if (was != expected) {
            throw failureWithActualExpected(
                    was,
                    expected,
                    "%s",
                    explained("The outcome%s was to be %s, but is %s.".formatted(which, expected, was)));
        }
        return this;
    }

    /**
     * Verifies that a rule applies whatever the unknown facts are, no exception applies to it, and it binds under the
     * decision's stance.
     *
     * @param rule the id of the rule
     * @return this
     */
    public DecisionAssert appliesRule(String rule) {
        return verify(
                actual -> actual.findings().stream()
                        .anyMatch(finding -> of(rule, finding) && !finding.excepted() && binds(finding)),
                "The rule (%s) was to apply, but does not.".formatted(rule));
    }

    /**
     * Verifies that a rule neither applies nor could: it is excepted, does not bind, or is not touched at all. A rule that an open
     * question or an assumption could bring in fails this, since it may apply yet.
     *
     * @param rule the id of the rule
     * @return this
     */
    public DecisionAssert doesNotApplyRule(String rule) {
        return verify(
                        actual -> actual.findings().stream()
                                .noneMatch(finding -> of(rule, finding) && !finding.excepted() && binds(finding)),
                        "The rule (%s) was not to apply, but does.".formatted(rule))
                .verify(
                        actual -> !open(actual).contains(rule),
                        "The rule (%s) was not to apply, but an open fact could bring it in.".formatted(rule));
    }

    /**
     * Verifies that a rule applies and an exception applies to it.
     *
     * @param rule the id of the rule that is excepted, not that of the exception
     * @return this
     */
    public DecisionAssert exceptionAppliesTo(String rule) {
        return verify(
                actual -> actual.findings().stream().anyMatch(finding -> of(rule, finding) && finding.excepted()),
                "The rule (%s) was to be excepted, but is not.".formatted(rule));
    }

    /**
     * Verifies that a rule which does not bind yet is reported beside the decision.
     *
     * @param rule the id of the rule
     * @return this
     */
    public DecisionAssert reportsPending(String rule) {
        return verify(
                actual -> actual.pending().stream().anyMatch(finding -> of(rule, finding)),
                "The rule (%s) was to be reported as pending, but is not.".formatted(rule));
    }

    /**
     * Verifies that the decision asks for a fact.
     *
     * @param fact the fact as the decision names it, such as {@code training compute}
     * @return this
     */
    public DecisionAssert asks(String fact) {
        return verify(
                actual -> actual.questions().stream()
                        .anyMatch(question -> question.fact().equals(fact)),
                "The decision was to ask for (%s), but does not.".formatted(fact));
    }

    /**
     * Verifies that the decision asks for nothing.
     *
     * @return this
     */
    public DecisionAssert asksNothing() {
        return verify(actual -> actual.questions().isEmpty(), "The decision was to ask for nothing, but it asks.");
    }

    /**
     * Verifies that the decision rests on an assumption about a fact.
     *
     * @param fact the fact as the decision names it, such as {@code headquarters of the recipient}
     * @return this
     */
    public DecisionAssert assumes(String fact) {
        return verify(
                actual -> actual.assumptions().stream()
                        .anyMatch(assumption -> assumption.fact().equals(fact)),
                "The decision was to assume something of (%s), but does not.".formatted(fact));
    }

    /**
     * Verifies that an obligation goes with it.
     *
     * @param text what the obligation says, or a part of it
     * @return this
     */
    public DecisionAssert hasObligation(String text) {
        return verify(
                actual -> actual.obligations().stream()
                        .anyMatch(obligation -> obligation.obligation().contains(text)),
                "An obligation (…%s…) was to go with it, but none does.".formatted(text));
    }

    /**
     * Verifies that no obligation goes with it.
     *
     * @return this
     */
    public DecisionAssert hasNoObligation() {
        return verify(actual -> actual.obligations().isEmpty(), "No obligation was to go with it, but one does.");
    }

    private DecisionAssert verify(Predicate<Decision> holds, String fault) {
        isNotNull();
        if (!holds.test(actual)) {
            throw failure("%s", explained(fault));
        }
        return this;
    }

    private String explained(String fault) {
        return fault + "\nThe decision says: " + Said.of(actual) + "\n\n" + actual.explain();
    }

    private boolean binds(Finding finding) {
        return finding.status() == Status.IN_FORCE
                || finding.status() == Status.NOT_ENFORCED && actual.stance() == Stance.AS_WRITTEN;
    }

    private static boolean of(String rule, Finding finding) {
        return finding.rule().id().equals(rule);
    }

    private static List<String> open(Decision decision) {
        var open = new ArrayList<String>();
        for (Question question : decision.questions()) {
            question.answers().forEach(answer -> open.addAll(answer.rules()));
        }
        decision.assumptions().stream().map(Assumption::rules).forEach(open::addAll);
        return open;
    }
}
