package dev.licet.testkit;

import dev.licet.Licet;
import dev.licet.RulePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The case tables of a pack as tests.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> our_own_rules_decide_as_their_tables_say() {
 *     return CaseTables.of(Path.of("rules/acme"));
 * }
 * }</pre>
 */
public final class CaseTables {
    private CaseTables() {}

    /**
     * All cases of all tables of a pack, decided by that pack alone, together with the packs that it uses, which are beside it, and
     * with others.
     *
     * @param pack the folder of the pack
     * @param with packs that are loaded with it, such as one whose rules it exceptions
     * @return a test for each case
     * @throws dev.licet.law.RulePackException if the pack is not sound
     * @throws IllegalArgumentException if a table is not sound; the message names file and line
     */
    public static Stream<DynamicTest> of(Path pack, RulePack... with) {
        Licet licet = licet(pack, with);
        return files(pack).stream().map(CaseTable::read).flatMap(table -> table.tests(licet));
    }

    private static Licet licet(Path folder, RulePack... with) {
        var packs = new TreeMap<String, RulePack>();
        for (RulePack pack : with) {
            packs.put(pack.name(), pack);
        }
        add(packs, folder);
        return Licet.of(packs.values());
    }

    /** Adds a pack and the packs that it uses, which are beside it. */
    private static void add(Map<String, RulePack> packs, Path folder) {
        RulePack pack = RulePack.folder(folder);
        packs.put(pack.name(), pack);
        for (String used : pack.uses()) {
            if (!packs.containsKey(used)) {
                add(packs, folder.resolveSibling(used));
            }
        }
    }

    /** The files of a pack that are case tables: those beside the rules, but for the figures and the coverage. */
    static List<Path> files(Path pack) {
        return named(pack, ".csv").stream()
                .filter(file -> !file.endsWith("figures.csv") && !file.endsWith("coverage.csv"))
                .toList();
    }

    static List<Path> named(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
