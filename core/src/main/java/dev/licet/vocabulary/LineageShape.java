package dev.licet.vocabulary;

import dev.licet.request.Ancestor;
import dev.licet.request.Basis;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What comes down a lineage. Where the lineage of the model, or of one of its stated ancestors, is left out, it is assumed to be
 * none; what could come down it otherwise stays possible.
 */
final class LineageShape extends Shape {
    private final Shape shape;

    /** @param shape the same for models whose lineages are all stated or said to be unknown */
    LineageShape(Shape shape) {
        this.shape = shape;
    }

    @Override
    public List<Value> values(Situation situation) {
        Model model = situation.model();
        Model ended = ending(model, Given.of(List.of()));
        if (ended.equals(model)) {
            return shape.values(situation);
        }
        List<Value> assumed = shape.values(situation.of(ended));
        List<Value> possible = shape.values(situation.of(ending(model, Given.unknown()))).stream()
                .map(value -> value.as(Basis.POSSIBLE))
                .toList();
        Value first = assumed.get(0);
        if (possible.stream().allMatch(value -> value.fact().equals(first.fact()))) {
            return assumed;
        }
        return first.basis() == Basis.POSSIBLE
                ? possible
                : situation.otherwise(Optional.of(first.as(Basis.ASSUMED)), possible);
    }

    /** The model with every lineage that is left out, at any remove, in one way. */
    static Model ending(Model model, Given<List<Ancestor>> end) {
        Given<List<Ancestor>> lineage = model.lineage().isUnstated()
                ? end
                : model.lineage()
                        .map(steps -> steps.stream()
                                .map(step -> new Ancestor(
                                        step.relation(),
                                        step.compute(),
                                        step.share(),
                                        step.generation(),
                                        ending(step.model(), end)))
                                .toList());
        return new Model(
                model.name(),
                model.developers(),
                model.release(),
                model.license(),
                model.trainingCompute(),
                model.modalities(),
                lineage,
                model.geoGate());
    }

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        return shape.key(request, law);
    }

    @Override
    public Optional<?> assumed(Situation situation) {
        return situation.model().lineage().isUnstated() ? Optional.of(List.of()) : Optional.empty();
    }

    @Override
    public String assumedIn(String own) {
        return "model.lineage";
    }

    @Override
    public List<?> tries(Situation situation) {
        return shape.tries(situation);
    }

    @Override
    public Stream<String> keys(Request request) {
        return shape.keys(request);
    }
}
