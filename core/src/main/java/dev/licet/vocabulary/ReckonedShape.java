package dev.licet.vocabulary;

import dev.licet.facts.Ancestry;
import dev.licet.facts.Derivation;
import dev.licet.facts.Ownership;
import dev.licet.request.Basis;
import dev.licet.request.Country;
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
            List<FactValue> all = holds.isEmpty()
                    ? List.of(FactValue.Fixed.NOTHING_ASKED)
                    : holds.stream().map(Truths::value).toList();
            Basis basis = truths.open().isEmpty()
                    ? Basis.STATED
                    : assumed && values.isEmpty() ? Basis.ASSUMED : Basis.POSSIBLE;
            FactValue value = all.size() == 1 ? all.get(0) : new FactValue.AllOf(all);
            values.add(Value.of(fact.apply(holds), basis, value, all));
        }
        return assumed && values.size() > 1
                ? situation.otherwise(Optional.of(values.get(0)), values.subList(1, values.size()))
                : values;
    }

    @Override
    public List<?> tries(Situation situation) {
        return List.of(List.of());
    }

    /** Who owns the recipient. Owners of whom no list is stated are assumed to be on none. */
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
            List<Owner> owners = given.value().get();
            Truths screened = truths(situation, owners, true);
            Truths unscreened = truths(situation, owners, false);
            boolean assumed = screened.open().isEmpty() && !unscreened.open().isEmpty();
            return values(unscreened, assumed, situation);
        }

        private static Truths truths(Situation situation, List<Owner> owners, boolean assumeClear) {
            var shares = new Shareholding(owners, situation.law(), assumeClear);
            return Truths.of(situation.asked(), shares::holds);
        }

        @Override
        public Optional<?> assumed(Situation situation) {
            return Optional.of(List.of());
        }

        @Override
        public Stream<String> keys(Request request) {
            return owners(request).value().orElse(List.of()).stream()
                    .flatMap(owner -> Stream.concat(
                            Stream.of(owner.name()), owner.country().value().map(Country::code).stream()));
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
