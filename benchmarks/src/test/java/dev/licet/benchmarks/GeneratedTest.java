package dev.licet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.StatedFacts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedTest {
    private static final Engine HAND_WRITTEN = Engine.Named.HAND_WRITTEN.make();

    @Test
    void aPackOfSixtyRulesAnswersAsTheFifteenWhereNoExceptionLifts() {
        Licet sixty = Generated.pack(folder -> Generated.rules(folder, 60), pack -> {
            assertThat(pack.rules()).hasSize(60);
            return Licet.of(List.of(pack));
        });
        List<Case> cases = Cases.random(3, 500).stream()
                .filter(asked -> !Lists.all().get("allies").contains(asked.destination()))
                .toList();
        assertThat(cases)
                .hasSizeGreaterThan(100)
                .allSatisfy(asked -> assertThat(sixty.decide(Requests.of(asked)).outcome())
                        .isEqualTo(HAND_WRITTEN.decide(asked).outcome()));
    }

    @Test
    void evenOfSixtyRulesShapesThatAreDrawnFromAllThereIsHardlyComeAgain() {
        long shapes = Generated.pack(folder -> Generated.rules(folder, 60), pack -> {
            var stated = new StatedFacts(List.of(pack), Requests.DAY);
            List<String> lists = pack.lists().stream()
                    .filter(list -> list.contains("entities") || list.contains("denied"))
                    .toList();
            Cases cases = Cases.ofThread();
            return Stream.generate(() ->
                            stated.shape(Requests.withUnknown(cases.anything(), cases.anyCircumstances(lists), 0)))
                    .limit(10_000)
                    .distinct()
                    .count();
        });
        assertThat(shapes).isGreaterThan(9_000);
    }

    @Test
    void aListOfAThousandRowsHasTheHundredAndTheOthers() {
        Licet thousand = Generated.pack(folder -> Generated.list(folder, 1_000), pack -> {
            assertThat(pack.rows("benchmark.entities")).hasSize(1_000);
            return Licet.of(List.of(pack));
        });
        assertThat(Cases.random(3, 500))
                .allSatisfy(
                        asked -> assertThat(thousand.decide(Requests.of(asked)).outcome())
                                .isEqualTo(HAND_WRITTEN.decide(asked).outcome()));
    }
}
