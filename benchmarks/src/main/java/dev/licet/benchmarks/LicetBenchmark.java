package dev.licet.benchmarks;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Licet, asked for a decision on a request. */
@State(Scope.Benchmark)
public class LicetBenchmark {

    /** Which rules. */
    @Param
    public Loaded rules;

    private Licet licet;

    /** Compiles them, and checks the answers: by the hand-written rules, or for the bundled packs that they differ. */
    @Setup(Level.Trial)
    public void load() {
        licet = rules.licet();
        if (rules == Loaded.STANDARD) {
            // Under the other stance: decisions are kept apart, and these requests are others.
            checkBundled(licet.under(Stance.AS_ENFORCED));
        } else {
            Agreement.check("Licet", new LicetEngine(licet), rules.handWritten(), true, Agreement.FEW);
        }
    }

    /** That the bundled packs answer as all that is stated demands is checked beside plain Drools; here, that they answer at all. */
    static void checkBundled(Licet licet) {
        Set<Outcome> outcomes = Asked.seen().stream()
                .map(each -> licet.decide(Requests.withUnknown(each, 0)).outcome())
                .collect(Collectors.toSet());
        if (outcomes.size() < 3) {
            throw new IllegalStateException(
                    "A thousand different requests have these outcomes alone (%s).\nMaybe packs are missing."
                            .formatted(outcomes));
        }
    }

    /** The decision; the request is ready. */
    @Benchmark
    public Decision decide(Asked.OneRequest asked) {
        return licet.decide(asked.next);
    }

    /** A thousand decisions, so that reading the clock does not count. */
    @Benchmark
    @OperationsPerInvocation(Asked.THOUSAND)
    public void decideMany(Asked.ManyRequests asked, Blackhole hole) {
        for (Request each : asked.next) {
            hole.consume(licet.decide(each));
        }
    }

    /** The decision, with the making of its request from a plain case. */
    @Benchmark
    public Decision makeAndDecide(Asked.OneCase asked) {
        return licet.decide(Requests.withUnknown(asked.next, 0));
    }
}
