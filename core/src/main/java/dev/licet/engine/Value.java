package dev.licet.engine;

import dev.licet.request.Basis;
import dev.licet.request.Inherited;
import java.util.BitSet;
import java.util.List;

/**
 * One value that a fact has or could have.
 *
 * @param fact what the rules see
 * @param basis on what it rests
 * @param label the value in words
 * @param members the single values that rules cannot tell apart here, such as the countries on the same lists
 * @param inherited what of it came down the lineage of the model
 * @param ways the ways in which rules of the day can match with it, by their numbers; never changed
 */
public record Value(
        Object fact, Basis basis, String label, List<String> members, List<Inherited> inherited, BitSet ways) {

    public Value {
        members = List.copyOf(members);
        inherited = List.copyOf(inherited);
    }

    Value inheriting(List<Inherited> what) {
        return what.isEmpty() ? this : new Value(fact, basis, label, members, what, ways);
    }

    /** The same value, resting on something else. */
    Value as(Basis other) {
        return new Value(fact, other, label, members, inherited, ways);
    }
}
