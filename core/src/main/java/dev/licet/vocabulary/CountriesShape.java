package dev.licet.vocabulary;

import dev.licet.facts.Exporter;
import dev.licet.facts.Origin;
import dev.licet.request.Basis;
import dev.licet.request.Country;
import dev.licet.request.Developer;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.SeveralCountries;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several countries at once: where the developers of a model are, and where its exporter is assumed to be. */
abstract class CountriesShape extends Shape {
    private static final Set<String> NOT_ALL_KNOWN = Set.of("not all known");

    private final BiFunction<Set<String>, Set<String>, ?> fact;

    private CountriesShape(BiFunction<Set<String>, Set<String>, ?> fact) {
        this.fact = fact;
    }

    Value value(Set<String> codes, Basis basis, RulesOfDay law) {
        List<String> all = List.copyOf(codes);
        return Value.of(
                fact(codes, law),
                basis,
                new FactValue.Names(all),
                all.stream().map(FactValue::name).toList());
    }

    private Object fact(Set<String> codes, RulesOfDay law) {
        return fact.apply(
                codes,
                codes.stream()
                        .flatMap(code -> law.listsOfCountry(code).stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** One value for each class of countries, each with the countries that are known anyway, and several classes at once. */
    List<Value> possible(Set<String> known, Situation situation) {
        var all = new ArrayList<Value>();
        for (CountryClass each : situation.law().classes(situation.type())) {
            Set<String> codes = Situation.with(known, each.representative());
            FactValue value = PlaceShape.value(each, situation);
            all.add(Value.of(fact(codes, situation.law()), Basis.POSSIBLE, value, each.members()));
        }
        if (all.size() > 1) {
            var every = new TreeSet<>(PlaceShape.everyCountry());
            all.add(Value.of(fact(every, situation.law()), Basis.POSSIBLE, new SeveralCountries(Optional.empty())));
            for (String asked : situation.asked(Argument.COUNTRY)) {
                var rest = new TreeSet<>(every);
                rest.remove(asked);
                rest.addAll(known);
                all.add(Value.of(
                        fact(rest, situation.law()), Basis.POSSIBLE, new SeveralCountries(Optional.of(asked))));
            }
        }
        return all;
    }

    private static Stream<Given<Country>> origins(Model model) {
        return model.developers().value().orElse(List.of()).stream().map(Developer::country);
    }

    private static Set<String> knownOrigins(Model model) {
        return origins(model)
                .flatMap(country -> country.value().stream())
                .map(Country::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean allOriginsKnown(Model model) {
        return model.developers().value().isPresent()
                && origins(model).allMatch(country -> country.value().isPresent());
    }

    /** The country of the developers, if it is one; a mark of its own if none is known, and nothing if some are not. */
    private static Optional<Set<String>> single(Model model) {
        Set<String> known = knownOrigins(model);
        if (allOriginsKnown(model)) {
            return Optional.of(known).filter(countries -> countries.size() < 2);
        }
        return known.isEmpty() ? Optional.of(NOT_ALL_KNOWN) : Optional.empty();
    }

    /** Where the developers are. */
    static final class OfOrigin extends CountriesShape {
        OfOrigin() {
            super(Origin::new);
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            return single(request.model()).map(known -> known);
        }

        @Override
        public List<Value> values(Situation situation) {
            Set<String> known = knownOrigins(situation.model());
            return allOriginsKnown(situation.model())
                    ? List.of(value(known, Basis.STATED, situation.law()))
                    : possible(known, situation);
        }

        @Override
        public List<?> tries(Situation situation) {
            return origins(situation.model()).count() == 1 ? PlaceShape.everyCountry() : List.of();
        }

        @Override
        public Stream<String> keys(Request request) {
            return knownOrigins(request.model()).stream();
        }
    }

    /** Where the exporter is; assumed to be where the developers are. */
    static final class OfExporter extends CountriesShape {
        OfExporter() {
            super(Exporter::new);
        }

        private static Given<Country> stated(Request request) {
            return request.transfer().exporter().country();
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            Given<Country> stated = stated(request);
            return stated.value().isPresent()
                    ? Optional.of(stated)
                    : single(request.model()).map(known -> new WithAssumed(stated, known));
        }

        @Override
        public List<Value> values(Situation situation) {
            Given<Country> stated = stated(situation.request());
            if (stated.value().isPresent()) {
                return List.of(value(Set.of(stated.value().get().code()), Basis.STATED, situation.law()));
            }
            Optional<Value> assumed = stated.isUnstated() && allOriginsKnown(situation.model())
                    ? Optional.of(value(knownOrigins(situation.model()), Basis.ASSUMED, situation.law()))
                    : Optional.empty();
            return situation.otherwise(assumed, possible(Set.of(), situation));
        }

        @Override
        public Optional<?> assumed(Situation situation) {
            Set<String> known = knownOrigins(situation.model());
            return known.size() == 1 ? known.stream().findFirst() : Optional.empty();
        }

        @Override
        public List<?> tries(Situation situation) {
            return PlaceShape.everyCountry();
        }

        @Override
        public Stream<String> keys(Request request) {
            return stated(request).value().isPresent()
                    ? stated(request).value().map(Country::code).stream()
                    : knownOrigins(request.model()).stream();
        }
    }
}
