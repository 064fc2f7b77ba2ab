package dev.licet.rules;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.testkit.CaseTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Worked cases are judged with all packs at once, as a caller has them; {@code worked-cases/README.md} says how they are read. */
class WorkedCasesTest {

    private static final List<RulePack> ALL = RulePack.folders(Path.of(""));

    @TestFactory
    Stream<DynamicTest> all_packs_together_decide_as_the_worked_cases_say() {
        Licet licet = Licet.of(ALL);
        return Stream.of("united-states", "elsewhere", "across-layers")
                .flatMap(table -> worked(table).tests(licet));
    }

    @TestFactory
    Stream<DynamicTest> the_law_alone_decides_as_they_say_without_a_house_policy() {
        List<RulePack> law =
                ALL.stream().filter(pack -> !pack.name().equals("guardrails")).toList();
        return worked("law-alone").tests(Licet.of(law));
    }

    private static CaseTable worked(String table) {
        return CaseTable.read(Path.of("worked-cases", table + ".csv"));
    }
}
