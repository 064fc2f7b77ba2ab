package dev.licet.testkit;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.request.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packs of this module's tests, and decisions by them. */
final class Toys {
    private Toys() {}

    /** A copy of a toy pack that a test may break. */
    static Path copy(String pack, Path temp) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(pack));
        List<String> files = pack.equals("toy")
                ? List.of(
                        "pack.properties",
                        "coverage.csv",
                        "bar.drl",
                        "bar.csv",
                        "plan.drl",
                        "plan.csv",
                        "way.drl",
                        "way.csv")
                : List.of("pack.properties", "civil.drl", "civil.csv");
        for (String file : files) {
            try (InputStream in = Toys.class.getResourceAsStream("/licet/" + pack + "/" + file)) {
                Files.write(folder.resolve(file), in.readAllBytes());
            }
        }
        return folder;
    }

    /** Changes what stands in a file. */
    static void edit(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("The file " + file + " does not hold (" + old + ").");
        }
        Files.writeString(file, text.replace(old, replacement));
    }

    /** Decides a closed model to France for a French company on 2025-05-31, but for the cells given. */
    static Decision decide(Licet licet, Map<String, String> cells) {
        var row = new LinkedHashMap<>(
                Map.of("on", "2025-05-31", "release", "HOSTED", "to", "FR", "headquarters", "FR", "endUse", "CIVIL"));
        row.putAll(cells);
        return licet.decide(Request.ofRow(row));
    }
}
