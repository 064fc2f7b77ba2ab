package dev.licet.vocabulary;

import dev.licet.facts.Training;
import dev.licet.facts.Users;
import dev.licet.request.Basis;
import dev.licet.request.Compute;
import dev.licet.request.FactValue;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Request;
import dev.licet.vocabulary.Scale.Band;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A number that rules compare with figures: all numbers between two figures are alike. */
abstract class NumberShape extends Shape {
    private NumberShape() {}

    /** The assumed value first, if the first may be assumed, then the others. */
    private static List<Value> firstAssumed(List<Value> values, boolean assumed, Situation situation) {
        return assumed
                ? situation.otherwise(Optional.of(values.get(0).as(Basis.ASSUMED)), values.subList(1, values.size()))
                : values;
    }

    /** How many people use the products of the recipient in a month. "More than": what only equals a figure does not exceed it. */
    static final class OfUsers extends NumberShape {
        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            return unlessStated(request.transfer().recipient().monthlyUsers());
        }

        @Override
        public List<Value> values(Situation situation) {
            Given<Long> given = situation.transfer().recipient().monthlyUsers();
            Compute bounds =
                    given.value().map(users -> Compute.of(users)).orElse(Compute.between(0, Double.POSITIVE_INFINITY));
            var values = new ArrayList<Value>();
            for (Band band : situation.law().scale(situation.type()).within(bounds)) {
                var exceeded = new TreeSet<>(band.reached());
                given.value()
                        .ifPresent(users -> exceeded.removeIf(figure ->
                                situation.law().figures().getOrDefault(figure, Double.POSITIVE_INFINITY) >= users));
                Basis basis = given.value().isPresent() ? Basis.STATED : Basis.POSSIBLE;
                FactValue value = given.value().isPresent() ? new FactValue.Amount(bounds) : band.value(false);
                values.add(Value.of(new Users(exceeded), basis, value));
            }
            return firstAssumed(values, given.isUnstated(), situation);
        }

        @Override
        public Optional<?> assumed(Situation situation) {
            return Optional.of(0);
        }

        @Override
        public List<?> tries(Situation situation) {
            return List.of(0);
        }
    }

    /** The compute that counts for a model. Where it is left out it is unknown, also of published weights. */
    static final class OfTraining extends NumberShape {
        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            Model model = request.model();
            return hasNoLineage(model) && model.trainingCompute().value().isEmpty()
                    ? Optional.of(new WithAssumed(model.trainingCompute(), List.of(model.release(), model.lineage())))
                    : Optional.empty();
        }

        @Override
        public List<Value> values(Situation situation) {
            Model model = situation.model();
            Optional<Compute> counted = CountedCompute.of(model);
            Compute bounds = counted.orElse(Compute.between(0, Double.POSITIVE_INFINITY));
            var all = new LinkedHashMap<Set<String>, FactValue>();
            for (Band band : situation.law().scale(situation.type()).within(bounds)) {
                double least = Math.max(band.from(), bounds.atLeast());
                double most = Math.min(Math.nextDown(band.to()), bounds.atMost());
                all.putIfAbsent(reached(situation, band, least, false), band.value(false));
                if (least < most || !hasNoLineage(model)) {
                    all.putIfAbsent(reached(situation, band, most, true), band.value(true));
                }
            }
            if (all.size() == 1 && counted.isPresent()) {
                var training = new Training(all.keySet().iterator().next());
                return List.of(Value.of(training, Basis.STATED, new FactValue.Amount(bounds))
                        .inheriting(CountedCompute.inherited(model)));
            }
            var values = new ArrayList<Value>();
            all.forEach((reached, value) -> values.add(Value.of(new Training(reached), Basis.POSSIBLE, value)));
            return values;
        }

        private static boolean hasNoLineage(Model model) {
            return model.lineage()
                    .value()
                    .map(List::isEmpty)
                    .orElse(model.lineage().isUnstated());
        }

        /** What a count reaches, taking the least or the most that the teachers of the model can add to it. */
        private static Set<String> reached(Situation situation, Band band, double count, boolean most) {
            Set<String> reached = band.reached();
            for (Atom atom : situation.asked()) {
                if (atom.values().size() == 2) {
                    Compute added = CountedCompute.synthetic(situation.model(), figure(situation, atom, 1));
                    if (count + (most ? added.atMost() : added.atLeast()) >= figure(situation, atom, 0)) {
                        reached = Situation.with(reached, String.join("|", atom.values()));
                    }
                }
            }
            return reached;
        }

        private static double figure(Situation situation, Atom atom, int position) {
            return situation.law().figures().getOrDefault(atom.values().get(position), Double.POSITIVE_INFINITY);
        }

        /** One count in each band between the figures that rules ask for. */
        @Override
        public List<Double> tries(Situation situation) {
            var figures = new TreeSet<Double>();
            for (Atom atom : situation.asked()) {
                Optional.ofNullable(situation.law().figures().get(atom.values().get(0)))
                        .ifPresent(figures::add);
            }
            var counts = new ArrayList<Double>();
            counts.add(figures.isEmpty() ? 1.0 : figures.first() / 10);
            counts.addAll(figures);
            return counts;
        }
    }
}
