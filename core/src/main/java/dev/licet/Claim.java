package dev.licet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One finding a rule makes wherever it matches, weighed over every way in which the open facts could be completed.
 *
 * <p>The completions are counted out, not sampled. To keep them few, values of a fact that neither the rule's matches nor the
 * exceptions that lift it tell apart count as one.
 */
final class Claim {

    /** A match: for each fact of the request, the index of the alternative that the rule saw, or {@link Dimension#NONE}. */
    record Match(int[] at, String rule, String because, String duty) {}

    private record Axis(int dimension, int[] groupOf, int groups, int base, boolean unknown, boolean offered) {}

    private final List<Dimension> dimensions;
    private final List<Axis> axes = new ArrayList<>();
    private final List<int[]> fires;
    private final List<int[]> lifts;
    private final boolean together;

    /** A finding that stands where the rule matches and no exception does. */
    Claim(List<Dimension> dimensions, List<Match> matches, List<Match> liftedBy) {
        this(dimensions, matches, liftedBy, false);
    }

    /** The duty of an exception, which stands where both the rule and the exception match. */
    static Claim ofDuty(List<Dimension> dimensions, List<Match> matches, List<Match> exception) {
        return new Claim(dimensions, matches, exception, true);
    }

    private Claim(List<Dimension> dimensions, List<Match> matches, List<Match> liftedBy, boolean together) {
        this.dimensions = dimensions;
        this.together = together;
        var all = new ArrayList<Match>(matches);
        all.addAll(liftedBy);
        for (int d = 0; d < dimensions.size(); d++) {
            int dimension = d;
            if (dimensions.get(d).alternatives().size() > 1
                    && all.stream().anyMatch(match -> match.at()[dimension] != Dimension.NONE)) {
                axes.add(axis(d, all));
            }
        }
        this.fires = matches.stream().map(this::onAxes).toList();
        this.lifts = liftedBy.stream().map(this::onAxes).toList();
    }

    private Axis axis(int dimension, List<Match> matches) {
        Dimension whole = dimensions.get(dimension);
        int size = whole.alternatives().size();
        var ids = new HashMap<String, Integer>();
        var keys = new HashMap<List<Integer>, Integer>();
        var seen = new BitSet[size];
        Arrays.setAll(seen, i -> new BitSet());
        for (int m = 0; m < matches.size(); m++) {
            int[] at = matches.get(m).at().clone();
            int value = at[dimension];
            if (value != Dimension.NONE) {
                at[dimension] = 0;
                List<Integer> rest = new ArrayList<>(IntStream.of(at).boxed().toList());
                rest.add(ids.computeIfAbsent(matches.get(m).rule(), none -> ids.size()));
                seen[value].set(keys.computeIfAbsent(rest, none -> keys.size()));
            }
        }
        var groups = new HashMap<BitSet, Integer>();
        int[] groupOf = new int[size];
        for (int value = 0; value < size; value++) {
            groupOf[value] = groups.computeIfAbsent(seen[value], none -> groups.size());
        }
        int base = whole.base();
        boolean offered = whole.type() == FactType.ATTESTATIONS;
        return new Axis(
                dimension,
                groupOf,
                groups.size(),
                base == Dimension.NONE ? base : groupOf[base],
                whole.unknown(),
                offered);
    }

    private int[] onAxes(Match match) {
        return axes.stream()
                .mapToInt(axis -> {
                    int value = match.at()[axis.dimension()];
                    return value == Dimension.NONE ? value : axis.groupOf()[value];
                })
                .toArray();
    }

    private static boolean any(List<int[]> matches, int[] completion) {
        for (int[] match : matches) {
            boolean inside = true;
            for (int i = 0; inside && i < match.length; i++) {
                inside = match[i] == Dimension.NONE || match[i] == completion[i];
            }
            if (inside) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(int[] completion) {
        return any(fires, completion) && any(lifts, completion) == together;
    }

    /** Walks through all completions in which the axes that are not free keep their base. */
    private void walk(Predicate<Axis> free, Consumer<int[]> visit) {
        walk(free, visit, new int[axes.size()], 0);
    }

    private void walk(Predicate<Axis> free, Consumer<int[]> visit, int[] completion, int i) {
        if (i == completion.length) {
            visit.accept(completion);
            return;
        }
        Axis axis = axes.get(i);
        if (axis.unknown() || !axis.offered() && free.test(axis)) {
            for (int group = 0; group < axis.groups(); group++) {
                completion[i] = group;
                walk(free, visit, completion, i + 1);
            }
        } else {
            completion[i] = axis.base();
            walk(free, visit, completion, i + 1);
        }
    }

    private boolean always(Predicate<int[]> holds) {
        boolean[] always = {true};
        walk(axis -> false, completion -> always[0] &= holds.test(completion));
        return always[0];
    }

    /** Whether the rule applies whatever the unknown facts are, presumptions kept. */
    boolean definite() {
        return always(completion -> any(fires, completion));
    }

    /** Whether it stands whatever the unknown facts are, presumptions kept. */
    boolean stands() {
        return together ? always(this::stands) : definite() && !lifted();
    }

    /** Whether exceptions lift it whatever the unknown facts are, presumptions kept. */
    boolean lifted() {
        return always(completion -> any(lifts, completion));
    }

    /**
     * The unknown facts on which it depends whether the rule stands, presumptions kept; empty if it stands for none of their values.
     */
    TreeSet<Integer> openOn() {
        var open = new TreeSet<Integer>();
        walk(axis -> false, completion -> {
            if (stands(completion)) {
                for (int i = 0; i < axes.size(); i++) {
                    if (axes.get(i).unknown() && fallsBy(completion, i, group -> true)) {
                        open.add(axes.get(i).dimension());
                    }
                }
            }
        });
        return open;
    }

    /**
     * The presumed facts, each with the alternatives, by which the rule would stand though it does not stand when they are as
     * presumed.
     */
    Map<Integer, TreeSet<Integer>> restsOn() {
        var rests = new TreeMap<Integer, TreeSet<Integer>>();
        walk(axis -> true, completion -> {
            if (stands(completion)) {
                for (int i = 0; i < axes.size(); i++) {
                    Axis axis = axes.get(i);
                    int group = completion[i];
                    if (!axis.unknown()
                            && group != axis.base()
                            && fallsBy(completion, i, other -> other == axis.base())) {
                        TreeSet<Integer> values = rests.computeIfAbsent(axis.dimension(), none -> new TreeSet<>());
                        IntStream.range(0, axis.groupOf().length)
                                .filter(v -> axis.groupOf()[v] == group)
                                .forEach(values::add);
                    }
                }
            }
        });
        return rests;
    }

    private boolean fallsBy(int[] completion, int i, IntPredicate groups) {
        int kept = completion[i];
        boolean falls = false;
        for (int group = 0; !falls && group < axes.get(i).groups(); group++) {
            completion[i] = group;
            falls = groups.test(group) && !stands(completion);
        }
        completion[i] = kept;
        return falls;
    }
}
