package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.RulePack;
import dev.licet.law.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rules of one pack with one title are one provision as it changed: its windows follow each other without gap or overlap. */
class ProvisionsTest {

    @Test
    void no_provision_has_a_gap_or_says_two_things_on_one_day() throws IOException {
        for (Path folder : Packs.folders()) {
            Map<String, List<Rule>> provisions = new TreeMap<>();
            for (Rule rule : RulePack.folder(folder).rules()) {
                provisions
                        .computeIfAbsent(rule.title(), none -> new ArrayList<>())
                        .add(rule);
            }
            provisions.forEach((title, rules) -> everyDayIsCoveredOnce(folder + ": " + title, rules));
        }
    }

    private static void everyDayIsCoveredOnce(String provision, List<Rule> rules) {
        LocalDate first =
                rules.stream().map(Rule::since).min(Comparator.naturalOrder()).orElseThrow();
        for (LocalDate boundary : boundaries(rules)) {
            for (LocalDate day : List.of(boundary.minusDays(1), boundary)) {
                long saying = rules.stream().filter(rule -> rule.inWindow(day)).count();
                boolean ended = rules.stream()
                        .allMatch(rule ->
                                rule.until().map(end -> !day.isBefore(end)).orElse(false));
                assertThat(saying).as("%s, on %s", provision, day).isEqualTo(day.isBefore(first) || ended ? 0 : 1);
            }
        }
    }

    private static SortedSet<LocalDate> boundaries(List<Rule> rules) {
        var boundaries = new TreeSet<LocalDate>();
        for (Rule rule : rules) {
            boundaries.add(rule.since());
            rule.until().ifPresent(boundaries::add);
        }
        return boundaries;
    }
}
