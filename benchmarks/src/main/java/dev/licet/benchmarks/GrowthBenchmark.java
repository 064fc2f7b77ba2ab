package dev.licet.benchmarks;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.request.Request;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Licet with rules, packs and lists that grow, on new facts. */
public class GrowthBenchmark {

    /** Packs of more and more rules. */
    @State(Scope.Benchmark)
    public static class Rules {
        /** How many rules. */
        @Param({"60", "600", "6000"})
        public int rules;

        private Licet licet;
        private List<String> lists;

        /** Compiles them, and checks the answers. */
        @Setup(Level.Trial)
        public void load() {
            licet = Generated.pack(folder -> Generated.rules(folder, rules), pack -> Licet.of(List.of(pack)));
            lists = Stream.of("benchmark.entities", "benchmark.denied")
                    .flatMap(list -> licet.packs().get(0).lists().stream().filter(each -> each.startsWith(list)))
                    .toList();
            checkOutcomes(licet, asked -> !Lists.all().get("allies").contains(asked.destination()));
        }
    }

    /** What these are asked: in shapes never seen, recipients are on some of the many lists. */
    public static class RulesAsked extends Growing {
        private List<String> lists = List.of();

        /** Learns the lists. */
        @Setup(Level.Trial)
        public void learn(Rules rules) {
            lists = rules.lists;
        }

        @Override
        List<String> lists() {
            return lists;
        }
    }

    /** The fifteen rules, with longer and longer lists of parties. */
    @State(Scope.Benchmark)
    public static class Rows {
        /** How many rows the list of entities has. */
        @Param({"100", "1000", "10000", "100000", "1000000"})
        public int rows;

        private Licet licet;

        /** Reads them, and checks the answers. */
        @Setup(Level.Trial)
        public void load() {
            licet = Generated.pack(folder -> Generated.list(folder, rows), pack -> Licet.of(List.of(pack)));
            checkOutcomes(licet, asked -> true);
        }
    }

    /** One pack, and all of them. */
    @State(Scope.Benchmark)
    public static class Packs {

        /** Which ones. */
        public enum Which {
            /** That of US export law. */
            ONE,
            /** All bundled. */
            ALL;

            Licet licet() {
                return this == ALL ? Licet.standard() : Licet.of(List.of(RulePack.bundled(PACK)));
            }
        }

        private static final String PACK = "us-export";

        /** Which packs. */
        @Param
        public Which packs;

        Request next = Requests.of(Asked.seen().get(0));

        private final Cases cases = Cases.ofThread();
        private Licet licet;
        private List<Case> speaking;
        private int at;

        /** Compiles them, and looks for cases of which one pack speaks and no other. */
        @Setup(Level.Trial)
        public void load() {
            licet = packs.licet();
            Licet one = Which.ONE.licet();
            Licet all = Which.ALL.licet();
            speaking = Asked.seen().stream()
                    .filter(each -> {
                        Set<String> said = said(one.decide(Requests.withUnknown(each, 0)));
                        return !said.isEmpty() && said.equals(said(all.decide(Requests.withUnknown(each, 0))));
                    })
                    .toList();
            if (speaking.isEmpty()) {
                throw new IllegalStateException(
                        "Of no case does one pack speak alone (%s).\nMaybe other cases are to be drawn."
                                .formatted(PACK));
            }
        }

        /** Draws one of these, with new names and compute. */
        @Setup(Level.Invocation)
        public void draw() {
            at = (at + 1) % speaking.size();
            next = Requests.withUnknown(cases.again(speaking.get(at)), 0);
        }

        private static Set<String> said(Decision decision) {
            var rules = new TreeSet<String>();
            Stream.of(decision.findings(), decision.pending())
                    .flatMap(List::stream)
                    .map(Finding::rule)
                    .forEach(rule -> rules.add(rule.id()));
            decision.assumptions().forEach(assumption -> rules.addAll(assumption.rules()));
            return rules;
        }
    }

    // The rules that are made from the fifteen have no exception: where one could exception, outcomes may differ.
    private static void checkOutcomes(Licet licet, Predicate<Case> comparable) {
        var judge = new HandWritten();
        for (Case asked : Cases.random(Agreement.FEW, Agreement.FEW)) {
            if (comparable.test(asked)
                    && licet.decide(Requests.of(asked)).outcome()
                            != judge.decide(asked).outcome()) {
                throw new IllegalStateException(
                        "The grown rules do not answer (%s) as the fifteen do.\nMaybe they were made wrongly."
                                .formatted(asked));
            }
        }
    }

    /** Many rules. */
    @Benchmark
    public Decision rules(Rules grown, RulesAsked asked) {
        return grown.licet.decide(asked.next);
    }

    /** Long lists. */
    @Benchmark
    public Decision rows(Rows grown, Growing asked) {
        return grown.licet.decide(asked.next);
    }

    /** Many packs of which one applies. */
    @Benchmark
    public Decision packs(Packs grown) {
        return grown.licet.decide(grown.next);
    }
}
