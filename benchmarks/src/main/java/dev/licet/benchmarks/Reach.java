package dev.licet.benchmarks;

import dev.licet.benchmarks.Results.Measured;
import dev.licet.benchmarks.Results.Spread;
import java.util.Map;
import java.util.Optional;

/** Prints each goal with what a run has got, and whether it is reached: all of it computed from the results of that run. */
final class Reach {
    private static final String HAND = Engine.Named.HAND_WRITTEN.name();
    private static final double NONE = Double.POSITIVE_INFINITY;

    private final Results results;
    private final StringBuilder text;

    Reach(Results results, StringBuilder text) {
        this.results = results;
        this.text = text;
    }

    void print() {
        text.append("""
                | goal | at most | got | at worst | reached |
                |---|---:|---:|---:|---|
                """);
        for (Loaded rules : new Loaded[] {Loaded.FIFTEEN, Loaded.SIXTY}) {
            seen(rules);
        }
        newFacts();
        peers();
        reasons();
        growth();
        bulk();
    }

    private void seen(Loaded rules) {
        Map<String, String> seen = Map.of("facts", Facts.SEEN.name(), "rules", rules.name());
        Map<String, String> equal = Map.of("facts", Facts.EQUAL.name(), "rules", rules.name());
        String of = ", " + rules.title();
        Optional<Spread> hand = rules == Loaded.FIFTEEN
                ? half("PeersBenchmark.decide", Map.of("engine", HAND, "facts", Facts.SEEN.name()))
                : half("HandWrittenBenchmark.decide", seen);
        line(
                "seen facts: mean / hand-written" + of,
                results.mean("LicetBenchmark.decideMany", seen),
                results.mean("HandWrittenBenchmark.decideMany", seen),
                0.5);
        line("seen facts: p50 / hand-written, clock included" + of, half("LicetBenchmark.decide", seen), hand, 0.5);
        line("the same, the request made anew" + of, half("LicetBenchmark.decide", equal), hand, 0.5);
        results.averaged("LicetBenchmark.decideMany", seen)
                .map(Measured::bytes)
                .ifPresent(bytes -> line("seen facts: bytes" + of, 200, bytes, bytes));
    }

    private void newFacts() {
        Map<String, String> fresh = Map.of("facts", Facts.NEW.name(), "rules", Loaded.STANDARD.name());
        Optional<Spread> licet = half("LicetBenchmark.decide", fresh);
        Optional<Spread> made = half("LicetBenchmark.makeAndDecide", fresh);
        Optional<Spread> hand = half("PeersBenchmark.decide", Map.of("engine", HAND, "facts", Facts.NEW.name()));
        line("new facts, all packs: p50 / hand-written, fifteen rules", licet, hand, 30);
        line("the same, the request made too", made, hand, 30);
        line(
                "new facts, all packs: mean / hand-written, fifteen rules",
                results.mean("LicetBenchmark.decideMany", fresh),
                results.mean(
                        "HandWrittenBenchmark.decideMany",
                        Map.of("facts", Facts.NEW.name(), "rules", Loaded.FIFTEEN.name())),
                30);
        for (var sessions : BundledDroolsBenchmark.Sessions.values()) {
            Optional<Spread> drools = half("BundledDroolsBenchmark.decide", Map.of("sessions", sessions.name()));
            String title = sessions == BundledDroolsBenchmark.Sessions.NEW ? "new sessions" : "pooled sessions";
            line("new facts, all packs: p50 / plain Drools, " + title, licet, drools, 0.5);
            line("the same, the request made too", made, drools, 0.5);
        }
        line(
                "new facts, all packs: p99 / p50",
                results.sampled("LicetBenchmark.decide", fresh).map(each -> each.percentile(99)),
                licet,
                5);
    }

