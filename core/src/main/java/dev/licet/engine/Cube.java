package dev.licet.engine;

import java.util.BitSet;
import java.util.List;

/** Where a rule matches. It matches wherever every fact is inside. */
final class Cube {
    private final BitSet[] at;
    private final int[][] asked;

    Cube(BitSet[] at, int[][] asked) {
        this.at = at;
        this.asked = asked;
    }

    /** For each fact of the request, the indexes of the values that will do, or null if the rule does not ask for it. */
    BitSet[] at() {
        return at;
    }

    /** For each fact of the request, the numbers of the conditions that it must meet. */
    int[][] asked() {
        return asked;
    }

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
