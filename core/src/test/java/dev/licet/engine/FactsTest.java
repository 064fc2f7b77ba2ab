package dev.licet.engine;

import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.PackFiles;
import dev.licet.answer.Assumption;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.facts.EndUse;
import dev.licet.facts.RecipientType;
import dev.licet.facts.RedFlag;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.request.Ancestor;
import dev.licet.request.Basis;
import dev.licet.request.Compute;
import dev.licet.request.Country;
import dev.licet.request.Developer;
import dev.licet.request.FactValue;
import dev.licet.request.Given;
import dev.licet.request.Inherited;
import dev.licet.request.Model;
import dev.licet.request.Owner;
import dev.licet.request.Party;
import dev.licet.request.Relation;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import dev.licet.vocabulary.FactType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fact as it is stated, assumed and unknown, under a rule that forbids one value of it. */
class FactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** A pattern, and requests in which the fact is so, is not so, is not stated and is said to be unknown. */
    private record Sample(
            String pattern, Request so, Request notSo, Request unstated, Request unknown, boolean assumed) {}

    /** Facts that have no state of being unstated or unknown, or only by way of others; they have tests of their own. */
    private static final Set<FactType> OF_THEIR_OWN = EnumSet.of(
            FactType.ATTESTATIONS,
            FactType.PROVIDER,
            FactType.MODEL_NAME,
            FactType.TEACHER_LICENSES,
            FactType.DERIVATION,
            FactType.ANCESTRY,
            FactType.GEO_GATE,
            FactType.EXPORTER_PARTY,
            FactType.TERM);

    static Set<FactType> sampled() {
        return EnumSet.complementOf(EnumSet.copyOf(OF_THEIR_OWN));
    }

    @TempDir
    private Path temp;

    @ParameterizedTest
    @MethodSource("sampled")
    void aStatedFactDecides(FactType type) {
        Sample sample = sample(type);
        Licet licet = licet(sample.pattern());
        Decision so = licet.decide(sample.so());
        assertThat(so.outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(so.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.effect()).isEqualTo(Effect.PROHIBIT);
            assertThat(finding.facts()).singleElement().satisfies(fact -> {
                assertThat(fact.fact()).isEqualTo(type.label());
                assertThat(fact.basis()).isEqualTo(Basis.STATED);
                assertThat(fact.value().toString()).isNotBlank();
            });
        });
        Decision notSo = licet.decide(sample.notSo());
        assertThat(notSo.outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(notSo.permitted()).isTrue();
        assertThat(notSo.findings()).isEmpty();
        for (Decision each : List.of(so, notSo)) {
            assertThat(each.questions()).isEmpty();
            assertThat(each.assumptions()).isEmpty();
            assertThat(each.availableExceptions()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void aFactThatIsNotStatedIsPresumedAndReportedOrAsked(FactType type) {
        Sample sample = sample(type);
        Decision decision = licet(sample.pattern()).decide(sample.unstated());
        assertThat(decision.permitted()).isFalse();
        assertThat(decision.findings()).isEmpty();
        if (sample.assumed()) {
            assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
            assertThat(decision.questions()).isEmpty();
            assertThat(decision.assumptions()).singleElement().satisfies(assumption -> {
                assertThat(assumption.fact()).isEqualTo(type.label());
                assertThat(assumption.assumed().toString()).isNotBlank();
                assertThat(assumption.noneOf()).isNotEmpty();
                assertThat(assumption.rules()).containsExactly("t.r");
            });
        } else {
            assertAsked(decision, type);
        }
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void aFactThatIsUnknownIsAsked(FactType type) {
        Sample sample = sample(type);
        assertAsked(licet(sample.pattern()).decide(sample.unknown()), type);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void withoutPresumptionsAFactThatIsNotStatedIsAsked(FactType type) {
        Sample sample = sample(type);
        Licet strict = licet(sample.pattern()).strict();
        assertAsked(strict.decide(sample.unstated()), type);
        assertThat(strict.decide(sample.notSo()).outcome()).isEqualTo(Outcome.PERMITTED);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void theAnswerToAQuestionLeadsWhereItSays(FactType type) {
        Sample sample = sample(type);
        Licet licet = licet(sample.pattern());
        Question question = licet.decide(sample.unknown()).questions().get(0);
        assertThat(question.answers())
                .extracting(Question.Answer::outcome)
                .containsExactly(Outcome.PERMITTED, Outcome.PROHIBITED);
        assertThat(question.answers().get(0).rules()).isEmpty();
        assertThat(question.answers().get(1).rules()).containsExactly("t.r");
        assertThat(question.answers().get(1).layers()).containsOnlyKeys(Layer.EXPORT_LAW);
    }

    private static void assertAsked(Decision decision, FactType type) {
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(decision.questions()).extracting(Question::fact).containsExactly(type.label());
        assertThat(decision.assumptions()).isEmpty();
        assertThat(decision.findings()).isEmpty();
    }

    private Sample sample(FactType type) {
        Transfer.Builder unsaid = Transfer.of(TransferKind.API).to("GB");
        return switch (type) {
            case ARTIFACT ->
                new Sample(
                        "Artifact( kind == TransferKind.WEIGHTS )",
                        transfer(Transfer.of(TransferKind.WEIGHTS)),
                        transfer(Transfer.of(TransferKind.API)),
                        transfer(Transfer.of(Given.unstated())),
                        transfer(Transfer.of(Given.unknown())),
                        false);
            case PUBLICATION ->
                new Sample(
                        "Publication( published )",
                        model(Model.named("m").open()),
                        model(Model.named("m").closed()),
                        model(Model.named("m")),
                        model(Model.named("m").release(Given.unknown())),
                        false);
            case ORIGIN ->
                new Sample(
                        "Origin( includes(\"US\") )",
                        model(Model.named("m").developer("a", "GB").developer("b", "US")),
                        model(Model.named("m").developer("a", "GB")),
                        model(Model.named("m")),
                        model(Model.named("m").developersUnknown()),
                        false);
            case TRAINING ->
                new Sample(
                        "Training( reaches(\"t.large\") )",
                        model(Model.named("m").open().trainingCompute(1e26).lineage(List.of())),
                        model(Model.named("m").open().trainingCompute(9.99e25).lineage(List.of())),
                        model(Model.named("m").open()),
                        model(Model.named("m").open().trainingCompute(Given.unknown())),
                        false);
            case MODALITIES ->
                new Sample(
                        "Modalities( includes(\"video\") )",
                        model(Model.named("m").modalities("text", "video")),
                        model(Model.named("m").modalities("text")),
                        model(Model.named("m")),
                        model(Model.named("m").modalities(Given.unknown())),
                        false);
            case EXPORTER -> {
                Model gb = Model.named("m").developer("d", "GB").build();
                yield new Sample(
                        "Exporter( includes(\"US\") )",
                        request(
                                gb,
                                Transfer.of(TransferKind.API)
                                        .from(Party.unnamed().in("US"))),
                        request(
                                gb,
                                Transfer.of(TransferKind.API)
                                        .from(Party.unnamed().in("GB"))),
                        request(gb, Transfer.of(TransferKind.API)),
                        request(
                                gb,
                                Transfer.of(TransferKind.API)
                                        .from(Party.unnamed().in(Given.unknown()))),
                        true);
            }
            case DESTINATION ->
                new Sample(
                        "Destination( on(\"t.c\") )",
                        transfer(Transfer.of(TransferKind.API).to("CN")),
                        transfer(Transfer.of(TransferKind.API).to("GB")),
                        transfer(Transfer.of(TransferKind.API)),
                        transfer(Transfer.of(TransferKind.API).to(Given.unknown())),
                        false);
            case REGION ->
                new Sample(
                        "Region( on(\"t.r\") )",
                        transfer(Transfer.of(TransferKind.API).to("UA").region("UA-DNR")),
                        transfer(Transfer.of(TransferKind.API).to("UA").region("UA-30")),
                        transfer(Transfer.of(TransferKind.API).to("UA")),
                        transfer(Transfer.of(TransferKind.API).to("UA").region(Given.unknown())),
                        false);
            case RESIDENCE ->
                recipient(
                        "Residence( is(\"CN\") )",
                        Party.unnamed().in("CN"),
                        Party.unnamed().in("GB"),
                        Party.unnamed().in(Given.unknown()));
            case HEADQUARTERS ->
                recipient(
                        "Headquarters( on(\"t.c\") )",
                        Party.unnamed().headquarteredIn("CN"),
                        Party.unnamed().headquarteredIn("GB"),
                        Party.unnamed().headquarteredIn(Given.unknown()));
            case ULTIMATE_PARENT ->
                recipient(
                        "UltimateParent( on(\"t.c\") )",
                        Party.unnamed().withUltimateParentIn("CN"),
                        Party.unnamed().withUltimateParentIn("GB"),
                        Party.unnamed().withUltimateParentIn(Given.unknown()));
            case RECIPIENT ->
                recipient(
                        "Recipient( on(\"t.p\") )",
                        Party.named("x").screened("t.p"),
                        Party.named("x").screened(),
                        Party.named("x").screened(Given.unknown()));
            case BODY ->
                recipient(
                        "Body( type == RecipientType.MILITARY )",
                        Party.unnamed().ofType(RecipientType.MILITARY),
                        Party.unnamed().ofType(RecipientType.RESEARCH),
                        Party.unnamed().ofType(Given.unknown()));
            case INTERMEDIARY ->
                new Sample(
                        "Intermediary( on(\"t.p\") )",
                        transfer(Transfer.of(TransferKind.API)
                                .intermediary(Party.named("x").screened("t.p"))),
                        transfer(Transfer.of(TransferKind.API)
                                .intermediary(Party.named("x").screened())),
                        transfer(Transfer.of(TransferKind.API)),
                        transfer(Transfer.of(TransferKind.API)
                                .intermediary(Party.named("x").screened(Given.unknown()))),
                        true);
            case PURPOSE ->
                new Sample(
                        "Purpose( endUse == EndUse.MILITARY )",
                        transfer(Transfer.of(TransferKind.API).endUse(EndUse.MILITARY)),
                        transfer(Transfer.of(TransferKind.API).endUse(EndUse.SURVEILLANCE)),
                        transfer(unsaid),
                        transfer(Transfer.of(TransferKind.API).endUse(Given.unknown())),
                        true);
            case PUBLIC_OFFER ->
                new Sample(
                        "PublicOffer( offered )",
                        transfer(Transfer.of(TransferKind.API).offeredToPublic(true)),
                        transfer(Transfer.of(TransferKind.API).offeredToPublic(false)),
                        transfer(unsaid),
                        transfer(Transfer.of(TransferKind.API).offeredToPublic(Given.unknown())),
                        true);
            case RED_FLAGS ->
                new Sample(
                        "RedFlags( includes(RedFlag.PROXY) )",
                        transfer(Transfer.of(TransferKind.API).redFlags(RedFlag.PROXY, RedFlag.ODD_ROUTING)),
                        transfer(Transfer.of(TransferKind.API).redFlags()),
                        transfer(unsaid),
                        transfer(Transfer.of(TransferKind.API).redFlags(Given.unknown())),
                        true);
            case LICENSES ->
                new Sample(
                        "Licenses( on(\"t.n\") )",
                        model(Model.named("m").open().license("Own-1.0").lineage(List.of())),
                        model(Model.named("m").open().license("mit").lineage(List.of())),
                        model(Model.named("m").open()),
                        model(Model.named("m").closed().license(Given.unknown())),
                        false);
            case OWNERSHIP ->
                recipient(
                        "Ownership( heldBy(\"t.p\", \"t.half\") )",
                        Party.named("x").ownedBy(List.of(owner("Bad Co", 30), owner("bad co.", 20))),
                        Party.named("x").ownedBy(List.of(owner("Bad Co", 49.9), owner("Good Co", 50.1))),
                        Party.named("x").ownedBy(Given.unknown()));
            case NATIONALITY ->
                recipient(
                        "Nationality( on(\"t.c\") )",
                        Party.unnamed().ofNationality("CN"),
                        Party.unnamed().ofNationality("GB"),
                        Party.unnamed().ofNationality(Given.unknown()));
            case CLASSIFICATION ->
                new Sample(
                        "Classification( is(\"9Z\") )",
                        transfer(Transfer.of(TransferKind.API).classified(Given.of("9Z"))),
                        transfer(Transfer.of(TransferKind.API).classified(Given.of("9Y"))),
                        transfer(unsaid),
                        transfer(Transfer.of(TransferKind.API).classified(Given.unknown())),
                        true);
            case USERS ->
                recipient(
                        "Users( exceed(\"t.half\") )",
                        Party.unnamed().withMonthlyUsers(Given.of(51L)),
                        Party.unnamed().withMonthlyUsers(Given.of(50L)),
                        Party.unnamed().withMonthlyUsers(Given.unknown()));
            case COMMERCE ->
                new Sample(
                        "Commerce( !commercial )",
                        transfer(Transfer.of(TransferKind.API).commercial(Given.of(false))),
                        transfer(Transfer.of(TransferKind.API).commercial(Given.of(true))),
                        transfer(unsaid),
                        transfer(Transfer.of(TransferKind.API).commercial(Given.unknown())),
                        true);
            case ATTESTATIONS,
                    PROVIDER,
                    MODEL_NAME,
                    TEACHER_LICENSES,
                    DERIVATION,
                    ANCESTRY,
                    GEO_GATE,
                    EXPORTER_PARTY,
                    TERM -> throw new AssertionError("has tests of its own");
        };
    }

    private static Owner owner(String name, double share) {
        return new Owner(name, Given.unstated(), Given.of(share), Given.of(Set.of())).ownedBy();
    }

    private static Sample recipient(String pattern, Party so, Party notSo, Party unknown) {
        return new Sample(
                pattern,
                transfer(Transfer.of(TransferKind.API).to("GB").recipient(so)),
                transfer(Transfer.of(TransferKind.API).to("GB").recipient(notSo)),
                transfer(Transfer.of(TransferKind.API).to("GB")),
                transfer(Transfer.of(TransferKind.API).to("GB").recipient(unknown)),
                true);
    }

    @Test
    void nothingAttestedIsAKnownFact() {
        for (Licet licet : List.of(
                licet("Attestations( !includes(\"safe\") )"),
                licet("Attestations( !includes(\"safe\") )").strict())) {
            assertThat(licet.decide(transfer(Transfer.of(TransferKind.API))).outcome())
                    .isEqualTo(Outcome.PROHIBITED);
            assertThat(licet.decide(transfer(Transfer.of(TransferKind.API).attested(Given.unknown())))
                            .outcome())
                    .isEqualTo(Outcome.PROHIBITED);
            assertThat(licet.decide(transfer(Transfer.of(TransferKind.API).attested()))
                            .outcome())
                    .isEqualTo(Outcome.PROHIBITED);
            assertThat(licet.decide(transfer(Transfer.of(TransferKind.API).attested("safe")))
                            .outcome())
                    .isEqualTo(Outcome.PERMITTED);
        }
    }

    @Test
    void whatCouldBeAttestedIsNeverAProviso() {
        Decision decision =
                licet("Attestations( includes(\"guilty\") )").decide(transfer(Transfer.of(TransferKind.API)));
        assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(decision.assumptions()).isEmpty();
    }

    @Test
    void residenceHeadquartersAndParentArePresumedOneFromTheOther() {
        Licet licet = licet("UltimateParent( is(\"CN\") )");
        assertThat(assumed(licet, Party.unnamed())).contains("GB");
        assertThat(assumed(licet, Party.unnamed().in("FR"))).contains("FR");
        assertThat(assumed(licet, Party.unnamed().in("FR").headquarteredIn("DE")))
                .contains("DE");
        assertThat(licet.decide(recipientOf(Party.unnamed().headquarteredIn("CN")))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(recipientOf(Party.unnamed().headquarteredIn("CN")))
                        .findings()
                        .get(0)
                        .facts())
                .extracting(Finding.FactUsed::basis)
                .containsExactly(Basis.ASSUMED);
        assertThat(licet.decide(recipientOf(Party.unnamed().headquarteredIn(Given.unknown())))
                        .outcome())
                .as("nothing is assumed from what is unknown")
                .isEqualTo(Outcome.UNDETERMINED);
    }

    private static Optional<String> assumed(Licet licet, Party party) {
        return licet.decide(recipientOf(party)).assumptions().stream()
                .map(assumption -> assumption.assumed().toString())
                .findFirst();
    }

    private static Request recipientOf(Party party) {
        return transfer(Transfer.of(TransferKind.API).to("GB").recipient(party));
    }

    @Test
    void aRecipientInAnUnknownDestinationIsAsked() {
        Decision decision = licet("Residence( is(\"CN\") )").decide(transfer(Transfer.of(TransferKind.API)));
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(decision.questions()).extracting(Question::fact).containsExactly(FactType.RESIDENCE.label());
    }

    @Test
    void theExporterIsPresumedInEveryCountryOfTheOrigin() {
        Licet licet = licet("Exporter( includes(\"US\") )");
        Request joint = model(Model.named("m").developer("a", "GB").developer("b", "US"));
        assertThat(licet.decide(joint).outcome()).isEqualTo(Outcome.PROHIBITED);
    }

    @Test
    void theExporterOfAModelOfUnknownOriginIsAsked() {
        Licet licet = licet("Exporter( includes(\"US\") )");
        assertAsked(licet.decide(model(Model.named("m"))), FactType.EXPORTER);
        assertAsked(licet.decide(model(Model.named("m").developersUnknown())), FactType.EXPORTER);
    }

    @Test
    void aJointModelOfWhichOneDeveloperIsUnknownIsAskedOnlyWhereItMatters() {
        Model model = Model.named("m")
                .developer("a", "US")
                .developer(new Developer("b", Given.unknown()))
                .build();
        assertThat(licet("Origin( includes(\"US\") )")
                        .decide(request(model, Transfer.of(TransferKind.API)))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertAsked(
                licet("Origin( includes(\"CN\") )").decide(request(model, Transfer.of(TransferKind.API))),
                FactType.ORIGIN);
        assertThat(licet("Origin( !includes(\"US\") )")
                        .decide(request(model, Transfer.of(TransferKind.API)))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void aClosedModelsOperationsAreNeverPresumed() {
        Licet licet = licet("Training( reaches(\"t.large\") )");
        assertAsked(licet.decide(model(Model.named("m").closed())), FactType.TRAINING);
        assertAsked(licet.decide(model(Model.named("m"))), FactType.TRAINING);
        assertAsked(licet.decide(model(Model.named("m").release(Release.WEIGHTS_GATED_AUTO))), FactType.TRAINING);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void aReleaseIsPublishedGatedOrClosed(Release release) {
        String expected = release == Release.WEIGHTS_PUBLIC
                ? "published"
                : release.name().startsWith("WEIGHTS_GATED") ? "gated" : "closed";
        for (String flag : List.of("published", "gated", "closed")) {
            assertThat(licet("Publication( " + flag + " )")
                            .decide(model(Model.named("m").release(release)))
                            .outcome())
                    .as(flag)
                    .isEqualTo(flag.equals(expected) ? Outcome.PROHIBITED : Outcome.PERMITTED);
        }
    }

    @Test
    void anUnknownReleaseIsAskedByWhatRulesCanTellApart() {
        Decision decision = licet("Publication( gated )").decide(model(Model.named("m")));
        assertThat(decision.questions().get(0).answers().get(1).members())
                .containsExactly(
                        new FactValue.Constants(List.of(Release.WEIGHTS_GATED_AUTO)),
                        new FactValue.Constants(List.of(Release.WEIGHTS_GATED_MANUAL)));
    }

    @Test
    void theProvidersAreTheExporterByNameAndTheDevelopers() {
        Licet licet = licet("Provider( on(\"t.p\") )");
        Transfer.Builder byBad = Transfer.of(TransferKind.API).from(Party.named("Bad Co"));
        Transfer.Builder byGood = Transfer.of(TransferKind.API).from(Party.named("Good Co"));
        Model bad = Model.named("m").developer("BAD CO", "US").build();
        assertThat(licet.decide(request(Model.named("m").build(), byBad)).outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(request(bad, Transfer.of(TransferKind.API))).outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(request(bad, byGood)).outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(licet("Provider( offeredBy(\"t.p\") )")
                        .decide(request(bad, byGood))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
        Model open = Model.named("m")
                .developer("BAD CO", "US")
                .release(Release.WEIGHTS_PUBLIC)
                .build();
        assertThat(licet.decide(request(open, byGood)).outcome()).isEqualTo(Outcome.PERMITTED);
        Decision unsaid = licet.decide(request(Model.named("m").build(), Transfer.of(TransferKind.API)));
        assertThat(unsaid.outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(unsaid.assumptions()).extracting(Assumption::fact).containsExactly(FactType.PROVIDER.label());
    }

    @Test
    void aModelIsFoundByItsNameHoweverItIsSpelt() {
        assertThat(licet("ModelName( on(\"t.m\") )")
                        .decide(model(Model.named("famous-7b")))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet("ModelName( on(\"t.m\") )")
                        .decide(model(Model.named("Famous-70B")))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertThat(licet("ModelName( beginsWith(\"Fam\") )")
                        .decide(model(Model.named("Famous-70B")))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
    }

    @Test
    void theLicensesOfWeightsComeDownTheirLineage() {
        Model base =
                Model.named("base").open().license("own-1.0").lineage(List.of()).build();
        Model.Builder tuned = Model.named("m").open().license("mit").madeFrom(Relation.FINE_TUNE, base);
        Model.Builder taught = Model.named("m").open().license("mit").madeFrom(Relation.DISTILLATION, base);
        assertThat(licet("Licenses( on(\"t.n\") )").decide(model(tuned)).outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet("Licenses( on(\"t.n\") )").decide(model(taught)).outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertThat(licet("TeacherLicenses( on(\"t.n\") )").decide(model(taught)).outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet("TeacherLicenses( on(\"t.n\") )").decide(model(tuned)).outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertAsked(
                licet("Licenses( on(\"t.n\") )")
                        .decide(model(Model.named("m").open().license("mit").lineage(Given.unknown()))),
                FactType.LICENSES);
        assertThat(licet("Licenses( unlisted )")
                        .decide(model(Model.named("m").open().license("mine").lineage(List.of())))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet("Licenses( unlisted ) Origin( !on(\"t.c\") )")
                        .decide(model(Model.named("m")
                                .developer("d", "GB")
                                .open()
                                .license("mit")
                                .lineage(List.of())))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    static List<Arguments> ofLineages() {
        return List.of(
                Arguments.of("Licenses( on(\"t.n\") )", FactType.LICENSES),
                Arguments.of("TeacherLicenses( on(\"t.n\") )", FactType.TEACHER_LICENSES),
                Arguments.of("Training( reaches(\"t.large\") )", FactType.TRAINING),
                Arguments.of("Derivation( within(\"t.large\", \"t.half\") )", FactType.DERIVATION),
                Arguments.of("Ancestry( derived )", FactType.ANCESTRY));
    }

    @ParameterizedTest
    @MethodSource("ofLineages")
    void aLineageLeftOutIsAssumedToBeNoneAndSaidSo(String pattern, FactType type) {
        Licet licet = licet(pattern);
        Request unstated = model(Model.named("m").open().license("mit").trainingCompute(1));
        Decision decision = licet.decide(unstated);
        assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(decision.assumptions()).singleElement().satisfies(assumption -> {
            assertThat(assumption.fact()).isEqualTo(type.label());
            assertThat(assumption.rules()).containsExactly("t.r");
        });
        assertAsked(licet.strict().decide(unstated), type);
        assertThat(licet.strict()
                        .decide(model(Model.named("m")
                                .open()
                                .license("mit")
                                .trainingCompute(1)
                                .lineage(List.of())))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void aLineageThatCanChangeNothingIsNoAssumption() {
        Decision decision = licet("Training( reaches(\"t.large\") )")
                .decide(model(Model.named("m").open().trainingCompute(1e27)));
        assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(decision.assumptions()).isEmpty();
        assertThat(decision.findings().get(0).facts()).extracting("basis").containsExactly(Basis.STATED);
    }

    @Test
    void theLineageOfAnAncestorLeftOutIsAssumedToBeNone() {
        Model base = Model.named("base").open().license("mit").build();
        Model.Builder tuned = Model.named("m").open().license("mit").madeFrom(Relation.FINE_TUNE, base);
        assertThat(licet("Licenses( on(\"t.n\") )").decide(model(tuned)).outcome())
                .isEqualTo(Outcome.CONDITIONAL);
    }

    @Test
    void aHostedModelMayBeMadeFromWeightsOfOthers() {
        assertThat(licet("Licenses( on(\"t.n\") )")
                        .decide(model(Model.named("m").closed()))
                        .outcome())
                .isEqualTo(Outcome.CONDITIONAL);
    }

    @Test
    void aClosedModelHasNoLicenseOfWeights() {
        assertThat(licet("Licenses( on(\"t.n\") )")
                        .decide(model(Model.named("m").closed().lineage(List.of())))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void aGateRefusesTheDestinationsItNames() {
        Licet licet = licet("GeoGate( refuses )");
        Model gated = Model.named("m").geoGate("CN", "RU").build();
        assertThat(licet.decide(request(gated, Transfer.of(TransferKind.API).to("CN")))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(request(gated, Transfer.of(TransferKind.API).to("GB")))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertAsked(licet.decide(request(gated, Transfer.of(TransferKind.API))), FactType.GEO_GATE);
        assertThat(licet.decide(transfer(Transfer.of(TransferKind.API).to("CN")))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void aSmallChangeOfPublishedWeightsIsADerivationWithinItsFigures() {
        Licet licet = licet("Derivation( within(\"t.large\", \"t.half\") )");
        Model open = Model.named("base")
                .open()
                .trainingCompute(1e27)
                .lineage(List.of())
                .build();
        Model closed = Model.named("base")
                .closed()
                .trainingCompute(1e27)
                .lineage(List.of())
                .build();
        assertThat(licet.decide(model(derived(open, 1e26))).outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(model(derived(open, 2e27))).outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(licet.decide(model(derived(closed, 1e26))).outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(licet.decide(model(Model.named("m").lineage(List.of()))).outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertAsked(licet.decide(model(Model.named("m").lineage(Given.unknown()))), FactType.DERIVATION);
    }

    @Test
    void unpublishedWeightsOfACountryComeDownByNameAndDegree() {
        Licet licet = licet("Ancestry( unpublishedFrom(\"US\") )");
        Model closed = Model.named("Closed-1")
                .developer("a", "US")
                .closed()
                .lineage(List.of())
                .build();
        Model parent = Model.named("Parent-1")
                .developer("b", "FR")
                .closed()
                .lineage(List.of(Ancestor.of(Relation.FINE_TUNE, closed)))
                .build();
        Decision decision =
                licet.decide(model(derived(parent, 1e26).developer("c", "DE").closed()));
        assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(decision.findings().get(0).facts().get(0).inherited())
                .contains(new Inherited(FactValue.name("US"), "Closed-1", Relation.FINE_TUNE, 2));
        assertThat(decision.explain(200)).contains("US from its grandparent Closed-1");
        assertThat(licet.decide(model(Model.named("m").lineage(List.of()))).outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertAsked(licet.decide(model(Model.named("m").lineage(Given.unknown()))), FactType.ANCESTRY);
    }

    private static Model.Builder derived(Model base, double added) {
        return Model.named("m")
                .lineage(List.of(new Ancestor(
                        Relation.FINE_TUNE, Given.of(Compute.of(added)), Given.unstated(), Given.unstated(), base)));
    }

    @Test
    void whatAnExporterLeavesOutOfItselfIsNotAgainstItAndWhatItStatesIs() {
        Licet listed = licet("ExporterParty( on(\"t.p\") )").strict();
        assertThat(exported(listed, Party.unnamed())).isEqualTo(Outcome.PERMITTED);
        assertThat(exported(listed, Party.named("Bad Co"))).isEqualTo(Outcome.PROHIBITED);
        assertThat(exported(listed, Party.unnamed().screened("t.p"))).isEqualTo(Outcome.PROHIBITED);
        assertThat(exported(listed, Party.unnamed().screened(Given.unknown()))).isEqualTo(Outcome.UNDETERMINED);
        Licet based = licet("ExporterParty( basedIn(\"t.c\") )");
        assertThat(exported(based, Party.unnamed().in("CN"))).isEqualTo(Outcome.PROHIBITED);
        assertThat(exported(based, Party.unnamed().in("GB"))).isEqualTo(Outcome.PERMITTED);
        assertThat(exported(based, Party.unnamed().in("GB").withUltimateParentIn("CN")))
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(exported(
                        licet("ExporterParty( headquarteredIn(\"t.c\") )"),
                        Party.unnamed().in("CN").headquarteredIn("GB")))
                .isEqualTo(Outcome.PERMITTED);
        Licet held = licet("ExporterParty( heldBy(\"t.p\", \"t.half\") )");
        assertThat(exported(held, Party.unnamed().ownedBy(List.of(owner("Bad Co", 50)))))
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(exported(
                        licet("ExporterParty( usersExceed(\"t.half\") )"),
                        Party.unnamed().withMonthlyUsers(Given.of(51L))))
                .isEqualTo(Outcome.PROHIBITED);
    }

    private static Outcome exported(Licet licet, Party exporter) {
        return licet.decide(transfer(Transfer.of(TransferKind.API).from(exporter)))
                .outcome();
    }

    @Test
    void that_no_entry_covers_the_item_can_be_said() {
        Licet licet = licet("Classification( is(\"4E091\") )");
        Transfer.Builder transfer = Transfer.of(TransferKind.API).to("GB");
        assertThat(licet.decide(Model.named("m").build(), transfer.on(DAY)).outcome())
                .isEqualTo(Outcome.CONDITIONAL);
        Decision none = licet.decide(
                Model.named("m").build(), transfer.classified(Given.of("none")).on(DAY));
        assertThat(none.outcome()).isEqualTo(Outcome.PERMITTED);
        Decision asked = licet("Classification( is(\"\") )")
                .decide(
                        Model.named("m").build(),
                        transfer.classified(Given.of("none")).on(DAY));
        assertThat(asked.findings()).hasSize(1);
        assertThat(dev.licet.verify.Verification.of(asked.record()).holds()).isTrue();
    }

    @Test
    void anIntermediaryIsAssumedToBeNobodyAndANamedOneToBeHarmless() {
        for (String asked : List.of(
                "on(\"t.p\")", "basedIn(\"t.c\")", "heldBy(\"t.p\", \"t.half\")", "ofType(RecipientType.MILITARY)")) {
            Licet licet = licet("Intermediary( " + asked + " )");
            Decision left = through(licet, Party.unnamed());
            assertThat(left.outcome()).as(asked).isEqualTo(Outcome.CONDITIONAL);
            assertThat(left.assumptions()).singleElement().satisfies(assumption -> {
                assertThat(assumption.fact()).isEqualTo("intermediary");
                assertThat(assumption.assumed()).hasToString("none");
            });
            assertThat(through(licet, Party.none()).outcome()).as(asked).isEqualTo(Outcome.PERMITTED);
            assertThat(through(licet.strict(), Party.none()).outcome())
                    .as(asked)
                    .isEqualTo(Outcome.PERMITTED);
            assertThat(through(licet, Party.named("x")).outcome()).as(asked).isEqualTo(Outcome.CONDITIONAL);
            assertThat(through(licet.strict(), Party.named("x")).outcome())
                    .as(asked)
                    .isEqualTo(Outcome.UNDETERMINED);
        }
    }

    @Test
    void everyFactOfAnIntermediaryIsReadWhereverItStands() {
        assertThat(through(
                                licet("Intermediary( basedIn(\"t.c\") )"),
                                Party.named("x").withUltimateParentIn("CN"))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(through(
                                licet("Intermediary( basedIn(\"t.c\") )"),
                                Party.named("x").ofNationality("CN"))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(through(
                                licet("Intermediary( basedOutside(\"t.c\") )"),
                                Party.named("x").in("GB"))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(through(
                                licet("Intermediary( ownedBy(\"t.p\") )"),
                                Party.named("x").ownedBy(List.of(owner("Bad Co", 1))))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(through(
                                licet("Intermediary( ofType(RecipientType.MILITARY) )"),
                                Party.named("x").ofType(RecipientType.MILITARY))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
    }

    private static Decision through(Licet licet, Party intermediary) {
        return licet.decide(transfer(Transfer.of(TransferKind.API).to("GB").intermediary(intermediary)));
    }

    @Test
    void aHitOnOneListClearsNoOther() {
        Licet licet = licet("Recipient( on(\"t.p\") )");
        Party hit = Party.named("x").screened("t.q");
        assertThat(licet.decide(recipientOf(hit)).outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(licet.decide(recipientOf(hit.screenedAgainst("t.p"))).outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertThat(licet.decide(recipientOf(hit.screenedAll())).outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(licet.decide(recipientOf(Party.named("x").screened().screenedAgainst("t.q")))
                        .outcome())
                .as("on none of the lists that were looked at")
                .isEqualTo(Outcome.CONDITIONAL);
        assertThat(licet.decide(recipientOf(hit.screenedAgainst(LocalDate.of(2023, 12, 31), "t.p")))
                        .outcome())
                .as("screened before the list changed")
                .isEqualTo(Outcome.CONDITIONAL);
        assertThat(licet.decide(recipientOf(hit.screenedAgainst(LocalDate.of(2024, 1, 1), "t.p")))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertThat(licet.decide(recipientOf(hit.screenedAgainst(Given.unknown())))
                        .outcome())
                .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void aListThatNamesNobodyIsClearedByItsNameAlone() {
        Licet licet = licet("Recipient( on(\"t.empty\") )");
        Party party = Party.named("x");
        assertThat(licet.decide(recipientOf(party.screenedAll())).outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(licet.decide(recipientOf(party.screenedAgainst("t.empty"))).outcome())
                .isEqualTo(Outcome.PERMITTED);
        assertThat(licet.decide(recipientOf(party.screened())).outcome()).isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void sharesOfOwnersAddUp() {
        Licet held = licet("Ownership( heldBy(\"t.p\", \"t.half\") )");
        Owner unsaid = new Owner("Bad Co", Given.unstated(), Given.unknown(), Given.unstated());
        assertThat(owned(held, owner("Bad Co", 50))).as("as much as the figure").isEqualTo(Outcome.PROHIBITED);
        assertThat(owned(held, unsaid, owner("Good Co", 40))).isEqualTo(Outcome.UNDETERMINED);
        assertThat(owned(held, unsaid, owner("Good Co", 51))).isEqualTo(Outcome.PERMITTED);
        Licet any = licet("Ownership( includes(\"t.p\") )");
        assertThat(owned(any, owner("Bad Co", 0))).isEqualTo(Outcome.PROHIBITED);
        assertThat(owned(any, owner("Good Co", 100))).isEqualTo(Outcome.PERMITTED);
        assertThat(owned(any, new Owner("x", Given.unstated(), Given.of(1.0), Given.unknown())))
                .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void seatsOfOwnersAddUp() {
        Licet inside = licet("Ownership( seatedIn(\"t.c\", \"t.half\") )");
        assertThat(owned(inside, seated("CN", 50), seated("GB", 50)))
                .as("not more")
                .isEqualTo(Outcome.PERMITTED);
        assertThat(owned(inside, seated("CN", 30), seated("RU", 21))).isEqualTo(Outcome.PROHIBITED);
        assertThat(owned(inside, owner("x", 51)))
                .as("a seat that is not stated")
                .isEqualTo(Outcome.UNDETERMINED);
        Licet outside = licet("Ownership( seatedOutside(\"t.c\", \"t.half\") )");
        assertThat(owned(outside, seated("CN", 49), seated("GB", 51))).isEqualTo(Outcome.PROHIBITED);
        assertThat(owned(outside, seated("CN", 50), seated("GB", 50))).isEqualTo(Outcome.PERMITTED);
    }

    private static Owner seated(String country, double share) {
        return new Owner("in " + country, Given.of(Country.of(country)), Given.of(share), Given.unstated()).ownedBy();
    }

    private static Outcome owned(Licet licet, Owner... owners) {
        return licet.decide(recipientOf(Party.named("x").ownedBy(List.of(owners))))
                .outcome();
    }

    @Test
    void whatTeachersAddCountsWhereARuleAsksForIt() {
        Licet licet = licet("Training( reachesWithSynthetic(\"t.large\", \"t.tenth\") )");
        Model teacher = Model.named("teacher").closed().trainingCompute(2e26).build();
        assertThat(licet.decide(model(taught(teacher, 50))).outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(licet.decide(model(taught(teacher, 10))).outcome())
                .as("not more")
                .isEqualTo(Outcome.PERMITTED);
        assertAsked(
                licet.decide(model(Model.named("m").trainingCompute(1e24).madeFrom(Relation.DISTILLATION, teacher))),
                FactType.TRAINING);
        assertThat(licet("Training( reaches(\"t.large\") )")
                        .decide(model(taught(teacher, 50)))
                        .outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void theTeachersOfTheWeightsItWasMadeFromCountToo() {
        Licet licet = licet("Training( reachesWithSynthetic(\"t.large\", \"t.tenth\") )");
        Model teacher = Model.named("teacher").closed().trainingCompute(2e26).build();
        Model.Builder copy = Model.named("copy")
                .madeFrom(Relation.QUANTIZATION, taught(teacher, 50).build());
        assertAsked(licet.decide(model(copy)), FactType.TRAINING);
    }

    private static Model.Builder taught(Model teacher, double share) {
        return Model.named("m")
                .trainingCompute(1e24)
                .lineage(List.of(new Ancestor(
                        Relation.DISTILLATION, Given.unstated(), Given.of(share), Given.of(Compute.of(0)), teacher)));
    }

    @Test
    void aStatedNumberOfUsersIsShownAsItWasStated() {
        Decision decision = licet("Users( exceed(\"t.half\") )")
                .decide(recipientOf(Party.unnamed().withMonthlyUsers(Given.of(51L))));
        assertThat(decision.findings().get(0).facts())
                .extracting(Finding.FactUsed::value)
                .containsExactly(new FactValue.Amount(Compute.of(51)));
    }

    @Test
    void constraintsOfOnePatternAreJoinedAsTheyRead() {
        assertThat(china("Destination( on(\"t.c\"), !is(\"RU\") )")).isEqualTo(Outcome.PROHIBITED);
        assertThat(china("Destination( on(\"t.c\") && !is(\"CN\") )")).isEqualTo(Outcome.PERMITTED);
        assertThat(china("Destination( is(\"CN\") || is(\"RU\") && is(\"GB\") )"))
                .as("&& binds more than ||")
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(china("Destination( ( is(\"CN\") || is(\"RU\") ) && is(\"GB\") )"))
                .isEqualTo(Outcome.PERMITTED);
        assertThat(china("Destination( !( is(\"RU\") || is(\"GB\") ) )")).isEqualTo(Outcome.PROHIBITED);
        assertThat(china("Artifact( kind in (TransferKind.WEIGHTS, TransferKind.API) )"))
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(china("Artifact( !( kind in (TransferKind.WEIGHTS, TransferKind.API) ) )"))
                .isEqualTo(Outcome.PERMITTED);
        assertThat(china("Artifact( kind != TransferKind.WEIGHTS && kind != TransferKind.APP )"))
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(china("Artifact( kind == TransferKind.WEIGHTS || kind == TransferKind.API )"))
                .isEqualTo(Outcome.PROHIBITED);
    }

    private Outcome china(String pattern) {
        return licet(pattern)
                .decide(transfer(Transfer.of(TransferKind.API).to("CN")))
                .outcome();
    }

    @Test
    void aPartyMayBeOnTwoListsAtOnce() {
        Licet licet = licet("Recipient( on(\"t.p\") && on(\"t.q\") )");
        assertThat(licet.decide(transfer(Transfer.of(TransferKind.API))).outcome())
                .isEqualTo(Outcome.CONDITIONAL);
        assertThat(licet.strict()
                        .decide(transfer(Transfer.of(TransferKind.API)))
                        .outcome())
                .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void aModelMayHaveTwoModalitiesAtOnce() {
        Licet licet = licet("Modalities( includes(\"image\") && includes(\"video\") )");
        assertAsked(licet.decide(model(Model.named("m"))), FactType.MODALITIES);
    }

    @Test
    void twoRedFlagsMayBeSeenAtOnce() {
        Licet licet = licet("RedFlags( includes(RedFlag.PROXY), includes(RedFlag.ODD_ROUTING) )");
        assertThat(licet.decide(transfer(Transfer.of(TransferKind.API))).outcome())
                .isEqualTo(Outcome.CONDITIONAL);
        assertAsked(licet.strict().decide(transfer(Transfer.of(TransferKind.API))), FactType.RED_FLAGS);
    }

    @Test
    void someOfWhatRulesAskForMayHoldWithoutTheRest() {
        assertThat(licet("Recipient( on(\"t.p\") && on(\"t.q\") && !on(\"t.s\") )")
                        .decide(transfer(Transfer.of(TransferKind.API)))
                        .outcome())
                .isEqualTo(Outcome.CONDITIONAL);
        assertAsked(
                licet("Modalities( includes(\"image\") && includes(\"video\") && !includes(\"text\") )")
                        .decide(model(Model.named("m"))),
                FactType.MODALITIES);
        assertAsked(
                licet("Origin( includes(\"US\") && includes(\"CN\") && !includes(\"GB\") )")
                        .decide(model(Model.named("m"))),
                FactType.ORIGIN);
        assertAsked(
                licet(
                                "RedFlags( includes(RedFlag.PROXY), includes(RedFlag.ODD_ROUTING), !includes(RedFlag.ACCOUNT_FARMING) )")
                        .strict()
                        .decide(transfer(Transfer.of(TransferKind.API))),
                FactType.RED_FLAGS);
    }

    @Test
    void anyOfWhatRulesAskForMayHoldWithoutTheRest() {
        Licet licet = licet(
                "Modalities( includes(\"image\"), includes(\"video\"), !includes(\"text\"), !includes(\"audio\") )");
        assertThat(licet.decide(model(Model.named("m").modalities("image", "video")))
                        .outcome())
                .isEqualTo(Outcome.PROHIBITED);
        assertAsked(licet.decide(model(Model.named("m"))), FactType.MODALITIES);
    }

    @Test
    void aModelOfUnknownOriginMayBeJoint() {
        Licet licet = licet("Origin( includes(\"US\") && includes(\"CN\") )");
        assertAsked(licet.decide(model(Model.named("m").developersUnknown())), FactType.ORIGIN);
    }

    @Test
    void theAnswersToAQuestionOfPlaceCoverEveryCountryOnce() {
        for (String pattern :
                List.of("Destination", "Residence", "Headquarters", "UltimateParent", "Origin", "Exporter")) {
            String asks = pattern + "( on(\"t.c\") || " + (pattern.matches("Origin|Exporter") ? "includes" : "is")
                    + "(\"GB\") )";
            assertCovered(
                    licet(asks + " Origin( on(\"t.c\") || !on(\"t.c\") )".repeat(pattern.equals("Exporter") ? 1 : 0))
                            .decide(transfer(Transfer.of(Given.unstated()))));
        }
    }

    @Test
    void withoutPresumptionsTheAnswersCoverEveryCountryToo() {
        for (String pattern : List.of("Residence", "Headquarters", "UltimateParent")) {
            for (String to : List.of("CN", "FR", "GB")) {
                assertCovered(licet(pattern + "( on(\"t.c\") )")
                        .strict()
                        .decide(transfer(Transfer.of(TransferKind.API).to(to))));
            }
        }
    }

    private static void assertCovered(Decision decision) {
        assertThat(decision.questions()).hasSize(1);
        assertThat(decision.questions().get(0).answers().stream()
                        .flatMap(answer -> answer.members().stream())
                        .map(FactValue::toString)
                        .filter(member -> member.length() == 2)
                        .sorted())
                .containsExactlyElementsOf(
                        Country.all().stream().map(Country::code).toList());
    }

    @Test
    void aFactThatNoRuleAsksIsNeverAProvisoNorAQuestion() {
        Decision decision =
                licet("Artifact( kind == TransferKind.WEIGHTS )").decide(transfer(Transfer.of(TransferKind.API)));
        assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(decision.questions()).isEmpty();
        assertThat(decision.assumptions()).isEmpty();
    }

    private Licet licet(String pattern) {
        return PackFiles.in(temp)
                .rule("r", pattern, PROHIBIT)
                .countries("c", "CN", "RU")
                .parties("p", "Bad Co")
                .parties("q", "Worse Co")
                .parties("s", "Worst Co")
                .parties("empty")
                .regions("r", "UA-DNR")
                .models("m", "Famous 7B")
                .licenses("n", "own-1.0")
                .licenses("o", "mit")
                .figure("large", 1e26)
                .figure("half", 50)
                .figure("tenth", 10)
                .licet();
    }

    private static Request transfer(Transfer.Builder transfer) {
        return request(Model.named("m").build(), transfer);
    }

    private static Request model(Model.Builder model) {
        return request(model.build(), Transfer.of(TransferKind.API));
    }

    private static Request request(Model model, Transfer.Builder transfer) {
        return new Request(model, transfer.on(DAY));
    }
}
