package dev.licet.answer;

import dev.licet.request.Check;
import dev.licet.request.FactValue;
import java.util.List;

/**
 * An assumption that mattered: the decision holds if the fact is none of these.
 *
 * @param fact which fact was assumed
 * @param assumed the value that was assumed
 * @param noneOf the values that would make the answer stricter
 * @param check who ordinarily checks it
 * @param rules the rules that would then apply
 */
public record Assumption(String fact, FactValue assumed, List<FactValue> noneOf, Check check, List<String> rules) {
    /** Copies. */
    public Assumption {
        noneOf = List.copyOf(noneOf);
        rules = List.copyOf(rules);
    }
}
