package dev.licet.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.request.Country;
import dev.licet.request.Given;
import dev.licet.request.Owner;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shares against a count of every completion of random trees of owners, each computed in rounds until nothing changes. */
class ShareholdingTest {
    private static final long SEED = 20261123;
    private static final int TREES = 2_000;
    private static final int MOST_COMPLETIONS = 1_000;
    private static final String LIST = "t.list";
    private static final List<Atom> ASKED = List.of(
            asked("heldBy", LIST, "t.half"),
            asked("includes", LIST),
            asked("seatedIn", "t.countries", "t.half"),
            asked("seatedOutside", "t.countries", "t.half"));

    private final Random random = new Random(SEED);
    private boolean tooMany;

    private static Atom asked(String member, String... values) {
        return new Atom(FactType.OWNERSHIP, FactType.OWNERSHIP.member(member).orElseThrow(), List.of(values), 1);
    }

    /** An owner of whom everything is known. */
    private record Node(double share, boolean listed, boolean inside, List<Node> owners) {}

    @Test
    void answersEqualTheCountOfAllCompletions() {
        int open = 0;
        for (int tree = 0; tree < TREES; tree++) {
            Given<List<Owner>> owners = owners(3);
            boolean assume = random.nextBoolean();
            tooMany = false;
            List<List<Node>> completions = party(owners, assume);
            if (tooMany) {
                tree--;
                continue;
            }
            for (Atom atom : ASKED) {
                Optional<Boolean> answer = new Shareholding(owners, new Law(), assume).holds(atom);
                long yes =
                        completions.stream().filter(each -> holds(atom, each)).count();
                Optional<Boolean> expected =
                        yes > 0 && yes < completions.size() ? Optional.empty() : Optional.of(yes > 0);
                assertThat(answer)
                        .as("seed %d, tree %d, %s, assume %s: %s", SEED, tree, atom.key(), assume, owners)
                        .isEqualTo(expected);
                open += expected.isEmpty() ? 1 : 0;
            }
        }
        assertThat(open).as("trees that leave something open").isGreaterThan(TREES / 4);
    }

    @Test
    void anotherListedOwnerAndAnotherListAreNeverMilder() {
        for (int tree = 0; tree < TREES; tree++) {
            List<Owner> owners = owners(3).value().orElse(List.of());
            boolean assume = random.nextBoolean();
            double room = 100
                    - owners.stream()
                            .mapToDouble(each -> each.share().value().orElse(0.0))
                            .sum();
            var more = new ArrayList<>(owners);
            if (random.nextBoolean() && !owners.isEmpty()) {
                int chosen = random.nextInt(owners.size());
                Owner one = owners.get(chosen);
                more.set(
                        chosen,
                        new Owner(one.name(), one.country(), one.share(), Given.of(Set.of(LIST)))
                                .ownedBy(one.owners()));
            } else {
                more.add(new Owner("more", Given.unstated(), Given.of(Math.max(0, room)), Given.of(Set.of(LIST))));
            }
            for (Atom atom : ASKED.subList(0, 2)) {
                assertThat(rank(new Shareholding(Given.of(more), new Law(), assume).holds(atom)))
                        .as("seed %d, %s: %s and then %s", SEED, atom.key(), owners, more)
                        .isGreaterThanOrEqualTo(
                                rank(new Shareholding(Given.of(owners), new Law(), assume).holds(atom)));
            }
        }
    }

    private static int rank(Optional<Boolean> answer) {
        return answer.map(yes -> yes ? 2 : 0).orElse(1);
    }

