package dev.licet.vocabulary;

import dev.licet.vocabulary.FactType.Member;
import java.util.List;
import java.util.Map;

/**
 * All that one rule asks of one fact: a pattern of a rule file.
 *
 * @param constraints the constraints as one, as they are written, without bindings; blank if any value will do
 * @param atoms the single things asked
 * @param variables the variables that the rule's words use, each with the property of the fact
 */
public record Condition(FactType type, String constraints, List<Atom> atoms, Map<String, Member> variables) {

    public Condition {
        atoms = List.copyOf(atoms);
        variables = Map.copyOf(variables);
    }

    /** Whether any value will do. */
    public boolean asksNothing() {
        return constraints.isEmpty();
    }

    /** The pattern, as Drools reads it. */
    public String pattern() {
        return type.patternName() + "( " + constraints + " )";
    }
}
