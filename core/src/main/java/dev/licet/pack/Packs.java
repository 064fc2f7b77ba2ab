package dev.licet.pack;

import dev.licet.law.RulePackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Where the files of packs are found: a folder, or the class path. */
public final class Packs {
    private static final String ROOT = "licet/";

    private Packs() {}

    /** The files of one pack. */
    public interface Source {
        String name();

        /** Where a file stands, for messages. */
        String path(String file);

        Optional<byte[]> bytes(String file);

        /** The rule files, lists, figures and coverage that are there, where they can be listed. */
        Optional<Set<String>> present();

        /** What the build has made of the pack; never of a folder, whose files are there to be edited. */
        default Optional<byte[]> prebuilt() {
            return Optional.empty();
        }

        /** The file's text. */
        default String text(String file, String remedyIfMissing) {
            byte[] bytes = bytes(file)
                    .orElseThrow(() -> new RulePackException(path(file), "the file is missing", remedyIfMissing));
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException notUtf8) {
                throw new RulePackException(
                        path(file), "the file is not UTF-8", "save it again with the encoding UTF-8.");
            }
        }
    }

    record Folder(Path folder) implements Source {
        @Override
        public String name() {
            Path last = folder.toAbsolutePath().normalize().getFileName();
            return last == null ? "" : last.toString();
        }

        @Override
        public String path(String file) {
            return folder.resolve(file).toString();
        }

        @Override
        public Optional<byte[]> bytes(String file) {
            Path path = folder.resolve(file);
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readAllBytes(path));
            } catch (IOException unreadable) {
                throw new RulePackException(
                        path.toString(), "it cannot be read (%s)".formatted(unreadable), "its permissions forbid it.");
            }
        }

        @Override
        public Optional<Set<String>> present() {
            try (Stream<Path> paths = Files.walk(folder, 2)) {
                var files = new TreeSet<String>();
                paths.filter(Files::isRegularFile)
                        .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                        .filter(file -> file.endsWith(".drl")
                                || file.equals("figures.csv")
                                || file.equals(CoverageReader.FILE)
                                || file.startsWith("lists/"))
                        .forEach(files::add);
                return Optional.of(files);
            } catch (IOException unreadable) {
                throw new RulePackException(
                        folder.toString(),
                        "it cannot be listed (%s)".formatted(unreadable),
                        "its permissions forbid it.");
            }
        }
    }

    /** A pack on the class path, all of it from one jar where it is in one; to look for each file in all jars takes its time. */
    public record Bundled(String name, Optional<JarFile> jar) implements Source {
        public Bundled(String name) {
            this(name, jarOf(ROOT + name + "/"));
        }

        private static Optional<JarFile> jarOf(String folder) {
            URL url = Packs.class.getClassLoader().getResource(folder + "pack.properties");
            try {
                // The file is that of the class path and shared: it is not ours to close.
                return url != null && url.openConnection() instanceof JarURLConnection connection
                        ? Optional.of(connection.getJarFile())
                                .filter(jar -> jar.getEntry(folder + "pack.properties") != null)
                        : Optional.empty();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public String path(String file) {
            return "classpath:" + ROOT + name + "/" + file;
        }

        @Override
        public Optional<byte[]> bytes(String file) {
            try {
                Optional<InputStream> found = open(ROOT + name + "/" + file);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                try (InputStream in = found.get()) {
                    return Optional.of(in.readAllBytes());
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private Optional<InputStream> open(String file) throws IOException {
            if (jar.isEmpty()) {
                return Optional.ofNullable(Packs.class.getClassLoader().getResourceAsStream(file));
            }
            ZipEntry entry = jar.get().getEntry(file);
            return entry == null ? Optional.empty() : Optional.of(jar.get().getInputStream(entry));
        }

        @Override
        public Optional<Set<String>> present() {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> prebuilt() {
            return bytes(Prebuilt.FILE);
        }
    }

    /** The names of the packs on the class path: each jar that brings packs names them, a line each, in licet/packs. */
    static List<String> bundled() {
        var names = new TreeSet<String>();
        try {
            for (URL index : Collections.list(Packs.class.getClassLoader().getResources(ROOT + "packs"))) {
                try (InputStream in = index.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return List.copyOf(names);
    }
}
