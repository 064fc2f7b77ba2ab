package dev.licet.answer;

import dev.licet.law.Asked;
import dev.licet.vocabulary.Condition;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The facts that the findings of a decision rest on, each once, with the values that the rules were tried with. Of a value is
 * there what the conditions name: a country is on many lists, and a condition asks for one.
 */
final class FactsSeen {
    private static final Pattern PARTS = Pattern.compile("\\|");

    private final Map<String, Set<String>> words = new TreeMap<>();
    private final Map<String, List<Object>> seen = new TreeMap<>();

    private FactsSeen() {}

    static List<Map<String, Object>> of(Decision decision) {
        var facts = new FactsSeen();
        Stream.concat(decision.findings().stream(), decision.pending().stream()).forEach(finding -> {
            facts.add(finding.facts(), finding.otherWays());
            finding.exceptions().forEach(exception -> facts.add(exception.facts(), exception.otherWays()));
        });
        var trees = new ArrayList<Map<String, Object>>();
        facts.seen.forEach((fact, values) -> {
            var different = new LinkedHashSet<Map<String, Object>>();
            values.forEach(value -> different.add(tree(value, facts.words.getOrDefault(fact, Set.of()))));
            String type = values.get(0).getClass().getSimpleName();
            trees.add(new TreeMap<>(Map.of("fact", fact, "type", type, "values", List.copyOf(different))));
        });
        return trees;
    }

    private void add(List<Finding.FactUsed> facts, List<List<Finding.FactUsed>> otherWays) {
        Stream.concat(facts.stream(), otherWays.stream().flatMap(List::stream))
                .filter(used -> !used.conditions().isEmpty())
                .forEach(used -> {
                    seen.putIfAbsent(used.fact(), used.seen());
                    used.conditions()
                            .forEach(condition ->
                                    addNames(condition, words.computeIfAbsent(used.fact(), none -> new TreeSet<>())));
                });
    }

    private static void addNames(Asked asked, Set<String> names) {
        if (asked instanceof Condition condition) {
            condition.tests().forEach(test -> {
                names.add(test.member().name());
                names.addAll(test.arguments());
            });
        }
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
