package dev.licet.testkit;

import dev.licet.RulePack;
import dev.licet.law.Rule;
import dev.licet.law.Status;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Whether the case tables of a pack try its rules from every side. A rule has a table of its own name, and in it
 *
 * <ul>
 *   <li>a case in which it applies, is excepted or is an exception;
 *   <li>a near miss, in which it has no effect;
 *   <li>a case with a fact unknown on which it hangs, if it ever binds: the rule is asked for, or, an exception, shown as a way
 *       out;
 *   <li>a case on each of its dates and one on the day before: its first day, the day on which it ends, and those of its status.
 * </ul>
 *
 * <p>A definition says nothing of its own; its table tries it by the rules that ask for it, and only its dates are looked for.
 *
 * <p>It looks at what the tables expect; that a decision is so is the work of {@link CaseTables}.
 */
public final class PackCheck {
    private final Path folder;
    private final RulePack pack;

    private PackCheck(Path folder, RulePack pack) {
        this.folder = folder;
        this.pack = pack;
    }

    /**
     * Reads a pack.
     *
     * @param pack the folder of the pack
     * @return the check of it
     * @throws dev.licet.law.RulePackException if the pack is not sound
     */
    public static PackCheck of(Path pack) {
        return new PackCheck(pack, RulePack.folder(pack));
    }

    /**
     * The check as tests.
     *
     * @return a test for each rule, and one that finds tables of no rule
     */
    public Stream<DynamicTest> tests() {
        return Stream.concat(
                pack.rules().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.id() + " is tried from every side", () -> refuse(gaps(rule)))),
                Stream.of(DynamicTest.dynamicTest(
                        "every table of " + pack.name() + " belongs to a rule", () -> refuse(strays()))));
    }

    /**
     * How much there is of everything.
     *
     * @return a line for people
     * @throws IllegalArgumentException if a table is not sound; the message names file and line
     */
    public String summary() {
        long cases = CaseTables.files(folder).stream()
                .mapToLong(file -> CaseTable.read(file).cases().size())
                .sum();
        long rows = CaseTables.named(folder.resolve("lists"), ".csv").stream()
                .mapToLong(file -> CaseTable.lines(file).size() - 1L)
                .sum();
        long dates = pack.rules().stream().mapToLong(rule -> dates(rule).size()).sum();
        return pack.name() + ": " + pack.rules().size() + " rules with " + dates + " dates, " + cases + " cases, "
                + pack.lists().size() + " lists with " + rows + " rows";
    }

    private static void refuse(List<String> gaps) {
        if (!gaps.isEmpty()) {
            throw new AssertionError(String.join("\n", gaps));
        }
    }

    private List<String> gaps(Rule rule) {
        Path table = table(rule);
        if (!CaseTables.files(folder).contains(table)) {
            return List.of(gap(
                    table,
                    "the rule (%s) has no case table".formatted(rule.id()),
                    "begin one whose header is: case,on,…,outcome,rules"));
        }
        List<Case> cases = CaseTable.read(table).cases();
        var gaps = new ArrayList<String>();
        if (rule.defines().isEmpty()) {
            gaps.addAll(gapsOfSides(rule, table, cases));
        }
        gaps.addAll(gapsOfDates(rule, table, cases));
        return gaps;
    }

    private static List<String> gapsOfSides(Rule rule, Path table, List<Case> cases) {
        var gaps = new ArrayList<String>();
        if (cases.stream().noneMatch(each -> applies(rule, each.rules()))) {
            gaps.add(gap(
                    table,
                    "the rule (%s) applies, is excepted or is an exception in no case".formatted(rule.id()),
                    "add the plainest case that it is made for."));
        }
        if (cases.stream().allMatch(each -> each.rules().mentions(rule.id()))) {
            gaps.add(gap(
                    table,
                    "there is no near miss: the rule (%s) is spoken of in every case".formatted(rule.id()),
                    "add a case with one fact beside the rule."));
        }
        boolean binds = changes(rule).keySet().stream()
                .filter(rule::inWindow)
                .map(rule::statusOn)
                .anyMatch(status -> status == Status.IN_FORCE || status == Status.NOT_ENFORCED);
        if (binds && cases.stream().noneMatch(each -> each.rules().has(rule.id(), Said.ASKED, Said.WAY_OUT))) {
            gaps.add(gap(
                    table,
                    "in no case is a fact unknown on which the rule (%s) hangs".formatted(rule.id()),
                    "add a case with that fact unknown, and ?%s among its rules (>%s if it is an exception)."
                            .formatted(rule.id(), rule.id())));
        }
        return gaps;
    }

    private static List<String> gapsOfDates(Rule rule, Path table, List<Case> cases) {
        var gaps = new ArrayList<String>();
        dates(rule).forEach((day, what) -> {
            if (cases.stream().noneMatch(each -> each.day().equals(day))) {
                gaps.add(gap(
                        table,
                        "no case is on %s, the %s of the rule (%s)".formatted(day, what, rule.id()),
                        "add a row with that day in the column on."));
            }
            LocalDate before = day.minusDays(1);
            if (cases.stream().noneMatch(each -> each.day().equals(before))) {
                gaps.add(gap(
                        table,
                        "no case is on %s, the day before the %s of the rule (%s)".formatted(before, what, rule.id()),
                        "add a row with that day in the column on."));
            }
        });
        return gaps;
    }

    private static boolean applies(Rule rule, Said said) {
        return said.has(rule.id(), "", Said.EXCEPTED, Said.PENDING, Said.SUSPENDED, Said.EXCEPTION);
    }

    /** The dates of a rule on which what it does could change, each with what it is. */
    private static Map<LocalDate, String> dates(Rule rule) {
        Map<LocalDate, String> changes = changes(rule);
        changes.keySet()
                .removeIf(day -> day.isBefore(rule.since())
                        || rule.until().map(day::isAfter).orElse(false));
        return changes;
    }

    private static Map<LocalDate, String> changes(Rule rule) {
        var changes = new TreeMap<LocalDate, String>();
        changes.put(rule.since(), "first day");
        rule.until().ifPresent(day -> changes.put(day, "end"));
        for (Rule.StatusWindow window : rule.statuses()) {
            changes.putIfAbsent(window.since(), "first day of the status " + window.status());
            window.until().ifPresent(day -> changes.putIfAbsent(day, "end of the status " + window.status()));
        }
        return changes;
    }

    private List<String> strays() {
        var known = new TreeSet<Path>();
        pack.rules().forEach(rule -> known.add(table(rule)));
        return CaseTables.files(folder).stream()
                .filter(file -> !known.contains(file))
                .map(file -> gap(
                        file,
                        "the table belongs to no rule (%s)".formatted(CaseTable.stem(file)),
                        "one of these is meant: %s."
                                .formatted(CaseTables.named(folder, ".drl").stream()
                                        .map(CaseTable::stem)
                                        .toList())))
                .toList();
    }

    // A rule's id is its pack's namespace, a dot, and the name of its file; both may have dots.
    private Path table(Rule rule) {
        Optional<String> name = CaseTables.named(folder, ".drl").stream()
                .map(CaseTable::stem)
                .filter(stem -> rule.id().endsWith("." + stem))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
        return folder.resolve(name.orElse(rule.id()) + ".csv");
    }

    private static String gap(Path table, String fault, String remedy) {
        return table + ": " + fault + "\nMaybe " + remedy;
    }
}
