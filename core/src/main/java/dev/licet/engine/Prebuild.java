package dev.licet.engine;

import dev.licet.law.RulePackException;
import dev.licet.pack.PackContents;
import dev.licet.pack.Prebuilt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads packs ahead, for the build of a jar of packs. */
public final class Prebuild {
    private Prebuild() {}

    /**
     * Prebuilds packs; run by the build of a jar of packs.
     *
     * @param arguments the folder of the packs, and that of the jar's content
     * @throws IOException if something cannot be written
     * @throws RulePackException if the packs are not sound
     */
    public static void main(String[] arguments) throws IOException {
        List<PackContents> packs = PackContents.folders(Path.of(arguments[0]));
        // What Drools refuses has no place in a jar.
        new Library(packs);
        for (PackContents pack : packs) {
            write(Path.of(arguments[1], "licet", pack.name(), Prebuilt.FILE), Prebuilt.bytes(pack));
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
