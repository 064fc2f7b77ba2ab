package dev.licet.benchmarks;

import dev.licet.RulePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Packs that are made for growth, written to a folder for a moment and read as any other. */
final class Generated {
    private static final String NAME = "benchmark";
    private static final RulePack FIFTEEN = RulePack.bundled(NAME);
    private static final int PER_LIST = 20;

    private Generated() {}

    /** Writes a pack, does something with it, and takes the folder away. */
    static <T> T pack(Consumer<Path> write, Function<RulePack, T> use) {
        try {
            Path above = Files.createTempDirectory("licet-benchmark");
            try {
                Path folder = Files.createDirectories(above.resolve(NAME).resolve("lists"))
                        .getParent();
                write.accept(folder);
                return use.apply(RulePack.folder(folder));
            } finally {
                try (Stream<Path> all = Files.walk(above)) {
                    for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Copies of the fifteen rules under other names until there are so many. As laws do, each twenty of them have lists of their
     * own; the lists hold what those of the fifteen hold, so that a case meets a rule's conditions as often as before.
     */
    static void rules(Path folder, int many) {
        var files = new ArrayList<String>();
        List<String> originals = FIFTEEN.rules().stream()
                .filter(rule -> !rule.id().endsWith(".allies"))
                .map(FIFTEEN::text)
                .toList();
        for (int i = 0; i < many; i++) {
            String text = originals.get(i % originals.size());
            String id = text.replaceAll("(?s).*rule \"benchmark\\.([^\"]+)\".*", "$1");
            String name = id + "-" + i;
            int group = i / PER_LIST;
            write(
                    folder,
                    name + ".drl",
                    text.replace("rule \"benchmark." + id + "\"", "rule \"benchmark." + name + "\"")
                            .replaceAll("on\\(\"benchmark\\.([a-z]+)\"\\)", "on(\"benchmark.$1-" + group + "\")"));
            files.add(name + ".drl");
        }
        for (int group = 0; group <= (many - 1) / PER_LIST; group++) {
            for (String list : FIFTEEN.lists()) {
                files.add(list(folder, list, "-" + group, rows(list)));
            }
        }
        files.add(figures(folder));
        properties(folder, files);
    }

    /** The fifteen rules with a longer list of entities. */
    static void list(Path folder, int rows) {
        var files = new ArrayList<String>();
        FIFTEEN.rules().forEach(rule -> {
            String file = rule.id().substring(NAME.length() + 1) + ".drl";
            write(folder, file, FIFTEEN.text(rule));
            files.add(file);
        });
        for (String list : FIFTEEN.lists()) {
            boolean grows = list.endsWith(".entities");
            List<String> keys = grows
                    ? IntStream.rangeClosed(1, rows)
                            .mapToObj(i -> "Entity " + i)
                            .toList()
                    : rows(list);
            files.add(list(folder, list, "", keys));
        }
        files.add(figures(folder));
        properties(folder, files);
    }

    private static List<String> rows(String list) {
        return FIFTEEN.rows(list).stream().map(row -> row.key()).toList();
    }

    private static String list(Path folder, String list, String suffix, List<String> keys) {
        String file = "lists/" + list.substring(NAME.length() + 1) + suffix + ".csv";
        String subject = list.endsWith(".entities") || list.endsWith(".denied") ? "party" : "country";
        write(
                folder,
                file,
                keys.stream()
                        .map(key -> key + ",2026-01-01,,made up,\n")
                        .collect(Collectors.joining("", subject + ",since,until,cite,note\n", "")));
        return file;
    }

    private static String figures(Path folder) {
        write(folder, "figures.csv", Resources.text("licet/benchmark/figures.csv"));
        return "figures.csv";
    }

    private static void properties(Path folder, List<String> files) {
        write(folder, "pack.properties", """
                title=Made for growth
                version=1
                jurisdiction=Made up for the benchmarks
                authority=HOUSE_POLICY
                asOf=2026-11-23
                files=%s
                """.formatted(String.join(", ", files)));
    }

    private static void write(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
