package dev.licet.answer;

import java.util.List;

/**
 * A presumption that mattered: the decision holds provided that the fact is none of these.
 *
 * @param fact which fact was presumed
 * @param presumed the value that was presumed
 * @param noneOf the values that would make the answer stricter
 * @param rules the rules that would then apply
 */
public record Proviso(String fact, String presumed, List<String> noneOf, List<String> rules) {
    /** Copies. */
    public Proviso {
        noneOf = List.copyOf(noneOf);
        rules = List.copyOf(rules);
    }
}
