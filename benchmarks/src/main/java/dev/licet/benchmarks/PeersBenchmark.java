package dev.licet.benchmarks;

import java.util.List;
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

    /** Compiles its rules. */
    @Setup(Level.Trial)
    public void make() {
        made = engine.make();
    }

    /** The same thousand cases again and again. */
    @Benchmark
    public Answer seen(Asked asked) {
        return made.decide(asked.next());
    }

    /** A recipient and a number of operations that nobody has asked about before, each time. */
    @Benchmark
    public Answer fresh(Asked asked) {
        return made.decide(asked.nextFresh());
    }

    /** What one thread asks. */
    @State(Scope.Thread)
    public static class Asked {
        private final List<Case> cases = Cases.random(7, Cases.SEEN);
        private final long first = Thread.currentThread().getId() * 10_000_000_000L;
        private long asked;

        Case next() {
            return cases.get((int) (asked++ % Cases.SEEN));
        }

        Case nextFresh() {
            return next().fresh(first + asked);
        }
    }
}
