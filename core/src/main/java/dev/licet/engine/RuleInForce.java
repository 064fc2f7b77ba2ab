package dev.licet.engine;

import dev.licet.law.Rule;
import dev.licet.law.Status;
import dev.licet.pack.RuleFile;
import dev.licet.pack.Verb;
import dev.licet.vocabulary.FactType;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A rule on one day, its terms replaced by what defines them.
 *
 * @param clauses the ways in which it can match; each asks for certain facts
 */
public record RuleInForce(RuleFile file, Status status, List<Clause> clauses) {

    /**
     * One way in which a rule can match. Represented are its place among all ways of the day; for each fact of the day, the numbers
     * of the conditions that it must meet, empty for any value, null if the fact is not asked for; and the places of those that are.
     */
    static final class Clause {
        private final int number;
        private final int[][] asked;
        private final int[] facts;

        Clause(int[][] asked) {
            this(
                    Variable.NONE,
                    asked,
                    IntStream.range(0, asked.length)
                            .filter(d -> asked[d] != null)
                            .toArray());
        }

        private Clause(int number, int[][] asked, int[] facts) {
            this.number = number;
            this.asked = asked;
            this.facts = facts;
        }

        int[][] asked() {
            return asked;
        }

        /** The facts for which it asks, by their places in the types of the law. */
        int[] facts() {
            return facts;
        }

        Clause numbered(int place) {
            return new Clause(place, asked, facts);
        }

        /** The values with which it matches. */
        Cube cube(List<Variable> variables) {
            var at = new BitSet[asked.length];
            for (int d : facts) {
                at[d] = meeting(variables.get(d));
            }
            return new Cube(at, asked);
        }

        /** The values of a fact that it asks for that will do. */
        BitSet meeting(Variable variable) {
            return variable.matching(number);
        }
    }

    Rule rule() {
        return file.rule();
    }

    /** The place of a way to match among all. */
    int place(int[][] asked) {
        int place = 0;
        while (clauses.get(place).asked() != asked) {
            place++;
        }
        return place;
    }

    /** Words of the rule, for one value of each fact. */
    String words(Verb.Words words, Function<FactType, Object> facts) {
        return words.with(variable -> file.conditions().stream()
                .flatMap(condition -> Optional.ofNullable(condition.variables().get(variable))
                        .map(member -> member.of(facts.apply(condition.type())))
                        .stream())
                .findFirst()
                .orElseThrow());
    }
}
