package dev.licet.vocabulary;

import dev.licet.facts.Attestations;
import dev.licet.facts.Modalities;
import dev.licet.facts.RedFlag;
import dev.licet.facts.RedFlags;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.Given;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several words of which rules ask whether one is among them, such as red flags. */
abstract class SetShape extends Shape {
    private final Argument argument;
    private final Function<Request, Given<Set<String>>> given;
    private final Function<Set<String>, ?> fact;
    private final FactValue none;

    SetShape(
            Argument argument,
            Function<Request, Given<Set<String>>> given,
            Function<Set<String>, ?> fact,
            FactValue none) {
        this.argument = argument;
        this.given = given;
        this.fact = fact;
        this.none = none;
    }

    Given<Set<String>> given(Request request) {
        return given.apply(request);
    }

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        return unlessMany(given.apply(request), Set::isEmpty);
    }

    @Override
    public List<Value> values(Situation situation) {
        Given<Set<String>> words = given.apply(situation.request());
        if (words.value().isPresent()) {
            return List.of(stated(words.value().get()));
        }
        Set<String> asked = situation.asked(argument);
        var possible = new ArrayList<Value>();
        asked.forEach(name -> possible.add(possible(Set.of(name))));
        Situation.together(Set.of(), asked).forEach(names -> possible.add(possible(names)));
        possible.add(Value.of(fact.apply(Set.of()), Basis.POSSIBLE, none));
        return possible;
    }

    Value stated(Set<String> words) {
        return Value.of(fact.apply(words), Basis.STATED, words.isEmpty() ? Fixed.NONE : value(words));
    }

    private Value possible(Set<String> names) {
        return Value.of(
                fact.apply(names),
                Basis.POSSIBLE,
                value(names),
                names.stream().map(name -> value(Set.of(name))).toList());
    }

    /** Several words at once. */
    FactValue value(Collection<String> words) {
        return new FactValue.Names(List.copyOf(words));
    }

    /** The modalities of a model; there are few, so a table holds every set of them. */
    static final class OfModalities extends SetShape {
        OfModalities() {
            super(Argument.MODALITY, request -> request.model().modalities(), Modalities::new, Fixed.NONE_OF_THESE);
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            return Optional.of(given(request));
        }

        @Override
        public List<?> tries(Situation situation) {
            return List.of(List.of("text"), List.of());
        }
    }

    /** Red flags; assumed to be none. */
    static final class OfRedFlags extends SetShape {
        OfRedFlags() {
            super(
                    Argument.RED_FLAG,
                    request -> request.transfer().redFlags().map(OfRedFlags::names),
                    names -> new RedFlags(
                            names.stream().map(RedFlag::valueOf).collect(Collectors.toCollection(TreeSet::new))),
                    Fixed.NONE);
        }

        @Override
        FactValue value(Collection<String> flags) {
            return new FactValue.Constants(
                    flags.stream().<Enum<?>>map(RedFlag::valueOf).toList());
        }

        private static Set<String> names(Set<RedFlag> flags) {
            return flags.stream().map(RedFlag::name).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public List<Value> values(Situation situation) {
            List<Value> values = super.values(situation);
            if (!given(situation.request()).isUnstated()) {
                return values;
            }
            Value none = values.get(values.size() - 1);
            return situation.otherwise(Optional.of(none.as(Basis.ASSUMED)), values);
        }

        @Override
        public Optional<?> assumed(Situation situation) {
            return Optional.of(List.of());
        }

        @Override
        public List<?> tries(Situation situation) {
            return List.of(List.of());
        }
    }

    /** What is attested. Nothing attested is a known fact; all that could be attested is a further value, for exceptions alone. */
    static final class OfAttestations extends SetShape {
        OfAttestations() {
            super(Argument.ATTESTATION, request -> request.transfer().attestations(), Attestations::new, Fixed.NONE);
        }

        @Override
        public List<Value> values(Situation situation) {
            Set<String> attested = given(situation.request()).value().orElse(Set.of());
            var all = new TreeSet<>(situation.asked(Argument.ATTESTATION));
            if (attested.containsAll(all)) {
                return List.of(stated(attested));
            }
            var more = new ArrayList<>(all);
            more.removeAll(attested);
            all.addAll(attested);
            Value other = Value.ofNames(new Attestations(all), more);
            return List.of(stated(attested), other);
        }

        /** Each thing alone, and all that one rule asks for; fewest first. */
        @Override
        public List<?> tries(Situation situation) {
            Set<String> attested = given(situation.request()).value().orElse(Set.of());
            return Stream.concat(
                            situation.asked(Argument.ATTESTATION).stream().map(Set::of),
                            situation.law().askedTogether(situation.type(), Argument.ATTESTATION).stream())
                    .map(more -> {
                        var together = new TreeSet<>(attested);
                        together.addAll(more);
                        return List.copyOf(together);
                    })
                    .filter(together -> together.size() > attested.size())
                    .distinct()
                    .sorted(Comparator.comparing(List::size))
                    .toList();
        }
    }
}
