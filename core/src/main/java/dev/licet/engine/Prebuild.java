package dev.licet.engine;

import dev.licet.law.RulePackException;
import dev.licet.pack.ConditionsAsJava;
import dev.licet.pack.PackContents;
import dev.licet.pack.Prebuilt;
import dev.licet.vocabulary.Condition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads and compiles packs ahead, for the build of a jar of packs. */
public final class Prebuild {
    private Prebuild() {}

    /**
     * Prebuilds packs; run by the build of a jar of packs.
     *
     * @param arguments the folder of the packs, that of the jar's content, and that for Java sources
     * @throws IOException if something cannot be written
     * @throws RulePackException if the packs are not sound
     */
    public static void main(String[] arguments) throws IOException {
        List<PackContents> packs = PackContents.folders(Path.of(arguments[0]));
        // As rule files, too: what Drools refuses has no place in a jar.
        new Library(packs);
        for (PackContents pack : packs) {
            var conditions = new LinkedHashMap<String, Condition>();
            pack.files().stream()
                    .flatMap(file -> file.conditions().stream())
                    .forEach(condition -> conditions.putIfAbsent(condition.pattern(), condition));
            write(Path.of(arguments[1], "licet", pack.name(), Prebuilt.FILE), Prebuilt.bytes(pack));
            write(
                    Path.of(
                            arguments[2],
                            ConditionsAsJava.className(pack.name()).replace('.', '/') + ".java"),
                    ConditionsAsJava.write(pack.name(), conditions.values()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
