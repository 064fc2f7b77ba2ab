package dev.licet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {

    @ParameterizedTest
    @EnumSource
    void anEngineAnswersTenThousandCasesAsTheHandWrittenRulesDo(Engine.Named engine) {
        Agreement.check(engine);
    }

    @Test
    void sixtyRulesInJavaAnswerTenThousandCasesAsThePackDoes() {
        Agreement.checkSixty();
    }

    @Test
    void whatFiresInPlainDroolsIsWhatLicetFindsByAllBundledPacks() {
        BundledDrools.check(new BundledDrools(false), 1_000);
    }

    @Test
    void sessionsFromAPoolFireTheSame() {
        BundledDrools.check(new BundledDrools(true), 1_000);
    }

    @Test
    void eachRuleStandsAndEachOutcomeComesOutInManyOfTheCases() {
        Engine engine = Engine.Named.HAND_WRITTEN.make();
        Map<String, Integer> rules = new TreeMap<>();
        Map<Outcome, Integer> outcomes = new TreeMap<>();
        for (Case asked : Cases.random(1, Agreement.CASES)) {
            Answer answer = engine.decide(asked);
            answer.rules().forEach(rule -> rules.merge(rule, 1, Integer::sum));
            outcomes.merge(answer.outcome(), 1, Integer::sum);
        }
        assertThat(rules.keySet()).containsExactlyInAnyOrderElementsOf(Answer.OUTCOMES.keySet());
        assertThat(rules.values()).allMatch(many -> many > 20);
        assertThat(outcomes.keySet()).containsExactly(Outcome.values());
        assertThat(outcomes.values()).allMatch(many -> many > 100);
    }

    @Test
    void theExceptionLiftsInManyOfTheCasesAndNotInAll() {
        Engine engine = Engine.Named.HAND_WRITTEN.make();
        List<Case> most = Cases.random(1, Agreement.CASES).stream()
                .filter(asked -> asked.closed() && asked.compute() >= 1e26)
                .filter(asked -> asked.kind() == TransferKind.WEIGHTS
                        && !asked.destination().equals("US"))
                .toList();
        long standing = most.stream()
                .filter(asked -> engine.decide(asked).rules().contains("benchmark.closed-weights"))
                .count();
        assertThat(standing).isBetween(20L, most.size() - 20L);
    }
}
