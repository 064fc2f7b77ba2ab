package dev.licet.vocabulary;

import dev.licet.facts.Ancestry;
import dev.licet.facts.Derivation;
import dev.licet.facts.Ownership;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.Given;
import dev.licet.request.Owner;
import dev.licet.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must be worked out from a lineage or from owners: the answers to all that rules ask of it. */
abstract class ReckonedShape extends Shape {
    private final Function<Set<String>, ?> fact;

    private ReckonedShape(Function<Set<String>, ?> fact) {
        this.fact = fact;
    }

    List<Value> values(Truths truths, boolean assumed, Situation situation) {
        var values = new ArrayList<Value>();
        for (Set<String> holds : truths.possible()) {
            Basis basis = truths.open().isEmpty()
                    ? Basis.STATED
                    : assumed && values.isEmpty() ? Basis.ASSUMED : Basis.POSSIBLE;
            values.add(value(holds, basis));
        }
        return assumed && values.size() > 1
                ? situation.otherwise(Optional.of(values.get(0)), values.subList(1, values.size()))
                : values;
    }

    Value value(Set<String> holds, Basis basis) {
        return Truths.value(fact.apply(holds), basis, holds, FactValue.Fixed.NOTHING_ASKED);
    }

    @Override
    public List<?> tries(Situation situation) {
        return List.of(List.of());
    }

    /** Who owns the recipient. What is left out of its owners is assumed to be harmless. */
    static final class OfOwners extends ReckonedShape {
        OfOwners() {
            super(Ownership::new);
        }

        private static Given<List<Owner>> owners(Request request) {
            return request.transfer().recipient().owners();
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            return unlessMany(owners(request), List::isEmpty);
        }

        @Override
        public List<Value> values(Situation situation) {
            Given<List<Owner>> given = owners(situation.request());
            if (given.value().isEmpty()) {
                return values(Truths.of(situation.asked(), atom -> Optional.empty()), given.isUnstated(), situation);
            }
            Truths assumed = truths(situation, true);
            Truths stated = truths(situation, false);
            return assumed.open().isEmpty() && !stated.open().isEmpty()
                    ? situation.otherwise(
                            Optional.of(value(assumed.certain(), Basis.ASSUMED)), values(stated, false, situation))
                    : values(stated, false, situation);
        }

        private static Truths truths(Situation situation, boolean assume) {
            var shares = new Shareholding(owners(situation.request()), situation.law(), assume);
            return Truths.of(situation.asked(), shares::holds);
        }

        @Override
        public Optional<?> assumed(Situation situation) {
            return Optional.of(List.of());
        }

        @Override
        public Stream<String> keys(Request request) {
            return Shareholding.keys(owners(request));
        }
    }

    /** How little a model adds to the published weights it was made from. */
    static final class OfDerivation extends ReckonedShape {
        OfDerivation() {
            super(Derivation::new);
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            return unlessMany(request.model().lineage(), List::isEmpty);
        }

        @Override
        public List<Value> values(Situation situation) {
            Truths truths = Truths.of(
                    situation.asked(),
                    atom -> CountedCompute.derivedWithin(
                            situation.model(), figure(situation, atom, 0), figure(situation, atom, 1)));
            return values(truths, false, situation);
        }

        private static double figure(Situation situation, Atom atom, int position) {
            return situation.law().figures().getOrDefault(atom.values().get(position), Double.POSITIVE_INFINITY);
        }
    }

    /** What the weights of a model were made from. */
    static final class OfAncestry extends ReckonedShape {
        OfAncestry() {
            super(Ancestry::new);
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            return unlessMany(request.model().lineage(), List::isEmpty);
        }

        @Override
        public List<Value> values(Situation situation) {
            AncestryOfWeights ancestry = AncestryOfWeights.of(situation.model());
            return values(Truths.of(situation.asked(), ancestry::holds), false, situation).stream()
                    .map(each -> each.inheriting(ancestry.origins()))
                    .toList();
        }
    }
}
