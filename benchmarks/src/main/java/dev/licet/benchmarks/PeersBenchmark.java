package dev.licet.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Every engine on the fifteen rules, from the plain case to the answer. */
@State(Scope.Benchmark)
public class PeersBenchmark {

    /** Which one. */
    @Param
    public Engine.Named engine;

    private Engine made;

    /** Compiles its rules; that all answer alike has been checked on many more cases before. */
    @Setup(Level.Trial)
    public void make() {
        made = engine.make();
        Agreement.check(engine.title(), made, Engine.Named.HAND_WRITTEN.make(), engine.namesAllRules(), Agreement.FEW);
    }

    /** One answer. */
    @Benchmark
    public Answer decide(Asked.OneCase asked) {
        return made.decide(asked.next);
    }
}
