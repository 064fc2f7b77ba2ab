package dev.licet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final List<List<int[]>> fires;
    private final List<int[]> lifts;

    private Claim(List<Dimension> dimensions, List<List<Match>> allOf, List<Match> noneOf) {
        this.dimensions = dimensions;
        var all = new ArrayList<Match>(noneOf);
        allOf.forEach(all::addAll);
        for (int d = 0; d < dimensions.size(); d++) {
            int dimension = d;
            if (dimensions.get(d).alternatives().size() > 1
                    && all.stream().anyMatch(match -> match.at()[dimension] != Dimension.NONE)) {
                axes.add(axis(d, all));
            }
        }
        this.fires = allOf.stream()
                .map(matches -> matches.stream().map(this::onAxes).toList())
                .toList();
        this.lifts = noneOf.stream().map(this::onAxes).toList();
    }

    /** A finding, which stands where the rule matches and no exception does. */
    static Claim ofFinding(List<Dimension> dimensions, List<Match> matches, List<Match> liftedBy) {
        return new Claim(dimensions, List.of(matches), liftedBy);
    }

    /** The duty of an exception, which stands where the rule and the exception match, and no exception without a duty does. */
    static Claim ofDuty(
            List<Dimension> dimensions, List<Match> matches, List<Match> exception, List<Match> withoutDuty) {
        return new Claim(dimensions, List.of(matches, exception), withoutDuty);
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

    /** Whether it can hang on a fact. */
    boolean touches(int dimension) {
        return axes.stream().anyMatch(axis -> axis.dimension() == dimension);
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

    private boolean fires(int[] completion) {
        return fires.stream().allMatch(matches -> any(matches, completion));
    }

    private boolean stands(int[] completion) {
        return fires(completion) && !any(lifts, completion);
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
        return always(this::fires);
    }

    /** Whether it stands whatever the unknown facts are, presumptions kept; an exception that is not definite does not lift. */
    boolean stands() {
        return definite() && !lifted();
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
     * The fewest presumed facts, each with the alternatives, that must fail together for the rule to stand though it does not stand
     * when all are as presumed; each way in which that can be.
     */
    List<Map<Integer, TreeSet<Integer>>> departures() {
        var departures = new LinkedHashSet<Map<Integer, TreeSet<Integer>>>();
        walk(axis -> true, completion -> {
            var departure = new TreeMap<Integer, TreeSet<Integer>>();
            boolean fewest = stands(completion);
            for (int i = 0; fewest && i < axes.size(); i++) {
                Axis axis = axes.get(i);
                int group = completion[i];
                if (!axis.unknown() && group != axis.base()) {
                    fewest = fallsBy(completion, i, other -> other == axis.base());
                    departure.put(
                            axis.dimension(),
                            IntStream.range(0, axis.groupOf().length)
                                    .filter(v -> axis.groupOf()[v] == group)
                                    .boxed()
                                    .collect(Collectors.toCollection(TreeSet::new)));
                }
            }
            if (fewest && !departure.isEmpty()) {
                departures.add(departure);
            }
        });
        return List.copyOf(departures);
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
