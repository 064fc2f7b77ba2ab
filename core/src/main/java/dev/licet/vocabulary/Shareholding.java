package dev.licet.vocabulary;

import dev.licet.request.Country;
import dev.licet.request.Given;
import dev.licet.request.Owner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adds up who holds how much of a party, through owners of owners.
 *
 * <p><b>Parties on a list</b> ({@code heldBy}: rules by which an entity that listed parties own to a figure is listed too, and hands
 * that down to what it owns). The shares of all owners that count are added. An owner counts whole if it is on the list, or if owners that
 * count hold as much of it as the figure. A share that is held through an owner that does not count is lost. By hand: A is on the list,
 * and holds 3 percent of the party and 50 percent of B; B holds 47 percent of the party. B counts, for A holds half of it, so 3 + 47 =
 * 50 percent count. If A held 49 percent of B, B would not count, and 3 percent would.
 *
 * <p><b>Seats</b> ({@code seatedIn}, {@code seatedOutside}: terms that ask for a majority, directly or indirectly). As above, but more
 * than the figure is asked for, and a share held through an owner that does not count is multiplied. By hand: A counts, and holds 30
 * percent of the party and 40 percent of C; C holds 60 percent of the party. C does not count; 30 + 40 × 60 / 100 = 54 percent count.
 *
 * <p><b>What is left out.</b> Owners of an owner, and the rest where shares do not add up to 100 percent, could be anybody. They are
 * harmless if {@code assume}. Where owners are stated to be none, nobody else holds anything. What is said to be unknown is open. Each
 * answer is therefore a range: what counts at least and at most.
 *
 * @param owners what is stated of the owners
 * @param assume whether what is left out is harmless
 */
record Shareholding(Given<List<Owner>> owners, RulesOfDay law, boolean assume) {

    private static final double WHOLE = 100;
    private static final double ROUNDING = 1e-6;

    /** The keys by which rows of lists name owners, at any depth. */
    static Stream<String> keys(Given<List<Owner>> owners) {
        return owners.value().orElse(List.of()).stream()
                .flatMap(owner -> Stream.of(
                                Stream.of(owner.name()),
                                owner.country().value().map(Country::code).stream(),
                                keys(owner.owners()))
                        .flatMap(some -> some));
    }

    /** Whether what a rule asks holds; empty if it depends on a share, a seat or a screening that is not known. */
    Optional<Boolean> holds(Atom atom) {
        String list = atom.values().get(0);
        return switch (atom.member().name()) {
            case "includes", "ownedBy" -> includes(owners, list);
            case "heldBy" ->
                counted(owners, new Method(figure(atom), false, owner -> listed(owner, list)))
                        .atLeast(figure(atom));
            case "seatedIn" ->
                counted(owners, new Method(figure(atom), true, owner -> seated(owner, list)))
                        .moreThan(figure(atom));
            case "seatedOutside" ->
                counted(
                                owners,
                                new Method(
                                        figure(atom),
                                        true,
                                        owner -> seated(owner, list).map(inside -> !inside)))
                        .moreThan(figure(atom));
            default -> throw new AssertionError("no such question of owners: " + atom.key());
        };
    }

    /**
     * How to add up.
     *
     * @param seats more than the figure instead of as much, and what is held through others is multiplied
     * @param counts whether an owner counts by itself
     */
    private record Method(double figure, boolean seats, Function<Owner, Optional<Boolean>> counts) {}

    private double figure(Atom atom) {
        return law.figures().getOrDefault(atom.values().get(1), WHOLE);
    }

    private Optional<Boolean> includes(Given<List<Owner>> stated, String list) {
        if (stated.value().isEmpty()) {
            return stated.isUnstated() && assume ? Optional.of(false) : Optional.empty();
        }
        Optional<Boolean> any = rest(stated.value().get()) > 0 ? Optional.empty() : Optional.of(false);
        for (Owner owner : stated.value().get()) {
            any = or(any, or(listed(owner, list), includes(owner.owners(), list)));
        }
        return any;
    }

    private Optional<Boolean> listed(Owner owner, String list) {
        return Listing.of(Set.of(owner.name()), owner.lists(), owner.screening(), law)
                .on(list, assume);
    }

    private Optional<Boolean> seated(Owner owner, String list) {
        return owner.country()
                .value()
                .map(Country::code)
                .map(country -> law.listsOfCountry(country).contains(list));
    }

    private static Optional<Boolean> or(Optional<Boolean> one, Optional<Boolean> other) {
        return one.orElse(false) ? one : other.orElse(false) ? other : one.isEmpty() ? one : other;
    }

    /** What nobody is stated to hold, and somebody may. */
    private double rest(List<Owner> all) {
        double room = room(all);
        return assume || all.isEmpty() || room < ROUNDING ? 0 : room;
    }

    /** What is left for owners whose share is not known. */
    private static double room(List<Owner> all) {
        double known = all.stream()
                .mapToDouble(owner -> owner.share().value().orElse(0.0))
                .sum();
        return Math.max(0, WHOLE - known);
    }

    private Range counted(Given<List<Owner>> stated, Method method) {
        if (stated.value().isEmpty()) {
            return new Range(0, stated.isUnstated() && assume ? 0 : WHOLE);
        }
        double least = 0;
        double most = 0;
        double ofRoom = rest(stated.value().get()) > 0 ? 1 : 0;
        for (Owner owner : stated.value().get()) {
            Range through = counted(owner.owners(), method);
            Optional<Boolean> counts = or(
                    method.counts().apply(owner),
                    method.seats() ? through.moreThan(method.figure()) : through.atLeast(method.figure()));
            double share = owner.share().value().orElse(0.0);
            double multiplied = method.seats() ? through.least() / WHOLE : 0;
            least += share * (counts.orElse(false) ? 1 : multiplied);
            double mostOf = counts.orElse(true) ? 1 : method.seats() ? through.most() / WHOLE : 0;
            most += share * mostOf;
            ofRoom = owner.share().value().isEmpty() ? Math.max(ofRoom, mostOf) : ofRoom;
        }
        return new Range(
                least, Math.min(WHOLE, most + ofRoom * room(stated.value().get())));
    }

    private record Range(double least, double most) {
        Optional<Boolean> atLeast(double figure) {
            return least >= figure - ROUNDING
                    ? Optional.of(true)
                    : most < figure - ROUNDING ? Optional.of(false) : Optional.empty();
        }

        Optional<Boolean> moreThan(double figure) {
            return least > figure + ROUNDING
                    ? Optional.of(true)
                    : most <= figure + ROUNDING ? Optional.of(false) : Optional.empty();
        }
    }
}
