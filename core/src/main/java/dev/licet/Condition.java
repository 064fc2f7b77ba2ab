package dev.licet;

import dev.licet.FactType.Member;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that one rule asks of one fact: a pattern of a rule file.
 *
 * @param constraints the constraints as one, as they are written, without bindings; blank if any value will do
 * @param atoms the single things asked
 * @param variables the variables that the rule's words use, each with the property of the fact
 */
record Condition(FactType type, String constraints, List<Atom> atoms, Map<String, Member> variables) {

    Condition {
        atoms = List.copyOf(atoms);
        variables = Map.copyOf(variables);
    }

    static Condition of(FactType type, List<Constraint> read) {
        String constraints = read.stream()
                .filter(constraint -> constraint.variables().isEmpty())
                .map(Constraint::text)
                .collect(Collectors.joining(", "));
        List<Atom> atoms =
                read.stream().flatMap(constraint -> constraint.atoms().stream()).toList();
        var variables = new TreeMap<String, Member>();
        read.forEach(constraint -> variables.putAll(constraint.variables()));
        return new Condition(type, constraints, atoms, variables);
    }

    /** Whether any value will do. */
    boolean asksNothing() {
        return constraints.isEmpty();
    }

    /** The pattern, as Drools reads it. */
    String pattern() {
        return type.patternName() + "( " + constraints + " )";
    }
}
