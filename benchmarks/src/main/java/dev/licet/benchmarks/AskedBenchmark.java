package dev.licet.benchmarks;

import dev.licet.request.Request;
import org.openjdk.jmh.annotations.Benchmark;

/** Nothing but the drawing of what is asked: what it allocates is taken off the other benchmarks, whose clocks leave it out. */
public class AskedBenchmark {

    /** A case. */
    @Benchmark
    public Case oneCase(Asked.OneCase asked) {
        return asked.next;
    }

    /** A request. */
    @Benchmark
    public Request oneRequest(Asked.OneRequest asked) {
        return asked.next;
    }
}
