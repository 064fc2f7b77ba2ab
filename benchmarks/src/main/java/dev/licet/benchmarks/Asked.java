package dev.licet.benchmarks;

import dev.licet.request.Request;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one thread asks; it is drawn before the clock starts. */
public class Asked {
    /** How many are asked in one go where one alone takes hardly longer than reading the clock. */
    static final int THOUSAND = 1_000;

    private static final long SEED = 7;

    private Asked() {}

    /** The cases that count as seen. */
    static List<Case> seen() {
        return Cases.random(SEED, Cases.SEEN);
    }

    /** Cases from the one generator, one after the other. */
    private static final class Source {
        private final List<Case> seen = seen();
        private final List<Request> requests =
                seen.stream().map(each -> Requests.withUnknown(each, 0)).toList();
        private final Cases cases = Cases.ofThread();
        private int at;

        Case next(Facts facts) {
            at = (at + 1) % Cases.SEEN;
            return facts == Facts.NEW ? cases.fresh() : seen.get(at);
        }

        Request nextRequest(Facts facts) {
            Case next = next(facts);
            return facts == Facts.SEEN ? requests.get(at) : Requests.withUnknown(next, 0);
        }
    }

    /** One case. */
    @State(Scope.Thread)
    public static class OneCase {
        /** Which ones. */
        @Param({"SEEN", "NEW"})
        public Facts facts;

        private final Source source = new Source();
        Case next;

        /** Draws. */
        @Setup(Level.Invocation)
        public void draw() {
            next = source.next(facts);
        }
    }

    /** A thousand cases. */
    @State(Scope.Thread)
    public static class ManyCases {
        /** Which ones. */
        @Param({"SEEN", "NEW"})
        public Facts facts;

        private final Source source = new Source();
        List<Case> next = List.of();

        /** Draws. */
        @Setup(Level.Invocation)
        public void draw() {
            if (next.isEmpty() || facts != Facts.SEEN) {
                next = IntStream.range(0, THOUSAND)
                        .mapToObj(i -> source.next(facts))
                        .toList();
            }
        }
    }

    /** One request. */
    @State(Scope.Thread)
    public static class OneRequest {
        /** Which ones. */
        @Param
        public Facts facts;

        private final Source source = new Source();
        Request next;

        /** Draws. */
        @Setup(Level.Invocation)
        public void draw() {
            next = source.nextRequest(facts);
        }
    }

    /** A thousand requests. */
    @State(Scope.Thread)
    public static class ManyRequests {
        /** Which ones. */
        @Param({"SEEN", "NEW"})
        public Facts facts;

        private final Source source = new Source();
        List<Request> next = List.of();

        /** Draws. */
        @Setup(Level.Invocation)
        public void draw() {
            if (next.isEmpty() || facts != Facts.SEEN) {
                next = IntStream.range(0, THOUSAND)
                        .mapToObj(i -> source.nextRequest(facts))
                        .toList();
            }
        }
    }
}
