package dev.licet.answer;

import dev.licet.law.Outcome;
import dev.licet.request.Country;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a model may go: one transfer decided for every country.
 *
 * @param decisions the decision for each country, in the order of their codes
 */
public record WorldMap(SortedMap<Country, Decision> decisions) {
    /** Copies. */
    public WorldMap {
        decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
    }

    /**
     * The countries, those together that have one outcome for one reason.
     *
     * @return the groups, the mildest outcome first, of one outcome the largest group first; each country is in exactly one
     */
    public List<Group> groups() {
        var alike = new TreeMap<Group, List<Country>>(
                Comparator.comparing(Group::outcome).thenComparing(group -> String.join(" ", group.rules())));
        for (Map.Entry<Country, Decision> entry : decisions.entrySet()) {
            var key = new Group(entry.getValue().outcome(), entry.getValue().rulesBehind(), List.of());
            alike.computeIfAbsent(key, none -> new ArrayList<>()).add(entry.getKey());
        }
        return alike.entrySet().stream()
                .map(entry -> new Group(entry.getKey().outcome(), entry.getKey().rules(), entry.getValue()))
                .sorted(Comparator.comparing(Group::outcome)
                        .thenComparing(group -> -group.countries().size()))
                .toList();
    }

    /**
     * Countries with one outcome for one reason.
     *
     * @param outcome the outcome
     * @param rules the ids of the rules that decide it; see {@link Decision#rulesBehind()}
     * @param countries the countries, in the order of their codes
     */
    public record Group(Outcome outcome, List<String> rules, List<Country> countries) {
        /** Copies. */
        public Group {
            rules = List.copyOf(rules);
            countries = List.copyOf(countries);
        }
    }
}
