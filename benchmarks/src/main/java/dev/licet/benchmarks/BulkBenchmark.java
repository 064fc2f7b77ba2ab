package dev.licet.benchmarks;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.law.Outcome;
import dev.licet.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Many requests at once, all bundled packs loaded: one in a hundred is of new facts. */
@State(Scope.Benchmark)
public class BulkBenchmark {
    /** How many. */
    static final int MANY = 10_000;

    private static final int EVERY = 100;

    private final Cases cases = Cases.ofThread();
    private final List<Request> requests = new ArrayList<>();
    private Licet licet;

    /** Compiles the rules, and checks that answers come in the order of what was asked, each its own. */
    @Setup(Level.Trial)
    public void load() {
        licet = Licet.standard();
        for (int i = 0; requests.size() < MANY; i++) {
            requests.add(Requests.withUnknown(Asked.seen().get(i % Cases.SEEN), 0));
        }
        draw();
        List<Outcome> wanted =
                requests.stream().map(each -> licet.decide(each).outcome()).toList();
        draw();
        List<Decision> given = decisions(licet, requests.stream()).toList();
        for (int i = 0; i < MANY; i++) {
            boolean right = given.get(i).request().equals(requests.get(i))
                    && (i % EVERY == 0 || given.get(i).outcome() == wanted.get(i));
            if (!right) {
                throw new IllegalStateException(
                        "The answer in place (%d) is to another request.\nMaybe the order is lost.".formatted(i));
            }
        }
    }

    /** Puts new facts in the place of one request in a hundred. */
    @Setup(Level.Invocation)
    public void draw() {
        for (int i = 0; i < MANY; i += EVERY) {
            requests.set(i, Requests.withUnknown(cases.fresh(), 0));
        }
    }

    /** All of them decided. */
    @Benchmark
    @OperationsPerInvocation(MANY)
    public void decide(Blackhole hole) {
        decisions(licet, requests.stream()).forEachOrdered(hole::consume);
    }

    /** The one place that says how many requests are decided. */
    private static Stream<Decision> decisions(Licet licet, Stream<Request> requests) {
        return licet.decideAll(requests);
    }
}
