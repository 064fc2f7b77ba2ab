package dev.licet.vocabulary;

import dev.licet.facts.GeoGate;
import dev.licet.request.Basis;
import dev.licet.request.Country;
import dev.licet.request.FactValue;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Yes or no, with what is assumed of the two. */
class YesNoShape extends Shape {
    private final Function<Request, Given<Boolean>> given;
    private final boolean assumption;
    private final Function<Boolean, ?> fact;

    YesNoShape(Function<Request, Given<Boolean>> given, boolean assumption, Function<Boolean, ?> fact) {
        this.given = given;
        this.assumption = assumption;
        this.fact = fact;
    }

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        return Optional.of(given.apply(request));
    }

    @Override
    public List<Value> values(Situation situation) {
        Given<Boolean> stated = given.apply(situation.request());
        if (stated.value().isPresent()) {
            return List.of(value(stated.value().get(), Basis.STATED));
        }
        Value other = value(!assumption, Basis.POSSIBLE);
        return stated.isUnstated()
                ? situation.otherwise(Optional.of(value(assumption, Basis.ASSUMED)), List.of(other))
                : List.of(value(assumption, Basis.POSSIBLE), other);
    }

    private Value value(boolean yes, Basis basis) {
        return Value.of(fact.apply(yes), basis, FactValue.yesOrNo(yes));
    }

    @Override
    public Optional<?> assumed(Situation situation) {
        return Optional.of(assumption);
    }

    @Override
    public List<?> tries(Situation situation) {
        return List.of(true, false);
    }

    /** Whether the provider's gate refuses the destination; no gate that is stated refuses nobody. */
    static final class OfGate extends YesNoShape {
        OfGate() {
            super(OfGate::refuses, false, GeoGate::new);
        }

        private static Given<Boolean> refuses(Request request) {
            return request.model().geoGate().value().isEmpty()
                    ? Given.unknown()
                    : request.transfer()
                            .destination()
                            .value()
                            .map(request.model().geoGate().value().orElse(Set.<Country>of())::contains)
                            .map(Given::of)
                            .orElse(Given.unknown());
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            Model model = request.model();
            return model.geoGate().isUnstated() ? Optional.of(model.geoGate()) : Optional.empty();
        }

        @Override
        public List<Value> values(Situation situation) {
            return situation.model().geoGate().isUnstated()
                    ? List.of(Value.of(new GeoGate(false), Basis.STATED, FactValue.Fixed.NONE))
                    : super.values(situation);
        }

        @Override
        public Optional<?> assumed(Situation situation) {
            return Optional.empty();
        }

        @Override
        public List<?> tries(Situation situation) {
            return List.of(List.of());
        }
    }
}
