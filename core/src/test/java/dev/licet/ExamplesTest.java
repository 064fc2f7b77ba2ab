package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.answer.Assumption;
import dev.licet.answer.Decision;
import dev.licet.facts.EndUse;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the Javadoc and of the design, run. The pack stands in for those of licet-rules, which core does not know. */
class ExamplesTest {

    @TempDir
    private Path temp;

    private Licet licet;

    @BeforeEach
    void load() {
        licet = PackFiles.in(temp, "guardrails")
                .set("layer", "HOUSE_POLICY")
                .countries("restricted", "CN", "HK")
                .parties("listed", "Listed Ltd")
                .rule(
                        "closed",
                        "Publication( closed ) Origin( includes(\"US\") ) Destination( $to : country, on(\"guardrails.restricted\") )",
                        "findings.requireLicense( ReviewPolicy.PRESUMPTION_OF_DENIAL, \"a closed model of US origin is to go to \" + $to );")
                .rule(
                        "listed",
                        "Recipient( on(\"guardrails.listed\") )",
                        "findings.prohibit( \"the recipient is listed\" );")
                .rule("use", "Purpose( endUse == EndUse.MILITARY )", "findings.prohibit( \"the use is military\" );")
                .licet();
    }

    @Test
    void theExampleOfLicetRunsAndStandsInItsJavadoc() throws IOException {
        Model model = Model.named("Example-70B")
                .developer("Example AI", "US")
                .closed()
                .trainingCompute(3e26)
                .build();
        Decision decision =
                licet.decide(model, Transfer.of(TransferKind.WEIGHTS).to("CN").on(LocalDate.of(2026, 11, 23)));
        assertThat(decision.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
        assertThat(decision.permitted()).isFalse();
        assertThat(decision.explain()).contains("a closed model of US origin is to go to CN");
        assertThat(Files.readString(Path.of("src/main/java/dev/licet/Licet.java"))
                        .replaceAll("\\s*\\*?\\s+", " "))
                .contains(
                        "Model.named(\"Example-70B\").developer(\"Example AI\", \"US\").closed().trainingCompute(3e26).build();",
                        "licet.decide(model, Transfer.of(TransferKind.WEIGHTS).to(\"CN\").on(LocalDate.of(2026, 11, 23)));");
    }

    @Test
    void aShortRequestIsConditionalAndBecomesPermittedOnceItsFactsAreStated() {
        Model model = Model.named("Example-70B")
                .developer("Example AI", "US")
                .closed()
                .build();
        Transfer.Builder toBritain = Transfer.of(TransferKind.API).to("GB");
        Decision brief = licet.decide(model, toBritain.on(LocalDate.of(2026, 11, 23)));
        assertThat(brief.outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(brief.assumptions())
                .extracting(Assumption::fact)
                .containsExactly("lists that the recipient is on", "end use");
        Decision stated = licet.decide(
                model,
                toBritain
                        .recipient(Party.named("Acme Ltd").in("GB").screened())
                        .endUse(EndUse.CIVIL)
                        .on(LocalDate.of(2026, 11, 23)));
        assertThat(stated.outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(stated.permitted()).isTrue();
    }

    @Test
    void aServiceCanSwitchOverEveryOutcome() {
        Decision decision = licet.decide(
                Model.named("m").open().build(),
                Transfer.of(TransferKind.WEIGHTS).to("CN").on(LocalDate.of(2026, 11, 23)));
        String answer = switch (decision.outcome()) {
            case PERMITTED -> "go";
            case CONDITIONAL, UNDETERMINED -> "ask";
            case LICENSE_REQUIRED, PROHIBITED -> "stop";
        };
        assertThat(answer).isEqualTo("ask");
    }

    @Test
    void aDocumentOfTheDeskIsReadAndDecided() {
        Request request = Request.of(Map.of(
                "model",
                        Map.of(
                                "name",
                                "Example-70B",
                                "developers",
                                List.of(Map.of("name", "Example AI", "country", "US")),
                                "release",
                                "HOSTED"),
                "transfer", Map.of("on", "2025-06-01", "kind", "WEIGHTS", "destination", "CN")));
        assertThat(licet.decide(request).outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
        Request row = Request.ofRow(Map.of(
                "model",
                "Example-70B",
                "developer",
                "Example AI",
                "origin",
                "US",
                "release",
                "HOSTED",
                "on",
                "2025-06-01",
                "kind",
                "WEIGHTS",
                "to",
                "CN"));
        assertThat(row).isEqualTo(request);
    }

    @Test
    void standardReadsThePacksOfTheClassPath() {
        // Core alone brings none, and says so instead of answering.
        assertThat(RulePack.bundled()).isEmpty();
        Refusals.assertRefused(Licet::standard, "packs", "(0)", "licet-rules");
    }

    @Test
    void anOutcomeIsStricterThanAllMilderOnes() {
        Outcome[] all = Outcome.values();
        assertThat(all)
                .extracting(outcome -> outcome.name().toLowerCase(Locale.ROOT))
                .first()
                .isEqualTo("permitted");
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                assertThat(all[i].stricterThan(all[j])).isEqualTo(i > j);
                assertThat(all[i].strictest(all[j])).isEqualTo(all[Math.max(i, j)]);
            }
        }
    }
}
