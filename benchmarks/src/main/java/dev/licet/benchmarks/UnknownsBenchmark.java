package dev.licet.benchmarks;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Licet with all bundled packs, where facts are said to be unknown. */
@State(Scope.Benchmark)
public class UnknownsBenchmark {
    private Licet licet;

    /** Compiles the rules, and checks that what is unknown is asked about and what is stated is not. */
    @Setup(Level.Trial)
    public void load() {
        licet = Licet.standard();
        Case first = Asked.seen().get(0);
        boolean right = licet.decide(Requests.withUnknown(first, 0)).questions().isEmpty()
                && !licet.decide(Requests.withUnknown(first, Requests.MOST_UNKNOWN))
                        .questions()
                        .isEmpty();
        if (!right) {
            throw new IllegalStateException(
                    "The questions are not those of (%s).\nMaybe a fact is no more stated.".formatted(first));
        }
    }

    /** The decision, with its questions. */
    @Benchmark
    public Decision decide(Growing asked) {
        return licet.decide(asked.next);
    }
}
