package dev.licet.vocabulary;

import dev.licet.request.Owner;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Adds up who holds how much of a party; owners of whom no list is stated are on none, or open. */
record Shareholding(List<Owner> owners, RulesOfDay law, boolean assumeClear) {

    private static final double WHOLE = 100;

    /** Whether what a rule asks holds; empty if it depends on a share, a seat or a screening that is not known. */
    Optional<Boolean> holds(Atom atom) {
        String list = atom.values().get(0);
        return switch (atom.member().name()) {
            case "includes" -> includes(list);
            case "heldBy" -> share(owner -> listed(owner, list)).atLeast(figure(atom));
            case "seatedIn" -> share(owner -> seated(owner, list)).moreThan(figure(atom));
            case "seatedOutside" ->
                share(owner -> seated(owner, list).map(inside -> !inside)).moreThan(figure(atom));
            default -> throw new AssertionError("no such question of owners: " + atom.key());
        };
    }

    private double figure(Atom atom) {
        return law.figures().getOrDefault(atom.values().get(1), WHOLE);
    }

    private Optional<Boolean> includes(String list) {
        if (owners.stream().anyMatch(owner -> listed(owner, list).orElse(false))) {
            return Optional.of(true);
        }
        return owners.stream().allMatch(owner -> listed(owner, list).isPresent())
                ? Optional.of(false)
                : Optional.empty();
    }

    private Optional<Boolean> listed(Owner owner, String list) {
        if (law.listsOf(Subject.PARTY, owner.name()).contains(list)) {
            return Optional.of(true);
        }
        return owner.lists().isUnstated()
                ? assumeClear ? Optional.of(false) : Optional.empty()
                : owner.lists().value().map(lists -> lists.contains(list));
    }

    private Optional<Boolean> seated(Owner owner, String list) {
        return owner.country()
                .value()
                .map(country -> law.listsOfCountry(country.code()).contains(list));
    }

    private Range share(Function<Owner, Optional<Boolean>> counts) {
        double known = owners.stream()
                .mapToDouble(owner -> owner.share().value().orElse(0.0))
                .sum();
        double least = 0;
        double most = 0;
        boolean anyUnknown = false;
        for (Owner owner : owners) {
            Optional<Boolean> counted = counts.apply(owner);
            if (counted.orElse(true)) {
                double share = owner.share().value().orElse(0.0);
                least += counted.isPresent() ? share : 0;
                most += share;
                anyUnknown |= owner.share().value().isEmpty();
            }
        }
        return new Range(least, anyUnknown ? most + Math.max(0, WHOLE - known) : most);
    }

    private record Range(double least, double most) {
        Optional<Boolean> atLeast(double figure) {
            return least >= figure ? Optional.of(true) : most < figure ? Optional.of(false) : Optional.empty();
        }

        Optional<Boolean> moreThan(double figure) {
            return least > figure ? Optional.of(true) : most <= figure ? Optional.of(false) : Optional.empty();
        }
    }
}
