package dev.licet.benchmarks;

import dev.licet.RulePack;
import dev.licet.law.ListRow;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The lists of the fifteen rules: every engine has them from the one place where they stand. */
final class Lists {
    private static final RulePack PACK = RulePack.bundled("benchmark");

    private Lists() {}

    /** All of them, by the names that the rules use: embargoed, restricted, arms, allies, union, entities, denied. */
    static Map<String, Set<String>> all() {
        var lists = new TreeMap<String, Set<String>>();
        for (String list : PACK.lists()) {
            Set<String> keys = PACK.rows(list).stream().map(ListRow::key).collect(Collectors.toUnmodifiableSet());
            lists.put(list.substring("benchmark.".length()), keys);
        }
        return lists;
    }
}
