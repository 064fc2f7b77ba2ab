package dev.licet.benchmarks;

import dev.licet.Decision;
import dev.licet.Licet;
import dev.licet.Request;
import dev.licet.RulePack;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Licet in each of its modes, asked for a decision on a request. */
@State(Scope.Benchmark)
public class LicetBenchmark {

    /** Which packs are loaded. */
    public enum Loaded {
        /** The fifteen rules. */
        FIFTEEN,
        /** All bundled packs. */
        STANDARD;

        Licet licet() {
            return this == STANDARD ? Licet.standard() : Licet.of(List.of(RulePack.bundled("benchmark")));
        }
    }

    /** Which packs are loaded. */
    @Param
    public Loaded packs;

    private Licet licet;

    /** Compiles the rules. */
    @Setup(Level.Trial)
    public void load() {
        licet = packs.licet();
    }

    /** The decision, on facts that were seen before. */
    @Benchmark
    public Decision seen(Asked asked) {
        return licet.decide(asked.next());
    }

    /** The decision, on a recipient and operations that are new each time; making the request is part of it. */
    @Benchmark
    public Decision fresh(Asked asked) {
        return licet.decide(asked.nextFresh());
    }

    /** The decision and its explanation as text. */
    @Benchmark
    public String text(Asked asked) {
        return licet.decide(asked.next()).explain();
    }

    /** The decision and its record as canonical JSON. */
    @Benchmark
    public String record(Asked asked) {
        return licet.decide(asked.next()).toJson();
    }

    /** What one thread asks, all of it stated. */
    @State(Scope.Thread)
    public static class Asked {
        private final PeersBenchmark.Asked cases = new PeersBenchmark.Asked();
        private final List<Request> requests = Cases.random(7, Cases.SEEN).stream()
                .map(asked -> Requests.withUnknown(asked, 0))
                .toList();
        private int asked;

        Request next() {
            asked = (asked + 1) % Cases.SEEN;
            return requests.get(asked);
        }

        Request nextFresh() {
            return Requests.withUnknown(cases.nextFresh(), 0);
        }
    }

    /** What it takes to make a request of new facts, as {@link #fresh} does. */
    @State(Scope.Benchmark)
    public static class Making {
        /** The request alone. */
        @Benchmark
        public Request request(Asked asked) {
            return asked.nextFresh();
        }
    }
}
