package dev.licet.testkit;

import static dev.licet.testkit.LicetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@WithLicet
class DecisionAssertTest {

    private static void fails(Decision decision, String fault, Consumer<DecisionAssert> assertion) {
        assertThatThrownBy(() -> assertion.accept(assertThat(decision)))
                .isInstanceOf(AssertionError.class)
                .message()
                .startsWith(fault)
                .contains("\nThe decision says: " + Said.of(decision) + "\n\n")
                .endsWith(decision.explain());
    }

    @Test
    void each_outcome_has_its_assertion(Licet licet) {
        assertThat(Toys.decide(licet, Map.of("to", "ES"))).isPermitted();
        assertThat(Toys.decide(licet, Map.of("headquarters", "DE"))).isConditional();
        assertThat(Toys.decide(licet, Map.of("release", "unknown"))).isUndetermined();
        assertThat(Toys.decide(licet, Map.of())).requiresLicense();
        assertThat(Toys.decide(licet, Map.of("endUse", "MILITARY"))).isProhibited();
    }

    @Test
    void a_wrong_outcome_fails_with_both_and_the_explanation(Licet licet) {
        Decision decision = Toys.decide(licet, Map.of());

        fails(decision, "The outcome was to be PERMITTED, but is LICENSE_REQUIRED.", DecisionAssert::isPermitted);
        fails(decision, "The outcome was to be CONDITIONAL, but is LICENSE_REQUIRED.", DecisionAssert::isConditional);
        fails(decision, "The outcome was to be UNDETERMINED, but is LICENSE_REQUIRED.", DecisionAssert::isUndetermined);
        fails(decision, "The outcome was to be PROHIBITED, but is LICENSE_REQUIRED.", DecisionAssert::isProhibited);
        fails(
                Toys.decide(licet, Map.of("to", "ES")),
                "The outcome was to be LICENSE_REQUIRED, but is PERMITTED.",
                DecisionAssert::requiresLicense);
    }

    @Test
    void a_layer_is_told_from_the_whole(Licet licet) {
        Decision decision = Toys.decide(licet, Map.of());

        assertThat(decision)
                .hasOutcome(Outcome.LICENSE_REQUIRED)
                .hasOutcome(Layer.EXPORT_LAW, Outcome.LICENSE_REQUIRED)
                .hasOutcome(Layer.HOUSE_POLICY, Outcome.PERMITTED)
                .hasOutcome(Layer.SANCTIONS, Outcome.UNDETERMINED);
        fails(
                decision,
                "The outcome of HOUSE_POLICY was to be PROHIBITED, but is PERMITTED.",
                it -> it.hasOutcome(Layer.HOUSE_POLICY, Outcome.PROHIBITED));
    }

    @Test
    void a_rule_that_is_not_enforced_applies_as_written_only(Licet licet) {
        Map<String, String> row = Map.of("on", "2025-09-01");
        Decision enforced = Toys.decide(licet.under(Stance.AS_ENFORCED), row);

        assertThat(Toys.decide(licet, row))
                .appliesRule("toy.bar")
                .hasOutcome(Stance.AS_WRITTEN, Outcome.LICENSE_REQUIRED)
                .hasOutcome(Stance.AS_ENFORCED, Outcome.PERMITTED);
        assertThat(enforced).isPermitted().doesNotApplyRule("toy.bar");
        fails(
                enforced,
                "The outcome AS_WRITTEN was to be PERMITTED, but is LICENSE_REQUIRED.",
                it -> it.hasOutcome(Stance.AS_WRITTEN, Outcome.PERMITTED));
    }

    @Test
    void a_suspended_rule_does_not_apply(Licet licet) {
        assertThat(Toys.decide(licet, Map.of("on", "2025-06-01"))).isPermitted().doesNotApplyRule("toy.bar");
    }

    @Test
    void a_rule_that_applies_is_told_from_one_that_does_not(Licet licet) {
        Decision french = Toys.decide(licet, Map.of());

        assertThat(french).appliesRule("toy.bar").doesNotApplyRule("toy.plan").asksNothing();
        fails(french, "The rule (toy.plan) was to apply, but does not.", it -> it.appliesRule("toy.plan"));
        fails(french, "The rule (toy.bar) was not to apply, but does.", it -> it.doesNotApplyRule("toy.bar"));
    }

    @Test
    void a_rule_that_an_open_fact_could_bring_in_is_not_taken_as_absent(Licet licet) {
        fails(
                Toys.decide(licet, Map.of("release", "unknown")),
                "The rule (toy.bar) was not to apply, but an open fact could bring it in.",
                it -> it.doesNotApplyRule("toy.bar"));
        fails(
                Toys.decide(licet, Map.of("endUse", "")),
                "The rule (note.civil) was not to apply, but an open fact could bring it in.",
                it -> it.doesNotApplyRule("note.civil"));
    }

    @Test
    void an_excepted_rule_and_the_obligation_of_its_exception_are_seen(Licet licet) {
        Decision german = Toys.decide(licet, Map.of("headquarters", "DE"));
        Decision french = Toys.decide(licet, Map.of());

        assertThat(german)
                .exceptionAppliesTo("toy.bar")
                .doesNotApplyRule("toy.bar")
                .hasObligation("toy note");
        assertThat(french).hasNoObligation();
        fails(french, "The rule (toy.bar) was to be excepted, but is not.", it -> it.exceptionAppliesTo("toy.bar"));
        fails(
                french,
                "An obligation (…toy note…) was to go with it, but none does.",
                it -> it.hasObligation("toy note"));
        fails(german, "No obligation was to go with it, but one does.", DecisionAssert::hasNoObligation);
    }

    @Test
    void questions_presumptions_and_plans_are_seen(Licet licet) {
        Decision open = Toys.decide(licet, Map.of("release", "unknown"));
        Decision assumed = Toys.decide(licet, Map.of("to", "IT", "endUse", ""));

        assertThat(open).asks("release of the model");
        assertThat(assumed).isConditional().assumes("end use").reportsPending("toy.plan");
        fails(open, "The decision was to ask for nothing, but it asks.", DecisionAssert::asksNothing);
        fails(open, "The decision was to ask for (end use), but does not.", it -> it.asks("end use"));
        fails(open, "The decision was to assume something of (end use), but does not.", it -> it.assumes("end use"));
        fails(
                open,
                "The rule (toy.plan) was to be reported as pending, but is not.",
                it -> it.reportsPending("toy.plan"));
    }

    @Test
    void the_words_of_a_test_stand_before_the_fault(Licet licet) {
        assertThatThrownBy(() -> assertThat(Toys.decide(licet, Map.of()))
                        .as("100%% of %s", "France")
                        .isPermitted())
                .hasMessageStartingWith("[100% of France] The outcome was to be PERMITTED");
    }

    @Test
    void it_stands_beside_the_assertions_of_assertj(Licet licet) {
        assertThat(Toys.decide(licet, Map.of()).permitted()).isFalse();
    }
}
