package dev.licet.benchmarks;

import dev.licet.Decision;
import dev.licet.Licet;
import dev.licet.Request;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Licet with all bundled packs, where facts are said to be unknown. */
@State(Scope.Benchmark)
public class UnknownsBenchmark {
    private static final int REQUESTS = 100;

    /** How many facts. */
    @Param({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"})
    public int unknown;

    private Licet licet;
    private List<Request> requests;
    private int asked;

    /** Compiles the rules and makes the requests. */
    @Setup(Level.Trial)
    public void load() {
        if (unknown > Requests.MOST_UNKNOWN) {
            throw new IllegalArgumentException(
                    "More facts than can be unknown (%d).\nMaybe fewer are meant, %d at most."
                            .formatted(unknown, Requests.MOST_UNKNOWN));
        }
        licet = Licet.standard();
        requests = Cases.random(7, REQUESTS).stream()
                .map(each -> Requests.withUnknown(each, unknown))
                .toList();
    }

    /** The decision, with its questions. */
    @Benchmark
    public Decision decide() {
        asked = (asked + 1) % REQUESTS;
        return licet.decide(requests.get(asked));
    }
}
