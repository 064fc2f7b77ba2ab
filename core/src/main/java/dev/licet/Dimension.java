package dev.licet;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One fact of a request with all the values it has or could have.
 *
 * @param meeting for each condition that rules put on the fact, by its number, the indexes of the alternatives that meet it
 */
record Dimension(FactType type, List<Alternative> alternatives, int base, List<BitSet> meeting) {

    /** The index of an alternative that is not there. */
    static final int NONE = -1;

    Dimension {
        alternatives = List.copyOf(alternatives);
        meeting = List.copyOf(meeting);
    }

    static Dimension of(FactType type, List<Alternative> alternatives, RuleBase base) {
        List<BitSet> met = base.met(alternatives.stream().map(Alternative::fact).toList());
        List<BitSet> meeting = IntStream.range(0, base.conditions(type))
                .mapToObj(condition -> IntStream.range(0, met.size())
                        .filter(i -> met.get(i).get(condition))
                        .collect(BitSet::new, BitSet::set, BitSet::or))
                .toList();
        int stated = IntStream.range(0, alternatives.size())
                .filter(i -> alternatives.get(i).basis() != Basis.POSSIBLE)
                .findFirst()
                .orElse(NONE);
        return new Dimension(type, alternatives, stated, meeting);
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
