package dev.licet.answer;

import dev.licet.law.Asked;
import dev.licet.request.Basis;
import dev.licet.vocabulary.Condition;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The facts that the findings of a decision rest on, each once, with the values that the rules were tried with. Of a value it has what
 * the conditions name: a country is on many lists, and a condition asks for one.
 */
final class FactsSeen {
    private static final Pattern PARTS = Pattern.compile("\\|");

    /** One fact, all that findings use of it. */
    private static final class Seen {
        private final Finding.FactUsed first;
        private final Set<Object> inherited = new LinkedHashSet<>();
        private final Set<String> words = new TreeSet<>();
        private List<Object> values = List.of();

        Seen(Finding.FactUsed first) {
            this.first = first;
        }
    }

    private final Map<String, Seen> facts = new TreeMap<>();

    private FactsSeen() {}

    static Map<String, Object> of(Decision decision) {
        var seen = new FactsSeen();
        decision.findings().forEach(seen::add);
        decision.pending().forEach(seen::add);
        var trees = new TreeMap<String, Object>();
        seen.facts.forEach((label, fact) -> trees.put(DecisionRecord.name(label), tree(fact)));
        return trees;
    }

    private void add(Finding finding) {
        add(finding.facts(), finding.otherWays());
        finding.exceptions().forEach(exception -> add(exception.facts(), exception.otherWays()));
    }

    private void add(List<Finding.FactUsed> facts, List<List<Finding.FactUsed>> otherWays) {
        facts.forEach(this::add);
        otherWays.forEach(way -> way.forEach(this::add));
    }

    private void add(Finding.FactUsed used) {
        Seen seen = facts.computeIfAbsent(used.fact(), none -> new Seen(used));
        used.inherited().forEach(each -> seen.inherited.add(DecisionRecord.inherited(each)));
        if (!used.conditions().isEmpty()) {
            seen.values = used.seen();
            used.conditions().forEach(condition -> addNames(condition, seen.words));
        }
    }

    private static void addNames(Asked asked, Set<String> names) {
        if (asked instanceof Condition condition) {
            condition.tests().forEach(test -> {
                names.add(test.member().name());
                names.addAll(test.arguments());
            });
        }
    }

    private static Map<String, Object> tree(Seen seen) {
        var tree = new TreeMap<String, Object>();
        tree.put("basis", seen.first.basis().name());
        if (seen.first.basis() != Basis.POSSIBLE) {
            tree.put("value", seen.first.value().toString());
        }
        var different = new LinkedHashSet<Map<String, Object>>();
        seen.values.forEach(value -> different.add(tree(value, seen.words)));
        if (!different.isEmpty()) {
            tree.put("seen", List.copyOf(different));
        }
        if (!seen.inherited.isEmpty()) {
            tree.put("inherited", List.copyOf(seen.inherited));
        }
        return tree;
    }

    private static Map<String, Object> tree(Object fact, Set<String> words) {
        var tree = new TreeMap<String, Object>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            Object value = of(fact, component);
            if (value instanceof Set<?> items) {
                List<String> named = items.stream()
                        .map(String::valueOf)
                        .filter(item -> words.containsAll(Arrays.asList(PARTS.split(item))))
                        .sorted()
                        .toList();
                if (!named.isEmpty()) {
                    tree.put(component.getName(), named);
                }
            } else if (value instanceof String text) {
                if (words.contains(text) || words.contains("beginsWith")) {
                    tree.put(component.getName(), text);
                }
            } else {
                tree.put(component.getName(), value instanceof Enum<?> constant ? constant.name() : value);
            }
        }
        return tree;
    }

    private static Object of(Object fact, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException never) {
            throw new LinkageError("facts are public records", never);
        }
    }
}
