package dev.licet.engine;

import java.util.BitSet;
import java.util.List;

/**
 * Where a rule matches: for each fact of the request, the indexes of the alternatives that will do, or null if the rule does not
 * ask for it. It matches wherever every fact is inside.
 *
 * @param asked for each fact of the request, the numbers of the conditions that it must meet
 */
record Box(BitSet[] at, int[][] asked) {

    /** Whether it needs nothing against what is stated or presumed. */
    boolean possible(List<Dimension> dimensions) {
        for (int d = 0; d < at.length; d++) {
            Dimension dimension = dimensions.get(d);
            if (at[d] != null && !dimension.unknown() && !at[d].get(dimension.base())) {
                return false;
            }
        }
        return true;
    }

    /** Whether it matches whatever the unknown facts are, presumptions kept. */
    boolean certain(List<Dimension> dimensions) {
        for (int d = 0; d < at.length; d++) {
            Dimension dimension = dimensions.get(d);
            if (at[d] != null
                    && dimension.unknown()
                    && at[d].cardinality() < dimension.alternatives().size()) {
                return false;
            }
        }
        return possible(dimensions);
    }

    /** The alternative of a fact that stands for the others: the stated or presumed one, if it is inside. */
    int chosen(int d, Dimension dimension) {
        return !dimension.unknown() && at[d].get(dimension.base()) ? dimension.base() : at[d].nextSetBit(0);
    }
}
