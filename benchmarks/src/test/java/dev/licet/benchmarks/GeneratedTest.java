package dev.licet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import java.util.List;
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
