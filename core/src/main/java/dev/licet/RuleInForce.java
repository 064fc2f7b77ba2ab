package dev.licet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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
     * @param facts the places in {@code asked} of those that are asked for
     */
    record Clause(int[][] asked, int[] facts) {
        Clause(int[][] asked) {
            this(
                    asked,
                    IntStream.range(0, asked.length)
                            .filter(d -> asked[d] != null)
                            .toArray());
        }

        /** The alternatives with which it matches; empty if there are none. */
        Box box(List<Dimension> dimensions) {
            for (int d : facts) {
                if (asked[d].length == 1
                        && dimensions.get(d).meeting().get(asked[d][0]).isEmpty()) {
                    return Box.NOWHERE;
                }
            }
            var at = new BitSet[asked.length];
            for (int d : facts) {
                at[d] = meeting(dimensions.get(d), asked[d]);
                if (at[d].isEmpty()) {
                    return Box.NOWHERE;
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
