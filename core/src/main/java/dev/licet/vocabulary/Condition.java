package dev.licet.vocabulary;

import dev.licet.law.Asked;
import dev.licet.vocabulary.FactType.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that one rule asks of one fact: a pattern of a rule file.
 *
 * @param constraints what must hold, each as a tree; none if any value will do
 * @param variables the variables that the rule's words use, each with the property of the fact
 * @param text the constraints as a rule file writes them
 */
public record Condition(FactType type, List<Expr> constraints, Map<String, Member> variables, String text)
        implements Asked {

    public Condition {
        constraints = List.copyOf(constraints);
        variables = Map.copyOf(variables);
    }

    public Condition(FactType type, List<Expr> constraints, Map<String, Member> variables) {
        this(
                type,
                constraints,
                variables,
                constraints.stream().map(Expr::toString).collect(Collectors.joining(", ")));
    }

    /** Whether any value will do. */
    public boolean asksNothing() {
        return constraints.isEmpty();
    }

    /** Whether a fact meets it. */
    public boolean test(Object fact) {
        for (Expr constraint : constraints) {
            if (!constraint.test(fact)) {
                return false;
            }
        }
        return true;
    }

    /** Its tests, from left to right. */
    public Stream<Expr.Test> tests() {
        return constraints.stream().flatMap(Expr::tests);
    }

    /** The single things asked. */
    public List<Atom> atoms() {
        return tests().flatMap(Expr.Test::atoms).toList();
    }

    /** The pattern, as Drools reads it. */
    public String pattern() {
        return type.patternName() + "( " + text + " )";
    }

    @Override
    public String toString() {
        return text;
    }
}