    private Given<List<Owner>> owners(int depth) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Given.unknown();
        }
        if (kind < 3) {
            return Given.unstated();
        }
        if (kind < 5 || depth == 0) {
            return Given.of(List.of());
        }
        var all = new ArrayList<Owner>();
        int room = 20;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int share = random.nextInt(3) == 0 ? room : random.nextInt(room + 1);
            boolean known = random.nextInt(6) > 0;
            room -= known ? share : 0;
            Given<Set<String>> lists = switch (random.nextInt(6)) {
                case 0 -> Given.unknown();
                case 1 -> Given.unstated();
                case 2, 3 -> Given.of(Set.of(LIST));
                default -> Given.of(Set.of());
            };
            Given<Country> country = switch (random.nextInt(5)) {
                case 0 -> Given.unknown();
                case 1, 2 -> Given.of(Country.of("CN"));
                default -> Given.of(Country.of("GB"));
            };
            all.add(new Owner("o" + i, country, known ? Given.of(share * 5.0) : Given.unknown(), lists)
                    .ownedBy(owners(depth - 1)));
        }
        return Given.of(all);
    }

    /** Every way in which the owners of one party could be, the extremes of what is open. */
    private List<List<Node>> party(Given<List<Owner>> given, boolean assume) {
        List<Node> nobody = List.of();
        if (given.value().isEmpty()) {
            return given.isUnstated() && assume
                    ? List.of(nobody)
                    : List.of(
                            nobody,
                            List.of(new Node(100, true, true, nobody)),
                            List.of(new Node(100, false, false, nobody)));
        }
        List<Owner> owners = given.value().get();
        double room = 100
                - owners.stream()
                        .mapToDouble(each -> each.share().value().orElse(0.0))
                        .sum();
        var all = new ArrayList<List<Node>>();
        // Who holds the rest: nobody of interest (-2), somebody else (-1), or an owner whose share is not known.
        for (int holder = -2; holder < owners.size(); holder++) {
            if (holder >= 0 && owners.get(holder).share().value().isPresent()
                    || holder == -1 && (assume || owners.isEmpty() || room < 1)) {
                continue;
            }
            List<List<Node>> ways = List.of(List.of());
            for (int i = 0; i < owners.size(); i++) {
                double share = owners.get(i).share().value().orElse(i == holder ? room : 0);
                ways = joined(ways, nodes(owners.get(i), share, assume));
            }
            if (holder == -1) {
                ways = joined(ways, List.of(new Node(room, true, true, nobody), new Node(room, false, false, nobody)));
            }
            all.addAll(ways);
        }
        return fits(all.size()) ? all : List.of();
    }

    private boolean fits(long completions) {
        tooMany |= completions > MOST_COMPLETIONS;
        return !tooMany;
    }

    private List<List<Node>> joined(List<List<Node>> ways, List<Node> more) {
        var all = new ArrayList<List<Node>>();
        if (!fits((long) ways.size() * more.size())) {
            return all;
        }
        for (List<Node> way : ways) {
            for (Node one : more) {
                var longer = new ArrayList<>(way);
                longer.add(one);
                all.add(longer);
            }
        }
        return all;
    }

    private List<Node> nodes(Owner owner, double share, boolean assume) {
        var listed = new ArrayList<Boolean>();
        boolean unstated = owner.lists().isUnstated();
        if (owner.lists().value().isPresent()) {
            listed.add(owner.lists().value().get().contains(LIST));
        } else {
            listed.add(false);
            if (!unstated || !assume) {
                listed.add(true);
            }
        }
        List<Boolean> inside = owner.country()
                .value()
                .map(country -> List.of(country.code().equals("CN")))
                .orElse(List.of(true, false));
        var all = new ArrayList<Node>();
        for (List<Node> owners : party(owner.owners(), assume)) {
            for (boolean on : listed) {
                for (boolean in : inside) {
                    all.add(new Node(share, on, in, owners));
                }
            }
        }
        return fits(all.size()) ? all : List.of();
    }

    private static boolean holds(Atom atom, List<Node> owners) {
        return switch (atom.member().name()) {
            case "includes" -> everybody(owners).stream().anyMatch(Node::listed);
            case "heldBy" -> {
                // In rounds: whoever is listed, then whoever they hold to one half, and so on.
                List<Node> everybody = everybody(owners);
                var counted = new ArrayList<Node>();
                everybody.stream().filter(Node::listed).forEach(counted::add);
                int before = -1;
                while (before < counted.size()) {
                    before = counted.size();
                    everybody.stream()
                            .filter(node -> !has(counted, node) && sum(node.owners(), counted) >= 50)
                            .forEach(counted::add);
                }
                yield sum(owners, counted) >= 50;
            }
            case "seatedIn" -> fraction(owners, true) > 0.5 + 1e-9;
            default -> fraction(owners, false) > 0.5 + 1e-9;
        };
    }

    private static double fraction(List<Node> owners, boolean inside) {
        double sum = 0;
        for (Node owner : owners) {
            double through = fraction(owner.owners(), inside);
            sum += owner.share() / 100 * (owner.inside() == inside || through > 0.5 + 1e-9 ? 1 : through);
        }
        return sum;
    }

    private static double sum(List<Node> owners, List<Node> counted) {
        return owners.stream()
                .filter(owner -> has(counted, owner))
                .mapToDouble(Node::share)
                .sum();
    }

    // Two owners of the same shape are two.
    @SuppressWarnings("ReferenceEquality")
    private static boolean has(List<Node> some, Node one) {
        return some.stream().anyMatch(each -> each == one);
    }

    private static List<Node> everybody(List<Node> owners) {
        var all = new ArrayList<Node>();
        var next = new ArrayDeque<>(owners);
        while (!next.isEmpty()) {
            all.add(next.peek());
            next.addAll(next.remove().owners());
        }
        return all;
    }

    /** A law with one list of parties that names nobody, one of countries, and one figure. */
    private static final class Law implements RulesOfDay {
        @Override
        public String bare(String model) {
            return model;
        }

        @Override
        public boolean isUnknownRegion(Country country, String region) {
            return false;
        }

        @Override
        public Set<String> asked(FactType type, Argument argument) {
            return Set.of();
        }

        @Override
        public List<Atom> asked(FactType type) {
            return ASKED;
        }

        @Override
        public List<Set<String>> askedTogether(FactType type, Argument argument) {
            return List.of();
        }

        @Override
        public Set<String> listsOf(Subject subject, String key) {
            return key.equals("CN") ? Set.of("t.countries") : Set.of();
        }

        @Override
        public Set<String> implied(Set<String> lists) {
            return lists;
        }

        @Override
        public boolean namesAnybody(String list) {
            return false;
        }

        @Override
        public boolean differsOn(String list, LocalDate day) {
            return false;
        }

        @Override
        public Set<String> keys(Subject subject, Set<String> lists) {
            return Set.of();
        }

        @Override
        public Set<String> regionsOf(Optional<Country> country) {
            return Set.of();
        }

        @Override
        public List<CountryClass> classes(FactType type) {
            return List.of();
        }

        @Override
        public Scale scale(FactType type) {
            return Scale.of(List.of(), Map.of());
        }

        @Override
        public Map<String, Double> figures() {
            return Map.of("t.half", 50.0);
        }
    }
}
