package dev.licet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * A rule on one day, its terms replaced by what defines them.
 *
 * @param clauses the ways in which it can match; each asks for certain facts
 */
record RuleInForce(RuleFile file, Status status, List<Clause> clauses) {

    /**
     * One way in which a rule can match.
     *
     * @param asked for each fact of the day, the numbers of the conditions that it must meet; empty for any value, null if the
     *     fact is not asked for
     */
    record Clause(int[][] asked) {

        /** The alternatives with which it matches; empty if there are none. */
        Box box(List<Dimension> dimensions) {
            var at = new BitSet[asked.length];
            for (int d = 0; d < asked.length; d++) {
                if (asked[d] != null) {
                    at[d] = meeting(dimensions.get(d), asked[d]);
                    if (at[d].isEmpty()) {
                        return Box.NOWHERE;
                    }
                }
            }
            return new Box(at, asked);
        }

        /** The alternatives of a fact that it asks for that will do. */
        BitSet meeting(int d, Dimension dimension) {
            return meeting(dimension, asked[d]);
        }

        private static BitSet meeting(Dimension dimension, int[] conditions) {
            if (conditions.length == 1) {
                return dimension.meeting().get(conditions[0]);
            }
            var all = new BitSet();
            all.set(0, dimension.alternatives().size());
            for (int condition : conditions) {
                all.and(dimension.meeting().get(condition));
            }
            return all;
        }
    }

    Rule rule() {
        return file.rule();
    }

    /** Where it matches; none if it cannot. */
    List<Box> boxes(List<Dimension> dimensions) {
        List<Box> boxes = List.of();
        for (Clause clause : clauses) {
            Box box = clause.box(dimensions);
            if (box != Box.NOWHERE) {
                boxes = boxes.isEmpty() ? new ArrayList<>() : boxes;
                boxes.add(box);
            }
        }
        return boxes;
    }

    /** Words of the rule, for one alternative of each fact. */
    String words(Verb.Words words, Function<FactType, Object> facts) {
        return words.with(variable -> file.conditions().stream()
                .filter(condition -> condition.variables().containsKey(variable))
                .findFirst()
                .map(condition -> condition.variables().get(variable).of(facts.apply(condition.type())))
                .orElseThrow());
    }
}
