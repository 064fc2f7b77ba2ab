package dev.licet.answer;

import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.licet.Licet;
import dev.licet.PackFiles;
import dev.licet.answer.WhyNot.Reason;
import dev.licet.facts.RedFlag;
import dev.licet.facts.TransferKind;
import dev.licet.law.Asked;
import dev.licet.law.Outcome;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why rules do not stand: which came near, and by what each failed. */
class WhyNotTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private Licet licet;

    @BeforeEach
    void packs(@TempDir Path temp) {
        licet = PackFiles.in(temp, "t")
                .countries("far", "CN", "RU")
                .countries("near", "GB")
                .parties("bad", "Bad Co")
                .figure("large", 1e26)
                .rule("one", "Artifact( kind == TransferKind.WEIGHTS )\nDestination( on(\"t.far\") )", LICENSE)
                .rule(
                        "two",
                        "Artifact( kind in (TransferKind.API, TransferKind.APP) )\nDestination( !on(\"t.near\") )\nPublication( closed )",
                        PROHIBIT)
                .rule("listed", "Recipient( on(\"t.bad\") )", PROHIBIT)
                .rule("compute", "Artifact( kind == TransferKind.WEIGHTS )\nTraining( reaches(\"t.large\") )", LICENSE)
                .rule("late", "@until( \"2025-01-01\" )", "Destination( on(\"t.far\") )", PROHIBIT)
                .rule("exceptions", "Attestations( includes(\"safe\") )", "findings.except( \"t.compute\", \"x\" );")
                .licet();
    }

    private Decision decide(Model.Builder model, Transfer.Builder transfer) {
        return licet.decide(new Request(model.build(), transfer.on(DAY)));
    }

    private static Model.Builder closed() {
        return Model.named("m")
                .developer("d", "US")
                .closed()
                .trainingCompute(1e24)
                .lineage(List.of());
    }

    private static Transfer.Builder weightsToBritain() {
        return Transfer.of(TransferKind.WEIGHTS)
                .to("GB")
                .recipient(Party.named("Acme").screened());
    }

    @Test
    void theNearestRulesComeFirstEachWithWhatItMissed() {
        Decision decision = decide(closed(), weightsToBritain());
        assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
        List<WhyNot> near = licet.whyNot(decision);
        assertThat(near)
                .extracting(each -> each.rule().id())
                .containsExactly("t.compute", "t.one", "t.listed", "t.two");
        assertThat(near.get(1).missed()).singleElement().satisfies(missed -> {
            assertThat(missed)
                    .isEqualTo(new WhyNot.Missed(
                            "destination", FactValue.name("GB"), Basis.STATED, List.of("t.near"), missed.asked()));
            assertThat(missed.asked()).extracting(Asked::toString).containsExactly("on(\"t.far\")");
        });
        assertThat(near.get(3).missed())
                .extracting(WhyNot.Missed::fact)
                .containsExactly("kind of transfer", "destination");
    }

    @Test
    void a_reason_is_a_sentence_in_the_language_asked_for() {
        List<WhyNot> near = licet.whyNot(decide(closed(), weightsToBritain()));
        assertThat(WhyNot.explain(near, Form.TEXT, Locale.ENGLISH).replaceAll("\\s+", " "))
                .contains("would apply if the destination were on t.far; the destination is GB, which is on t.near")
                .contains("would apply if the kind of transfer were access by API or access by app and the destination"
                        + " were not on t.near");
        assertThat(WhyNot.explain(near, Form.TEXT, Locale.GERMAN)).contains("würde gelten, wenn");
        assertThat(WhyNot.explain(near, Form.JSON, Locale.ENGLISH)).contains("\"reason\":\"MISSED\"");
    }

    @Test
    void a_named_rule_says_whether_it_applies() {
        Decision assumed = decide(closed(), Transfer.of(TransferKind.WEIGHTS).to("CN"));
        assertThat(reason(assumed, "t.one")).isEqualTo(Reason.APPLIES);
        assertThat(reason(assumed, "t.listed")).isEqualTo(Reason.ASSUMED);
        assertThat(reason(assumed, "t.late")).isEqualTo(Reason.NOT_IN_FORCE);
        Decision open = decide(Model.named("m").developer("d", "US").closed(), weightsToBritain());
        assertThat(reason(open, "t.compute")).isEqualTo(Reason.IN_QUESTION);
        assertThat(licet.whyNot(open, "t.compute").missed())
                .extracting(WhyNot.Missed::fact)
                .containsExactly("training compute");
        Decision excepted = decide(
                Model.named("m").developer("d", "US").closed().trainingCompute(1e27),
                weightsToBritain().attested("safe"));
        assertThat(reason(excepted, "t.compute")).isEqualTo(Reason.EXCEPTED);
    }

    private Reason reason(Decision decision, String rule) {
        return licet.whyNot(decision, rule).reason();
    }

    @Test
    void aRuleThatNoPackHasIsRefusedWithThoseThatMayBeMeant() {
        Decision decision = decide(closed(), weightsToBritain());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> licet.whyNot(decision, "t.ones"))
                .withMessageContaining("(t.ones)")
                .withMessageContaining("\nMaybe ")
                .withMessageContaining("t.one");
    }

    @Test
    void changing_the_one_missed_fact_makes_the_rule_apply() {
        Decision there = decide(
                closed(),
                Transfer.of(TransferKind.WEIGHTS)
                        .to("CN")
                        .recipient(Party.named("A").screened()));
        assertThat(there.findings()).extracting(finding -> finding.rule().id()).contains("t.one");
        assertThat(licet.whyNot(there)).extracting(each -> each.rule().id()).doesNotContain("t.one");
        assertThat(Optional.of(there.outcome())).contains(Outcome.LICENSE_REQUIRED);
    }

    @Test
    void aWayThatCannotBeIsNotNamedAndTheFullestOfTheOthersIs(@TempDir Path temp) {
        Licet terms = PackFiles.in(temp, "t")
                .parties("bad", "Bad Co")
                .rule(
                        "weights",
                        "Artifact( kind == TransferKind.WEIGHTS )\nPublication( !published )",
                        "findings.define( \"t.item\" );")
                .rule("hardware", "Artifact( kind == TransferKind.HARDWARE )", "findings.define( \"t.item\" );")
                .rule("item", "Term( is(\"t.item\") )\nArtifact( kind == TransferKind.WEIGHTS )", LICENSE)
                .rule("listed", "Term( is(\"t.item\") )\nRecipient( on(\"t.bad\") )", PROHIBIT)
                .licet();
        Request api = new Request(
                closed().build(), Transfer.of(TransferKind.API).to("GB").on(DAY));
        assertThat(terms.whyNot(terms.decide(api), "t.item").missed())
                .extracting(missed -> missed.asked().toString())
                .containsExactly("[kind == TransferKind.WEIGHTS]");
        Request published = new Request(
                Model.named("m").developer("d", "US").open().build(),
                Transfer.of(TransferKind.WEIGHTS)
                        .to("GB")
                        .recipient(Party.named("Bad Co"))
                        .on(DAY));
        assertThat(terms.whyNot(terms.decide(published), "t.listed").missed())
                .extracting(WhyNot.Missed::fact)
                .containsExactly("release of the model");
    }

    @Test
    void whatIsNotKnownIsNamedBesideWhatIsMissed() {
        Decision decision = decide(
                Model.named("m").developer("d", "US").closed(),
                Transfer.of(TransferKind.API)
                        .to("GB")
                        .recipient(Party.named("Acme").screened()));
        assertThat(licet.whyNot(decision, "t.compute").missed())
                .extracting(WhyNot.Missed::fact)
                .containsExactlyInAnyOrder("kind of transfer", "training compute");
        assertThat(reason(decision, "t.compute")).isEqualTo(Reason.MISSED);
    }

    @Test
    void andAndOrAreKeptApart(@TempDir Path temp) {
        ConditionWords words = new ConditionWords(Words.in(Locale.ENGLISH));
        Asked not = asked(temp, "Destination( !on(\"t.a\") )");
        Asked either = asked(temp, "Destination( on(\"t.b\") || on(\"t.c\") )");
        assertThat(words.all(List.of(not, either))).isEqualTo("not on t.a and (on t.b or on t.c)");
        Asked hosted = asked(temp, "Artifact( kind in (TransferKind.API, TransferKind.APP) )");
        Asked api = asked(temp, "Artifact( kind == TransferKind.API )");
        assertThat(words.all(List.of(hosted, api))).isEqualTo("(access by API or access by app) and access by API");
        assertThat(words.all(List.of(either))).isEqualTo("on t.b or on t.c");
        Asked nested = asked(temp, "Destination( !(on(\"t.a\") || on(\"t.b\")) && on(\"t.c\") )");
        assertThat(words.all(List.of(nested))).isEqualTo("not (on t.a or on t.b) and on t.c");
        Asked within = asked(temp, "Destination( on(\"t.a\") || on(\"t.b\") && !on(\"t.c\") )");
        assertThat(words.all(List.of(within))).isEqualTo("on t.a or (on t.b and not on t.c)");
    }

    private static Asked asked(Path temp, String pattern) {
        return PackFiles.in(temp, "t")
                .rule("asked", pattern, LICENSE)
                .contents()
                .files()
                .get(0)
                .conditions()
                .get(0);
    }

    @Test
    void no_red_flag_seen_is_said_plainly(@TempDir Path temp) {
        Licet flags = PackFiles.in(temp, "t")
                .rule("flag", "RedFlags( includes(RedFlag.PROXY) )", LICENSE)
                .licet();
        Decision decision = flags.decide(new Request(
                closed().build(),
                Transfer.of(TransferKind.API).to("GB").redFlags().on(DAY)));
        assertThat(WhyNot.explain(flags.whyNot(decision), Form.TEXT, Locale.ENGLISH)
                        .replaceAll("\\s+", " "))
                .contains("would apply if one of the red flags were proxy; no red flag was seen");
        Decision two = flags.decide(new Request(
                closed().build(),
                Transfer.of(TransferKind.API)
                        .to("GB")
                        .redFlags(RedFlag.ODD_ROUTING, RedFlag.UNCERTAIN_OWNER)
                        .on(DAY)));
        assertThat(WhyNot.explain(flags.whyNot(two), Form.TEXT, Locale.ENGLISH)).contains("the red flags are ");
    }
}
