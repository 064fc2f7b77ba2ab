package dev.licet.vocabulary;

import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.Inherited;
import java.util.Collection;
import java.util.List;

/**
 * One value that a fact has or could have.
 *
 * @param fact what the rules see
 * @param basis on what it rests
 * @param value what it is
 * @param members the single values that rules cannot tell apart here, such as the countries on the same lists
 * @param inherited what of it came down the lineage of the model
 */
public record Value(Object fact, Basis basis, FactValue value, List<FactValue> members, List<Inherited> inherited) {

    public Value {
        members = List.copyOf(members);
        inherited = List.copyOf(inherited);
    }

    static Value of(Object fact, Basis basis, FactValue value) {
        return of(fact, basis, value, List.of(value));
    }

    static Value of(Object fact, Basis basis, FactValue value, List<FactValue> members) {
        return new Value(fact, basis, value, members, List.of());
    }

    /** A value that it could have: several names at once. */
    static Value ofNames(Object fact, Collection<String> names) {
        List<String> all = List.copyOf(names);
        return of(
                fact,
                Basis.POSSIBLE,
                new FactValue.Names(all),
                all.stream().map(FactValue::name).toList());
    }

    Value inheriting(List<Inherited> what) {
        return what.isEmpty() ? this : new Value(fact, basis, value, members, what);
    }

    /** The same value, resting on something else. */
    Value as(Basis other) {
        return new Value(fact, other, value, members, inherited);
    }
}
