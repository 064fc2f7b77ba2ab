package dev.licet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.RulePack;
import dev.licet.law.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {

    /** Made by the build, where people may look it up. */
    private static final Path BOOK = Path.of("target", "rule-book.html");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Main.run(
                List.of(args),
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void the_book_holds_every_rule_list_and_case() throws IOException {
        assertThat(run("book", "--out", BOOK.toString())).isZero();

        String page = Files.readString(BOOK);
        assertThat(page).startsWith("<!DOCTYPE html>");
        for (RulePack pack : RulePack.bundled()) {
            assertThat(page).contains("<section id=\"" + pack.name() + "\">", pack.digest());
            for (Rule rule : pack.rules()) {
                assertThat(page)
                        .contains(
                                "id=\"" + rule.id() + "\"",
                                rule.source().toString().replace("&", "&amp;"));
                long cases = pack.cases(rule).orElseThrow().lines().count() - 1;
                assertThat(cases).as(rule.id()).isPositive();
            }
            for (String list : pack.lists()) {
                assertThat(page).contains("<details id=\"" + list + "\">");
            }
        }
        assertThat(page).doesNotContain("<script", "src=");
    }

    @Test
    void a_status_is_a_part_of_the_timeline() throws IOException {
        assertThat(run("book", "--packs", "us-export", "--out", BOOK + ".us")).isZero();

        assertThat(Files.readString(Path.of(BOOK + ".us")))
                .contains("class=\"NOT_ENFORCED\"", "class=\"PENDING\"", "2025-01-13 to 2025-05-14: not binding");
    }

    @Test
    void a_pack_that_is_not_there_or_not_sound_makes_no_book(@TempDir Path folder) throws IOException {
        assertThat(run("book", "--packs", "nothing")).isEqualTo(Main.USAGE);
        Files.writeString(folder.resolve("pack.properties"), "title=x\n");
        assertThat(run("book", "--packs", folder.toString())).isEqualTo(Decide.BAD_PACKS);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("(nothing)", "\nMaybe ");
    }

    @Test
    void an_unwritable_output_is_reported(@TempDir Path folder) {
        assertThat(run("book", "--packs", "guardrails", "--out", folder.toString()))
                .isEqualTo(Decide.UNWRITABLE);
    }
}
