package dev.licet;

import java.util.List;
import java.util.stream.IntStream;

/** One fact of a request with all the values it has or could have. */
record Dimension(FactType type, List<Alternative> alternatives) {

    /** The index of an alternative that is not there. */
    static final int NONE = -1;

    Dimension {
        alternatives = List.copyOf(alternatives);
    }

    /** The index of the stated or presumed alternative; {@link #NONE} if the fact is unknown. */
    int base() {
        return IntStream.range(0, alternatives.size())
                .filter(i -> alternatives.get(i).basis() != Basis.POSSIBLE)
                .findFirst()
                .orElse(NONE);
    }

    boolean unknown() {
        return base() == NONE;
    }

    boolean presumed() {
        return !unknown() && alternatives.get(base()).basis() == Basis.PRESUMED;
    }

    /** The same fact, known to be one of these alternatives. */
    Dimension only(List<Integer> indexes) {
        return new Dimension(type, indexes.stream().map(alternatives::get).toList());
    }
}
