package dev.licet.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the packs stand: at the top of this module, which is where its tests run. */
final class Packs {
    private Packs() {}

    /** The folders that are packs. */
    static List<Path> folders() throws IOException {
        try (Stream<Path> below = Files.list(Path.of(""))) {
            return below.filter(folder -> Files.exists(folder.resolve("pack.properties")))
                    .sorted()
                    .toList();
        }
    }

    /** The packs that the jar names. */
    static List<String> named() throws IOException {
        return Files.readAllLines(Path.of("packs"));
    }
}
