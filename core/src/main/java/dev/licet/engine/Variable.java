package dev.licet.engine;

import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.Value;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One fact of a request with all the values it has or could have.
 *
 * @param base the index of the value that is stated or assumed; {@link #NONE} if there is none
 * @param waysOf for each value the ways in which rules of the day can match with it, by their numbers; never changed
 * @param ways the ways in which rules can match with some value of it; never changed
 * @param shape a hash of all that an evaluation depends on
 * @param accepted whether the house has accepted that it is as assumed
 */
public record Variable(
        FactType type, List<Value> values, int base, List<BitSet> waysOf, BitSet ways, int shape, boolean accepted) {

    /** The index of a value that is not there. */
    static final int NONE = -1;

    static Variable of(FactType type, List<Value> values, Tables tables) {
        int base = NONE;
        for (int i = values.size() - 1; i >= 0; i--) {
            base = values.get(i).basis() != Basis.POSSIBLE ? i : base;
        }
        var waysOf = new BitSet[values.size()];
        for (int i = 0; i < waysOf.length; i++) {
            waysOf[i] = tables.ways(type, values.get(i).fact());
        }
        BitSet ways = waysOf[0];
        int shape = 31 * base + ways.hashCode();
        if (waysOf.length > 1) {
            ways = (BitSet) ways.clone();
            for (BitSet each : waysOf) {
                ways.or(each);
                shape = 31 * shape + each.hashCode();
            }
        }
        return new Variable(type, List.copyOf(values), base, Arrays.asList(waysOf), ways, shape, false);
    }

    /** The same, if it is assumed, with the assumption accepted. */
    Variable accepting() {
        return unknown() || stated() ? this : new Variable(type, values, base, waysOf, ways, ~shape, true);
    }

    /** Whether no evaluation tells them apart: the same ways are open to each value, and the same one is stated or assumed. */
    // Most variables that are compared are one object out of the same table.
    @SuppressWarnings("ReferenceEquality")
    boolean alike(Variable other) {
        if (this == other) {
            return true;
        }
        if (shape != other.shape
                || accepted != other.accepted
                || base != other.base
                || values.size() != other.values.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!waysOf.get(i).equals(other.waysOf.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The indexes of the values with which one way of a rule can match. */
    BitSet matching(int way) {
        var matching = new BitSet(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (waysOf.get(i).get(way)) {
                matching.set(i);
            }
        }
        return matching;
    }

    /** Its values as the rules see them. */
    List<Object> facts() {
        return values.stream().map(Value::fact).toList();
    }

    /** Whether no value is stated or assumed; otherwise the {@link #base} is that value's index. */
    boolean unknown() {
        return base == NONE;
    }

    /** Whether a value is stated, so that exceptions may rest on it. */
    boolean stated() {
        return base != NONE && values.get(base).basis() == Basis.STATED;
    }

    /** The members of some values, each once, in their order. */
    List<FactValue> members(BitSet chosen) {
        return chosen.stream()
                .boxed()
                .flatMap(value -> values.get(value).members().stream())
                .distinct()
                .toList();
    }
}
