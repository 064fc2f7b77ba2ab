package dev.licet.benchmarks;

import dev.licet.RulePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
                delete(above);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Takes a folder away with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /**
     * One rule made from another.
     *
     * @param of the name of the rule that it is made from
     * @param name its own
     * @param group the number of its lists
     */
    record Copy(String of, String name, int group) {}

    /** The rules that a pack of so many has. */
    static List<Copy> copies(int many) {
        List<String> originals = FIFTEEN.rules().stream()
                .map(rule -> rule.id().substring(NAME.length() + 1))
                .filter(name -> !name.equals("allies"))
                .toList();
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    String of = originals.get(i % originals.size());
                    return new Copy(of, of + "-" + i, i / PER_LIST);
                })
                .toList();
    }

    /**
     * Copies of the fifteen rules under other names until there are so many. As laws do, each twenty of them have lists of their
     * own; the lists hold what those of the fifteen hold, so that a case meets a rule's conditions as often as before.
     */
    static void rules(Path folder, int many) {
        var files = new ArrayList<String>();
        Map<String, String> texts = FIFTEEN.rules().stream()
                .collect(Collectors.toMap(rule -> rule.id().substring(NAME.length() + 1), FIFTEEN::text));
        for (Copy copy : copies(many)) {
            write(
                    folder,
                    copy.name() + ".drl",
                    texts.get(copy.of())
                            .replace("rule \"benchmark." + copy.of() + "\"", "rule \"benchmark." + copy.name() + "\"")
                            .replaceAll(
                                    "on\\(\"benchmark\\.([a-z]+)\"\\)", "on(\"benchmark.$1-" + copy.group() + "\")"));
            files.add(copy.name() + ".drl");
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
                layer=HOUSE_POLICY
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