    private void peers() {
        for (Facts facts : new Facts[] {Facts.SEEN, Facts.NEW}) {
            Optional<Spread> licet = peer(Engine.Named.LICET, facts);
            for (Engine.Named engine : Engine.Named.values()) {
                if (engine != Engine.Named.LICET && engine != Engine.Named.HAND_WRITTEN) {
                    boolean asked = facts == Facts.SEEN || engine.namesAllRules();
                    line(
                            "%s facts: p50 / %s".formatted(facts == Facts.SEEN ? "seen" : "new", engine.title()),
                            licet,
                            peer(engine, facts),
                            asked ? 1 : NONE);
                }
            }
        }
    }

    private Optional<Spread> peer(Engine.Named engine, Facts facts) {
        return half("PeersBenchmark.decide", Map.of("engine", engine.name(), "facts", facts.name()));
    }

    private void reasons() {
        for (Facts facts : new Facts[] {Facts.SEEN, Facts.NEW}) {
            Map<String, String> asked = Map.of("facts", facts.name());
            String of = facts == Facts.SEEN ? ", seen facts" : ", new facts";
            Optional<Spread> outcome = half("ExplanationBenchmark.outcome", asked);
            line("all reasons read / outcome alone" + of, half("ExplanationBenchmark.reasons", asked), outcome, 1.3);
            line("`explain()` / outcome alone" + of, half("ExplanationBenchmark.text", asked), outcome, NONE);
            line("`toJson()` / outcome alone" + of, half("ExplanationBenchmark.record", asked), outcome, NONE);
        }
    }

    private void growth() {
        for (Growing.Shape shape : Growing.Shape.values()) {
            String of = shape == Growing.Shape.SEEN ? ", shape seen" : ", shape new";
            for (String rules : new String[] {"600", "6000"}) {
                line(
                        rules + " rules / 60" + of,
                        grown("rules", "rules", rules, shape),
                        grown("rules", "rules", "60", shape),
                        NONE);
            }
            for (String rows : new String[] {"10000", "100000", "1000000"}) {
                line(
                        "a list of %s rows / 100".formatted(rows) + of,
                        grown("rows", "rows", rows, shape),
                        grown("rows", "rows", "100", shape),
                        NONE);
            }
            line("10 facts unknown / 0" + of, unknown("10", shape), unknown("0", shape), NONE);
        }
        line(
                "all packs / the one that applies",
                half("GrowthBenchmark.packs", Map.of("packs", "ALL")),
                half("GrowthBenchmark.packs", Map.of("packs", "ONE")),
                NONE);
    }

    private Optional<Spread> grown(String benchmark, String parameter, String value, Growing.Shape shape) {
        return half("GrowthBenchmark." + benchmark, Map.of(parameter, value, "shape", shape.name()));
    }

    private Optional<Spread> unknown(String unknown, Growing.Shape shape) {
        return half("UnknownsBenchmark.decide", Map.of("unknown", unknown, "shape", shape.name()));
    }

    private void bulk() {
        line(
                "bulk, decisions/s: two processors / one",
                results.answers("BulkBenchmark.decide", Map.of(), Run.PROCESSORS + 2),
                results.answers("BulkBenchmark.decide", Map.of(), Run.PROCESSORS + 1),
                NONE);
    }

    private Optional<Spread> half(String benchmark, Map<String, String> parameters) {
        return results.sampled(benchmark, parameters).map(each -> each.percentile(50));
    }

    private void line(String title, Optional<Spread> one, Optional<Spread> other, double limit) {
        if (one.isPresent() && other.isPresent()) {
            line(
                    title,
                    limit,
                    one.get().median() / other.get().median(),
                    one.get().most() / other.get().least());
        }
    }

    private void line(String title, double limit, double got, double worst) {
        boolean asked = limit < NONE;
        text.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        title,
                        asked ? Table.number(limit) : "",
                        Table.number(got),
                        Table.number(worst),
                        asked ? got <= limit ? "yes" : "no" : ""));
    }
}
