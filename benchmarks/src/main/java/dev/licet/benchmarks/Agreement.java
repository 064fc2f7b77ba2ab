package dev.licet.benchmarks;

import java.util.List;
import java.util.TreeSet;

/** Checks that engines answer alike before they are measured: what answers otherwise is not the same work. */
final class Agreement {
    /** How many random cases are compared. */
    static final int CASES = 10_000;

    /** How many are compared again in each process that measures. */
    static final int FEW = 300;

    private static final long SEED = 20261123;

    private Agreement() {}

    /**
     * Compares an engine with the hand-written rules.
     *
     * @throws IllegalStateException naming the first case on which they differ
     */
    static void check(Engine.Named named) {
        check(named.title(), named.make(), Engine.Named.HAND_WRITTEN.make(), named.namesAllRules(), CASES);
    }

    /**
     * Compares the sixty rules in Java with the same as a pack of Licet.
     *
     * @throws IllegalStateException naming the first case on which they differ
     */
    static void checkSixty() {
        Engine licet = new LicetEngine(Loaded.SIXTY.licet());
        check("hand-written Java of 60 rules", Loaded.SIXTY.handWritten(), licet, true, CASES);
    }

    static void check(String title, Engine engine, Engine judge, boolean namesAllRules, int many) {
        for (Case asked : Cases.random(SEED, many)) {
            Answer wanted = judge.decide(asked);
            Answer given = engine.decide(asked);
            boolean same = given.outcome() == wanted.outcome()
                    && (namesAllRules
                            ? sorted(given.rules()).equals(sorted(wanted.rules()))
                            : wanted.rules().containsAll(given.rules()));
            if (!same) {
                throw new IllegalStateException(
                        "%s answers (%s) and not (%s) to (%s).\nMaybe its rules are not the same."
                                .formatted(title, given, wanted, asked));
            }
        }
    }

    private static List<String> sorted(List<String> rules) {
        if (new TreeSet<>(rules).size() != rules.size()) {
            throw new IllegalStateException(
                    "A rule stands twice (%s).\nMaybe a fact was stated twice.".formatted(rules));
        }
        return rules.stream().sorted().toList();
    }
}
