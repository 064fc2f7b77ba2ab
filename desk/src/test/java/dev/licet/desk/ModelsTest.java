package dev.licet.desk;

import static dev.licet.desk.Run.fed;
import static dev.licet.desk.Run.licet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {

    private static final String CATALOGUE = """
            [{"model": {"name": "Closed One", "developers": [{"name": "A", "country": "US"}], "release": "HOSTED"}},
             {"model": {"name": "Open", "developers": [{"name": "A", "country": "US"}], "release": "WEIGHTS_PUBLIC"}},
             {"model": {"name": "Closed Two", "developers": [{"name": "B", "country": "US"}], "release": "HOSTED"}},
             {"model": {"name": "French", "developers": [{"name": "C", "country": "FR"}], "release": "HOSTED"}},
             {"model": {"name": "Of nobody", "release": "HOSTED"}}]
            """;
    private static final String[] TO_CHINA = {
        "models", "--packs", "guardrails", "--to", "CN", "--kind", "weights", "--on", "2026-11-23"
    };

    private static String[] toChina(String... more) {
        return Stream.of(TO_CHINA, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void models_are_grouped_by_outcome_and_reason() throws IOException {
        Run run = fed(CATALOGUE, toChina("--json", "-"));

        assertThat(run.status()).isZero();
        JsonNode told = Json.MAPPER.readTree(run.out());
        assertThat(told.get("counts").toString())
                .isEqualTo("{\"PERMITTED\":2,\"UNDETERMINED\":1,\"LICENSE_REQUIRED\":2}");
        assertThat(told.at("/groups/0").toString())
                .isEqualTo("{\"outcome\":\"PERMITTED\",\"rules\":[],\"models\":[\"Open\",\"French\"]}");
        assertThat(told.at("/groups/1/models").toString()).isEqualTo("[\"Of nobody\"]");
        assertThat(told.at("/groups/2").toString())
                .isEqualTo("{\"outcome\":\"LICENSE_REQUIRED\",\"rules\":[\"guardrails.closed-us-models\"],"
                        + "\"models\":[\"Closed One\",\"Closed Two\"]}");
    }

    @Test
    void the_table_for_people_names_the_place_and_the_day() {
        Run run = fed(CATALOGUE, toChina("-"));

        assertThat(run.lines().get(0)).isEqualTo("weights, to CN, on 2026-11-23");
        assertThat(run.out()).contains("2: Closed One; Closed Two", "2: Open; French", "1: Of nobody");
    }

    @Test
    void several_files_are_one_catalogue_and_a_bad_document_does_not_hide_the_others(@TempDir Path folder)
            throws IOException {
        Path good = Files.writeString(folder.resolve("good.json"), CATALOGUE);
        Path bad = Files.writeString(folder.resolve("bad.json"), """
                {"model": {"name": "Bad", "release": "NOWHERE"}}
                {"model": {"name": "Late", "developers": [{"name": "A", "country": "US"}], "release": "HOSTED"}}
                """);

        Run run = licet(toChina(good.toString(), bad.toString()));

        assertThat(run.status()).isEqualTo(Decide.UNANSWERED);
        assertThat(run.err()).contains("bad.json:1: ", "(NOWHERE)", "1 of 2 could not be answered");
        assertThat(run.out()).contains("3: Closed One; Closed Two; Late");
    }

    @Test
    void a_file_that_is_not_there_gives_no_table(@TempDir Path folder) {
        Run run = licet(toChina(folder.resolve("nothing.json").toString()));

        assertThat(run.status()).isEqualTo(Decide.UNANSWERED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("nothing.json", "Maybe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--kind weights - | --to is missing | --to CN",
                "--to CN,RU - | [CN, RU] | on its own",
                "--to CN | FILE | Maybe",
                "--to XX - | (XX) | Maybe",
            })
    void a_wrong_command_line_is_refused_with_a_remedy(String asked, String message, String remedy) {
        Run run = licet(("models " + asked).split(" "));

        assertThat(run.status()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message, remedy);
    }
}
