package dev.licet.pack;

import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import dev.licet.law.RulePackException;
import dev.licet.names.Alias;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pack as it was read: its rule files, lists, figures, coverage and aliases, checked one by one.
 *
 * @param properties what its {@code pack.properties} says
 * @param asOf the day up to which its content was looked up
 * @param within the lists that lie within others, by name, each with those that it lies within
 * @param ahead whether the build has read it, and Drools has compiled its rules there
 */
public record PackContents(
        String name,
        Map<String, String> properties,
        LocalDate asOf,
        List<RuleFile> files,
        List<NamedList> lists,
        List<Figure> figures,
        List<Coverage> coverage,
        Map<String, Set<String>> within,
        List<Alias> aliases,
        String digest,
        Packs.Source source,
        boolean ahead) {

    public PackContents {
        properties = Map.copyOf(properties);
        files = List.copyOf(files);
        lists = List.copyOf(lists);
        figures = List.copyOf(figures);
        coverage = List.copyOf(coverage);
        within = Map.copyOf(within);
        aliases = List.copyOf(aliases);
    }

    /** Reads a pack from a folder; throws {@link RulePackException} if anything in it is not sound. */
    public static PackContents folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RulePackException(folder.toString(), "it is not a folder", "the path is misspelt.");
        }
        return read(new Packs.Folder(folder));
    }

    /** Reads the folder itself if it is a pack, else each pack in it. */
    public static List<PackContents> folders(Path folder) {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(PackReader.PROPERTIES))) {
            return List.of(folder(folder));
        }
        try (Stream<Path> below = Files.list(folder)) {
            List<Path> packs = below.filter(path -> Files.exists(path.resolve(PackReader.PROPERTIES)))
                    .sorted()
                    .toList();
            if (packs.isEmpty()) {
                throw new RulePackException(
                        folder.toString(),
                        "neither it nor a folder in it has a (%s)".formatted(PackReader.PROPERTIES),
                        "another folder is meant.");
            }
            return packs.stream().map(PackContents::folder).toList();
        } catch (IOException unreadable) {
            throw new RulePackException(
                    folder.toString(), "it cannot be listed (%s)".formatted(unreadable), "its permissions forbid it.");
        }
    }

    /** Reads a pack from the class path. */
    public static PackContents bundled(String name) {
        return read(new Packs.Bundled(name));
    }

    /** Reads all packs on the class path, by name. */
    public static List<PackContents> bundled() {
        return Packs.bundled().parallelStream().map(PackContents::bundled).toList();
    }

    /** Reads a pack from anywhere. */
    public static PackContents read(Packs.Source source) {
        return new PackReader(source).read();
    }

    /** What its {@code pack.properties} says under a key that every pack has. */
    public String property(String key) {
        return Objects.requireNonNull(properties.get(key), key);
    }

    /** The version that the pack gives itself. */
    public String version() {
        return property("version");
    }

    /** The names of the packs whose definitions, lists or rules it refers to. */
    public List<String> uses() {
        return Arrays.stream(properties.getOrDefault("uses", "").split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether the pack holds the word of a holder, so that the silence of its rules is an answer. */
    public boolean holds(Layer layer, String holder, TransferKind kind, LocalDate day) {
        return coverage.stream().anyMatch(row -> row.holds(layer, holder, kind, day));
    }

    /** The case table beside a rule file, if there is one. */
    public Optional<String> cases(RuleFile file) {
        String namespace = properties.getOrDefault("namespace", name);
        String table = file.rule().id().substring(namespace.length() + 1) + ".csv";
        return source.bytes(table).map(bytes -> source.text(table, "it was taken away while it was read."));
    }

    /** The name of a file of the pack, from where it stands. */
    String fileAt(String path) {
        return path.substring(source.path("").length()).replace('\\', '/').replaceFirst("^/", "");
    }
}
