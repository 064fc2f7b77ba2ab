package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WallsTest {

    @Test
    void the_rules_hold_no_java_outside_their_tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java") && !file.startsWith("target")))
                    .allMatch(file -> file.startsWith(Path.of("src", "test")));
        }
    }

    @Test
    void the_index_names_every_pack_and_no_other() throws IOException {
        assertThat(Packs.named())
                .isSorted()
                .containsExactlyElementsOf(
                        Packs.folders().stream().map(Path::toString).toList());
    }

    @Test
    void all_packs_load_together() throws IOException {
        List<String> loaded =
                Licet.standard().packs().stream().map(RulePack::name).toList();

        assertThat(loaded).containsExactlyElementsOf(Packs.named());
    }

    @Test
    void the_jar_holds_what_stands_in_the_folders() throws IOException {
        for (Path folder : Packs.folders()) {
            assertThat(RulePack.bundled(folder.toString()).digest())
                    .as(folder.toString())
                    .isEqualTo(RulePack.folder(folder).digest());
        }
    }

    @Test
    void every_pack_says_what_it_covers() throws IOException {
        for (Path folder : Packs.folders()) {
            String asOf = RulePack.folder(folder).asOf().toString();

            assertThat(folder.resolve("README.md")).content().contains("## Covers", "## Leaves out", asOf);
        }
    }
}
