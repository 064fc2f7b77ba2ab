package dev.licet.benchmarks;

import dev.licet.Licet;
import dev.licet.answer.Assumption;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.law.Outcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What reasons cost: all bundled packs, the outcome alone and with more and more of what stands behind it. */
@State(Scope.Benchmark)
public class ExplanationBenchmark {
    private Licet licet;

    /** Compiles the rules. */
    @Setup(Level.Trial)
    public void load() {
        licet = Licet.standard();
        LicetBenchmark.checkBundled(licet);
    }

    /** The outcome and nothing else. */
    @Benchmark
    public Outcome outcome(Asked.OneRequest asked) {
        return licet.decide(asked.next).outcome();
    }

    /** The outcome, and all that an explanation is made of, read to its ends. */
    @Benchmark
    public Outcome reasons(Asked.OneRequest asked, Blackhole hole) {
        Decision decision = licet.decide(asked.next);
        for (Finding finding : decision.findings()) {
            hole.consume(finding.rule());
            hole.consume(finding.because());
            hole.consume(finding.obligation());
            finding.facts().forEach(fact -> {
                hole.consume(fact.value());
                hole.consume(fact.conditions());
            });
            finding.exceptions().forEach(hole::consume);
        }
        for (Assumption assumption : decision.assumptions()) {
            hole.consume(assumption.fact());
            assumption.noneOf().forEach(hole::consume);
        }
        for (Question question : decision.questions()) {
            hole.consume(question.fact());
            question.answers().forEach(hole::consume);
        }
        decision.decidedBy().forEach((layer, rules) -> {
            hole.consume(layer);
            rules.forEach(hole::consume);
        });
        decision.availableExceptions().forEach(hole::consume);
        decision.pending().forEach(hole::consume);
        decision.nextChanges().forEach(hole::consume);
        return decision.outcome();
    }

    /** The explanation as text. */
    @Benchmark
    public String text(Asked.OneRequest asked) {
        return licet.decide(asked.next).explain();
    }

    /** The record as canonical JSON. */
    @Benchmark
    public String record(Asked.OneRequest asked) {
        return licet.decide(asked.next).toJson();
    }
}
