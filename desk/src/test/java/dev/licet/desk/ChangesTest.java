package dev.licet.desk;

import static dev.licet.desk.Run.licet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

    private static Run changes(String... more) {
        String[] asked =
                "changes --packs guardrails --closed --origin US --kind weights --to CN --on 2026-11-23".split(" ");
        return licet(Stream.of(asked, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    @Test
    void lawful_changes_alone_are_below_the_outcome_and_the_request() {
        Run run = changes();

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .startsWith(
                        "LICENSE_REQUIRED: an authorization is needed first.",
                        "unnamed model, weights, to CN, on 2026-11-23.",
                        "",
                        "Lawful changes that would lead to a milder outcome than LICENSE_REQUIRED");
        // The guardrails leave public weights and other places alone.
        assertThat(run.out())
                .contains("PERMITTED, if the model were released as public weights", "PERMITTED, if it went to ")
                .doesNotContain("hypothetical", "the model is from", "shows all");
    }

    @Test
    void hypothetical_changes_are_named_as_such_on_both_outputs_and_in_the_record() throws IOException {
        Run run = changes("--hypotheticals");

        assertThat(run.out()).contains("hypothetical ones only show", "(hypothetical) the model is from");
        assertThat(run.err()).isEqualTo("licet: hypothetical changes are included, and the record says so\n");
        JsonNode asked =
                Json.MAPPER.readTree(changes("--hypotheticals", "--json").out());
        JsonNode lawful = Json.MAPPER.readTree(changes("--json").out());
        assertThat(asked.get("hypotheticals").asBoolean()).isTrue();
        assertThat(lawful.get("hypotheticals").asBoolean()).isFalse();
        assertThat(asked.at("/decision/outcome").asText()).isEqualTo("LICENSE_REQUIRED");
        assertThat(lawful.get("changes")).isNotEmpty();
        assertThat(lawful.findValuesAsText("lever")).doesNotContain("HYPOTHETICAL");
        assertThat(asked.findValuesAsText("lever")).contains("HYPOTHETICAL");
    }

    @Test
    void the_number_of_further_changes_is_named() throws IOException {
        int all = Json.MAPPER.readTree(changes("--json").out()).get("changes").size();
        Run one = changes("--most", "1");

        assertThat(all).isGreaterThan(1);
        assertThat(one.out())
                .contains("  1. ")
                .doesNotContain("  2. ")
                .endsWith("\n\n%s more; --most %s shows all.\n".formatted(all - 1, all));
        assertThat(changes("--most", Integer.toString(all)).out())
                .contains("  %s. ".formatted(all))
                .doesNotContain("shows all");
    }

    @Test
    void no_more_are_printed_than_asked_for() {
        Run run = changes("--packs", "us-export", "--packs", "us-end-users", "--hypotheticals", "--most", "5");

        assertThat(run.lines()).filteredOn(line -> line.matches(" +\\d+\\. .*")).hasSize(5);
        assertThat(run.out()).containsPattern("\\d+ more; --most \\d+ shows all\\.\n$");
    }

    @Test
    void several_places_give_an_answer_each_and_a_yes_needs_no_change() {
        Run run = changes("--to", "BR", "--exit-code");

        String[] answers = run.out().split("\n\n(?=PERMITTED: )");
        assertThat(run.status()).isEqualTo(12);
        assertThat(answers).hasSize(2);
        assertThat(answers[0])
                .startsWith("LICENSE_REQUIRED: ")
                .contains("to CN")
                .contains("  1. ");
        assertThat(answers[1]).contains("to BR").doesNotContain("  1. ");
    }

    @Test
    void the_answer_is_German_when_asked_for() {
        Run run = changes("--lang", "de", "--most", "1");

        assertThat(run.out())
                .contains(
                        "Gewichte, nach CN, am 2026-11-23",
                        "Rechtmäßige Änderungen, die zu einem milderen Ergebnis als LICENSE_REQUIRED führen würden",
                        "PERMITTED, wenn ")
                .endsWith(" zeigt alle.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--most 0                      | '--most' (0)                           | Maybe write 1 or more.",
                "--most 2 --json               | JSON holds all                         | Maybe leave it out.",
                "--hypotheticals=false         | --hypotheticals takes no value         | Maybe leave it out.",
                "--rule guardrails.closed-us-models | --rule                            | Maybe",
                "--attest nothing-such         | The attestation (nothing-such)         | Maybe",
                "--hypotheticals --lists us.nobody | The list (us.nobody)               | Maybe",
                "--open                        | exclude each other                     | Maybe leave all but one out.",
            })
    void a_wrong_command_line_is_refused_with_a_remedy(String more, String message, String remedy) {
        Run run = changes(more.split(" "));

        assertThat(run.status()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).doesNotContain("asked for");
        assertThat(run.errors()).anyMatch(line -> line.startsWith(remedy));
    }
}
