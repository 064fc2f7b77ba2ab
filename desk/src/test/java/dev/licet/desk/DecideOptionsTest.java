package dev.licet.desk;

import static dev.licet.desk.Run.decide;
import static dev.licet.desk.Run.licet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.law.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class DecideOptionsTest {

    @Test
    void closed_US_weights_to_China_need_a_license_by_the_guardrails() {
        Run run =
                licet("decide", "--closed", "--origin", "US", "--to", "CN", "--kind", "weights", "--on", "2026-11-23");

        assertThat(run.status()).isZero();
        assertThat(Outcome.valueOf(run.outcome())).isGreaterThanOrEqualTo(Outcome.LICENSE_REQUIRED);
        assertThat(run.out()).contains("guardrails.closed-us-models", "training compute");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_same_model_by_the_known_packs_alone_needs_a_license() {
        Run run = decide("--closed", "--origin", "US", "--to", "CN", "--kind", "weights", "--on", "2026-11-23");

        assertThat(run.outcome()).isEqualTo("LICENSE_REQUIRED");
        assertThat(run.out()).contains("guardrails.closed-us-models", "training compute (ask for: ");
    }

    @Test
    void open_weights_to_China_need_no_license_by_the_guardrails() {
        String[] asked = {"--open", "--origin", "US", "--to", "CN", "--kind", "weights", "--on", "2026-11-23"};

        assertThat(licet(with(new String[] {"decide", "--packs", "guardrails"}, asked))
                        .outcome())
                .isEqualTo("PERMITTED");
        // The known packs hold American export law in part.
        assertThat(decide(asked).outcome()).isEqualTo("UNDETERMINED");
    }

    @Test
    void Britain_is_answered_more_mildly_than_China() {
        Run run = decide("--closed", "--origin", "US", "--to", "GB", "--kind", "weights", "--on", "2026-11-23");

        assertThat(Outcome.valueOf(run.outcome())).isLessThan(Outcome.LICENSE_REQUIRED);
    }

    @Test
    void an_unknown_origin_leaves_it_undetermined() {
        Run run = decide("--closed", "--origin", "unknown", "--to", "CN", "--kind", "weights", "--on", "2026-11-23");

        assertThat(run.outcome()).isEqualTo("UNDETERMINED");
        assertThat(run.out()).contains("origin of the model (ask for: ");
    }

    @Test
    void a_release_that_is_not_stated_leaves_it_undetermined() {
        Run run = decide("--origin", "US", "--to", "CN", "--kind", "weights", "--on", "2026-11-23");

        assertThat(run.outcome()).isEqualTo("UNDETERMINED");
        assertThat(run.out()).contains("release of the model (ask for: ");
    }

    @Test
    void law_as_written_and_enforced_differ_on_large_closed_weights_to_Brazil() {
        String[] asked = {
            "--closed",
            "--origin",
            "US",
            "--training-compute",
            "3e26",
            "--to",
            "BR",
            "--kind",
            "weights",
            "--on",
            "2025-06-01"
        };
        Run written = decide(asked);
        Run enforced = decide(with(asked, "--stance", "as-enforced"));

        assertThat(written.outcome()).isEqualTo("LICENSE_REQUIRED");
        assertThat(written.out()).contains("us.eccn-4e091");
        assertThat(Outcome.valueOf(enforced.outcome())).isLessThan(Outcome.LICENSE_REQUIRED);
    }

    @Test
    void a_rule_says_nothing_before_its_first_day() {
        Run run = decide(
                "--closed",
                "--origin",
                "US",
                "--training-compute",
                "3e26",
                "--to",
                "BR",
                "--kind",
                "weights",
                "--on",
                "2024-12-01");

        assertThat(run.out()).doesNotContain("us.eccn-4e091");
    }

    @Test
    void a_range_across_a_threshold_is_a_question() {
        Run run = decide(
                "--closed",
                "--origin",
                "US",
                "--training-compute",
                "5e25..2e26",
                "--to",
                "BR",
                "--kind",
                "weights",
                "--on",
                "2025-06-01");

        assertThat(run.outcome()).isEqualTo("UNDETERMINED");
        assertThat(run.out()).contains("training compute (ask for: ");
    }

    @Test
    void strict_assumes_nothing() {
        String[] asked = {
            "--closed",
            "--origin",
            "US",
            "--training-compute",
            "3e26",
            "--lineage",
            "none",
            "--to",
            "GB",
            "--kind",
            "weights",
            "--on",
            "2025-06-01"
        };

        String stated = "GB";
        String[] seated = with(asked, "--headquarters", stated, "--parent", stated);
        assertThat(decide(seated).outcome()).isNotEqualTo("LICENSE_REQUIRED");
        // An exception does not rest on a seat that is only assumed, strictly or not.
        assertThat(decide(asked).outcome()).isEqualTo("LICENSE_REQUIRED");
        assertThat(decide(with(asked, "--strict")).outcome()).isEqualTo("LICENSE_REQUIRED");
    }

    @Test
    void several_destinations_give_a_decision_each_in_order() {
        Run run = decide(
                "--closed",
                "--origin",
                "US",
                "--kind",
                "api",
                "--to",
                "CN,GB",
                "--to",
                "IR,CN",
                "--on",
                "2026-11-23",
                "--json");

        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0)).contains("\"destination\":\"CN\"", "\"outcome\":\"LICENSE_REQUIRED\"");
        assertThat(run.lines().get(1)).contains("\"destination\":\"GB\"");
        assertThat(run.lines().get(2)).contains("\"destination\":\"IR\"");
    }

    @Test
    void explanations_are_parted_by_a_blank_line() {
        Run run = decide("--closed", "--origin", "US", "--kind", "api", "--to", "CN,IR", "--on", "2026-11-23");

        assertThat(run.out()).contains("\n\nLICENSE_REQUIRED: ");
    }

    @Test
    void without_a_day_it_is_today_in_UTC_and_says_so() {
        Run run = decide("--closed", "--origin", "US", "--kind", "api", "--to", "CN");

        assertThat(run.out()).contains("2026-11-23");
        assertThat(run.err()).isEqualTo("licet: no day was named; decided under the law of today, 2026-11-23 (UTC)\n");
    }

    @Test
    void a_record_is_the_same_however_often_it_is_asked() {
        String[] asked = {"--closed", "--origin", "US,CN", "--to", "CN", "--on", "2026-11-23", "--json"};

        assertThat(decide(asked)).isEqualTo(decide(asked));
    }

    @ParameterizedTest
    @CsvSource({
        "0, --packs guardrails --open --origin US --to CN",
        "10, --packs providers --closed --origin US --developer Acme --to GB --kind api",
        "11, --packs guardrails --origin US --to CN",
        "12, '--packs guardrails --closed --origin US --to GB,CN'"
    })
    void the_exit_status_shows_the_outcome_when_asked_to(int status, String asked) {
        String[] kind = asked.contains("--kind") ? new String[] {} : new String[] {"--kind", "weights"};
        String[] options = with(("decide " + asked + " --on 2025-06-01").split(" "), kind);

        assertThat(licet(options).status()).isZero();
        assertThat(licet(with(options, "--exit-code")).status()).isEqualTo(status);
    }

    @Test
    void every_fact_may_be_unknown() {
        String options =
                "model developer release license training-compute modalities lineage origin exporter to region kind recipient"
                        + " residence headquarters parent type lists intermediary end-use public red-flags attest"
                        + " provider nationality users classification commercial owner screened exporter-headquarters exporter-parent"
                        + " exporter-type exporter-lists exporter-screened exporter-nationality exporter-users exporter-owner"
                        + " intermediary-country intermediary-headquarters intermediary-parent intermediary-type"
                        + " intermediary-lists intermediary-screened intermediary-nationality intermediary-users"
                        + " intermediary-owner";
        Run run = decide(with(
                new String[] {"--on", "2026-11-23", "--json"},
                Stream.of(options.split(" "))
                        .flatMap(option -> Stream.of("--" + option, "unknown"))
                        .toArray(String[]::new)));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().split("unknown\"", -1)).hasSizeGreaterThan(20);
    }

    @Test
    void other_parties_and_owners_of_owners_have_options() {
        Run run = licet(
                "decide",
                "--on",
                "2026-11-23",
                "--kind",
                "api",
                "--exporter-lists",
                "none",
                "--exporter-owner",
                "none",
                "--intermediary",
                "Broker",
                "--intermediary-country",
                "AE",
                "--intermediary-screened",
                "us.sdn=2026-11-01,us.entity-list",
                "--intermediary-owner",
                "Holding:CY:47",
                "--intermediary-owner",
                "Holding > Chief: One:RU:50@us.sdn,us.entity-list",
                "--intermediary-owner",
                "Holding > Clean:GB:50@none",
                "--intermediary-owner",
                "Holding > Clean > none",
                "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "\"exporter\":{\"lists\":[],\"owners\":[]},\"intermediary\":{\"country\":\"AE\",\"name\":\"Broker\","
                                + "\"owners\":[{\"country\":\"CY\",\"name\":\"Holding\",\"owners\":["
                                + "{\"country\":\"GB\",\"lists\":[],\"name\":\"Clean\",\"owners\":[],\"share\":50},"
                                + "{\"country\":\"RU\",\"lists\":[\"us.entity-list\",\"us.sdn\"],\"name\":\"Chief: One\",\"share\":50}],"
                                + "\"share\":47}],\"screened\":{\"us.entity-list\":\"unknown\",\"us.sdn\":\"2026-11-01\"}}");
    }

    @Test
    void an_intermediary_of_none_is_nobody() {
        Run run = decide("--on", "2026-11-23", "--kind", "api", "--intermediary", "none", "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\"intermediary\":{\"lists\":[]}").doesNotContain("\"name\":\"none\"");
    }

    @Test
    void every_option_reaches_the_request() {
        Run run = decide(
                "--model",
                "Example-70B",
                "--developer",
                "Example AI",
                "--origin",
                "US,FR",
                "--release",
                "weights-gated-auto",
                "--license",
                "llama3.1",
                "--training-compute",
                "1e25..3e26",
                "--modalities",
                "text,image",
                "--lineage",
                "none",
                "--exporter",
                "US",
                "--to",
                "UA",
                "--region",
                "UA-DNR",
                "--kind",
                "fine_tuning",
                "--recipient",
                "Acme",
                "--residence",
                "UA",
                "--headquarters",
                "GB",
                "--parent",
                "JP",
                "--type",
                "research",
                "--lists",
                "none",
                "--intermediary",
                "Broker",
                "--end-use",
                "model-training",
                "--public",
                "yes",
                "--red-flags",
                "proxy,odd-routing",
                "--attest",
                "none",
                "--provider",
                "Cloud: West",
                "--nationality",
                "CN",
                "--users",
                "7e8",
                "--classification",
                "3A090.a",
                "--commercial",
                "no",
                "--owner",
                "Holding: One:CN:51",
                "--owner",
                "Other:unknown:12.5",
                "--on",
                "2026-11-23",
                "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\"request\":{\"model\":{\"developers\":[{\"country\":\"FR\",\"name\":\"unnamed\"},"
                        + "{\"country\":\"US\",\"name\":\"Example AI\"}],\"license\":\"llama3.1\",\"lineage\":[],\"modalities\":[\"image\",\"text\"],"
                        + "\"name\":\"Example-70B\",\"release\":\"WEIGHTS_GATED_AUTO\","
                        + "\"trainingCompute\":{\"atLeast\":1e+25,\"atMost\":3e+26}},"
                        + "\"transfer\":{\"attestations\":[],\"classification\":\"3A090.a\",\"commercial\":false,\"destination\":\"UA\",\"endUse\":\"MODEL_TRAINING\","
                        + "\"exporter\":{\"country\":\"US\",\"name\":\"Cloud: West\"},\"intermediary\":{\"name\":\"Broker\"},\"kind\":\"FINE_TUNING\","
                        + "\"offeredToPublic\":true,\"on\":\"2026-11-23\","
                        + "\"recipient\":{\"country\":\"UA\",\"headquarters\":\"GB\",\"lists\":[],\"monthlyUsers\":700000000,\"name\":\"Acme\",\"nationality\":\"CN\","
                        + "\"owners\":[{\"country\":\"CN\",\"name\":\"Holding: One\",\"share\":51},"
                        + "{\"country\":\"unknown\",\"name\":\"Other\",\"share\":12.5}],"
                        + "\"type\":\"RESEARCH\",\"ultimateParent\":\"JP\"},"
                        + "\"redFlags\":[\"PROXY\",\"ODD_ROUTING\"],\"region\":\"UA-DNR\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--closd                       | Unknown option: '--closd'              | Maybe --closed or --classification is meant.",
                "--kind wieghts                | '--kind': The field transfer.kind      | Maybe one of [WEIGHTS,",
                "--to cn                       | '--to': transfer.destination           | Maybe write CN, in upper case.",
                "--to CN,,GB                   | '--to': it is empty.                   | Maybe leave it out, or write unknown.",
                "--to CN --to UK               | '--to': transfer.destination           | Maybe write GB.",
                "--origin USA                  | '--origin':                            | Maybe it is misspelt",
                "--training-compute many             | '--training-compute': The cell (many)        | Maybe write 3e26",
                "--on 2026-02-30               | '--on': The field transfer.on          | Maybe write it as 2026-11-23.",
                "--closed --open               | exclude each other                     | Maybe leave all but one out.",
                "--closed --release HOSTED     | exclude each other                     | Maybe leave all but one out.",
                "--closed=false                | --closed takes no value                | Maybe leave it out.",
                "--to CN --strict=false        | --strict takes no value                | Maybe leave it out.",
                "--json --explain --to CN      | --json and --explain exclude           | Maybe leave all but one out.",
                "--json --format html --to CN  | --json and --format exclude            | Maybe leave all but one out.",
                "--to CN --format pdf          | '--format' (pdf)                       | Maybe one of [text, markdown, html, json]",
                "--to CN --lang fr             | '--lang' (fr)                          | Maybe one of [de, en] is meant.",
                "--to CN --lang de_AT          | '--lang' (de_AT)                       | Maybe one of [de, en] is meant.",
                "--to CN --json --lang de      | --lang is for an explanation           | Maybe add --explain",
                "a.json --lang de              | --lang is for an explanation           | Maybe add --explain",
                "--kind api --kind app         | --kind is given more than once [api, app] | Maybe leave all but one out.",
                "--to CN --width 50 --width 60 | --width is given more than once        | Maybe leave all but one out.",
                "--to CN --region UA-DNR       | is not in the destination (CN)         | Maybe one of the two is wrong.",
                "--to CN --width 39            | '--width' (39)                         | Maybe write 40 or more.",
                "--to CN --width wide          | '--width'                              | Maybe see: licet decide --help",
                "--to CN --stance as-wished    | '--stance' (as-wished)                 | Maybe one of [as-written, as-enforced]",
                "--to CN --input json          | --input is for a FILE                  | Maybe the FILE was forgotten.",
                "--to CN --packs guardrails --lists us.nobody | The list (us.nobody)                   | Maybe",
                "--to CN --packs guardrails --attest nothing-such | The attestation (nothing-such)         | Maybe",
                "--to CN --packs no-such-pack  | neither a folder nor a bundled pack    | Maybe one of [",
                "--owner Acme:CN               | '--owner': (Acme:CN) is not           | Maybe write Acme:CN:51",
                "--owner none --owner A:CN:9   | '--owner': (none) is not              | Maybe write Acme:CN:51",
                "--owner :CN:51                | '--owner': it is empty.               | Maybe leave it out, or write unknown.",
                "--owner A:CN:51 --owner B:UK:9 | '--owner':                           | Maybe write GB.",
                "--owner A:CN:many             | '--owner': The cell (many)            | Maybe write 3e26",
                "--owner A:CN:51 --owner B:CN:50 | add up to                           | Maybe a share is counted twice.",
                "--commercial maybe            | '--commercial': The field             | Maybe write true, false",
                "--users few                   | '--users': The cell (few)             | Maybe write 3e26",
                "--users -1                    | '--users'                             | Maybe it is unknown.",
                "--nationality UK              | '--nationality'                       | Maybe write GB.",
                "--to                          | --to                                   | Maybe see: licet decide --help",
                "--on 2026-11-23               | Nothing was asked.                      | Maybe begin with: licet decide",
                "a.json b.json                 | b.json                                 | Maybe see: licet decide --help"
            })
    void a_wrong_command_line_is_refused_with_a_remedy(String asked, String message, String remedy) {
        Run run = licet(with(new String[] {"decide"}, asked.split(" ")));

        assertThat(run.status()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
        assertThat(run.errors()).anyMatch(line -> line.startsWith(remedy));
    }

    @Test
    void a_pack_that_is_not_sound_is_refused_with_its_place(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pack.properties"), "title=\n");

        Run run = licet("decide", "--to", "CN", "--packs", folder.toString());

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("pack.properties").contains("\nMaybe ");
    }

    @Test
    void a_folder_of_packs_replaces_the_bundled_ones() {
        Run run = licet(
                "decide",
                "--closed",
                "--origin",
                "US",
                "--to",
                "CN",
                "--on",
                "2026-11-23",
                "--json",
                "--packs",
                Path.of("..", "rules", "guardrails").toString());

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\"rule\":\"guardrails.").doesNotContain("\"rule\":\"us.");
    }

    @Test
    void the_command_alone_shows_what_it_can_do() {
        Run run = licet();

        assertThat(run.status()).isEqualTo(64);
        assertThat(run.err()).contains("licet decide --closed --origin US --to CN --kind weights");
    }

    @Test
    void help_and_version_go_to_the_standard_output() {
        assertThat(licet("--help").out()).contains("decide").contains("never taken as a yes");
        assertThat(licet("--version").out()).startsWith("licet ");
        Run help = licet("decide", "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("Exit status:", "LICENSE_REQUIRED", "--headquarters", "catalogue.json");
        assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void an_unknown_command_is_refused() {
        Run run = licet("decied");

        assertThat(run.status()).isEqualTo(64);
        assertThat(run.err()).contains("decied").contains("\nMaybe ");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 72, 100})
    void explanations_keep_to_the_width(int width) {
        Run run = decide(
                "--closed", "--origin", "US", "--to", "CN", "--on", "2026-11-23", "--width", Integer.toString(width));

        assertThat(run.lines()).filteredOn(line -> !line.contains("://")).allMatch(line -> line.length() <= width);
    }

    @Test
    void the_answer_is_coloured_on_a_terminal_alone() {
        String[] asked = Run.known("--closed", "--origin", "US", "--to", "CN", "--on", "2026-11-23");
        Run screen = Run.fed(InputStream.nullInputStream(), new Terminal(Ansi.ON, 100, false), asked);

        assertThat(screen.lines().get(0)).startsWith("\u001B[").contains("LICENSE_REQUIRED");
        assertThat(screen.lines().subList(1, screen.lines().size())).noneMatch(line -> line.contains("\u001B"));
        assertThat(licet(asked).out()).doesNotContain("\u001B");
    }

    @Test
    void a_name_cannot_write_on_the_terminal() {
        Run run = decide("--model", "x\u001B[2J\u202E", "--to", "CN", "--on", "2026-11-23");

        assertThat(run.out()).contains("x\uFFFD[2J\uFFFD");
    }

    @Test
    void an_output_that_cannot_be_written_is_no_success() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int sign) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of("decide", "--packs", "guardrails", "--to", "CN", "--on", "2026-11-23"),
                new ByteArrayInputStream(new byte[0]),
                full,
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(74);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("No space left on device")
                .contains("\nMaybe ");
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
