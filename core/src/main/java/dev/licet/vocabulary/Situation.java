package dev.licet.vocabulary;

import dev.licet.request.Basis;
import dev.licet.request.Model;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A fact of a request under the rules of a day.
 *
 * @param assume false if nothing is to be assumed
 */
public record Situation(FactType type, Request request, RulesOfDay law, boolean assume) {
    private static final int FEW = 5;

    /** The same for another state of the model. */
    Situation of(Model other) {
        return new Situation(type, new Request(other, request.transfer()), law, assume);
    }

    Model model() {
        return request.model();
    }

    Transfer transfer() {
        return request.transfer();
    }

    Set<String> asked(Argument argument) {
        return law.asked(type, argument);
    }

    List<Atom> asked() {
        return law.asked(type);
    }

    /** The values of a fact that is not stated: the assumed one, if there is one and it may be, and every other. */
    List<Value> otherwise(Optional<Value> assumed, List<Value> possible) {
        var all = new ArrayList<Value>();
        assumed.map(ordinary -> assume ? ordinary : ordinary.as(Basis.POSSIBLE)).ifPresent(all::add);
        for (Value other : possible) {
            if (assumed.map(ordinary -> !ordinary.fact().equals(other.fact())).orElse(true)) {
                all.add(other);
            }
        }
        return all;
    }

    /**
     * What is known with several things more at once: with every set of what is asked for; where that is much, with all of it and
     * with all but one.
     */
    static List<Set<String>> together(Set<String> known, Set<String> asked) {
        List<String> more = asked.stream().filter(each -> !known.contains(each)).toList();
        var several = new ArrayList<Set<String>>();
        int all = (1 << Math.min(more.size(), FEW)) - 1;
        if (more.size() <= FEW) {
            for (int chosen = 1; chosen <= all; chosen++) {
                if (Integer.bitCount(chosen) > 1) {
                    int bits = chosen;
                    several.add(with(known, more, i -> (bits >> i & 1) == 1));
                }
            }
            return several;
        }
        several.add(with(known, more, i -> true));
        for (int but = 0; but < more.size(); but++) {
            int left = but;
            several.add(with(known, more, i -> i != left));
        }
        return several;
    }

    static Set<String> with(Set<String> known, String one) {
        return with(known, List.of(one), every -> true);
    }

    private static Set<String> with(Set<String> known, List<String> more, IntPredicate chosen) {
        var all = new TreeSet<>(known);
        IntStream.range(0, more.size()).filter(chosen).mapToObj(more::get).forEach(all::add);
        return all;
    }
}
