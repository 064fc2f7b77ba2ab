package dev.licet.desk;

import static dev.licet.desk.Run.licet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.Profile;
import dev.licet.answer.Decision;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The profiles of the examples, with all bundled packs. */
class ProfileTest {
    private static final Path PROVIDER = Path.of("..", "examples", "profiles", "provider.json");
    private static final Path HOST = Path.of("..", "examples", "profiles", "host.json");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Licet LICET = Licet.standard();
    private static final Model MODEL =
            Model.named("Acme-7B").developer("Acme AI", "US").closed().build();

    private static Profile profile(Path file) throws IOException {
        return Profile.of(Json.MAPPER.readValue(Files.readString(file), Json.OBJECT));
    }

    private static Decision sell(Licet licet, String country) {
        Transfer transfer = Transfer.of(TransferKind.API)
                .to(country)
                .recipient(Party.named("Ordinary Ltd"))
                .on(DAY);
        return licet.decide(MODEL, transfer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BR", "CA", "FR", "GB", "JP"})
    void an_ordinary_sale_is_a_yes_with_the_profile_and_has_few_lines_to_check_without(String country)
            throws IOException {
        assertThat(sell(LICET.with(profile(PROVIDER)), country).permitted()).isTrue();

        Decision without = sell(LICET, country);
        assertThat(without.outcome()).isEqualTo(Outcome.CONDITIONAL);
        String told = without.explain();
        String lines = told.substring(told.indexOf("Assuming that"));
        assertThat(lines.substring(0, lines.indexOf("\n\n")).lines().filter(line -> line.startsWith("  - ")))
                .hasSizeBetween(1, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CU", "IR", "KP"})
    void an_embargo_stays_one(String country) throws IOException {
        assertThat(sell(LICET.with(profile(PROVIDER)), country).outcome()).isEqualTo(Outcome.PROHIBITED);
    }

    @Test
    void a_country_that_nobody_has_looked_at_stays_a_condition() throws IOException {
        assertThat(sell(LICET.with(profile(PROVIDER)), "PE").outcome()).isEqualTo(Outcome.CONDITIONAL);
    }

    @Test
    void a_host_of_open_weights_has_a_profile_of_its_own() throws IOException {
        Model open = Model.named("Open-7B").developer("Acme Hosting", "US").build();
        Transfer transfer = Transfer.of(TransferKind.API)
                .to("GB")
                .recipient(Party.named("Ordinary Ltd"))
                .on(DAY);
        Decision decision = LICET.with(profile(HOST)).decide(open, transfer);
        assertThat(decision.outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(decision.layers().get(decision.stance())).containsKey(dev.licet.law.Layer.MODEL_LICENSE);
    }

    @Test
    void the_command_line_takes_a_profile(@TempDir Path temp) throws IOException {
        List<String> asked = new ArrayList<>(List.of(
                "decide",
                "--model",
                "Acme-7B",
                "--developer",
                "Acme AI",
                "--origin",
                "US",
                "--closed",
                "--kind",
                "api",
                "--to",
                "GB",
                "--on",
                "2026-11-23",
                "--profile",
                PROVIDER.toString()));
        Run run = licet(asked.toArray(String[]::new));
        assertThat(run.outcome()).isEqualTo("PERMITTED");
        assertThat(run.out()).contains("Accepted by the profile acme-onboarding 3");

        Path broken = Files.writeString(temp.resolve("p.json"), "{\"name\": \"x\"}");
        asked.set(asked.size() - 1, broken.toString());
        Run refused = licet(asked.toArray(String[]::new));
        assertThat(refused.status()).isNotZero();
        assertThat(refused.err()).contains("p.json", "version", "Maybe ");
        asked.set(asked.size() - 1, "nowhere.json");
        assertThat(licet(asked.toArray(String[]::new)).err()).contains("(nowhere.json)", "Maybe ");
    }

    @Test
    void coverage_is_listed_by_layer_and_holder() {
        Run run = licet("coverage", "--on", "2026-11-23");
        assertThat(run.status()).isZero();
        assertThat(run.lines()).contains("export law", "sanctions", "recipient's policy");
        assertThat(run.out()).containsPattern("\n  US +whole 2024-01-01 ").doesNotContain("  CA ");
        assertThat(licet("coverage", "--on", "1999-11-23").out()).contains("export law\n  nothing is held\n");
        assertThat(licet("coverage", "--on", "2026-11-23", "--json").out()).contains("\"holder\":\"US\"");
        assertThat(licet("coverage", "--on", "soon").err()).contains("(soon)", "Maybe ");
    }
}
