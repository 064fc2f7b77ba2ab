package dev.licet.vocabulary;

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

    /** What a key says, for people. */
    static String inWords(String key) {
        String[] parts = key.split("\\|");
        return switch (parts[0]) {
            case "heldBy" -> "held by parties on %s to %s or more".formatted(parts[1], parts[2]);
            case "includes" -> "an owner on " + parts[1];
            case "seatedIn" -> "held from countries on %s to more than %s".formatted(parts[1], parts[2]);
            case "seatedOutside" -> "held from countries not on %s to more than %s".formatted(parts[1], parts[2]);
            case "within" ->
                "made from published weights with no more of its own than %s or %s".formatted(parts[1], parts[2]);
            case "derived" -> "made from other weights";
            case "unpublishedFrom" -> "made from unpublished weights of the origin %s".formatted(parts[1]);
            default -> throw new AssertionError("no words for the key " + key);
        };
    }
}
