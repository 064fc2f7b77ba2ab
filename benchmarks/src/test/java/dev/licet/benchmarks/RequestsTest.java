package dev.licet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.StatedFacts;
import dev.licet.answer.Decision;
import dev.licet.facts.EndUse;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.request.Request;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final Licet FIFTEEN = Licet.of(List.of(RulePack.bundled("benchmark")));
    private static final Case ORDINARY =
            new Case("Model", TransferKind.WEIGHTS, Release.HOSTED, "US", 3e25, "FR", EndUse.CIVIL, "Party 1", "FR");

    @Test
    void nothingIsLeftOpenWhereAllIsStated() {
        assertThat(Cases.random(5, 300)).allSatisfy(asked -> {
            assertThat(open(FIFTEEN.decide(Requests.of(asked)))).isZero();
            assertThat(open(FIFTEEN.decide(Requests.withUnknown(asked, 0)))).isZero();
        });
    }

    @Test
    void theBundledPacksHaveNothingToAskEither() {
        Licet standard = Licet.standard();
        assertThat(Cases.random(5, 1_000))
                .allSatisfy(asked -> assertThat(
                                standard.decide(Requests.withUnknown(asked, 0)).questions())
                        .isEmpty());
    }

    @Test
    void drawnFromAllThereIsShapesHardlyEverComeAgain() {
        var stated = new StatedFacts(RulePack.bundled(), Requests.DAY);
        Cases cases = Cases.ofThread();
        long shapes = Stream.generate(() ->
                        stated.shape(Requests.withUnknown(cases.anything(), cases.anyCircumstances(List.of()), 0)))
                .limit(2_000)
                .distinct()
                .count();
        assertThat(shapes).isGreaterThan(1_980);
    }

    @Test
    void underNewNamesTheShapeStays() {
        var stated = new StatedFacts(RulePack.bundled(), Requests.DAY);
        Cases cases = Cases.ofThread();
        Request once = Requests.withUnknown(cases.again(ORDINARY), 0);
        Request again = Requests.withUnknown(cases.again(ORDINARY), 0);
        assertThat(once).isNotEqualTo(again);
        assertThat(stated.shape(once)).isEqualTo(stated.shape(again));
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
        return decision.questions().size() + decision.assumptions().size();
    }
}
