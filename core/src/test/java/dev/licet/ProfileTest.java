package dev.licet;

import static dev.licet.PackFiles.IMPOSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.answer.Acceptance;
import dev.licet.answer.Decision;
import dev.licet.answer.Gap;
import dev.licet.facts.EndUse;
import dev.licet.facts.RedFlag;
import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import dev.licet.verify.Verification;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a house may say once for all its requests, and what it may not. */
class ProfileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Model MODEL =
            Model.named("m").developer("Acme", "US").closed().lineage(List.of()).build();

    @TempDir
    private Path temp;

    private PackFiles pack() {
        return PackFiles.in(temp)
                .parties("bad", "Bad Co")
                .rule("listed", "Recipient( on(\"t.bad\") )", PROHIBIT)
                .rule("flag", "RedFlags( includes(RedFlag.PROXY) )", "findings.flag( \"x\" );")
                .rule("arms", "Purpose( endUse == EndUse.MILITARY )", PROHIBIT);
    }

    private static Transfer.Builder transfer() {
        return Transfer.of(TransferKind.API).to("GB");
    }

    private static Map<String, Object> document(Object... accepts) {
        return new TreeMap<>(Map.of("name", "acme", "version", "3", "accepts", List.of(accepts)));
    }

    private static Map<String, Object> assumption(String field) {
        return Map.of("assumption", field, "by", "J. Doe", "reason", "checked", "until", "2027-07-01");
    }

    private static Map<String, Object> gap(String layer, String holder) {
        return Map.of(
                "gap",
                Map.of("layer", layer, "holder", holder),
                "by",
                "J. Doe",
                "reason",
                "memo 7",
                "until",
                "2027-07-01");
    }

    private static Profile all() {
        return Profile.of(document(
                assumption("transfer.recipient.lists"),
                assumption("transfer.redFlags"),
                assumption("transfer.endUse")));
    }

    @Test
    void what_it_accepts_is_no_assumption_any_more_and_is_shown() {
        Licet licet = pack().licet();
        Decision without = licet.decide(MODEL, transfer().on(DAY));
        assertThat(without.outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(without.assumptions()).hasSize(3);

        Decision with = licet.with(all()).decide(MODEL, transfer().on(DAY));
        assertThat(with.outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(with.assumptions()).isEmpty();
        assertThat(with.profile()).hasValueSatisfying(profile -> {
            assertThat(profile.name()).isEqualTo("acme");
            assertThat(profile.accepted())
                    .extracting(Acceptance::name)
                    .containsExactly("transfer.recipient.lists", "transfer.redFlags", "transfer.endUse");
        });
        assertThat(with.explain()).contains("Accepted by the profile acme 3", "J. Doe", "until 2027-06-30: checked");
    }

    @Test
    void it_makes_nothing_milder_that_a_rule_a_flag_or_an_adverse_fact_made_strict() {
        Licet licet = pack().licet().with(all());
        assertThat(licet.decide(MODEL, transfer().redFlags(RedFlag.PROXY).on(DAY))
                        .outcome())
                .isEqualTo(Outcome.UNDETERMINED);
        assertThat(licet.decide(
                                MODEL,
                                transfer().recipient(Party.named("BAD CO.")).on(DAY))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(MODEL, transfer().endUse(EndUse.MILITARY).on(DAY))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
    }

    @Test
    void no_exception_rests_on_what_it_accepts() {
        Licet licet = PackFiles.in(temp)
                .rule("bar", "Destination( is(\"GB\") )", PROHIBIT)
                .rule("civil", "Purpose( endUse == EndUse.CIVIL )", "findings.except( \"t.bar\", \"x\" );")
                .licet()
                .with(all());
        assertThat(licet.decide(MODEL, transfer().on(DAY)).outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(MODEL, transfer().endUse(EndUse.CIVIL).on(DAY)).outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void its_acceptances_end_and_count_for_nothing_strictly() {
        Licet licet = pack().licet().with(all());
        assertThat(licet.decide(MODEL, transfer().on(LocalDate.of(2027, 6, 30))).outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertThat(licet.decide(MODEL, transfer().on(LocalDate.of(2027, 7, 1))).outcome())
                .isEqualTo(Outcome.CONDITIONAL);
        assertThat(licet.strict().decide(MODEL, transfer().on(DAY)).outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void its_facts_hold_where_a_request_states_none() {
        Map<String, Object> document = document();
        document.put("facts", Map.of("transfer", Map.of("endUse", "MILITARY")));
        Licet licet = pack().licet().with(Profile.of(document));
        assertThat(licet.decide(MODEL, transfer().on(DAY)).outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(MODEL, transfer().endUse(EndUse.CIVIL).on(DAY)).outcome())
                .isEqualTo(Outcome.CONDITIONAL);
    }

    @Test
    void a_gap_is_accepted_for_one_holder_alone() {
        PackFiles files = PackFiles.in(temp)
                .rule("duty", "Destination( is(\"FR\") )", IMPOSE)
                .file(
                        "coverage.csv",
                        "layer,holder,kinds,extent,since,until,checked,good_for,note\nEXPORT_LAW,US,ALL,WHOLE,2024-01-01,,,,c\n");
        Licet licet = files.licet();
        Model canadian = Model.named("m")
                .developer("Acme", "CA")
                .closed()
                .lineage(List.of())
                .build();
        Decision open = licet.decide(canadian, transfer().on(DAY));
        assertThat(open.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(open.gaps()).extracting(Gap::holder).containsExactly("CA");

        Profile counsel = Profile.of(document(gap("EXPORT_LAW", "CA")));
        Decision decided = licet.with(counsel).decide(canadian, transfer().on(DAY));
        assertThat(decided.outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(decided.profile().orElseThrow().accepted())
                .extracting(Acceptance::layer)
                .containsExactly(java.util.Optional.of(Layer.EXPORT_LAW));
        Model swiss = Model.named("m")
                .developer("Acme", "CH")
                .closed()
                .lineage(List.of())
                .build();
        assertThat(licet.with(counsel).decide(swiss, transfer().on(DAY)).outcome())
                .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void a_record_has_it_and_is_decided_again_with_it() {
        Licet licet = pack().licet();
        Decision decision = licet.with(all()).decide(MODEL, transfer().on(DAY));

        assertThat(Verification.of(decision.record()).holds()).isTrue();
        assertThat(licet.replay(decision.record()).differences()).isEmpty();
        assertThat(decision.toJson()).contains("\"profile\":{", all().digest());
    }

    @Test
    void what_no_profile_may_say_is_refused() {
        refused(Map.of("transfer", Map.of("redFlags", List.of())), "redFlags");
        refused(Map.of("transfer", Map.of("recipient", Map.of("lists", List.of("t.bad")))), "lists", "(");
        refused(Map.of("transfer", Map.of("destination", "GB")), "destination");
        refused(Map.of("transfer", Map.of("endUse", "PEACE")), "(PEACE)");
        refused(Map.of("recipient", Map.of()), "facts.recipient");
    }

    private static void refused(Map<String, Object> facts, String... parts) {
        Map<String, Object> document = document();
        document.put("facts", facts);
        assertThatThrownBy(() -> Profile.of(document))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(parts)
                .contains("\nMaybe ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer.recipients", "transfer.attestations", "redFlags", ""})
    void an_assumption_that_there_is_not_is_refused(String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profile.of(document(assumption(field))))
                .withMessageContaining("assumption")
                .withMessageContaining("\nMaybe ");
    }

    @Test
    void holders_layers_days_and_persons_must_be_named() {
        for (Map<String, Object> unfit : List.of(
                gap("EXPORT_LAW", "Canada"),
                gap("HOUSE_POLICY", "US"),
                gap("EXPORT", "CA"),
                Map.<String, Object>of("assumption", "transfer.endUse", "by", "J. Doe", "reason", "x"),
                Map.<String, Object>of(
                        "assumption", "transfer.endUse", "by", " ", "reason", "x", "until", "2027-01-01"),
                Map.<String, Object>of("assumption", "transfer.endUse", "by", "J", "reason", "x", "until", "soon"),
                Map.<String, Object>of("by", "J", "reason", "x", "until", "2027-01-01"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Profile.of(document(unfit)))
                    .withMessageContaining("\nMaybe ");
        }
        Map<String, Object> document = document();
        document.put("facts", Map.of("transfer", Map.of("attestations", List.of("none.such"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pack().licet().with(Profile.of(document)))
                .withMessageContaining("(none.such)");
    }
}
