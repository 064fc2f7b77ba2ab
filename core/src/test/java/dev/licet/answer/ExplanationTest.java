package dev.licet.answer;

import static dev.licet.Refusals.assertWrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.facts.EndUse;
import dev.licet.facts.RecipientType;
import dev.licet.facts.RedFlag;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.law.Stance;
import dev.licet.request.Check;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read, kept in golden files. After a wanted change of words: {@code mvn -pl core test -Dtest=ExplanationTest
 * -Dlicet.golden.write=true}, then read the difference as a compliance officer would.
 */
class ExplanationTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Words ENGLISH = Words.in(Locale.ENGLISH);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Licet licet() {
        try {
            var packs = Objects.requireNonNull(ExplanationTest.class.getResource("/golden/packs"));
            return Licet.of(RulePack.folders(Path.of(packs.toURI())));
        } catch (URISyntaxException never) {
            throw new AssertionError(never);
        }
    }

    static Stream<Arguments> decisions() {
        Licet licet = licet();
        Model closed = Model.named("Example-70B")
                .developer("Example AI", "GB")
                .closed()
                .build();
        Model large = Model.named("Example-1T")
                .developer("Example AI", "GB")
                .closed()
                .trainingCompute(3e26)
                .lineage(List.of())
                .build();
        Party acme = Party.named("Acme Ltd").in("FR").screened();
        return Stream.of(
                Arguments.of(
                        "permitted-all-stated",
                        licet.decide(
                                closed,
                                Transfer.of(TransferKind.API)
                                        .to("FR")
                                        .recipient(acme.ofType(RecipientType.COMPANY))
                                        .endUse(EndUse.CIVIL)
                                        .offeredToPublic(false)
                                        .redFlags()
                                        .on(DAY))),
                Arguments.of(
                        "conditional-little-stated",
                        licet.decide(
                                closed, Transfer.of(TransferKind.API).to("BR").on(DAY))),
                Arguments.of(
                        "undetermined-much-unknown",
                        licet.decide(
                                Model.named("Mystery-7B").build(),
                                Transfer.of(Given.unknown())
                                        .recipient(acme.ofType(Given.unknown()))
                                        .on(DAY))),
                Arguments.of(
                        "license-with-available-exceptions",
                        licet.decide(
                                large,
                                Transfer.of(TransferKind.WEIGHTS)
                                        .to("BR")
                                        .recipient(acme.in("BR").ofType(RecipientType.COMPANY))
                                        .endUse(EndUse.CIVIL)
                                        .on(DAY))),
                Arguments.of(
                        "conditional-excepted",
                        licet.decide(
                                large,
                                Transfer.of(TransferKind.WEIGHTS)
                                        .to("FR")
                                        .recipient(acme.headquarteredIn("JP").withUltimateParentIn("JP"))
                                        .endUse(EndUse.CIVIL)
                                        .offeredToPublic(true)
                                        .redFlags()
                                        .on(DAY))),
                Arguments.of(
                        "prohibited-in-many-ways",
                        licet.under(Stance.AS_ENFORCED)
                                .decide(
                                        large,
                                        Transfer.of(TransferKind.WEIGHTS)
                                                .to("NZ")
                                                .region("NZ-CIT")
                                                .recipient(Party.named("BLOCKED CO. LTD.")
                                                        .ofType(RecipientType.MILITARY)
                                                        .screened("house.watched"))
                                                .endUse(EndUse.MILITARY)
                                                .redFlags(RedFlag.PROXY)
                                                .on(DAY))),
                Arguments.of(
                        "undetermined-behind-a-gate",
                        licet.strict()
                                .decide(
                                        Model.named("Gated-8B")
                                                .release(Release.WEIGHTS_GATED_AUTO)
                                                .trainingCompute(1e25, 2e26)
                                                .build(),
                                        Transfer.of(TransferKind.WEIGHTS)
                                                .to("NZ")
                                                .recipient(acme)
                                                .on(DAY))),
                Arguments.of(
                        "before-all-rules",
                        licet.decide(
                                closed, Transfer.of(TransferKind.API).to("FR").on(LocalDate.of(2020, 2, 29)))));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void anExplanationReadsAsItsGoldenFile(String name, Decision decision) throws IOException {
        assertGolden(name + "-60", decision.explain(60));
        assertGolden(name + "-100", decision.explain(100));
        assertGolden(name + "-de", decision.explain(100, Locale.GERMAN));
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("licet.golden.write")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_German_explanation_has_no_English_words_but_those_of_rules(String name, Decision decision) {
        assertThat(GermanText.english(decision.explain(10_000, Locale.GERMAN), GermanText.quoted(decision)))
                .as(name)
                .isEmpty();
    }

    @Test
    void eachGoldenFileBelongsToADecision() throws IOException {
        List<String> names = decisions().map(each -> (String) each.get()[0]).toList();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt")))
                    .allMatch(file -> names.contains(file.replaceAll("-(60|100|de)\\.txt$", "")));
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void noLineIsLongerThanAsked(String name, Decision decision) {
        for (int width : List.of(40, 60, 100, 200)) {
            assertThat(decision.explain(width).lines())
                    .as(name)
                    .allMatch(line -> line.length() <= width
                            || line.strip().indexOf(' ') < 0
                            || line.strip().split(" ").length == 2)
                    .noneMatch(line -> line.endsWith(" "));
        }
        assertThat(decision.explain()).isEqualTo(decision.explain(100));
        assertThat(decision.explain().replaceAll("\\s+", " "))
                .isEqualTo(decision.explain(60).replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void the_answer_comes_first_and_every_finding_is_explained(String name, Decision decision) {
        String told = decision.explain(10_000);
        assertThat(told).as(name).startsWith(decision.outcome() + ": ");
        for (Finding finding : Stream.concat(decision.findings().stream(), decision.pending().stream())
                .toList()) {
            assertThat(told)
                    .contains(
                            "[" + finding.rule().id() + "]",
                            finding.because(),
                            finding.rule().cite())
                    .contains(
                            finding.rule().source().toString(),
                            ENGLISH.of(finding.rule().layer()));
        }
        decision.questions().forEach(question -> assertThat(told).contains(question.fact()));
        for (Check check : Check.values()) {
            List<String> rules = decision.assumptions().stream()
                    .filter(assumption -> assumption.check() == check)
                    .flatMap(assumption -> assumption.rules().stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (!rules.isEmpty()) {
                String few = String.join(", ", rules.subList(0, Math.min(4, rules.size())));
                assertThat(told).contains("(otherwise: " + few + (rules.size() > 4 ? " and " : ")"));
            }
        }
        decision.obligations().forEach(obligation -> assertThat(told).contains(obligation.obligation()));
        decision.examined().uncovered().forEach(layer -> assertThat(told).contains(ENGLISH.of(layer)));
    }

    @Test
    void theStrictestOfTheDecisionsAreThoseTheirNamesSay() {
        decisions().forEach(each -> {
            String name = (String) each.get()[0];
            Decision decision = (Decision) each.get()[1];
            String first = name.startsWith("before") ? "undetermined" : name.substring(0, name.indexOf('-'));
            assertThat(decision.outcome().name().toLowerCase(Locale.ROOT))
                    .as(name)
                    .startsWith(first);
        });
    }

    @Test
    void aWidthThatNobodyCanReadIsRefused() {
        Decision decision = licet().decide(
                        Model.named("m").build(), Transfer.of(TransferKind.API).on(DAY));
        assertWrong(() -> decision.explain(39), "(39)", "40");
        assertThat(decision.explain(40)).isNotBlank();
    }
}
