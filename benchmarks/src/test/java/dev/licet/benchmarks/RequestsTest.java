package dev.licet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Decision;
import dev.licet.EndUse;
import dev.licet.Kind;
import dev.licet.Licet;
import dev.licet.Release;
import dev.licet.RulePack;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final Licet FIFTEEN = Licet.of(List.of(RulePack.bundled("benchmark")));
    private static final Case ORDINARY =
            new Case(Kind.WEIGHTS, Release.HOSTED, "US", 3e25, "FR", EndUse.CIVIL, "Party 1", "FR");

    @Test
    void nothingIsLeftOpenWhereAllIsStated() {
        assertThat(Cases.random(5, 300)).allSatisfy(asked -> {
            assertThat(open(FIFTEEN.decide(Requests.of(asked)))).isZero();
            assertThat(open(FIFTEEN.decide(Requests.withUnknown(asked, 0)))).isZero();
        });
    }

    @Test
    void theFirstFactThatIsUnknownIsTheEndUse() {
        assertThat(FIFTEEN.decide(Requests.withUnknown(ORDINARY, 1)).questions())
                .singleElement()
                .satisfies(question -> assertThat(question.fact()).isEqualTo("end use"));
    }

    @Test
    void allFactsThatTheFifteenRulesLookAtCanBeUnknown() {
        // Of the ten, the rules look at eight: not at the parent and not at red flags.
        assertThat(FIFTEEN.decide(Requests.withUnknown(ORDINARY, Requests.MOST_UNKNOWN))
                        .questions())
                .hasSize(8);
    }

    private static int open(Decision decision) {
        return decision.questions().size() + decision.provisos().size();
    }
}
