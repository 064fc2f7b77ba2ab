package dev.licet.benchmarks;

import dev.licet.RulePack;
import dev.licet.StatedFacts;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Plain Drools with all bundled rule files; it starts from facts that are made already. */
@State(Scope.Benchmark)
public class BundledDroolsBenchmark {

    /** Where sessions come from. */
    public enum Sessions {
        /** Each is new. */
        NEW,
        /** From a pool. */
        POOLED
    }

    /** Where sessions come from. */
    @Param
    public Sessions sessions;

    private BundledDrools drools;
    private StatedFacts stated;
    private final Cases cases = Cases.ofThread();
    private List<Object> next = List.of();

    /** Compiles the rules, and checks what fires by what Licet finds. */
    @Setup(Level.Trial)
    public void load() {
        drools = new BundledDrools(sessions == Sessions.POOLED);
        BundledDrools.check(drools, Agreement.FEW);
        stated = new StatedFacts(RulePack.bundled(), Requests.DAY);
    }

    /** Draws a case of new facts. */
    @Setup(Level.Invocation)
    public void draw() {
        next = stated.of(Requests.withUnknown(cases.fresh(), 0));
    }

    /** What fires. */
    @Benchmark
    public Object decide() {
        return drools.decide(next);
    }
}
