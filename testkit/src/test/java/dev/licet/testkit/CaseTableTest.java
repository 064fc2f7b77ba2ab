package dev.licet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.request.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CaseTableTest {

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> the_toy_packs_decide_as_their_tables_say() throws IOException {
        return Stream.concat(CaseTables.of(Toys.copy("toy", temp)), CaseTables.of(Toys.copy("note", temp)));
    }

    private Path table(String... lines) throws IOException {
        return Files.writeString(temp.resolve("table.csv"), String.join("\n", lines) + "\n");
    }

    private static List<String> failures(Stream<DynamicTest> tests) {
        var failures = new ArrayList<String>();
        tests.forEach(test -> {
            try {
                test.getExecutable().execute();
            } catch (Throwable failure) {
                failures.add(failure.getMessage());
            }
        });
        return failures;
    }

    private void refused(String message, String... lines) throws IOException {
        Path table = table(lines);
        assertThatThrownBy(() -> CaseTable.read(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(table + message)
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void a_failing_case_says_where_what_and_why() throws IOException {
        Path toy = Toys.copy("toy", temp);
        Toys.edit(
                toy.resolve("bar.csv"),
                "an open model to France,2025-05-31,WEIGHTS_PUBLIC,FR,FR,PERMITTED,,,,,,",
                "an open model to France,2025-05-31,HOSTED,FR,FR,PERMITTED,CONDITIONAL,!toy.way,end use,PROHIBITED,Toy-07,it is a toy");
        String explanation = Licet.of(List.of(RulePack.folder(toy)))
                .decide(Request.ofRow(
                        Map.of("on", "2025-05-31", "release", "HOSTED", "to", "FR", "headquarters", "FR")))
                .explain();

        assertThat(failures(CaseTables.of(toy)))
                .containsExactly(toy.resolve("bar.csv") + ":12: an open model to France\n"
                        + "  outcome: expected PERMITTED, was LICENSE_REQUIRED\n"
                        + "  enforced: expected CONDITIONAL, was LICENSE_REQUIRED\n"
                        + "  EXPORT_LAW: expected PROHIBITED, was LICENSE_REQUIRED\n"
                        + "  rules: expected !toy.way, was toy.bar\n"
                        + "  rules missing: !toy.way; rules too many: toy.bar\n"
                        + "  asks: expected [end use], was []\n"
                        + "  the case comes from: Toy-07\n"
                        + "  its author doubts it: it is a toy\n\n"
                        + explanation);
    }

    @Test
    void a_changed_rule_fails_the_cases_that_it_turns() throws IOException {
        Path toy = Toys.copy("toy", temp);
        Toys.edit(toy.resolve("bar.drl"), "Destination( is(\"FR\") )", "Destination( is(\"ES\") )");

        assertThat(failures(CaseTables.of(toy)))
                .isNotEmpty()
                .anyMatch(message -> message.contains("bar.csv:2: a closed model to France")
                        && message.contains("outcome: expected LICENSE_REQUIRED, was PERMITTED"));
    }

    @Test
    void every_single_expectation_is_looked_at() throws IOException {
        for (String[] edit : new String[][] {
            {"FR,FR,LICENSE_REQUIRED,PERMITTED,toy.bar,,,,\nthe last", "FR,FR,LICENSE_REQUIRED,,toy.bar,,,,\nthe last"},
            {"?toy.bar,release of the model", "?toy.bar,"},
            {"toy.bar,,LICENSE_REQUIRED,,", "toy.bar,,PERMITTED,,"},
            {"PERMITTED,,#toy.bar", "PERMITTED,,"},
        }) {
            Path toy = Toys.copy("toy", temp);
            Toys.edit(toy.resolve("bar.csv"), edit[0], edit[1]);

            assertThat(failures(CaseTables.of(toy))).as(edit[1]).isNotEmpty();
        }
    }

    @Test
    void a_test_says_which_table_and_where_it_stands() throws IOException {
        Path toy = Toys.copy("toy", temp);

        DynamicTest first = CaseTables.of(toy).findFirst().orElseThrow();

        assertThat(first.getDisplayName()).isEqualTo("bar: a closed model to France");
        assertThat(first.getTestSourceUri())
                .hasValueSatisfying(uri -> assertThat(uri.toString()).endsWith("bar.csv?line=2"));
    }

    @Test
    void a_pack_is_tried_together_with_those_it_leans_on() throws IOException {
        Path note = Toys.copy("note", temp);
        Files.writeString(
                note.resolve("civil.csv"),
                "case,on,release,to,headquarters,endUse,outcome,rules\n"
                        + "both speak,2025-05-31,HOSTED,FR,FR,MILITARY,PROHIBITED,note.civil toy.bar\n");

        assertThat(failures(CaseTables.of(note))).hasSize(1);
        assertThat(failures(CaseTables.of(note, RulePack.bundled("toy")))).isEmpty();
    }

    @Test
    void what_a_spreadsheet_leaves_behind_is_read() throws IOException {
        Path table = temp.resolve("table.csv");
        Files.write(
                table,
                "\uFEFFcase,on,trainingCompute,outcome,rules\r\n\"with, comma\",2025-05-31, 1E+26 ,PERMITTED, \r\n,,,,\r\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(CaseTable.read(table).cases()).singleElement().satisfies(only -> {
            assertThat(only.name()).isEqualTo("with, comma");
            assertThat(only.line()).isEqualTo(2);
            assertThat(only.request().model().trainingCompute().value())
                    .hasValueSatisfying(compute -> assertThat(compute.atLeast()).isEqualTo(1e26));
        });
    }

    @Test
    void a_table_that_is_not_sound_is_refused_with_file_line_and_remedy() throws IOException {
        String head = "case,on,to,outcome,rules";
        refused(":1: the first column is (on)", "on,case,outcome,rules");
        refused(":1: the first column is (case;on;outcome)", "case;on;outcome");
        refused(":1: the column (to) is there twice", "case,to,to,outcome,rules");
        refused(":1: the column (rules) is missing", "case,on,outcome");
        refused(": the table has no case (0)", head);
        refused(":2: the row has (4) cells, the header has (5)", head, "a,2025-05-31,FR,PERMITTED");
        refused(":2: the case has no name ()", head, ",2025-05-31,FR,PERMITTED,");
        refused(":3: the case (a) is on line 2 too", head, "a,2025-05-31,FR,PERMITTED,", "a,2025-05-31,ES,PERMITTED,");
        refused(":2: the column outcome is empty ()", head, "a,2025-05-31,FR,,");
        refused(":2: the outcome (permitted) of the column outcome does not exist", head, "a,2025-05-31,FR,permitted,");
        refused(":2: the sign (+toy.plan) cannot be read", head, "a,2025-05-31,FR,PERMITTED,+toy.plan");
        refused(":2: ", head, "a,31/05/2025,FR,PERMITTED,");
        refused(":2: The column (tto) does not exist", "case,on,tto,outcome,rules", "a,2025-05-31,FR,PERMITTED,");
        refused(": it is not a table", head, "a,\"2025-05-31,FR,PERMITTED,");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused() throws IOException {
        Path missing = temp.resolve("missing.csv");
        Path empty = Files.writeString(temp.resolve("empty.csv"), "");
        Path latin = Files.write(temp.resolve("latin.csv"), new byte[] {'c', (byte) 0xE9});

        assertThatThrownBy(() -> CaseTable.read(missing)).hasMessageStartingWith(missing + ": the file is missing");
        assertThatThrownBy(() -> CaseTable.read(empty)).hasMessageStartingWith(empty + ": the table is empty");
        assertThatThrownBy(() -> CaseTable.read(latin)).hasMessageStartingWith(latin + ": the file is not UTF-8");
    }
}
