package dev.licet.vocabulary;

import dev.licet.request.Basis;
import dev.licet.request.Inherited;
import java.util.List;

/**
 * One value that a fact has or could have.
 *
 * @param fact what the rules see
 * @param basis on what it rests
 * @param label the value in words
 * @param members the single values that rules cannot tell apart here, such as the countries on the same lists
 * @param inherited what of it came down the lineage of the model
 */
public record Value(Object fact, Basis basis, String label, List<String> members, List<Inherited> inherited) {

    public Value {
        members = List.copyOf(members);
        inherited = List.copyOf(inherited);
    }

    static Value of(Object fact, Basis basis, String label) {
        return of(fact, basis, label, List.of(label));
    }

    static Value of(Object fact, Basis basis, String label, List<String> members) {
        return new Value(fact, basis, label, members, List.of());
    }

    Value inheriting(List<Inherited> what) {
        return what.isEmpty() ? this : new Value(fact, basis, label, members, what);
    }

    /** The same value, resting on something else. */
    Value as(Basis other) {
        return new Value(fact, other, label, members, inherited);
    }
}
