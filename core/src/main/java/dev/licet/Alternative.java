package dev.licet;

import java.util.List;

/**
 * One value that a fact has or could have.
 *
 * @param fact what the rules see
 * @param basis on what it rests
 * @param label the value in words
 * @param members the single values that rules cannot tell apart here, such as the countries on the same lists
 */
record Alternative(Object fact, Basis basis, String label, List<String> members) {

    Alternative {
        members = List.copyOf(members);
    }

    static Alternative of(Object fact, Basis basis, String label) {
        return new Alternative(fact, basis, label, List.of(label));
    }
}
