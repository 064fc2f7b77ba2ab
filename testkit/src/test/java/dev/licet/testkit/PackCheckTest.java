package dev.licet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCheckTest {

    @TempDir
    Path temp;

    private Path toy;

    @BeforeEach
    void copy() throws IOException {
        toy = Toys.copy("toy", temp);
    }

    private List<String> gaps() {
        var gaps = new ArrayList<String>();
        PackCheck.of(toy).tests().forEach(test -> {
            try {
                test.getExecutable().execute();
            } catch (Throwable failure) {
                gaps.add(failure.getMessage());
            }
        });
        return gaps;
    }

    private void drop(String table, String... cases) throws IOException {
        Path file = toy.resolve(table);
        List<String> kept = Files.readAllLines(file).stream()
                .filter(line -> List.of(cases).stream().noneMatch(line.replace("\"", "")::startsWith))
                .toList();
        Files.write(file, kept);
    }

    @Test
    void a_pack_that_is_tried_from_every_side_has_no_gap() {
        assertThat(gaps()).isEmpty();
        assertThat(PackCheck.of(toy).tests())
                .extracting("displayName")
                .containsExactly(
                        "toy.bar is tried from every side",
                        "toy.plan is tried from every side",
                        "toy.way is tried from every side",
                        "every table of toy belongs to a rule");
    }

    @Test
    void it_counts() throws IOException {
        Files.createDirectories(toy.resolve("lists"));
        Files.writeString(
                toy.resolve("lists/near.csv"), "country,since,until,cite\nBE,2025-01-01,,Toy\nES,2025-01-01,,Toy\n");
        Toys.edit(toy.resolve("pack.properties"), "way.drl", "way.drl, lists/near.csv");

        assertThat(PackCheck.of(toy).summary()).isEqualTo("toy: 3 rules with 7 dates, 21 cases, 1 lists with 2 rows");
    }

    @Test
    void a_rule_without_a_table_is_found() throws IOException {
        Files.delete(toy.resolve("way.csv"));

        assertThat(gaps())
                .singleElement()
                .asString()
                .startsWith(toy.resolve("way.csv") + ": the rule (toy.way) has no case table\nMaybe begin one");
    }

    @Test
    void a_table_without_a_rule_is_found() throws IOException {
        Files.copy(toy.resolve("way.csv"), toy.resolve("wey.csv"));

        assertThat(gaps())
                .containsExactly(toy.resolve("wey.csv")
                        + ": the table belongs to no rule (wey)\nMaybe one of these is meant: [bar, plan, way].");
    }

    @Test
    void a_rule_that_applies_in_no_case_is_found() throws IOException {
        drop("plan.csv", "an open model to Italy");
        Toys.edit(toy.resolve("plan.csv"), "^toy.plan", "");

        assertThat(gaps())
                .containsExactly(toy.resolve("plan.csv")
                        + ": the rule (toy.plan) applies, is excepted or is an exception in no case\n"
                        + "Maybe add the plainest case that it is made for.");
    }

    @Test
    void a_missing_near_miss_is_found() throws IOException {
        Toys.edit(toy.resolve("plan.csv"), "ES,PERMITTED,", "ES,PERMITTED,^toy.plan");
        Toys.edit(
                toy.resolve("plan.csv"),
                "2024-12-31,WEIGHTS_PUBLIC,IT,UNDETERMINED,",
                "2024-12-31,,,PERMITTED,^toy.plan");

        assertThat(gaps()).singleElement().asString().startsWith(toy.resolve("plan.csv") + ": there is no near miss");
    }

    @Test
    void a_missing_unknown_is_found() throws IOException {
        drop("bar.csv", "release not known");
        drop("way.csv", "headquarters not known");

        assertThat(gaps())
                .hasSize(2)
                .allMatch(gap -> gap.contains(": in no case is a fact unknown on which the rule (toy."))
                .anyMatch(gap -> gap.contains("?toy.bar"))
                .anyMatch(gap -> gap.contains(">toy.way"));
    }

    @Test
    void a_rule_that_never_binds_needs_no_unknown() throws IOException {
        assertThat(Files.readString(toy.resolve("plan.csv"))).doesNotContain("?");
        assertThat(gaps()).isEmpty();
    }

    @Test
    void each_day_that_is_not_tried_is_found() throws IOException {
        String[][] days = {
            {"the day before the code", "2024-12-31, the day before the first day"},
            {"the first day of the code", "2025-01-01, the first day"},
            {"suspended, the first day", "2025-06-01, the first day of the status SUSPENDED"},
            {"suspended, the last day", "2025-06-30, the day before the end of the status SUSPENDED"},
            {"back by itself", "2025-07-01, the end of the status SUSPENDED"},
            {"the day before the notice", "2025-08-31, the day before the first day of the status NOT_ENFORCED"},
            {"not enforced", "2025-09-01, the first day of the status NOT_ENFORCED"},
            {"the last day of the code", "2025-12-31, the day before the end"},
            {"the code has ended", "2026-01-01, the end"},
        };
        for (String[] day : days) {
            toy = Toys.copy("toy", temp);
            drop("bar.csv", day[0]);

            assertThat(gaps())
                    .as(day[0])
                    .containsExactly(toy.resolve("bar.csv") + ": no case is on " + day[1] + " of the rule (toy.bar)\n"
                            + "Maybe add a row with that day in the column on.");
        }
    }

    @Test
    void all_gaps_of_a_rule_are_told_at_once() throws IOException {
        drop("bar.csv", "release not known", "back by itself", "the code has ended");

        assertThat(gaps()).singleElement().asString().hasLineCount(6);
    }
}
