package dev.licet.desk;

import static dev.licet.desk.Run.licet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyNotTest {

    private static final String CLOSED_US = "guardrails.closed-us-models";
    private static final String GATED_US = "guardrails.gated-us-models";

    private static Run whyNot(String... more) {
        String[] asked = "why-not --packs guardrails --closed --origin US --kind weights --on 2026-11-23".split(" ");
        return licet(Stream.of(asked, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private static List<String> rules(JsonNode told) {
        var ids = new ArrayList<String>();
        told.get("rules").forEach(rule -> ids.add(rule.get("rule").asText()));
        return ids;
    }

    @Test
    void the_nearest_rules_are_below_the_outcome_and_the_request() {
        Run run = whyNot("--to", "BR");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.outcome()).isEqualTo("PERMITTED");
        assertThat(run.lines().subList(1, 3)).containsExactly("unnamed model, weights, to BR, on 2026-11-23.", "");
        // The closed one misses by the place alone, the gated one by the release too.
        assertThat(run.lines().get(3)).startsWith("1. ").contains(CLOSED_US);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("would apply if the destination were on guardrails.restricted", "the destination is BR")
                .contains("House policy, after the plan reported by Reuters on 8 May 2024")
                .containsSubsequence(CLOSED_US, "2. ", GATED_US);
    }

    @Test
    void every_form_says_how_many_more_there_are() {
        assertThat(whyNot("--to", "BR", "--most", "1").out())
                .contains(CLOSED_US)
                .doesNotContain(GATED_US)
                .endsWith("\n\n1 more; --most 2 shows all.\n");
        assertThat(whyNot("--to", "BR", "--most", "1", "--format", "markdown").out())
                .startsWith("# **PERMITTED**: ")
                .contains("`" + CLOSED_US + "`")
                .endsWith("\n\n1 more; --most 2 shows all.\n");
        assertThat(whyNot("--to", "BR", "--most", "2").out()).contains(GATED_US).doesNotContain("shows all");
    }

    @Test
    void ten_are_printed_of_more() {
        Run run = whyNot("--packs", "us-export", "--to", "BR");

        assertThat(run.lines()).filteredOn(line -> line.matches("\\d+\\. .*")).hasSize(10);
        assertThat(run.out()).containsPattern("\\d+ more; --most \\d+ shows all\\.\n$");
    }

    @Test
    void a_named_rule_says_why_it_applies_or_does_not_at_each_place() {
        Run run = whyNot("--to", "CN,BR", "--rule", CLOSED_US, "--rule", GATED_US);

        String[] answers = run.out().split("\n\n(?=PERMITTED)");
        assertThat(answers).hasSize(2);
        assertThat(answers[0]).startsWith("LICENSE_REQUIRED: ").contains("[" + CLOSED_US + "] applies");
        assertThat(answers[0].replaceAll("\\s+", " "))
                .contains("[" + GATED_US + "] would apply if the release of the model were")
                .contains("the release of the model is hosted");
        assertThat(answers[1].replaceAll("\\s+", " ")).contains("[" + CLOSED_US + "] would apply if the destination");
    }

    @Test
    void the_record_comes_before_all_rules_as_canonical_JSON() throws IOException {
        Run run = whyNot("--to", "BR", "--json");
        String record = licet(
                        "decide --packs guardrails --closed --origin US --kind weights --on 2026-11-23 --to BR --json"
                                .split(" "))
                .out()
                .strip();

        assertThat(run.lines()).hasSize(1);
        JsonNode told = Json.MAPPER.readTree(run.out());
        assertThat(rules(told)).containsExactly(CLOSED_US, GATED_US);
        assertThat(told.at("/rules/0/missed/0/value").asText()).isEqualTo("BR");
        assertThat(run.out()).startsWith("{\"decision\":" + record + ",\"rules\":[");
        assertThat(whyNot("--to", "BR", "--format", "json")).isEqualTo(run);
    }

    @Test
    void a_page_is_well_formed_and_has_an_article_for_each_place(@TempDir Path folder) throws IOException {
        Run run = whyNot("--to", "BR,CN", "--most", "1", "--format", "html");
        // A page is HTML; but for its first line it is XML too.
        Path page = Files.writeString(
                folder.resolve("page.xml"), run.out().substring(run.out().indexOf('\n') + 1));

        assertThat(Picture.of(page).of("article", "licet")).hasSize(2);
        assertThat(run.out()).contains("<h1", "<code>" + CLOSED_US + "</code>", "<p>1 more; --most 2 shows all.</p>");
    }

    @Test
    void the_answer_is_German_when_asked_for() {
        Run run = whyNot("--to", "BR", "--most", "1", "--lang", "de");

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Gewichte, nach BR, am 2026-11-23", "würde gelten, wenn", "das Bestimmungsland ist BR")
                .endsWith("1 weitere; --most 2 zeigt alle. ");
    }

    @Test
    void where_no_rule_comes_near_it_says_so() {
        // What is not stated is unknown, so no rule misses by what was stated.
        Run run = licet("why-not --packs guardrails --strict --to CN --on 2026-11-23".split(" "));

        assertThat(run.outcome()).isEqualTo("UNDETERMINED");
        assertThat(run.out()).endsWith("\n\nNo rule nearly applied.\n");
    }

    @Test
    void the_exit_status_is_that_of_decide() {
        assertThat(whyNot("--to", "CN,BR", "--exit-code").status()).isEqualTo(12);
        assertThat(whyNot("--to", "CN,BR").status()).isZero();
    }

    @Test
    void a_day_that_was_not_named_is_reported() {
        assertThat(licet("why-not --packs guardrails --closed --origin US --to CN".split(" "))
                        .err())
                .isEqualTo("licet: no day was named; decided under the law of today, 2026-11-23 (UTC)\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--rule guardrails.no-such     | '--rule': The rule (guardrails.no-such) is in no loaded pack. | Maybe one of [guardrails.closed-us-models,",
                "--rule guardrails.closed-us-models --most 2 | --rule and --most exclude each other | Maybe leave all but one out.",
                "--most 0                      | '--most' (0)                           | Maybe write 1 or more.",
                "--most few                    | '--most'                               | Maybe see: licet why-not --help",
                "--most 2 --most 3             | --most is given more than once [2, 3]  | Maybe leave all but one out.",
                "--most 2 --json               | JSON holds all                         | Maybe leave it out.",
                "--json --lang de              | --lang is for an explanation           | Maybe leave it out.",
                "--json --format html          | --json and --format exclude            | Maybe leave all but one out.",
                "--lang fr                     | '--lang' (fr)                          | Maybe one of [de, en] is meant.",
                "--to UK                       | '--to': transfer.destination           | Maybe write GB.",
                "--lists us.nobody             | The list (us.nobody)                   | Maybe",
                "--stance as-wished            | '--stance' (as-wished)                 | Maybe one of [as-written, as-enforced]",
                "a.json                        | a.json                                 | Maybe see: licet why-not --help",
            })
    void a_wrong_command_line_is_refused_with_a_remedy(String more, String message, String remedy) {
        String[] asked = "why-not --packs guardrails --to CN --on 2026-11-23".split(" ");
        Run run =
                licet(Stream.of(asked, more.split(" ")).flatMap(Arrays::stream).toArray(String[]::new));

        assertThat(run.status()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
        assertThat(run.errors()).anyMatch(line -> line.startsWith(remedy));
    }

    @ParameterizedTest
    @CsvSource({"why-not", "changes"})
    void nothing_asked_is_refused_and_help_is_given(String command) {
        Run nothing = licet(command, "--on", "2026-11-23");
        Run help = licet(command, "--help");

        assertThat(nothing.status()).isEqualTo(Main.USAGE);
        assertThat(nothing.err()).contains("Nothing was asked.\nMaybe begin with: licet " + command + " --closed");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("--headquarters", "--packs", "--most", "--lang", "Exit status:", "Examples:");
        assertThat(help.lines()).allMatch(line -> line.length() <= 100);
        assertThat(licet("--help").out()).contains("  " + command + " ");
    }

    @ParameterizedTest
    @CsvSource({"why-not", "changes"})
    void a_pack_that_is_not_sound_is_refused_with_its_place(String command, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pack.properties"), "title=\n");

        Run run = licet(command, "--to", "CN", "--packs", folder.toString());

        assertThat(run.status()).isEqualTo(Decide.BAD_PACKS);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("pack.properties").contains("\nMaybe ");
    }
}
