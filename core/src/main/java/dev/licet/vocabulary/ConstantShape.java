package dev.licet.vocabulary;

import dev.licet.facts.Artifact;
import dev.licet.facts.Publication;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.Given;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One of a few constants, such as an end use; those that no rule can tell apart count as one. */
class ConstantShape<E extends Enum<E>> extends Shape {
    private final Class<E> constants;
    private final Argument argument;
    private final Function<Request, Given<E>> given;
    private final Optional<E> assumption;
    private final Function<E, ?> fact;

    ConstantShape(
            Class<E> constants,
            Argument argument,
            Function<Request, Given<E>> given,
            Optional<E> assumption,
            Function<E, ?> fact) {
        this.constants = constants;
        this.argument = argument;
        this.given = given;
        this.assumption = assumption;
        this.fact = fact;
    }

    /** What rules may ask of a constant besides its name; constants of which all is alike are not told apart. */
    String alike(E constant) {
        return "";
    }

    FactValue value(List<FactValue> group) {
        return Fixed.OTHER;
    }

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        return Optional.of(given.apply(request));
    }

    @Override
    public List<Value> values(Situation situation) {
        Given<E> stated = given.apply(situation.request());
        if (stated.value().isPresent()) {
            return List.of(value(stated.value().get(), Basis.STATED));
        }
        Set<String> asked = situation.asked(argument);
        var possible = new ArrayList<Value>();
        var groups = new LinkedHashMap<String, List<E>>();
        for (E constant : constants.getEnumConstants()) {
            if (asked.contains(constant.name())) {
                possible.add(value(constant, Basis.POSSIBLE));
            } else if (assumption.filter(constant::equals).isEmpty()) {
                groups.computeIfAbsent(alike(constant), none -> new ArrayList<>())
                        .add(constant);
            }
        }
        groups.values().forEach(group -> {
            List<FactValue> members = group.stream().map(this::value).toList();
            possible.add(Value.of(fact.apply(group.get(0)), Basis.POSSIBLE, value(members), members));
        });
        assumption
                .filter(ordinary -> !asked.contains(ordinary.name()))
                .ifPresent(ordinary -> possible.add(value(ordinary, Basis.POSSIBLE)));
        return situation.otherwise(
                assumption
                        .filter(ordinary -> situation.assume() && stated.isUnstated())
                        .map(ordinary -> value(ordinary, Basis.ASSUMED)),
                possible);
    }

    private Value value(E constant, Basis basis) {
        return Value.of(fact.apply(constant), basis, value(constant));
    }

    private FactValue value(E constant) {
        return new FactValue.Constants(List.of(constant));
    }

    @Override
    public Optional<?> assumed(Situation situation) {
        return assumption.map(Enum::name);
    }

    @Override
    public List<?> tries(Situation situation) {
        return Stream.of(constants.getEnumConstants()).map(Enum::name).toList();
    }

    @Override
    public List<Object> constants() {
        return Stream.of(constants.getEnumConstants()).<Object>map(fact).toList();
    }

    /** The kind of transfer; what is no way of providing a model is no other way of it. */
    static final class OfKind extends ConstantShape<TransferKind> {
        private static final Set<TransferKind> WAYS =
                EnumSet.of(TransferKind.WEIGHTS, TransferKind.API, TransferKind.APP, TransferKind.FINE_TUNING);

        OfKind() {
            super(
                    TransferKind.class,
                    Argument.TRANSFER_KIND,
                    request -> request.transfer().kind(),
                    Optional.empty(),
                    Artifact::new);
        }

        @Override
        public List<?> tries(Situation situation) {
            Optional<TransferKind> kind = situation.transfer().kind().value();
            return Stream.of(TransferKind.values())
                    .filter(other -> kind.isEmpty() || WAYS.contains(kind.get()) && WAYS.contains(other))
                    .map(Enum::name)
                    .toList();
        }
    }

    /** How the model is released; rules ask whether weights are published or gated. */
    static final class OfRelease extends ConstantShape<Release> {
        OfRelease() {
            super(
                    Release.class,
                    Argument.RELEASE,
                    request -> request.model().release(),
                    Optional.empty(),
                    Publication::new);
        }

        @Override
        String alike(Release release) {
            var seen = new Publication(release);
            return seen.published() + "/" + seen.gated();
        }

        @Override
        FactValue value(List<FactValue> group) {
            return FactValue.anyOf(group);
        }
    }
}
