package dev.licet.engine;

import dev.licet.law.Rule;
import dev.licet.law.Status;
import dev.licet.pack.RuleFile;
import dev.licet.pack.Verb;
import dev.licet.vocabulary.FactType;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A rule on one day, its terms replaced by what defines them.
 *
 * @param clauses the ways in which it can match; each asks for certain facts
 */
public record RuleInForce(RuleFile file, Status status, List<Clause> clauses) {

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

        /** The alternatives with which it matches. */
        Cube cube(List<Variable> variables) {
            var at = new BitSet[asked.length];
            for (int d : facts) {
                at[d] = meeting(variables.get(d).shape(), asked[d]);
            }
            return new Cube(at, asked);
        }

        /** Whether a fact of some shape has an alternative with which it can match. */
        boolean possible(int d, Variable.Shape shape) {
            return asked[d] == null || !meeting(shape, asked[d]).isEmpty();
        }

        /** The alternatives of a fact that it asks for that will do. */
        BitSet meeting(int d, Variable variable) {
            return meeting(variable.shape(), asked[d]);
        }

        private static BitSet meeting(Variable.Shape shape, int[] conditions) {
            if (conditions.length == 1) {
                return shape.meeting().get(conditions[0]);
            }
            var all = new BitSet(shape.size());
            all.set(0, shape.size());
            for (int condition : conditions) {
                all.and(shape.meeting().get(condition));
            }
            return all;
        }
    }

    Rule rule() {
        return file.rule();
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
