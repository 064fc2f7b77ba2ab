package dev.licet.engine;

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
record Value(Object fact, Basis basis, String label, List<String> members, List<Inherited> inherited) {

    Value {
        members = List.copyOf(members);
        inherited = List.copyOf(inherited);
    }

    Value(Object fact, Basis basis, String label, List<String> members) {
        this(fact, basis, label, members, List.of());
    }

    Value inheriting(List<Inherited> what) {
        return new Value(fact, basis, label, members, what);
    }

    static Value of(Object fact, Basis basis, String label) {
        return new Value(fact, basis, label, List.of(label));
    }
}
