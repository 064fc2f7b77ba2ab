package dev.licet.vocabulary;

import dev.licet.facts.Release;
import dev.licet.request.Ancestor;
import dev.licet.request.Country;
import dev.licet.request.Developer;
import dev.licet.request.FactValue;
import dev.licet.request.Inherited;
import dev.licet.request.Model;
import dev.licet.request.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models whose weights went into those of a model, at any remove. */
public final class AncestryOfWeights {

    private record Found(Ancestor step, int steps) {

        Optional<Boolean> unpublished() {
            return step.model().release().value().map(release -> release != Release.WEIGHTS_PUBLIC);
        }

        /** Whether one of its developers is of a country; empty if that cannot be said. */
        Optional<Boolean> madeIn(String country) {
            Optional<List<Developer>> developers = step.model().developers().value();
            List<Optional<Country>> countries = developers.orElse(List.of()).stream()
                    .map(developer -> developer.country().value())
                    .toList();
            if (countries.stream()
                    .flatMap(Optional::stream)
                    .anyMatch(known -> known.code().equals(country))) {
                return Optional.of(true);
            }
            boolean known = !countries.isEmpty() && countries.stream().allMatch(Optional::isPresent);
            return known ? Optional.of(false) : Optional.empty();
        }

        Optional<Boolean> unpublishedFrom(String country) {
            return both(unpublished(), madeIn(country));
        }
    }

    private final List<Found> found = new ArrayList<>();
    private boolean complete = true;

    private AncestryOfWeights() {}

    public static AncestryOfWeights of(Model model) {
        var ancestry = new AncestryOfWeights();
        ancestry.walk(model, 1);
        return ancestry;
    }

    private void walk(Model model, int steps) {
        complete &= model.lineage().value().isPresent();
        for (Ancestor step : model.lineage().value().orElse(List.of())) {
            complete &= step.relation() != Relation.UNKNOWN;
            if (step.relation().carriesWeights()) {
                found.add(new Found(step, steps));
                walk(step.model(), steps + 1);
            }
        }
    }

    /** Whether what a rule asks holds; empty if it depends on something that is not known. */
    public Optional<Boolean> holds(Atom atom) {
        Stream<Optional<Boolean>> answers = switch (atom.member().name()) {
            case "derived" -> found.stream().map(each -> Optional.of(true));
            case "unpublishedFrom" ->
                found.stream().map(each -> each.unpublishedFrom(atom.values().get(0)));
            default -> throw new AssertionError("no such question of ancestors: " + atom.key());
        };
        return answers.reduce(complete ? Optional.of(false) : Optional.empty(), AncestryOfWeights::either);
    }

    /** The origins of the unpublished weights that it was made from, where they are known. */
    public List<Inherited> origins() {
        var origins = new ArrayList<Inherited>();
        for (Found each : found) {
            Model model = each.step().model();
            if (each.unpublished().orElse(true)) {
                model.developers().value().orElse(List.of()).stream()
                        .flatMap(developer -> developer.country().value().stream())
                        .map(country -> new Inherited(
                                FactValue.name(country.code()),
                                model.name(),
                                each.step().relation(),
                                each.steps()))
                        .forEach(origins::add);
            }
        }
        return origins.stream().distinct().toList();
    }

    private static Optional<Boolean> both(Optional<Boolean> one, Optional<Boolean> other) {
        if (one.equals(Optional.of(false)) || other.equals(Optional.of(false))) {
            return Optional.of(false);
        }
        return one.isPresent() && other.isPresent() ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Boolean> either(Optional<Boolean> one, Optional<Boolean> other) {
        if (one.equals(Optional.of(true)) || other.equals(Optional.of(true))) {
            return Optional.of(true);
        }
        return one.isPresent() && other.isPresent() ? Optional.of(false) : Optional.empty();
    }
}
