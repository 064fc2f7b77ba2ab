package dev.licet.names;

import static dev.licet.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AliasFileTest {

    private static final String HEADER = "license,alias,since,until,cite,confidence,note\n";

    @Test
    void a_row_says_what_a_name_means_and_when() {
        String text = HEADER + "open-2.0,\"Open License, 2\",2024-01-01,2025-01-01,page 3,T,\n";

        assertThat(AliasFile.read("names/licenses.csv", text))
                .containsExactly(new Alias(
                        NameType.LICENSE,
                        "open-2.0",
                        "Open License, 2",
                        LocalDate.parse("2024-01-01"),
                        Optional.of(LocalDate.parse("2025-01-01")),
                        "page 3"));
    }

    @Test
    void an_unsound_row_is_refused_with_its_line() {
        assertRefused(() -> AliasFile.read("a.csv", HEADER + "x,y,2024-01-01,2024-01-01,c,T,\n"), "a.csv:2", "(y)");
        assertRefused(
                () -> AliasFile.read("a.csv", HEADER + "x,y,yesterday,,c,T,\n"), "a.csv:2", "since", "(yesterday)");
        assertRefused(() -> AliasFile.read("a.csv", HEADER + "x,,2024-01-01,,c,T,\n"), "a.csv:2", "alias");
        assertRefused(() -> AliasFile.read("a.csv", HEADER + "x,!!,2024-01-01,,c,T,\n"), "a.csv:2", "(!!)");
        assertRefused(() -> AliasFile.read("a.csv", HEADER + "x,y,2024-01-01,,,T,\n"), "a.csv:2", "cite");
        assertRefused(() -> AliasFile.read("a.csv", "license,alias,since\nx,y,2024-01-01\n"), "a.csv:2", "header");
        assertRefused(
                () -> AliasFile.read("a.csv", "license,alias,since,until,cite,color\nx,y,2024-01-01,,c,red\n"),
                "a.csv:2",
                "(color)");
        assertRefused(() -> AliasFile.read("a.csv", HEADER + "x,y,2024-01-01\n"), "a.csv:2", "(3)");
    }
}
