package dev.licet.desk;

import static dev.licet.desk.Run.decide;
import static dev.licet.desk.Run.decideFed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import picocli.CommandLine.Help.Ansi;

class DecideFileTest {
    private static final String TO_CHINA = document("A", "CN");
    private static final String TO_BRITAIN = document("B", "GB");
    private static final String TO_IRAN = document("C", "IR");

    private static String document(String name, String destination) {
        return """
                {"model":{"name":"%s","developers":[{"name":"Example AI","country":"US"}],"release":"HOSTED"},\
                "transfer":{"on":"2026-11-23","kind":"API","destination":"%s"}}""".formatted(name, destination);
    }

    private static void assertThreeAnswers(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0)).contains("\"name\":\"A\"", "\"outcome\":\"LICENSE_REQUIRED\"");
        assertThat(run.lines().get(1)).contains("\"name\":\"B\"").doesNotContain("LICENSE_REQUIRED");
        assertThat(run.lines().get(2)).contains("\"name\":\"C\"", "\"outcome\":\"LICENSE_REQUIRED\"");
    }

    @Test
    void an_array_is_answered_in_order() {
        assertThreeAnswers(decideFed("[" + TO_CHINA + ",\n" + TO_BRITAIN + "," + TO_IRAN + "]", "-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", " \n\t\n"})
    void documents_line_by_line_are_answered_in_order(String end) {
        assertThreeAnswers(decideFed(TO_CHINA + end + TO_BRITAIN + end + TO_IRAN + end, "-"));
        assertThreeAnswers(decideFed(end + TO_CHINA + end + TO_BRITAIN + end + TO_IRAN, "-"));
    }

    @Test
    void documents_over_several_lines_are_answered_in_order() {
        String three = TO_CHINA + TO_BRITAIN + TO_IRAN;

        assertThreeAnswers(decideFed(three, "-"));
        assertThreeAnswers(decideFed(three.replace("{", "{\n  ").replace(",", ",\n  "), "-"));
    }

    @Test
    void a_table_is_answered_in_order() {
        assertThreeAnswers(decideFed("""
                model,developer,origin,release,on,kind,to,note
                A,Example AI,US,HOSTED,2026-11-23,API,CN,
                B,"Example AI",US,HOSTED,2026-11-23,API,GB,"commas, and
                lines"
                ,,,,,,,

                C,Example AI,US,HOSTED,2026-11-23,API,IR,x
                """, "-"));
    }

    @Test
    void a_table_may_name_its_columns_by_their_paths() {
        assertThreeAnswers(decideFed("""
                model.name,model.developers.0.country,model.release,transfer.on,transfer.kind,transfer.destination
                A,US,HOSTED,2026-11-23,API,CN
                B,US,HOSTED,2026-11-23,API,GB
                C,US,HOSTED,2026-11-23,API,IR
                """, "-"));
    }

    @Test
    void an_input_format_that_is_named_is_not_guessed() {
        assertThreeAnswers(decideFed(TO_CHINA + "\n" + TO_BRITAIN + "\n" + TO_IRAN, "-", "--input", "json"));
        Run run = decideFed("{model\n", "-", "--input", "CSV");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("standard input:1: The column ({model) does not exist.");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_document() {
        assertThat(decideFed("\uFEFF" + TO_CHINA, "-").lines()).hasSize(1);
        assertThat(decideFed("\uFEFFto,on\nCN,2026-11-23", "-").lines()).hasSize(1);
    }

    @Test
    void letters_of_every_script_come_through(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("文.json"), document("模型 🜚 Ünïcode", "CN"));

        assertThat(decide(file.toString()).out()).contains("\"name\":\"模型 🜚 Ünïcode\"");
    }

    @Test
    void explanations_come_instead_of_records_when_asked_for() {
        Run run = decideFed(TO_CHINA + "\n" + TO_IRAN, "-", "--explain", "--width", "60");

        assertThat(run.outcome()).isEqualTo("LICENSE_REQUIRED");
        assertThat(run.out()).contains("\n\nLICENSE_REQUIRED: ");
        assertThat(run.lines()).filteredOn(line -> !line.contains("://")).allMatch(line -> line.length() <= 60);
    }

    @Test
    void explanations_come_in_the_form_and_the_language_that_are_named() {
        Run german = decideFed(TO_CHINA + "\n" + TO_IRAN, "-", "--explain", "--lang", "de-AT", "--width", "60");
        Run markdown = decideFed(TO_CHINA + "\n" + TO_IRAN, "-", "--format", "markdown");
        Run records = decideFed(TO_CHINA + "\n" + TO_IRAN, "-", "--format", "json");

        assertThat(german.out()).startsWith("LICENSE_REQUIRED: zuvor ").contains("\n\nLICENSE_REQUIRED: zuvor ");
        assertThat(german.lines()).filteredOn(line -> !line.contains("://")).allMatch(line -> line.length() <= 60);
        assertThat(markdown.out())
                .startsWith("# **LICENSE\\_REQUIRED**: an authorization")
                .contains("\n\n# **LICENSE\\_REQUIRED**: an authorization");
        assertThat(records).isEqualTo(decideFed(TO_CHINA + "\n" + TO_IRAN, "-"));
    }

    @Test
    void several_answers_in_html_are_one_page() throws Exception {
        Run run = decideFed(TO_CHINA + "\n" + TO_IRAN, "-", "--format", "html", "--lang", "de");

        Element page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(run.out())))
                .getDocumentElement();
        assertThat(page.getTagName()).isEqualTo("html");
        assertThat(page.getAttribute("lang")).isEqualTo("de");
        assertThat(page.getElementsByTagName("article").getLength()).isEqualTo(2);
        assertThat(page.getElementsByTagName("h1").item(1).getTextContent()).startsWith("LICENSE_REQUIRED: zuvor");
        assertThat(decideFed("{}", "-", "--format", "html").out()).isEmpty();
    }

    @Test
    void options_fill_in_what_a_document_leaves_unstated() {
        String model = "{\"model\":{\"name\":\"A\",\"developers\":[{\"name\":\"Example AI\"}]},\"note\":\"x\"}";
        Run run = decideFed(model, "-", "--closed", "--origin", "US", "--kind", "api", "--to", "CN,GB");

        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0))
                .contains(
                        "{\"developers\":[{\"country\":\"US\",\"name\":\"Example AI\"}],\"name\":\"A\",\"release\":\"HOSTED\"}")
                .contains("\"destination\":\"CN\"", "\"outcome\":\"LICENSE_REQUIRED\"");
        assertThat(run.lines().get(1)).contains("\"destination\":\"GB\"");
        assertThat(run.err()).isEqualTo("licet: no day was named; decided under the law of today, 2026-11-23 (UTC)\n");
    }

    @Test
    void options_fill_in_empty_cells() {
        Run run = decideFed(
                "developer,origin,to,trainingCompute\nExample AI,,CN,\n,CN,,5e25..2e26\n",
                "-",
                "--closed",
                "--origin",
                "US",
                "--training-compute",
                "1e24",
                "--to",
                "GB,IR",
                "--on",
                "2026-11-23");

        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0))
                .contains("[{\"country\":\"US\",\"name\":\"Example AI\"}]", "\"destination\":\"CN\"", ":1e+24");
        assertThat(run.lines().get(1))
                .contains("{\"atLeast\":5e+25,\"atMost\":2e+26}", "\"country\":\"CN\"", "\"destination\":\"GB\"");
        assertThat(run.lines().get(2)).contains("\"destination\":\"IR\"");
    }

    @Test
    void what_a_document_states_wins_over_the_options() {
        Run run = decideFed(
                TO_CHINA.replace("\"name\":\"A\"", "\"name\":\"A\",\"trainingCompute\":{\"atLeast\":1e25}"),
                "-",
                "--model",
                "other",
                "--origin",
                "FR",
                "--open",
                "--training-compute",
                "1e20..2e20",
                "--to",
                "GB,SG",
                "--on",
                "2020-01-01",
                "--kind",
                "weights");

        assertThat(run.lines()).hasSize(1);
        assertThat(run.out())
                .contains("\"name\":\"A\"", "\"country\":\"US\"", "\"release\":\"HOSTED\"", "\"destination\":\"CN\"")
                .contains("\"on\":\"2026-11-23\"", "\"kind\":\"API\"", "\"trainingCompute\":{\"atLeast\":1e+25}")
                .doesNotContain("other\"", "\"FR\"");
        assertThat(decideFed(document("A", "unknown"), "-", "--to", "GB").out())
                .contains("\"destination\":\"unknown\"");
    }

    @Test
    void a_model_may_come_from_the_options_alone() {
        String transfer = "{\"transfer\":{\"on\":\"2026-11-23\",\"destination\":\"CN\"}}";

        assertThat(decideFed(transfer, "-", "--closed", "--origin", "US").out())
                .contains("\"name\":\"unnamed model\"", "\"outcome\":\"LICENSE_REQUIRED\"");
        assertThat(decideFed(transfer, "-").err()).contains("The field model is missing");
    }

    @Test
    void a_bad_document_is_reported_and_the_others_are_answered() {
        Run run = decideFed(
                String.join(
                        "\n",
                        TO_CHINA,
                        "{\"model\": {\"name\": \"x\"}, \"transfer\": {\"on\": \"2026-11-23\", \"kind\": \"CARRIER_PIGEON\"}}",
                        "{\"model\": {\"name\": \"x\"}",
                        "{\"model\": {\"name\": \"x\", \"name\": \"y\"}}",
                        "{\"model\": null, \"transfer\": {}}",
                        "[1]",
                        "{} {}",
                        "{\"modle\": {}}",
                        document("\\ud800", "CN"),
                        TO_IRAN),
                "-",
                "--on",
                "2026-11-23");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.errors().get(0))
                .startsWith("standard input:2: The field transfer.kind (CARRIER_PIGEON) does not exist.");
        assertThat(run.errors().get(1)).startsWith("Maybe one of [WEIGHTS,");
        assertThat(run.errors().stream().filter(line -> line.startsWith("standard input:")))
                .extracting(line -> line.substring(0, 17))
                .containsExactly(IntStream.rangeClosed(2, 9)
                        .mapToObj(line -> "standard input:" + line + ":")
                        .toArray(String[]::new));
        assertThat(run.errors().stream().filter(line -> line.startsWith("Maybe ")))
                .hasSize(8);
        assertThat(run.err())
                .contains("it ends in the middle", "Duplicate field 'name'", "is null", "not an object")
                .contains("something follows the document", "half of a sign")
                .doesNotContain("Source:", "java.");
        assertThat(run.errors().get(run.errors().size() - 1)).isEqualTo("licet: 8 of 10 could not be answered");
    }

    @Test
    void a_first_line_that_is_broken_is_one_bad_document_too() {
        Run run = decideFed("{\"model\": {\"name\": \"x\"}\n" + TO_CHINA + "\n" + TO_IRAN, "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.err()).startsWith("standard input:1: The JSON is broken at column ");
    }

    @Test
    void a_broken_array_is_answered_up_to_the_place() {
        Run run = decideFed("[\n" + TO_CHINA + ",\n7,\n" + TO_BRITAIN + ",\n{\"model\" 1},\n" + TO_IRAN + "]", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.errors()).element(0).asString().isEqualTo("standard input:3: The document is not an object.");
        assertThat(run.errors())
                .element(2)
                .asString()
                .startsWith("standard input:5: The JSON is broken at column 10 (");
        assertThat(run.err())
                .contains("licet: stopped there; 2 answered before\n", "licet: 1 of 3 could not be answered\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "]", "} x"})
    void an_array_that_is_not_closed_or_goes_on_is_reported(String end) {
        Run run = decideFed("[" + TO_CHINA + (end.equals("]") ? "]]" : end), "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).startsWith("standard input:1: ").contains("\nMaybe ", "1 answered before");
    }

    @Test
    void a_bad_row_is_reported_and_the_others_are_answered() {
        Run run = decideFed("""
                model,to,on
                A,CN,2026-11-23
                too,few
                far,too,many,cells
                B,UK,2026-11-23
                C,GB,tomorrow
                D,GB,2026-11-23
                """, "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.errors())
                .containsExactly(
                        "standard input:3: The row has (2) cells, the header has (3).",
                        "Maybe a comma is missing or too many, or a text with a comma has no quotes.",
                        "standard input:4: The row has (4) cells, the header has (3).",
                        "Maybe a comma is missing or too many, or a text with a comma has no quotes.",
                        "standard input:5: transfer.destination: The country (UK) is not an ISO 3166-1 alpha-2 code.",
                        "Maybe write GB.",
                        "standard input:6: The field transfer.on (tomorrow) is not a date.",
                        "Maybe write it as 2026-11-23.",
                        "licet: 4 of 6 could not be answered");
    }

    @Test
    void a_quote_that_is_not_closed_ends_the_table() {
        Run run = decideFed("model,to,on\nA,CN,2026-11-23\n\"B,CN,2026-11-23\nC,CN,2026-11-23\n", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err())
                .startsWith("standard input:3: The table is broken (Unclosed quoted field at end of input).\nMaybe ")
                .contains("1 answered before");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to,kind,to",
                "to,transfer.destination",
                "transfer.kind,to,kind",
                "origin,model.developers",
                "note,to,note"
            })
    void a_column_that_is_there_twice_is_refused_before_any_row(String header) {
        Run run = decideFed(header + "\n" + "CN,".repeat(header.split(",").length - 1) + "CN\n", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors()).hasSize(2);
        assertThat(run.err())
                .startsWith("standard input:1: The column")
                .contains(header.substring(header.lastIndexOf(',') + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "origin, US CN, model.developers.1.country, FR",
        "origin, US, model.developers.0.country, FR",
        "model.trainingCompute.atLeast, 1e25, trainingCompute, 1e26",
        "transfer.recipient, unknown, recipient, Acme",
        "model.lineage.0.relation, MERGE, model.lineage, unknown"
    })
    void a_fact_is_stated_once_in_a_row(String one, String cell, String other, String otherCell) {
        String table = "on,%s,%s%n2026-11-23,%s,%s%n".formatted(one, other, cell, otherCell);
        Run run = decideFed(table, "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("standard input:2: The cells of (%s) and (%s) state the same fact.\nMaybe "
                        .formatted(one, other));
    }

    @Test
    void a_fact_may_be_stated_by_either_of_two_columns() {
        Run run = decideFed("""
                on,origin,model.developers.1.country,model.lineage.0.relation,model.lineage.0.model.name,model.lineage
                2026-11-23,US,CN,,,unknown
                2026-11-23,US,,MERGE,Base,
                """, "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0))
                .contains("{\"country\":\"CN\",", "{\"country\":\"US\",", "\"lineage\":\"unknown\"");
    }

    @Test
    void a_table_of_cases_is_answered_without_its_expectations() throws IOException {
        Path table = Path.of("..", "rules", "guardrails", "closed-us-models.csv");
        long rows = Files.readAllLines(table).stream()
                        .filter(line -> !line.isBlank())
                        .count()
                - 1;
        Run run = decide(table.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSize((int) rows);
        assertThat(decideFed("on,outcome\n2026-11-23,PERMITTED\n", "-").err())
                .contains("The column (outcome) does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "destination",
                "model.developer",
                "transfer.recipient.owners.0.nmae",
                "model.lineage.x.relation",
                "To"
            })
    void a_column_that_does_not_exist_is_refused_before_any_row(String column) {
        Run run = decideFed("on," + column + "\n2026-11-23,x\n2026-11-23,x\n", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors()).hasSize(2);
        assertThat(run.err())
                .startsWith("standard input:1: The column (" + column
                        + ") does not exist.\nMaybe one of [model, developer,");
    }

    @Test
    void a_table_with_semicolons_differs_from_a_misspelled_column() {
        assertThat(decideFed("model;to\nA;CN\n", "-").err()).contains("save the table with commas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", "\uFEFF", "[]", "to,on\n", "to,on\n,\n"})
    void an_input_without_a_document_is_an_error(String input) {
        Run run = decideFed(input, "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("standard input: it ").contains("\nMaybe ");
    }

    @Test
    void a_file_that_cannot_be_read_is_an_error(@TempDir Path folder) {
        Run missing = decide(folder.resolve("none.json").toString());
        Run directory = decide(folder.toString());
        Run nonsense = decide("a\0b");

        assertThat(missing.err())
                .endsWith("none.json: there is no such file.\n"
                        + "Maybe the path is misspelt, or starts from another folder.\n");
        assertThat(directory.err()).contains(": it is a folder.\nMaybe ");
        assertThat(List.of(missing.status(), directory.status(), nonsense.status()))
                .containsOnly(2);
    }

    @Test
    void a_bug_of_our_own_is_reported_without_a_stack_trace() {
        InputStream faulty = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("it was never expected");
            }
        };
        Run run = Run.fed(faulty, Terminal.none(), Run.known("-"));

        assertThat(run.status()).isEqualTo(70);
        assertThat(run.err()).contains("it was never expected").contains("\nMaybe it is a bug of Licet");
    }

    @Test
    void bytes_that_are_not_UTF_8_are_reported_with_their_place() {
        byte[] good = (TO_CHINA + "\n" + TO_BRITAIN + "\n{\"model\":{\"name\":\"").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(good, good.length + 2);
        all[good.length] = (byte) 0xE9;
        all[good.length + 1] = '"';
        Run run = Run.fed(new ByteArrayInputStream(all), Terminal.none(), Run.known("-"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.err())
                .startsWith("standard input:3: the byte at the offset (" + good.length + ") is not UTF-8.\nMaybe ")
                .contains("2 answered before");

        Run cut = Run.fed(
                new ByteArrayInputStream(new byte[] {'t', 'o', '\n', (byte) 0xE6}), Terminal.none(), Run.known("-"));
        assertThat(cut.err()).startsWith("standard input:2: the byte at the offset (3) is not UTF-8.");
    }

    @Test
    void one_faulty_document_is_reported_once_however_many_places_are_asked_for() {
        Run run = decideFed(
                "{\"model\":{\"name\":\"A\",\"licence\":\"mit\"}}\n", "-", "--to", "CN,GB,SG", "--on", "2026-11-23");

        assertThat(run.errors()).hasSize(3);
        assertThat(run.err()).endsWith("licet: 1 of 1 could not be answered\n");
    }

    @Test
    void a_million_lines_would_need_no_more_memory_than_a_few() {
        int documents = 20_000;
        var in = new Generated(documents);
        var written = new Written(in);
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of("decide", "--packs", "guardrails", "-"),
                in,
                written,
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        assertThat(written.lines).isEqualTo(documents);
        // Two buffers of the reader, and what is worked on; a document has more than a hundred bytes.
        assertThat(written.furthestAhead).isLessThan(2 * 8192 / 100 + MOST_AT_WORK);
    }

    /** As many as the library reads ahead: two chunks of 32 for each core, and the one whose answers are written. */
    static final int MOST_AT_WORK = (2 * Runtime.getRuntime().availableProcessors() + 1) * 32;

    private static final class Generated extends InputStream {
        private final int documents;
        private int given;
        private byte[] current = new byte[0];
        private int at;

        Generated(int documents) {
            this.documents = documents;
        }

        @Override
        public int read() {
            if (at == current.length) {
                if (given == documents) {
                    return -1;
                }
                current = (document("model " + given++, "GB") + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return current[at++];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = 0;
            for (int sign = count < length ? read() : -1; sign >= 0; sign = count < length ? read() : -1) {
                target[offset + count++] = (byte) sign;
            }
            return count == 0 ? -1 : count;
        }
    }

    private static final class Written extends OutputStream {
        private final Generated in;
        private int lines;
        private int furthestAhead;

        Written(Generated in) {
            this.in = in;
        }

        @Override
        public void write(int sign) {
            if (sign == '\n') {
                lines++;
                furthestAhead = Math.max(furthestAhead, in.given - lines);
            }
        }
    }

    @Test
    void a_bar_counts_documents_on_a_terminal(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("three.json"), TO_CHINA + "\n{}\n" + TO_IRAN + "\n");
        var screen = new Terminal(Ansi.OFF, 100, true);
        Run run = Run.fed(InputStream.nullInputStream(), screen, Run.known(file.toString(), "--on", "2026-11-23"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.err()).contains("\rlicet ", "documents", "three.json:2: The field model is missing");
        assertThat(Run.fed(new ByteArrayInputStream(TO_CHINA.getBytes(StandardCharsets.UTF_8)), screen, Run.known("-"))
                        .err())
                .isEmpty();
    }

    @Test
    void the_answers_are_the_same_in_any_locale() {
        Locale before = Locale.getDefault();
        String rows = "to,on\n"
                + IntStream.range(0, 3).mapToObj(i -> "CN,2026-11-23\nXX\n").collect(Collectors.joining());
        Run here = decideFed(rows, "-", "--closed", "--origin", "US", "--end-use", "military-intelligence");
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(decideFed(rows, "-", "--closed", "--origin", "US", "--end-use", "military-intelligence"))
                        .isEqualTo(here);
            }
        } finally {
            Locale.setDefault(before);
        }
        assertThat(here.lines()).hasSize(3);
    }
}
