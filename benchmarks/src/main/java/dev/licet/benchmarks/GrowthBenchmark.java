package dev.licet.benchmarks;

import dev.licet.Decision;
import dev.licet.Licet;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Licet with packs and lists that grow. */
public class GrowthBenchmark {

    /** Packs of more and more rules. */
    @State(Scope.Benchmark)
    public static class Rules {
        /** How many rules. */
        @Param({"60", "600", "6000"})
        public int rules;

        private Licet licet;

        /** Compiles them. */
        @Setup(Level.Trial)
        public void load() {
            licet = Generated.pack(folder -> Generated.rules(folder, rules), pack -> Licet.of(List.of(pack)));
        }
    }

    /** The fifteen rules, with longer and longer lists of parties. */
    @State(Scope.Benchmark)
    public static class Rows {
        /** How many rows the list of entities has. */
        @Param({"100", "1000", "10000", "100000", "1000000"})
        public int rows;

        private Licet licet;

        /** Reads them. */
        @Setup(Level.Trial)
        public void load() {
            licet = Generated.pack(folder -> Generated.list(folder, rows), pack -> Licet.of(List.of(pack)));
        }
    }

    /** Many rules, on facts that were seen before. */
    @Benchmark
    public Decision rulesSeen(Rules grown, LicetBenchmark.Asked asked) {
        return grown.licet.decide(asked.next());
    }

    /** Many rules, on new facts. */
    @Benchmark
    public Decision rulesFresh(Rules grown, LicetBenchmark.Asked asked) {
        return grown.licet.decide(asked.nextFresh());
    }

    /** Long lists, on facts that were seen before. */
    @Benchmark
    public Decision rowsSeen(Rows grown, LicetBenchmark.Asked asked) {
        return grown.licet.decide(asked.next());
    }

    /** Long lists, on new facts. */
    @Benchmark
    public Decision rowsFresh(Rows grown, LicetBenchmark.Asked asked) {
        return grown.licet.decide(asked.nextFresh());
    }
}
