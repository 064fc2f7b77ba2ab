package dev.licet.vocabulary;

import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The answers to what rules ask of a fact that must be reckoned, such as "do owners on that list hold that share?", each of
 * them true, false or not to be said.
 */
record Truths(Set<String> certain, Set<String> open) {

    /** Answers each question, by its key; an empty answer leaves it open. */
    static Truths of(List<Atom> asked, Function<Atom, Optional<Boolean>> answer) {
        var certain = new TreeSet<String>();
        var open = new TreeSet<String>();
        for (Atom atom : asked) {
            Optional<Boolean> holds = answer.apply(atom);
            if (holds.isEmpty()) {
                open.add(atom.key());
            } else if (holds.get()) {
                certain.add(atom.key());
            }
        }
        return new Truths(certain, open);
    }

    /** What could hold: the certain alone, with each open one, and with all of them. */
    List<Set<String>> possible() {
        var all = new LinkedHashSet<Set<String>>();
        all.add(certain);
        for (String key : open) {
            var one = new TreeSet<>(certain);
            one.add(key);
            all.add(one);
        }
        var whole = new TreeSet<>(certain);
        whole.addAll(open);
        all.add(whole);
        return new ArrayList<>(all);
    }

    /** A fact of which all that holds is shown, or else that nothing does. */
    static Value value(Object fact, Basis basis, Set<String> holds, FactValue otherwise) {
        List<FactValue> all = holds.isEmpty()
                ? List.of(otherwise)
                : holds.stream().map(Truths::value).toList();
        return Value.of(fact, basis, all.size() == 1 ? all.get(0) : new FactValue.AllOf(all), all);
    }

    /** What a key says. */
    private static FactValue value(String key) {
        List<String> parts = List.of(key.split("\\|"));
        return new FactValue.Holds(parts.get(0), parts.subList(1, parts.size()));
    }
}
