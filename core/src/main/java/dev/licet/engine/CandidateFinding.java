package dev.licet.engine;

import dev.licet.vocabulary.FactType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * One finding a rule makes wherever it matches, evaluated over every way in which the open facts could be completed.
 *
 * <p>The completions are counted out, not sampled. What counts of one is only which cubes, of the rule's matches and of the
 * exceptions that apply to it, it lies in: a set of at most {@link #MOST_CUBES}, held as the bits of a long. Values of a fact that lie
 * in the same cubes count as one.
 */
final class CandidateFinding {

    /** The most cubes that one candidate can have. */
    static final int MOST_CUBES = Long.SIZE;

    /** Alternatives of a fact that lie in the same cubes. */
    private record Group(BitSet values, long cubes) {}

    /** A fact on which the candidate can depend, with its values in groups. */
    private record Axis(int variable, List<Group> groups, int base, boolean unknown, boolean offered) {
        long atBase() {
            return groups.get(base).cubes();
        }
    }

    private static final List<Axis> NO_AXES = List.of();

    private final List<Axis> axes;
    private final List<Axis> unknown;
    private final long start;
    private final long assumed;
    private final long fires;
    private final long alsoFires;
    private final long exceptions;

    private CandidateFinding(List<Axis> axes, long start, long fires, long alsoFires, long exceptions) {
        this.axes = axes;
        this.start = start;
        long inside = start;
        List<Axis> open = NO_AXES;
        for (Axis axis : axes) {
            if (axis.unknown()) {
                open = open == NO_AXES ? new ArrayList<>() : open;
                open.add(axis);
            } else {
                inside &= axis.atBase();
            }
        }
        this.unknown = open;
        this.assumed = inside;
        this.fires = fires;
        this.alsoFires = alsoFires;
        this.exceptions = exceptions;
    }

    /** A finding, which stands where the rule matches and no exception does. */
    static CandidateFinding ofFinding(List<Variable> variables, List<Cube> matches, List<Cube> exceptions) {
        return of(variables, matches, matches, exceptions);
    }

    /** The obligation of an exception, which stands where the rule and the exception match, and no exception without an obligation does. */
    static CandidateFinding ofObligation(
            List<Variable> variables, List<Cube> matches, List<Cube> exception, List<Cube> withoutObligation) {
        return of(variables, matches, exception, withoutObligation);
    }

    private static CandidateFinding of(
            List<Variable> variables, List<Cube> allOf, List<Cube> andOf, List<Cube> noneOf) {
        var cubes = new ArrayList<>(allOf);
        boolean same = allOf == andOf;
        if (!same) {
            cubes.addAll(andOf);
        }
        int matching = cubes.size();
        cubes.addAll(noneOf);
        if (cubes.size() > MOST_CUBES) {
            throw new IllegalStateException("More cubes than can be evaluated (%s).".formatted(cubes.size()));
        }
        long fires = bits(0, allOf.size());
        long alsoFires = same ? fires : bits(allOf.size(), matching);
        long start = bits(0, cubes.size());
        var axes = new ArrayList<Axis>();
        for (int d = 0; d < variables.size(); d++) {
            Variable variable = variables.get(d);
            if (variable.values().size() == 1) {
                start &= holding(d, cubes);
            } else {
                List<Group> groups = groups(d, variable, cubes);
                if (groups.size() == 1) {
                    start &= groups.get(0).cubes();
                } else if (groups.size() > 1) {
                    axes.add(axis(d, variable, groups));
                }
            }
        }
        return new CandidateFinding(axes, start, fires, alsoFires, bits(matching, cubes.size()));
    }

    private static long bits(int from, int to) {
        return from == to ? 0 : -1L >>> (MOST_CUBES - (to - from)) << from;
    }

    /** The cubes that hold the one value of a fact. */
    private static long holding(int d, List<Cube> cubes) {
        long holding = 0;
        for (int b = 0; b < cubes.size(); b++) {
            BitSet inside = cubes.get(b).at()[d];
            holding |= inside == null || inside.get(0) ? 1L << b : 0;
        }
        return holding;
    }

    /** Splits the values of a fact by each cube in turn; no group if every cube holds all of them. */
    private static List<Group> groups(int d, Variable variable, List<Cube> cubes) {
        int size = variable.values().size();
        List<Group> groups = List.of();
        long within = 0;
        for (int b = 0; b < cubes.size(); b++) {
            BitSet inside = cubes.get(b).at()[d];
            if (inside == null || inside.cardinality() == size) {
                within |= 1L << b;
            } else {
                if (groups.isEmpty()) {
                    var all = new BitSet(size);
                    all.set(0, size);
                    groups = List.of(new Group(all, 0));
                }
                groups = split(groups, inside, 1L << b);
            }
        }
        if (groups.isEmpty()) {
            return List.of();
        }
        var whole = new ArrayList<Group>();
        for (Group group : groups) {
            whole.add(new Group(group.values(), group.cubes() | within));
        }
        whole.sort(Comparator.comparing(group -> group.values().nextSetBit(0)));
        return whole;
    }

    private static List<Group> split(List<Group> groups, BitSet inside, long cube) {
        var split = new ArrayList<Group>();
        for (Group group : groups) {
            var in = (BitSet) group.values().clone();
            in.and(inside);
            if (in.isEmpty()) {
                split.add(group);
            } else if (in.cardinality() == group.values().cardinality()) {
                split.add(new Group(group.values(), group.cubes() | cube));
            } else {
                var out = (BitSet) group.values().clone();
                out.andNot(inside);
                split.add(new Group(in, group.cubes() | cube));
                split.add(new Group(out, group.cubes()));
            }
        }
        return split;
    }

    private static Axis axis(int d, Variable variable, List<Group> groups) {
        int base = Variable.NONE;
        for (int g = 0; g < groups.size() && !variable.unknown(); g++) {
            if (groups.get(g).values().get(variable.base())) {
                base = g;
            }
        }
        return new Axis(d, groups, base, variable.unknown(), variable.type() == FactType.ATTESTATIONS);
    }

    /** Whether it depends on a fact. */
    boolean touches(int variable) {
        for (Axis axis : axes) {
            if (axis.variable() == variable) {
                return true;
            }
        }
        return false;
    }

    /** The values of a fact that it depends on, those together that make no difference here. */
    List<BitSet> told(int variable) {
        for (Axis axis : axes) {
            if (axis.variable() == variable) {
                return axis.groups().stream().map(Group::values).toList();
            }
        }
        return List.of();
    }

    /** The same candidate, with a fact that it depends on known to be one of its values. */
    CandidateFinding knowing(int variable, int value) {
        var others = new ArrayList<Axis>();
        long inside = start;
        for (Axis axis : axes) {
            if (axis.variable() == variable) {
                for (Group group : axis.groups()) {
                    inside &= group.values().get(value) ? group.cubes() : -1;
                }
            } else {
                others.add(axis);
            }
        }
        return new CandidateFinding(others, inside, fires, alsoFires, exceptions);
    }

    private boolean fires(long inside) {
        return (inside & fires) != 0 && (inside & alsoFires) != 0;
    }

    private boolean applies(long inside) {
        return fires(inside) && (inside & exceptions) == 0;
    }

    /** What cubes the completions lie in that differ in unknown facts, but for one of these; each set of cubes once. */
    private long[] completions(long from, int without) {
        var all = new long[] {from};
        for (int i = 0; i < unknown.size(); i++) {
            if (i != without) {
                List<Group> groups = unknown.get(i).groups();
                var further = new long[all.length * groups.size()];
                int size = 0;
                for (long inside : all) {
                    for (Group group : groups) {
                        long both = inside & group.cubes();
                        int at = 0;
                        while (at < size && further[at] != both) {
                            at++;
                        }
                        further[at] = both;
                        size = Math.max(size, at + 1);
                    }
                }
                all = Arrays.copyOf(further, size);
            }
        }
        return all;
    }

    private boolean always(LongPredicate holds) {
        for (long inside : completions(assumed, Variable.NONE)) {
            if (!holds.test(inside)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rule applies whatever the unknown facts are, assumptions kept. */
    boolean definite() {
        return fires(assumed) && always(this::fires);
    }

    /** Whether it stands whatever the unknown facts are, assumptions kept; an exception that is not definite does not exception. */
    boolean applies() {
        return definite() && !excepted();
    }

    /** Whether exceptions apply to it whatever the unknown facts are, assumptions kept. */
    boolean excepted() {
        return (assumed & exceptions) != 0 && always(inside -> (inside & exceptions) != 0);
    }

    /**
     * The unknown facts on which it depends whether the rule stands, assumptions kept; empty if it stands for none of their values.
     */
    SortedSet<Integer> openOn() {
        var open = new TreeSet<Integer>();
        if (!fires(assumed)) {
            return open;
        }
        for (int i = 0; i < unknown.size(); i++) {
            Axis axis = unknown.get(i);
            for (long others : completions(assumed, i)) {
                boolean stands = false;
                boolean falls = false;
                for (Group group : axis.groups()) {
                    boolean here = applies(others & group.cubes());
                    stands |= here;
                    falls |= !here;
                }
                if (stands && falls) {
                    open.add(axis.variable());
                    break;
                }
            }
        }
        return open;
    }

    /**
     * The fewest assumed facts, each with the values, that must fail together for the rule to stand though it does not stand
     * when all are as assumed; each way in which that can be.
     */
    List<Map<Integer, BitSet>> departures() {
        var search = new Departures();
        if (search.any()) {
            search.walk(0, search.stated);
        }
        return List.copyOf(search.found);
    }

    /** Walks through the values that assumed facts could have; the unknown ones have any. */
    private final class Departures {
        private final List<Axis> free = new ArrayList<>();
        private final Set<Map<Integer, BitSet>> found = new LinkedHashSet<>();
        private final long stated;
        private long[] completions = {};
        private long reachable;
        private Group[] chosen = {};
        private boolean[] departs = {};

        Departures() {
            long inside = start;
            for (Axis axis : axes) {
                if (axis.offered() && !axis.unknown()) {
                    inside &= axis.atBase();
                } else if (!axis.unknown()) {
                    free.add(axis);
                }
            }
            stated = inside;
        }

        /** Whether there is anything to walk through. */
        boolean any() {
            if (free.isEmpty() || !fires(stated)) {
                return false;
            }
            completions = completions(-1, Variable.NONE);
            for (long completion : completions) {
                reachable |= completion;
            }
            chosen = new Group[free.size()];
            departs = new boolean[free.size()];
            return true;
        }

        void walk(int i, long inside) {
            if (!fires(inside & reachable)) {
                return;
            }
            if (i == free.size()) {
                for (long completion : completions) {
                    if (fewest(inside, completion)) {
                        add();
                        return;
                    }
                }
                return;
            }
            Axis axis = free.get(i);
            for (int g = 0; g < axis.groups().size(); g++) {
                Group group = axis.groups().get(g);
                if (g == axis.base() || helps(group.cubes(), axis.atBase())) {
                    chosen[i] = group;
                    departs[i] = g != axis.base();
                    walk(i + 1, inside & group.cubes());
                }
            }
        }

        /** Whether a group can make the candidate stand where the assumed one does not. */
        private boolean helps(long group, long base) {
            return (group & ~base & (fires | alsoFires)) != 0 || (base & ~group & exceptions) != 0;
        }

        /** Whether it stands, and would not if any one of the facts were as assumed. */
        private boolean fewest(long inside, long completion) {
            if (!applies(inside & completion)) {
                return false;
            }
            for (int i = 0; i < chosen.length; i++) {
                if (departs[i]) {
                    long but = stated & completion & free.get(i).atBase();
                    for (int j = 0; j < chosen.length; j++) {
                        but &= j == i ? -1 : chosen[j].cubes();
                    }
                    if (applies(but)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void add() {
            var departure = new TreeMap<Integer, BitSet>();
            for (int i = 0; i < chosen.length; i++) {
                if (departs[i]) {
                    departure.put(free.get(i).variable(), chosen[i].values());
                }
            }
            if (!departure.isEmpty()) {
                found.add(departure);
            }
        }
    }
}
