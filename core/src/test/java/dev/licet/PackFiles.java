package dev.licet;

import dev.licet.pack.PackContents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a pack into a folder. It is sound until a test spoils it. */
public final class PackFiles {

    public static final String SOURCE = "https://licet.dev/source";
    public static final String PROHIBIT = "findings.prohibit( \"x\" );";
    public static final String LICENSE = "findings.requireLicense( ReviewPolicy.CASE_BY_CASE, \"x\" );";
    public static final String FLAG = "findings.flag( \"x\" );";
    public static final String IMPOSE = "findings.impose( \"do it\", \"x\" );";

    private static final Pattern LAYER = Pattern.compile("@layer\\( \"([A-Z_]+)\" \\)");

    private boolean covering = true;
    private final Path folder;
    private final String name;
    private final Map<String, String> properties = new TreeMap<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> figures = new ArrayList<>();

    private PackFiles(Path folder) {
        this.folder = folder;
        this.name = folder.getFileName().toString();
        properties.put("title", "A test pack");
        properties.put("version", "1");
        properties.put("jurisdiction", "Nowhere");
        properties.put("layer", "EXPORT_LAW");
        properties.put("asOf", "2026-11-23");
    }

    /** Begins a pack named t below a folder. */
    public static PackFiles in(Path parent) {
        return in(parent, "t");
    }

    public static PackFiles in(Path parent, String name) {
        return new PackFiles(parent.resolve(name));
    }

    /**
     * The text of a rule file: package, imports and global on the lines 1 to 4, the rule on 6, its metadata on 7 to 11 and below,
     * and without further metadata {@code when} on 12.
     */
    public static String drl(String id, String metadata, String when, String then) {
        return "package licet." + id.substring(0, id.indexOf('.'))
                + "\nimport dev.licet.facts.*\nglobal dev.licet.facts.Findings findings\n\n\n"
                + "rule \"" + id + "\"\n"
                + "    @title( \"The rule " + id + "\" )\n"
                + "    @cite( \"Book of " + id + "\" )\n"
                + "    @source( \"" + SOURCE + "\" )\n"
                + "    @since( \"2024-01-01\" )\n"
                + "    @confidence( \"A\" )\n"
                + (metadata.isEmpty() ? "" : "    " + metadata + "\n")
                + "when\n    " + when + "\nthen\n    " + then + "\nend\n";
    }

    public PackFiles set(String key, String value) {
        properties.put(key, value);
        return this;
    }

    public PackFiles unset(String key) {
        properties.remove(key);
        return this;
    }

    public PackFiles rule(String rule, String when, String then) {
        return rule(rule, "", when, then);
    }

    public PackFiles rule(String rule, String metadata, String when, String then) {
        String namespace = properties.getOrDefault("namespace", name);
        return file(rule + ".drl", drl(namespace + "." + rule, metadata, when, then));
    }

    public PackFiles countries(String list, String... codes) {
        return list(list, "country", codes);
    }

    public PackFiles parties(String list, String... names) {
        return list(list, "party", names);
    }

    public PackFiles regions(String list, String... codes) {
        return list(list, "region", codes);
    }

    public PackFiles models(String list, String... names) {
        return list(list, "model", names);
    }

    public PackFiles licenses(String list, String... ids) {
        return list(list, "license", ids);
    }

    private PackFiles list(String list, String column, String... keys) {
        return file(
                "lists/" + list + ".csv",
                column + ",since,until,cite\n"
                        + List.of(keys).stream()
                                .map(key -> key + ",2024-01-01,,c\n")
                                .collect(Collectors.joining()));
    }

    public PackFiles figure(String figure, double value) {
        figures.add(figure + "," + value + ",2024-01-01,,c\n");
        return file("figures.csv", "figure,value,since,until,cite\n" + String.join("", figures));
    }

    /** A file that pack.properties names. */
    public PackFiles file(String path, String text) {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public PackFiles bytes(String path, byte[] content) {
        files.put(path, content);
        return naming(path);
    }

    /** A file that pack.properties does not name. */
    public PackFiles stray(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Names a file in pack.properties, whether or not it is there. */
    public PackFiles naming(String path) {
        named.add(path);
        return this;
    }

    /** The pack without a word on what it holds. */
    public PackFiles withoutCoverage() {
        covering = false;
        return this;
    }

    /** What a pack that says nothing else holds: whoever could say something in the layers of its rules. */
    private void cover() {
        var layers = new TreeSet<>(Set.of(properties.getOrDefault("layer", "EXPORT_LAW")));
        files.values()
                .forEach(text -> LAYER.matcher(new String(text, StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> layers.add(found.group(1))));
        layers.remove("HOUSE_POLICY");
        file(
                "coverage.csv",
                "layer,holder,kinds,extent,since,until,checked,good_for,note\n"
                        + layers.stream()
                                .map(layer -> layer + ",*,ALL,WHOLE,2024-01-01,,,,a test\n")
                                .collect(Collectors.joining()));
    }

    /** Writes the files; answers the folder. */
    public Path write() {
        try {
            if (covering && !files.containsKey("coverage.csv")) {
                cover();
            }
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            var all = new LinkedHashMap<>(properties);
            all.putIfAbsent("files", String.join(", ", named));
            Files.writeString(
                    folder.resolve("pack.properties"),
                    all.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the pack holds, as the engine sees it. */
    public PackContents contents() {
        return PackContents.folder(write());
    }

    public RulePack pack() {
        return RulePack.folder(write());
    }

    public Licet licet() {
        return Licet.of(List.of(pack()));
    }
}
