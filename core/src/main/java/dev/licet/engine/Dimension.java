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
 * @param meeting for each condition that rules put on the fact, by its number, the indexes of the alternatives that meet it
 * @param ways which of the ways in which rules of the day can match it leaves open, by their numbers
 */
public record Dimension(
        FactType type, List<Alternative> alternatives, int base, List<BitSet> meeting, Shape shape, BitSet ways) {

    /** The index of an alternative that is not there. */
    static final int NONE = -1;

    /** All of a fact that a judgment depends on: how many alternatives it has, which stands first, and what each meets. */
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
    static Dimension of(FactType type, List<Alternative> alternatives, LawOfDay law, Memory memory) {
        var facts = new Object[alternatives.size()];
        int stated = NONE;
        for (int i = facts.length - 1; i >= 0; i--) {
            facts[i] = alternatives.get(i).fact();
            stated = alternatives.get(i).basis() != Basis.POSSIBLE ? i : stated;
        }
        int first = stated;
        List<Object> values = Arrays.asList(facts);
        Shape shape = memory.shape(
                type,
                first,
                values,
                () -> new Shape(
                        facts.length,
                        first,
                        meeting(law.base().conditions(type), law.base().met(values))));
        return new Dimension(type, List.copyOf(alternatives), first, shape.meeting(), shape, law.ways(type, shape));
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
        return alternatives.stream().map(Alternative::fact).toList();
    }

    /** Whether no value is stated or presumed; otherwise the {@link #base} is that value's index. */
    boolean unknown() {
        return base == NONE;
    }

    /** The members of some alternatives, each once, in their order. */
    List<String> members(BitSet values) {
        return values.stream()
                .boxed()
                .flatMap(value -> alternatives.get(value).members().stream())
                .distinct()
                .toList();
    }
}
