package dev.licet.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Which Licet decides: its name in records, and in what the build writes beside bundled packs. */
public final class EngineVersion {
    /** The artifact and its version, such as {@code licet-core 1.0.0}. */
    public static final String NAME = "licet-core " + version();

    private EngineVersion() {}

    private static String version() {
        try (InputStream in = EngineVersion.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
