package dev.licet.engine;

import static dev.licet.PackFiles.FLAG;
import static dev.licet.PackFiles.IMPOSE;
import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static dev.licet.Refusals.assertWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licet.Licet;
import dev.licet.PackFiles;
import dev.licet.RulePack;
import dev.licet.answer.Assumption;
import dev.licet.answer.Decision;
import dev.licet.answer.Examined;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.facts.ReviewPolicy;
import dev.licet.facts.TransferKind;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Owner;
import dev.licet.request.Party;
import dev.licet.request.Relation;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What small packs say, checked by hand. */
class EngineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String WEIGHTS = "Artifact( kind == TransferKind.WEIGHTS )";
    private static final String CHINA = "Destination( is(\"CN\") )";

    @TempDir
    private Path temp;

    @Nested
    class Effects {

        @Test
        void eachVerbHasItsOutcome() {
            assertThat(ofVerb(PROHIBIT).outcome()).isEqualTo(Outcome.PROHIBITED);
            assertThat(ofVerb(LICENSE).outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
            assertThat(ofVerb(FLAG).outcome()).isEqualTo(Outcome.UNDETERMINED);
            assertThat(ofVerb(IMPOSE).outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(ofVerb("findings.except( \"t.other\", \"x\" );").outcome())
                    .isEqualTo(Outcome.PERMITTED);
        }

        @Test
        void aLicenseTellsItsPolicyAndADutyWhatIsToBeDone() {
            assertThat(ofVerb("findings.requireLicense( ReviewPolicy.DENIAL, \"x\" );")
                            .findings())
                    .extracting(Finding::policy)
                    .containsExactly(ReviewPolicy.DENIAL);
            assertThat(ofVerb(IMPOSE).obligations()).containsExactly(new Decision.Obligation("do it", "t.r"));
            assertThat(ofVerb(FLAG).obligations()).isEmpty();
        }

        @Test
        void manyVerbsOfOneRuleAreManyFindingsStrictestFirst() {
            Decision decision = ofVerb(IMPOSE + FLAG + "findings.impose( \"and that\", \"y\" );" + PROHIBIT + LICENSE);
            assertThat(decision.findings())
                    .extracting(Finding::effect)
                    .containsExactly(
                            Effect.PROHIBIT, Effect.REQUIRE_LICENSE, Effect.FLAG, Effect.IMPOSE, Effect.IMPOSE);
            assertThat(decision.obligations())
                    .extracting(Decision.Obligation::obligation)
                    .containsExactly("do it", "and that");
        }

        @Test
        void aRulesReasonNamesWhatItHasBound() {
            Decision decision = pack().rule(
                            "r",
                            "Artifact( $kind : kind ) Destination( $to : country, !is(\"US\") )",
                            "findings.prohibit( \"the \" + $kind + \" to \" + $to );")
                    .licet()
                    .decide(model(), Transfer.of(TransferKind.WEIGHTS).to("CN").on(DAY));
            assertThat(decision.findings()).extracting(Finding::because).containsExactly("the WEIGHTS to CN");
        }

        private Decision ofVerb(String then) {
            return pack().rule("r", CHINA, then)
                    .rule("other", "Destination( is(\"GB\") )", PROHIBIT)
                    .licet()
                    .decide(model(), Transfer.of(TransferKind.API).to("CN").on(DAY));
        }
    }

    @Nested
    class Unknowns {

        @Test
        void twoUnknownsThatMatterOnlyTogetherAreBothAsked() {
            Decision decision = pack().rule("r", WEIGHTS + " " + CHINA, PROHIBIT)
                    .licet()
                    .decide(model(), Transfer.of(Given.unknown()).on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
            assertThat(decision.questions())
                    .extracting(Question::fact)
                    .containsExactly("kind of transfer", "destination");
            Question kind = decision.questions().get(0);
            assertThat(kind.answers())
                    .extracting(Question.Answer::outcome)
                    .containsExactly(Outcome.PERMITTED, Outcome.UNDETERMINED);
            assertThat(kind.answers().get(1).members())
                    .containsExactly(new FactValue.Constants(List.of(TransferKind.WEIGHTS)));
            assertThat(kind.answers().get(0).members()).hasSize(TransferKind.values().length - 1);
            Question destination = decision.questions().get(1);
            assertThat(destination.answers().get(1).members()).containsExactly(FactValue.name("CN"));
            assertThat(destination.answers().get(0).members()).hasSize(249);
        }

        @Test
        void anUnknownIsNotAskedOnceAnotherFactHasSettledIt() {
            Decision decision = pack().rule("r", WEIGHTS + " " + CHINA, PROHIBIT)
                    .licet()
                    .decide(
                            model(),
                            Transfer.of(TransferKind.API).to(Given.unknown()).on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
            assertThat(decision.questions()).isEmpty();
        }

        @Test
        void anUnknownIsNotAskedUnderAStricterFinding() {
            Decision decision = pack().rule("a", WEIGHTS, PROHIBIT)
                    .rule("b", CHINA, LICENSE)
                    .licet()
                    .decide(
                            model(),
                            Transfer.of(TransferKind.WEIGHTS)
                                    .to(Given.unknown())
                                    .on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBITED);
            assertThat(decision.questions()).isEmpty();
        }

        @Test
        void anUnknownIsAskedUnderAMilderFinding() {
            Decision decision = pack().rule("a", WEIGHTS, LICENSE)
                    .rule("b", CHINA, PROHIBIT)
                    .licet()
                    .decide(
                            model(),
                            Transfer.of(TransferKind.WEIGHTS)
                                    .to(Given.unknown())
                                    .on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
            assertThat(decision.questions()).extracting(Question::fact).containsExactly("destination");
        }

        @Test
        void aRuleThatHoldsWhateverTheUnknownIsIsDefinite() {
            Decision decision = pack().rule("r", "Publication( published || !published )", PROHIBIT)
                    .licet()
                    .decide(
                            Model.named("m").release(Given.unknown()).build(),
                            Transfer.of(TransferKind.API).on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBITED);
            assertThat(decision.questions()).isEmpty();
            assertThat(decision.findings().get(0).facts())
                    .extracting(Finding.FactUsed::value)
                    .containsExactly(FactValue.Fixed.WHATEVER);
        }

        @Test
        void aDefiniteRuleThatNamesAnUnknownDoesNotNameOneOfItsValues() {
            Decision decision = pack().rule(
                            "r", "Destination( $to : country )", "findings.prohibit( \"goes to \" + $to );")
                    .rule("s", CHINA, "findings.flag( \"x\" );")
                    .licet()
                    .decide(model(), Transfer.of(TransferKind.API).on(DAY));
            assertThat(decision.findings().get(0).facts().get(0).value()).isEqualTo(FactValue.Fixed.WHATEVER);
            assertThat(decision.findings().get(0).because()).doesNotContain("CN");
        }

        @Test
        void aDutyThatMayComeOnTopIsAskedAndChangesNoOutcome() {
            Decision decision = pack().rule("a", WEIGHTS, IMPOSE)
                    .rule("b", CHINA, IMPOSE)
                    .licet()
                    .decide(
                            model(),
                            Transfer.of(TransferKind.WEIGHTS)
                                    .to(Given.unknown())
                                    .on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(decision.questions()).extracting(Question::fact).containsExactly("destination");
            assertThat(decision.obligations()).hasSize(1);
        }

        @Test
        void provisosAreGroupedByFact() {
            Decision decision = pack().parties("p", "A Co")
                    .parties("q", "B Co")
                    .rule("a", "Recipient( on(\"t.p\") )", PROHIBIT)
                    .rule("b", "Recipient( on(\"t.q\") )", LICENSE)
                    .licet()
                    .decide(model(), Transfer.of(TransferKind.API).on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(decision.assumptions()).singleElement().satisfies(assumption -> {
                assertThat(assumption.noneOf()).containsExactly(FactValue.name("t.p"), FactValue.name("t.q"));
                assertThat(assumption.rules()).containsExactly("t.a", "t.b");
            });
        }

        @Test
        void aProvisoThatMattersOnlyWithAnUnknownIsAQuestionFirst() {
            Decision decision = pack().parties("p", "A Co")
                    .rule("a", "Recipient( on(\"t.p\") ) " + CHINA, PROHIBIT)
                    .licet()
                    .decide(model(), Transfer.of(TransferKind.API).on(DAY));
            assertThat(decision.permitted()).isFalse();
            assertThat(decision.assumptions())
                    .extracting(Assumption::fact)
                    .containsExactly("lists that the recipient is on");
        }
    }

    @Nested
    class Exceptions {

        private static final String LIFT = "findings.except( \"t.r\", \"y\" );";
        private static final String LIFT_IF = "findings.except( \"t.r\", \"y\", \"do that\" );";

        @Test
        void aDefiniteExceptionLiftsAndTheFindingStaysVisible() {
            Decision decision = lifting("Origin( includes(\"GB\") )", LIFT).decide(model(), toChina(Party.unnamed()));
            assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
            assertThat(decision.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.excepted()).isTrue();
                assertThat(finding.exceptions())
                        .extracting(exception -> exception.rule().id())
                        .containsExactly("t.e");
                assertThat(finding.exceptions())
                        .extracting(Finding.AppliedException::because)
                        .containsExactly("y");
            });
            assertThat(decision.availableExceptions()).isEmpty();
        }

        @Test
        void anExceptionOnAConditionLeavesADuty() {
            Decision decision =
                    lifting("Origin( includes(\"GB\") )", LIFT_IF).decide(model(), toChina(Party.unnamed()));
            assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(decision.obligations()).containsExactly(new Decision.Obligation("do that", "t.e"));
        }

        @Test
        void an_exception_on_what_is_only_assumed_is_shown_and_not_taken() {
            Decision decision = lifting("Headquarters( is(\"CN\") )", LIFT).decide(model(), toChina(Party.unnamed()));
            assertThat(decision.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
            assertThat(decision.findings()).extracting(Finding::excepted).containsExactly(false);
            assertThat(decision.assumptions()).isEmpty();
            assertThat(decision.availableExceptions()).singleElement().satisfies(exception -> {
                assertThat(exception.exception().id()).isEqualTo("t.e");
                assertThat(exception.needs())
                        .extracting(Finding.FactUsed::fact, Finding.FactUsed::value)
                        .containsExactly(tuple("headquarters of the recipient", FactValue.name("CN")));
            });
            Decision stated = lifting("Headquarters( is(\"CN\") )", LIFT)
                    .decide(model(), toChina(Party.unnamed().headquarteredIn("CN")));
            assertThat(stated.outcome()).isEqualTo(Outcome.PERMITTED);
        }

        @Test
        void anExceptionOnAnUnknownFactIsShownAndNotTaken() {
            Decision decision = lifting("Headquarters( is(\"GB\") )", LIFT)
                    .decide(model(), toChina(Party.unnamed().headquarteredIn(Given.unknown())));
            assertThat(decision.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
            assertThat(decision.findings()).extracting(Finding::excepted).containsExactly(false);
            assertThat(decision.availableExceptions()).singleElement().satisfies(way -> {
                assertThat(way.rule()).isEqualTo("t.r");
                assertThat(way.exception().id()).isEqualTo("t.e");
                assertThat(way.needs()).extracting(Finding.FactUsed::value).containsExactly(FactValue.name("GB"));
            });
        }

        @Test
        void anExceptionAgainstAPresumptionIsShownAndNotTaken() {
            Decision decision = lifting("Headquarters( is(\"GB\") )", LIFT).decide(model(), toChina(Party.unnamed()));
            assertThat(decision.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
            assertThat(decision.availableExceptions()).hasSize(1);
        }

        @Test
        void anExceptionAgainstAStatedFactIsNoWayOut() {
            Decision decision = lifting("Headquarters( is(\"GB\") )", LIFT)
                    .decide(model(), toChina(Party.unnamed().headquarteredIn("CN")));
            assertThat(decision.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
            assertThat(decision.availableExceptions()).isEmpty();
        }

        @Test
        void anAttestationIsAWayOutUntilItIsGiven() {
            Licet licet = lifting("Attestations( includes(\"safe\") )", LIFT_IF);
            Decision without =
                    licet.decide(model(), Transfer.of(TransferKind.API).to("CN").on(DAY));
            assertThat(without.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
            assertThat(without.availableExceptions().get(0).needs())
                    .containsExactly(new Finding.FactUsed(
                            "attestations", FactValue.name("safe"), Basis.POSSIBLE, List.of(), List.of(), List.of()));
            Decision with = licet.decide(
                    model(),
                    Transfer.of(TransferKind.API).to("CN").attested("safe").on(DAY));
            assertThat(with.outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(with.availableExceptions()).isEmpty();
        }

        @Test
        void anExceptionLiftsEveryFindingOfItsRuleAndNoOther() {
            Decision decision = pack().rule("r", CHINA, LICENSE + FLAG)
                    .rule("s", CHINA, IMPOSE)
                    .rule("e", "Origin( includes(\"GB\") )", LIFT)
                    .licet()
                    .decide(model(), toChina(Party.unnamed()));
            assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(decision.findings()).extracting(Finding::excepted).containsExactly(true, true, false);
        }

        @Test
        void twoExceptionsThatTogetherCoverAnUnknownLift() {
            Decision decision = pack().rule("r", CHINA, LICENSE)
                    .rule("e", "Publication( published )", LIFT)
                    .rule("f", "Publication( !published )", LIFT)
                    .licet()
                    .decide(Model.named("m").release(Given.unknown()).build(), toChina(Party.unnamed()));
            assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
            assertThat(decision.findings().get(0).exceptions()).hasSize(2);
        }

        @Test
        void anExceptionOfAnotherLayerLifts() {
            Decision decision = pack().rule("r", CHINA, LICENSE)
                    .rule("e", "@layer( \"SANCTIONS\" )", "Origin( includes(\"GB\") )", LIFT)
                    .licet()
                    .decide(model(), toChina(Party.unnamed()));
            assertThat(decision.outcome(Layer.EXPORT_LAW)).isEqualTo(Outcome.PERMITTED);
        }

        @ParameterizedTest
        @CsvSource({
            "PENDING, LICENSE_REQUIRED, LICENSE_REQUIRED",
            "SUSPENDED, LICENSE_REQUIRED, LICENSE_REQUIRED",
            "NOT_ENFORCED, PERMITTED, LICENSE_REQUIRED"
        })
        void anExceptionLiftsOnlyWhereItBinds(Status status, Outcome written, Outcome enforced) {
            Decision decision = pack().rule("r", CHINA, LICENSE)
                    .rule("e", "@status( \"" + status + " since 2024-01-01: z\" )", "Origin( includes(\"GB\") )", LIFT)
                    .licet()
                    .decide(model(), toChina(Party.unnamed()));
            assertThat(decision.outcome(Stance.AS_WRITTEN)).isEqualTo(written);
            assertThat(decision.outcome(Stance.AS_ENFORCED)).isEqualTo(enforced);
        }

        @Test
        void anUnknownIsNotAskedIfTheRuleIsLiftedWithoutConditionWhateverItIs() {
            Decision decision = pack().rule("r", WEIGHTS, LICENSE)
                    .rule("e", "Origin( includes(\"GB\") )", LIFT)
                    .licet()
                    .decide(model(), Transfer.of(Given.unknown()).on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
        }

        @Test
        void anUnknownIsAskedIfTheRuleWouldBeLiftedOnACondition() {
            Licet licet = pack().rule("r", WEIGHTS, LICENSE)
                    .rule("e", "Origin( includes(\"GB\") )", LIFT_IF)
                    .licet();
            assertThat(licet.decide(model(), Transfer.of(TransferKind.WEIGHTS).on(DAY))
                            .outcome())
                    .isEqualTo(Outcome.CONDITIONAL);
            assertThat(licet.decide(model(), Transfer.of(Given.unknown()).on(DAY))
                            .outcome())
                    .isEqualTo(Outcome.UNDETERMINED);
        }

        @Test
        void aPresumptionIsReportedIfTheRuleWouldBeLiftedOnACondition() {
            Licet licet = pack().parties("p", "A Co")
                    .rule("r", "Recipient( on(\"t.p\") )", LICENSE)
                    .rule("e", "Origin( includes(\"GB\") )", LIFT_IF)
                    .licet();
            Decision decision = licet.decide(model(), toChina(Party.unnamed()));
            assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(decision.assumptions()).hasSize(1);
        }

        @Test
        void anUnknownTakesTheExceptionIntoAccount() {
            Licet licet = pack().rule("r", WEIGHTS, LICENSE)
                    .rule("e", "Destination( is(\"GB\") )", LIFT)
                    .licet();
            Decision decision = licet.decide(
                    model(),
                    Transfer.of(TransferKind.WEIGHTS).to(Given.unknown()).on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
            assertThat(licet.decide(
                                    model(),
                                    Transfer.of(TransferKind.WEIGHTS).to("GB").on(DAY))
                            .outcome())
                    .isEqualTo(Outcome.PERMITTED);
        }

        private Licet lifting(String when, String then) {
            return pack().rule("r", CHINA, LICENSE).rule("e", when, then).licet();
        }

        private Transfer toChina(Party recipient) {
            return Transfer.of(TransferKind.API).to("CN").recipient(recipient).on(DAY);
        }
    }

    @Nested
    class Days {

        @ParameterizedTest
        @CsvSource({"2024-12-31, PERMITTED", "2025-01-01, PROHIBITED", "2025-12-31, PROHIBITED", "2026-01-01, PERMITTED"
        })
        void aRuleHoldsFromItsFirstDayUntilTheDayBeforeItsEnd(LocalDate day, Outcome outcome) {
            Licet licet = pack().rule("always", "Destination( is(\"GB\") )", PROHIBIT)
                    .file(
                            "r.drl",
                            PackFiles.drl("t.r", "@until( \"2026-01-01\" )", CHINA, PROHIBIT)
                                    .replace("2024-01-01", "2025-01-01"))
                    .licet();
            assertThat(toChina(licet, day).outcome()).isEqualTo(outcome);
        }

        @ParameterizedTest
        @CsvSource({
            "2024-12-31, IN_FORCE, PROHIBITED, PROHIBITED",
            "2025-01-01, NOT_ENFORCED, PROHIBITED, PERMITTED",
            "2025-05-31, NOT_ENFORCED, PROHIBITED, PERMITTED",
            "2025-06-01, IN_FORCE, PROHIBITED, PROHIBITED",
            "2025-06-30, IN_FORCE, PROHIBITED, PROHIBITED",
            "2025-07-01, SUSPENDED, PERMITTED, PERMITTED",
            "2025-12-31, SUSPENDED, PERMITTED, PERMITTED",
            "2026-01-01, IN_FORCE, PROHIBITED, PROHIBITED",
            "2026-03-31, IN_FORCE, PROHIBITED, PROHIBITED",
            "2026-04-01, PENDING, PERMITTED, PERMITTED",
            "2099-01-01, PENDING, PERMITTED, PERMITTED"
        })
        void aStatusHoldsInItsWindowAndTheRuleComesBackByItself(
                LocalDate day, Status status, Outcome written, Outcome enforced) {
            Licet licet = pack().rule(
                            "r",
                            "@status( \"SUSPENDED since 2025-07-01 until 2026-01-01: a | PENDING since 2026-04-01: b"
                                    + " | NOT_ENFORCED since 2025-01-01 until 2025-06-01: c\" )",
                            CHINA,
                            PROHIBIT)
                    .rule("always", "Destination( is(\"GB\") )", PROHIBIT)
                    .licet();
            for (Stance stance : Stance.values()) {
                Decision decision = toChina(licet.under(stance), day);
                assertThat(decision.stance()).isEqualTo(stance);
                assertThat(decision.outcome()).isEqualTo(stance == Stance.AS_WRITTEN ? written : enforced);
                assertThat(decision.outcome(Stance.AS_WRITTEN)).isEqualTo(written);
                assertThat(decision.outcome(Stance.AS_ENFORCED)).isEqualTo(enforced);
                List<Finding> told = status == Status.PENDING ? decision.pending() : decision.findings();
                assertThat(told).extracting(Finding::status).containsExactly(status);
                assertThat(status == Status.PENDING ? decision.findings() : decision.pending())
                        .isEmpty();
            }
        }

        @Test
        void whatDoesNotBindAsksNothing() {
            for (Status status : List.of(Status.PENDING, Status.SUSPENDED)) {
                Decision decision = pack().rule(
                                "r", "@status( \"" + status + " since 2024-01-01: a\" )", CHINA, PROHIBIT)
                        .rule("always", WEIGHTS, PROHIBIT)
                        .licet()
                        .decide(model(), Transfer.of(TransferKind.API).on(DAY));
                assertThat(decision.questions()).isEmpty();
                assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
            }
        }

        @Test
        void aDutyThatDoesNotBindIsNotDue() {
            Licet licet = pack().rule("r", "@status( \"NOT_ENFORCED since 2024-01-01: a\" )", CHINA, IMPOSE)
                    .licet();
            assertThat(toChina(licet, DAY).obligations()).hasSize(1);
            assertThat(toChina(licet.under(Stance.AS_ENFORCED), DAY).obligations())
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"2024-12-31, false", "2025-01-01, true", "2025-12-31, true", "2026-01-01, false"})
        void aRowOfAListHoldsOnItsDays(LocalDate day, boolean listed) {
            Licet licet = pack().file("lists/l.csv", "country,since,until,cite\nCN,2025-01-01,2026-01-01,c\n")
                    .rule("r", "Destination( on(\"t.l\") )", PROHIBIT)
                    .licet();
            assertThat(toChina(licet, day).outcome()).isEqualTo(listed ? Outcome.PROHIBITED : Outcome.PERMITTED);
        }

        @ParameterizedTest
        @CsvSource({"2024-12-31, PROHIBITED", "2025-01-01, PERMITTED"})
        void aFigureHasItsValueOfTheDay(LocalDate day, Outcome outcome) {
            Licet licet = pack().file(
                            "figures.csv",
                            "figure,value,since,until,cite\nf,1e25,2024-01-01,2025-01-01,c\nf,1e26,2025-01-01,,c\n")
                    .rule("r", "Training( reaches(\"t.f\") )", PROHIBIT)
                    .licet();
            assertThat(licet.decide(
                                    Model.named("m")
                                            .trainingCompute(5e25)
                                            .lineage(List.of())
                                            .build(),
                                    Transfer.of(TransferKind.API).on(day))
                            .outcome())
                    .isEqualTo(outcome);
        }

        @Test
        void aDayOfWhichNoRuleSpeaksIsNoYes() {
            Licet licet = pack().rule("r", CHINA, PROHIBIT).licet();
            assertThat(toChina(licet, LocalDate.of(1999, 1, 1)).permitted()).isFalse();
        }

        private Decision toChina(Licet licet, LocalDate day) {
            return licet.decide(model(), Transfer.of(TransferKind.API).to("CN").on(day));
        }
    }

    @Nested
    class Layers {

        @Test
        void eachAuthorityHasItsOutcomeAndTheWholeIsTheStrictest() {
            Decision decision = pack().rule("a", CHINA, IMPOSE)
                    .rule("b", "@layer( \"PROVIDER_TERMS\" )", CHINA, PROHIBIT)
                    .rule("c", "@layer( \"HOUSE_POLICY\" )", WEIGHTS, PROHIBIT)
                    .rule("d", "@layer( \"SANCTIONS\" )", "Recipient( on(\"t.p\") )", PROHIBIT)
                    .parties("p", "Bad Co")
                    .licet()
                    .decide(model(), Transfer.of(TransferKind.API).to("CN").on(DAY));
            assertThat(decision.layers().get(Stance.AS_WRITTEN))
                    .isEqualTo(Map.of(
                            Layer.EXPORT_LAW, Outcome.CONDITIONAL,
                            Layer.PROVIDER_TERMS, Outcome.PROHIBITED,
                            Layer.HOUSE_POLICY, Outcome.PERMITTED,
                            Layer.SANCTIONS, Outcome.CONDITIONAL));
            assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBITED);
            assertThat(decision.outcome(Layer.HOUSE_POLICY)).isEqualTo(Outcome.PERMITTED);
        }

        @Test
        void anAuthorityOfWhichNoRuleSpeaksIsUndetermined() {
            Decision decision = pack().rule("a", CHINA, PROHIBIT)
                    .licet()
                    .decide(model(), Transfer.of(TransferKind.API).to("GB").on(DAY));
            assertThat(decision.outcome(Layer.EXPORT_LAW)).isEqualTo(Outcome.PERMITTED);
            for (Layer layer : Layer.values()) {
                if (layer != Layer.EXPORT_LAW) {
                    assertThat(decision.outcome(layer)).isEqualTo(Outcome.UNDETERMINED);
                    assertThat(decision.examined().uncovered()).contains(layer);
                }
            }
            assertThat(decision.examined().uncovered()).doesNotContain(Layer.EXPORT_LAW);
        }

        @Test
        void aBillAloneDoesNotCoverALayer() {
            Decision decision = pack().rule("a", "@status( \"PENDING since 2024-01-01: z\" )", CHINA, PROHIBIT)
                    .withoutCoverage()
                    .licet()
                    .decide(model(), Transfer.of(TransferKind.API).to("CN").on(DAY));
            assertThat(decision.examined().uncovered()).contains(Layer.EXPORT_LAW);
            assertThat(decision.outcome(Layer.EXPORT_LAW)).isEqualTo(Outcome.UNDETERMINED);
        }

        @Test
        void theDecisionTellsWhatWasLookedAt() {
            RulePack one = PackFiles.in(temp, "b")
                    .set("asOf", "2026-01-02")
                    .countries("used", "CN")
                    .countries("unused", "CN")
                    .rule("r", "Destination( on(\"b.used\") )", PROHIBIT)
                    .pack();
            RulePack two = PackFiles.in(temp, "a").rule("r", CHINA, PROHIBIT).pack();
            Decision decision = Licet.of(List.of(one, two))
                    .decide(model(), Transfer.of(TransferKind.API).to("CN").on(DAY));
            assertThat(decision.examined().packs())
                    .containsExactly(
                            new Examined.Pack("a", "1", LocalDate.of(2026, 11, 23), two.digest()),
                            new Examined.Pack("b", "1", LocalDate.of(2026, 1, 2), one.digest()));
            assertThat(decision.examined().lists())
                    .containsExactly(new Examined.ListUsed("b.used", LocalDate.of(2026, 1, 2)));
        }
    }

    @Nested
    class Screening {

        @ParameterizedTest
        @ValueSource(strings = {"Bad & Co., Ltd", "BAD CO LTD", "  bad-co (ltd) ", "Bad Co Ltd."})
        void aPartyIsFoundByItsNameHoweverItIsSpelt(String name) {
            assertThat(toNamed(name, DAY).outcome()).isEqualTo(Outcome.PROHIBITED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bad Co", "Good & Co., Ltd", "BadCo Ltd"})
        void anotherNameIsNotFound(String name) {
            assertThat(toNamed(name, DAY).outcome()).isEqualTo(Outcome.CONDITIONAL);
        }

        @ParameterizedTest
        @CsvSource({
            "2024-12-31, CONDITIONAL",
            "2025-01-01, PROHIBITED",
            "2025-12-31, PROHIBITED",
            "2026-01-01, CONDITIONAL"
        })
        void aPartyIsOnAListOnTheDaysOfItsRow(LocalDate day, Outcome outcome) {
            assertThat(toNamed("Gone Inc", day).outcome()).isEqualTo(outcome);
        }

        @Test
        void aNameOnAListCountsThoughTheScreeningFoundNothing() {
            Decision decision = licet().decide(
                            model(),
                            Transfer.of(TransferKind.API)
                                    .recipient(Party.named("Bad Co Ltd").screened())
                                    .on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBITED);
        }

        @Test
        void aNameOnOneListLeavesTheOthersPresumed() {
            Decision decision = pack().parties("p", "Bad Co")
                    .parties("q", "Worse Co")
                    .rule("p", "Recipient( on(\"t.p\") )", IMPOSE)
                    .rule("q", "Recipient( on(\"t.q\") )", PROHIBIT)
                    .licet()
                    .decide(
                            model(),
                            Transfer.of(TransferKind.API)
                                    .recipient(Party.named("bad co"))
                                    .on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(decision.obligations()).hasSize(1);
            assertThat(decision.assumptions())
                    .singleElement()
                    .satisfies(assumption -> assertThat(assumption.noneOf()).containsExactly(FactValue.name("t.q")));
        }

        @Test
        void namesInOtherScriptsAreFound() {
            Licet licet = pack().parties("p", "\u5317\u4eac\u516c\u53f8", "\u0130STANBUL A.\u015e.")
                    .rule("r", "Recipient( on(\"t.p\") )", PROHIBIT)
                    .licet();
            for (String name : List.of("\u5317\u4eac\u516c\u53f8", "\u0130STANBUL A.\u015e.")) {
                assertThat(licet.decide(
                                        model(),
                                        Transfer.of(TransferKind.API)
                                                .recipient(Party.named(name))
                                                .on(DAY))
                                .outcome())
                        .isEqualTo(Outcome.PROHIBITED);
            }
        }

        @Test
        void aNameIsFoundInEitherFormOfItsAccents() {
            Licet licet = pack().parties("p", "Caf\u00e9 Co")
                    .rule("r", "Recipient( on(\"t.p\") )", PROHIBIT)
                    .licet();
            assertThat(licet.decide(
                                    model(),
                                    Transfer.of(TransferKind.API)
                                            .recipient(Party.named("Cafe\u0301 Co"))
                                            .on(DAY))
                            .outcome())
                    .isEqualTo(Outcome.PROHIBITED);
        }

        @Test
        void theIntermediaryIsScreenedToo() {
            Licet licet = pack().parties("p", "Bad Co")
                    .rule("r", "Intermediary( on(\"t.p\") )", PROHIBIT)
                    .licet();
            assertThat(licet.decide(
                                    model(),
                                    Transfer.of(TransferKind.API)
                                            .intermediary(Party.named("BAD CO"))
                                            .on(DAY))
                            .outcome())
                    .isEqualTo(Outcome.PROHIBITED);
        }

        private Decision toNamed(String name, LocalDate day) {
            return licet().decide(
                            model(),
                            Transfer.of(TransferKind.API)
                                    .recipient(Party.named(name))
                                    .on(day));
        }

        private Licet licet() {
            return pack().file(
                            "lists/p.csv",
                            "party,since,until,cite\n\"Bad Co, Ltd\",2024-01-01,,c\nGone Inc,2025-01-01,2026-01-01,c\n")
                    .rule("r", "Recipient( on(\"t.p\") )", PROHIBIT)
                    .licet();
        }
    }

    @Nested
    class Regions {

        @Test
        void aDestinationWithListedRegionsNeedsTheRegion() {
            Decision decision = decide(Transfer.of(TransferKind.API).to("UA"));
            assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
            assertThat(decision.questions().get(0).answers())
                    .extracting(Question.Answer::members)
                    .containsExactly(
                            List.of(FactValue.Fixed.UNLISTED_REGION),
                            List.of(FactValue.name("UA-DNR"), FactValue.name("UA-LNR")));
        }

        @Test
        void aRegionIsOnItsListOrOnNone() {
            assertThat(decide(Transfer.of(TransferKind.API).to("UA").region("UA-LNR"))
                            .outcome())
                    .isEqualTo(Outcome.PROHIBITED);
            assertThat(decide(Transfer.of(TransferKind.API).to("UA").region("UA-30"))
                            .outcome())
                    .isEqualTo(Outcome.PERMITTED);
        }

        @Test
        void aDestinationWithoutListedRegionsNeedsNone() {
            Decision decision = decide(Transfer.of(TransferKind.API).to("GB"));
            assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
            assertThat(decision.questions()).isEmpty();
            assertThat(decide(Transfer.of(TransferKind.API).to("GB").region(Given.unknown()))
                            .outcome())
                    .isEqualTo(Outcome.PERMITTED);
        }

        @Test
        void anUnknownDestinationMayBeAnyRegion() {
            Decision decision = decide(Transfer.of(TransferKind.API));
            assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
            assertThat(decision.questions().get(0).answers().get(1).members())
                    .containsExactly(FactValue.name("UA-DNR"), FactValue.name("UA-LNR"));
        }

        private Decision decide(Transfer.Builder transfer) {
            return pack().regions("r", "UA-DNR", "UA-LNR")
                    .rule("r", "Region( on(\"t.r\") )", PROHIBIT)
                    .licet()
                    .decide(model(), transfer.on(DAY));
        }
    }

    @Nested
    class TrainingOperations {

        @ParameterizedTest
        @CsvSource({
            "1e26, 1e26, PROHIBITED",
            "1e26, 2e26, PROHIBITED",
            "9.999999999999999e25, 9.999999999999999e25, PERMITTED",
            "0, 9.999999999999999e25, PERMITTED",
            "0, 1e26, UNDETERMINED",
            "9.999999999999999e25, 1e26, UNDETERMINED",
            "1e25, 1e27, UNDETERMINED",
            "0, 0, PERMITTED",
            "1e26, Infinity, PROHIBITED",
            "1e25, Infinity, UNDETERMINED"
        })
        void aCountReachesAFigureFromTheFigureOn(double atLeast, double atMost, Outcome outcome) {
            Decision decision =
                    decide(Model.named("m").trainingCompute(atLeast, atMost).lineage(List.of()));
            assertThat(decision.outcome()).isEqualTo(outcome);
            assertThat(decision.questions()).hasSize(outcome == Outcome.UNDETERMINED ? 1 : 0);
        }

        @Test
        void aQuestionShowsTheBandsThatTheRangeTouches() {
            Decision decision = pack().figure("a", 1e23)
                    .figure("b", 1e25)
                    .figure("c", 1e26)
                    .rule("a", "Training( reaches(\"t.a\") )", IMPOSE)
                    .rule("b", "Training( reaches(\"t.b\") )", LICENSE)
                    .rule("c", "Training( reaches(\"t.c\") )", PROHIBIT)
                    .licet()
                    .decide(
                            Model.named("m")
                                    .trainingCompute(5e24, 5e25)
                                    .lineage(List.of())
                                    .build(),
                            Transfer.of(TransferKind.API).on(DAY));
            assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
            assertThat(decision.findings())
                    .extracting(finding -> finding.rule().id())
                    .containsExactly("t.a");
            assertThat(decision.questions().get(0).answers())
                    .extracting(Question.Answer::values)
                    .containsExactly(
                            List.of(new FactValue.Band(1e23, 1e25, false)),
                            List.of(new FactValue.Band(1e25, 1e26, false)));
        }

        @Test
        void operationsOfTheLineageCount() {
            Model base =
                    Model.named("base").trainingCompute(2e26).lineage(List.of()).build();
            assertThat(decide(Model.named("m").madeFrom(Relation.FINE_TUNE, base))
                            .outcome())
                    .isEqualTo(Outcome.PROHIBITED);
            assertThat(decide(Model.named("m").trainingCompute(1e20).madeFrom(Relation.DISTILLATION, base))
                            .outcome())
                    .isEqualTo(Outcome.PERMITTED);
            assertThat(decide(Model.named("m").trainingCompute(1e20).madeFrom(Relation.ARCHITECTURE_ONLY, base))
                            .outcome())
                    .isEqualTo(Outcome.PERMITTED);
            assertThat(decide(Model.named("m").trainingCompute(1e20).lineage(Given.unknown()))
                            .outcome())
                    .isEqualTo(Outcome.UNDETERMINED);
        }

        @Test
        void unknownLineageIsAskedEvenOfAnOpenModel() {
            assertThat(decide(Model.named("m").open().lineage(Given.unknown())).outcome())
                    .isEqualTo(Outcome.UNDETERMINED);
        }

        private Decision decide(Model.Builder model) {
            return pack().figure("f", 1e26)
                    .rule("r", "Training( reaches(\"t.f\") )", PROHIBIT)
                    .licet()
                    .decide(model.build(), Transfer.of(TransferKind.API).on(DAY));
        }
    }

    @Nested
    class Names {

        @Test
        void aListThatNoPackHasIsRefused() {
            assertWrong(
                    () -> decide(Transfer.of(TransferKind.API)
                            .recipient(Party.unnamed().screened("t.typo"))),
                    "(t.typo)",
                    "[t.p]");
            assertWrong(
                    () -> decide(Transfer.of(TransferKind.API)
                            .intermediary(Party.unnamed().screened("t.typo"))),
                    "(t.typo)");
            assertWrong(
                    () -> decide(
                            Transfer.of(TransferKind.API).from(Party.unnamed().screened("t.typo"))),
                    "(t.typo)");
            Owner owner = new Owner("o", Given.unstated(), Given.unstated(), Given.of(Set.of("t.typo")));
            assertWrong(
                    () -> decide(Transfer.of(TransferKind.API)
                            .recipient(Party.unnamed().ownedBy(List.of(owner)))),
                    "(t.typo)");
        }

        @Test
        void aListOfCountriesIsNoListOfParties() {
            assertWrong(
                    () -> decide(Transfer.of(TransferKind.API)
                            .recipient(Party.unnamed().screened("t.c"))),
                    "(t.c)",
                    "[t.p]");
        }

        @Test
        void anAttestationThatNoRuleAsksIsRefused() {
            assertWrong(() -> decide(Transfer.of(TransferKind.API).attested("safe", "sound")), "(sound)", "[safe]");
        }

        private Decision decide(Transfer.Builder transfer) {
            return pack().parties("p", "Bad Co")
                    .countries("c", "CN")
                    .rule("r", "Recipient( on(\"t.p\") ) Attestations( !includes(\"safe\") )", PROHIBIT)
                    .licet()
                    .decide(model(), transfer.on(DAY));
        }
    }

    @Test
    void aChangedCopyLeavesTheFirstAsItWas() {
        Licet licet = pack().rule("r", "@status( \"NOT_ENFORCED since 2024-01-01: z\" )", CHINA, PROHIBIT)
                .licet();
        Licet strict = licet.strict();
        Licet enforced = licet.under(Stance.AS_ENFORCED);
        Transfer transfer = Transfer.of(TransferKind.API).to("CN").on(DAY);
        assertThat(licet.decide(model(), transfer).outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(enforced.decide(model(), transfer).outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(strict.under(Stance.AS_ENFORCED).decide(model(), transfer).stance())
                .isEqualTo(Stance.AS_ENFORCED);
        assertThat(licet.packs()).isEqualTo(strict.packs());
    }

    private PackFiles pack() {
        return PackFiles.in(temp);
    }

    private static Model model() {
        return Model.named("m")
                .developer("d", "GB")
                .closed()
                .trainingCompute(1)
                .lineage(List.of())
                .build();
    }
}
