package dev.licet.answer;

import dev.licet.json.Fields;
import dev.licet.law.Asked;
import dev.licet.request.Basis;
import dev.licet.request.Inherited;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.Expr;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The facts that the findings of a decision rest on, each once, with the values that the rules were tried with. Of a value it has what
 * the conditions name: a country is on many lists, and a condition asks for one.
 */
final class FactsSeen {
    /** The components of each type of fact, by name. */
    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .sorted(Comparator.comparing(Method::getName))
                    .toList();
        }
    };

    /** One fact, with all that findings use of it. */
    private static final class Seen {
        private final Finding.FactUsed first;
        private final Set<Inherited> inherited = new LinkedHashSet<>();
        private final Set<String> words = new HashSet<>();
        private List<Object> values = List.of();

        Seen(Finding.FactUsed first) {
            this.first = first;
        }
    }

    private final Map<String, Seen> facts = new TreeMap<>();

    private FactsSeen() {}

    static Fields of(Decision decision) {
        var seen = new FactsSeen();
        decision.findings().forEach(seen::add);
        decision.pending().forEach(seen::add);
        var trees = new Fields();
        seen.facts.forEach((name, fact) -> trees.add(name, tree(fact)));
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
        Seen seen = facts.computeIfAbsent(DecisionRecord.name(used.fact()), none -> new Seen(used));
        seen.inherited.addAll(used.inherited());
        if (!used.conditions().isEmpty()) {
            seen.values = used.seen();
            for (Asked asked : used.conditions()) {
                if (asked instanceof Condition condition) {
                    condition.constraints().forEach(constraint -> addWords(constraint, seen.words));
                }
            }
        }
    }

    /** The names that a condition asks about, and those of the questions. */
    private static void addWords(Expr asked, Set<String> words) {
        if (asked instanceof Expr.Test test) {
            words.add(test.member().name());
            words.addAll(test.arguments());
        } else if (asked instanceof Expr.Not not) {
            addWords(not.negated(), words);
        } else {
            List<Expr> parts = asked instanceof Expr.And and ? and.all() : ((Expr.Or) asked).some();
            parts.forEach(part -> addWords(part, words));
        }
    }

    private static Fields tree(Seen seen) {
        var tree = new Fields().add("basis", seen.first.basis().name());
        if (!seen.inherited.isEmpty()) {
            tree.add("inherited", DecisionRecord.list(seen.inherited, FactsSeen::tree));
        }
        if (!seen.values.isEmpty()) {
            List<Object> values = DecisionRecord.list(seen.values, value -> tree(value, seen.words));
            tree.add("seen", values.size() == 1 ? values : List.copyOf(new LinkedHashSet<>(values)));
        }
        return seen.first.basis() == Basis.POSSIBLE
                ? tree
                : tree.add("value", seen.first.value().toString());
    }

    private static Fields tree(Inherited inherited) {
        return new Fields()
                .add("model", inherited.model())
                .add("relation", inherited.relation().name())
                .add("steps", inherited.steps())
                .add("what", inherited.what().toString());
    }

    private static Fields tree(Object fact, Set<String> words) {
        var tree = new Fields();
        for (Method component : COMPONENTS.get(fact.getClass())) {
            String name = component.getName();
            Object value = of(fact, component);
            if (value instanceof Set<?> items) {
                List<String> named = named(items, words);
                if (!named.isEmpty()) {
                    tree.add(name, named);
                }
            } else if (!(value instanceof String text)) {
                tree.add(name, value instanceof Enum<?> constant ? constant.name() : value);
            } else if (words.contains(text) || words.contains("beginsWith")) {
                tree.add(name, text);
            }
        }
        return tree;
    }

    /** Those of a set that conditions ask about, in order. */
    private static List<String> named(Set<?> items, Set<String> words) {
        var named = new ArrayList<String>();
        for (Object item : items) {
            String name = String.valueOf(item);
            if (name.indexOf('|') < 0 ? words.contains(name) : words.containsAll(List.of(name.split("\\|")))) {
                named.add(name);
            }
        }
        Collections.sort(named);
        return named;
    }

    private static Object of(Object fact, Method component) {
        try {
            return component.invoke(fact);
        } catch (ReflectiveOperationException never) {
            throw new LinkageError("facts are public records", never);
        }
    }
}
