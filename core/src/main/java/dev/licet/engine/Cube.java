package dev.licet.engine;

import java.util.BitSet;
import java.util.List;

/**
 * Where a rule matches: for each fact of the request, the indexes of the values that will do, or null if the rule does not
 * ask for it. It matches wherever every fact is inside.
 *
 * @param asked for each fact of the request, the numbers of the conditions that it must meet
 */
record Cube(BitSet[] at, int[][] asked) {

    /** Whether it needs nothing against what is stated or assumed. */
    boolean possible(List<Variable> variables) {
        for (int d = 0; d < at.length; d++) {
            Variable variable = variables.get(d);
            if (at[d] != null && !variable.unknown() && !at[d].get(variable.base())) {
                return false;
            }
        }
        return true;
    }

    /** Whether it matches whatever the unknown facts are, assumptions kept. */
    boolean certain(List<Variable> variables) {
        for (int d = 0; d < at.length; d++) {
            Variable variable = variables.get(d);
            if (at[d] != null
                    && variable.unknown()
                    && at[d].cardinality() < variable.values().size()) {
                return false;
            }
        }
        return possible(variables);
    }

    /** The value of a fact that stands for the others: the stated or assumed one, if it is inside. */
    int chosen(int d, Variable variable) {
        return !variable.unknown() && at[d].get(variable.base()) ? variable.base() : at[d].nextSetBit(0);
    }
}
