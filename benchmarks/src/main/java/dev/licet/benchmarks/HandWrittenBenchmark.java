package dev.licet.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Hand-written Java, against which Licet is measured. */
@State(Scope.Benchmark)
public class HandWrittenBenchmark {

    /** Which rules. */
    @Param({"FIFTEEN", "SIXTY"})
    public Loaded rules;

    private Engine engine;

    /** Compiles it, and checks its answers by those of Licet. */
    @Setup(Level.Trial)
    public void load() {
        engine = rules.handWritten();
        Agreement.check("hand-written Java", engine, new LicetEngine(rules.licet()), true, Agreement.FEW);
    }

    /** One answer. */
    @Benchmark
    public Answer decide(Asked.OneCase asked) {
        return engine.decide(asked.next);
    }

    /** A thousand, so that reading the clock does not count. */
    @Benchmark
    @OperationsPerInvocation(Asked.THOUSAND)
    public void decideMany(Asked.ManyCases asked, Blackhole hole) {
        for (Case each : asked.next) {
            hole.consume(engine.decide(each));
        }
    }
}
