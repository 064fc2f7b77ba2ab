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
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One finding that a rule makes wherever it matches, evaluated over every way in which the facts that are not stated could be.
 *
 * <p>Representation: the rule's matches and its exceptions are cubes, at most {@link #MOST_CUBES}. A completion gives each fact one
 * value. All that counts of it is which cubes it lies in: the bits of a long. A value of a fact lies in some cubes; values that lie in
 * the same ones are one group. So a completion is the intersection of one group for each fact.
 *
 * <p>Invariant: a set of cubes is in {@link #completions} exactly if some choice of values leads to it, each set once.
 *
 * <p>Cost: the number of different sets of cubes, which rules with few exceptions keep small, times the groups of a fact; never the
 * number of values.
 *
 * <p>An assumption never lifts: exceptions apply only if they do for every value that the assumed facts could have. Example: a rule
 * asks for destination X and has an exception for companies. The destination is unknown (X, Y or Z), the type of the recipient is
 * assumed (company, or else an army or a person). Two cubes: the match (bit 0) and the exception (bit 1). The destination has the
 * groups {X} = 11 and {Y, Z} = 10, the type has {company} = 11 and {army, person} = 01. At X the rule matches (11), and since an army
 * would lie in 01, the exception does not apply. At Y it does not match (10). So the finding depends on the destination, and the
 * exception is only available.
 */
final class CandidateFinding {

    /** The most cubes that one candidate can have. */
    static final int MOST_CUBES = Long.SIZE;

    /** Values of a fact that lie in the same cubes. */
    private record Group(BitSet values, long cubes) {}

    /** A fact on which the candidate can depend, with its values in groups. */
    private record Axis(
            int variable, List<Group> groups, int base, boolean unknown, boolean offered, boolean accepted) {
        long atBase() {
            return groups.get(base).cubes();
        }
    }

    private static final List<Axis> NO_AXES = List.of();

    private final List<Axis> axes;
    private final List<Axis> unknown;
    private final List<Axis> free;
    private final long start;
    private final long stated;
    private final long assumed;
    private final long fires;
    private final long alsoFires;
    private final long exceptions;

    private CandidateFinding(List<Axis> axes, long start, long fires, long alsoFires, long exceptions) {
        this.axes = axes;
        this.start = start;
        long offered = start;
        long ordinary = -1;
        List<Axis> open = NO_AXES;
        List<Axis> replaceable = NO_AXES;
        for (Axis axis : axes) {
            if (axis.unknown()) {
                open = open == NO_AXES ? new ArrayList<>() : open;
                open.add(axis);
            } else if (axis.offered()) {
                offered &= axis.atBase();
            } else {
                ordinary &= axis.atBase();
                replaceable = replaceable == NO_AXES ? new ArrayList<>() : replaceable;
                replaceable.add(axis);
            }
        }
        this.unknown = open;
        this.free = replaceable;
        this.stated = offered;
        this.assumed = offered & ordinary;
        this.fires = fires;
        this.alsoFires = alsoFires;
        this.exceptions = exceptions;
    }

    /** A finding, which applies where the rule matches and no exception does. */
    static CandidateFinding ofFinding(List<Variable> variables, List<Cube> matches, List<Cube> exceptions) {
        return of(variables, matches, matches, exceptions);
    }

    /** The obligation of an exception, which applies where the rule and the exception match, and no exception without an obligation does. */
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
        return new Axis(
                d, groups, base, variable.unknown(), variable.type() == FactType.ATTESTATIONS, variable.accepted());
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

    /**
     * Whether the finding applies.
     *
     * @param fixed the cubes that hold what is known of the facts, but for some that are assumed
     * @param resting the assumed facts; the rule fires as they are assumed, and exceptions apply whatever they are
     */
    private boolean applies(long fixed, List<Axis> resting) {
        long asAssumed = fixed;
        for (Axis axis : resting) {
            asAssumed &= axis.atBase();
        }
        if (!fires(asAssumed)) {
            return false;
        }
        if ((asAssumed & exceptions) == 0) {
            return true;
        }
        for (long inside : completions(fixed, resting, Variable.NONE)) {
            if (fires(inside) && (inside & exceptions) == 0) {
                return true;
            }
        }
        return false;
    }

    /** What cubes the completions lie in that differ in some facts, but for one of these; each set of cubes once. */
    private static long[] completions(long from, List<Axis> facts, int without) {
        var all = new long[] {from};
        for (int i = 0; i < facts.size(); i++) {
            if (i != without) {
                List<Group> groups = facts.get(i).groups();
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

    /** Whether the rule matches whatever the unknown facts are, assumptions kept. */
    boolean definite() {
        if (!fires(assumed)) {
            return false;
        }
        for (long inside : completions(assumed, unknown, Variable.NONE)) {
            if (!fires(inside)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it applies whatever the unknown facts are, assumptions kept; an exception that is not certain removes nothing. */
    boolean applies() {
        return definite() && !excepted();
    }

    /** Whether exceptions apply to it whatever the unknown and the assumed facts are. */
    boolean excepted() {
        if ((assumed & exceptions) == 0) {
            return false;
        }
        for (long inside : completions(stated, unknown, Variable.NONE)) {
            if (applies(inside, free)) {
                return false;
            }
        }
        return true;
    }

    /** The unknown facts on which it depends whether the finding applies, assumptions kept; empty if it does for none of their values. */
    Set<Integer> openOn() {
        var open = new TreeSet<Integer>();
        if (!fires(assumed)) {
            return open;
        }
        for (int i = 0; i < unknown.size(); i++) {
            Axis axis = unknown.get(i);
            for (long others : completions(stated, unknown, i)) {
                boolean applies = false;
                boolean falls = false;
                for (Group group : axis.groups()) {
                    boolean here = applies(others & group.cubes(), free);
                    applies |= here;
                    falls |= !here;
                }
                if (applies && falls) {
                    open.add(axis.variable());
                    break;
                }
            }
        }
        return open;
    }

    /**
     * The fewest assumed facts, each with the values, that must fail together for the finding to apply though it does not when all are
     * as assumed; each way in which that can be.
     */
    List<Map<Integer, BitSet>> departures() {
        var search = new Departures();
        if (search.any()) {
            search.walk(0, stated);
        }
        return List.copyOf(search.found);
    }

    /** Walks through the values that assumed facts could have; the unknown ones have any. */
    private final class Departures {
        private final Set<Map<Integer, BitSet>> found = new LinkedHashSet<>();
        private long[] completions = {};
        private long reachable;
        private Group[] chosen = {};

        /** Whether there is anything to walk through. */
        boolean any() {
            if (free.isEmpty() || !fires(stated)) {
                return false;
            }
            completions = completions(-1, unknown, Variable.NONE);
            for (long completion : completions) {
                reachable |= completion;
            }
            chosen = new Group[free.size()];
            return true;
        }

        void walk(int i, long inside) {
            if (!fires(inside & reachable)) {
                return;
            }
            if (i == free.size()) {
                for (long completion : completions) {
                    if (fires(inside & completion) && fewest(stated & completion)) {
                        add();
                        return;
                    }
                }
                return;
            }
            Axis axis = free.get(i);
            for (int g = 0; g < axis.groups().size(); g++) {
                Group group = axis.groups().get(g);
                if (g == axis.base() || !axis.accepted() && helps(group.cubes(), axis.atBase())) {
                    chosen[i] = group;
                    walk(i + 1, inside & group.cubes());
                }
            }
        }

        /** Whether a group can make the finding apply where the assumed one does not. */
        private boolean helps(long group, long base) {
            return (group & ~base & (fires | alsoFires)) != 0 || (base & ~group & exceptions) != 0;
        }

        /** Whether the finding applies, and would not if any one of the facts were as assumed. */
        private boolean fewest(long known) {
            if (!applies(known, Variable.NONE)) {
                return false;
            }
            for (int i = 0; i < chosen.length; i++) {
                if (departs(i) && applies(known, i)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether the finding applies with the chosen values known, but for one; the facts that are as assumed stay so. */
        private boolean applies(long known, int but) {
            long fixed = known;
            var resting = new ArrayList<Axis>();
            for (int i = 0; i < chosen.length; i++) {
                if (i != but && departs(i)) {
                    fixed &= chosen[i].cubes();
                } else {
                    resting.add(free.get(i));
                }
            }
            return CandidateFinding.this.applies(fixed, resting);
        }

        private boolean departs(int i) {
            return !chosen[i].equals(free.get(i).groups().get(free.get(i).base()));
        }

        private void add() {
            var departure = new TreeMap<Integer, BitSet>();
            for (int i = 0; i < chosen.length; i++) {
                if (departs(i)) {
                    departure.put(free.get(i).variable(), chosen[i].values());
                }
            }
            if (!departure.isEmpty()) {
                found.add(departure);
            }
        }
    }
}
