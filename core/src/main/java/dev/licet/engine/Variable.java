package dev.licet.engine;

import dev.licet.request.Basis;
import dev.licet.vocabulary.FactType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One fact of a request with all the values it has or could have.
 *
 * @param meeting for each condition that rules put on the fact, by its number, the indexes of the values that meet it
 * @param ways which of the ways in which rules of the day can match it leaves open, by their numbers
 */
public record Variable(FactType type, List<Value> values, int base, List<BitSet> meeting, Shape shape, BitSet ways) {

    /** The index of an alternative that is not there. */
    static final int NONE = -1;

    /** All of a fact that a evaluation depends on: how many values it has, which stands first, and what each meets. */
    record Shape(int size, int base, List<BitSet> meeting, int hash) {
        private Shape(int size, int base, List<BitSet> meeting) {
            this(size, base, meeting, 31 * (31 * size + base) + meeting.hashCode());
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Shape shape
                            && hash == shape.hash
                            && size == shape.size
                            && base == shape.base
                            && meeting.equals(shape.meeting);
        }
    }

    /** Makes a fact; facts of one shape share it. */
    static Variable of(FactType type, List<Value> values, PointInTimeLaw law, Memory memory) {
        var facts = new Object[values.size()];
        int stated = NONE;
        for (int i = facts.length - 1; i >= 0; i--) {
            facts[i] = values.get(i).fact();
            stated = values.get(i).basis() != Basis.POSSIBLE ? i : stated;
        }
        int first = stated;
        List<Object> shown = Arrays.asList(facts);
        Shape shape = memory.shape(
                type,
                first,
                shown,
                () -> new Shape(
                        facts.length,
                        first,
                        meeting(law.base().conditions(type), law.base().met(shown))));
        return new Variable(type, List.copyOf(values), first, shape.meeting(), shape, law.ways(type, shape));
    }

    private static List<BitSet> meeting(int conditions, List<BitSet> met) {
        return IntStream.range(0, conditions)
                .mapToObj(condition -> IntStream.range(0, met.size())
                        .filter(i -> met.get(i).get(condition))
                        .collect(BitSet::new, BitSet::set, BitSet::or))
                .toList();
    }

    /** Its values as the rules see them. */
    List<Object> facts() {
        return values.stream().map(Value::fact).toList();
    }

    /** Whether no value is stated or assumed; otherwise the {@link #base} is that value's index. */
    boolean unknown() {
        return base == NONE;
    }

    /** The members of some values, each once, in their order. */
    List<String> members(BitSet chosen) {
        return chosen.stream()
                .boxed()
                .flatMap(value -> values.get(value).members().stream())
                .distinct()
                .toList();
    }
}
