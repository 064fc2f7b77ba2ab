package dev.licet.vocabulary;

import dev.licet.request.Basis;
import dev.licet.request.Country;
import dev.licet.request.FactValue;
import dev.licet.request.Given;
import dev.licet.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** A country, assumed to be that of another fact if it is not stated. */
final class PlaceShape extends Shape {
    private final Function<Request, Given<Country>> given;
    private final Optional<PlaceShape> assumedAs;
    private final BiFunction<String, Set<String>, ?> fact;

    PlaceShape(
            Function<Request, Given<Country>> given,
            Optional<PlaceShape> assumedAs,
            BiFunction<String, Set<String>, ?> fact) {
        this.given = given;
        this.assumedAs = assumedAs;
        this.fact = fact;
    }

    /** The country that is stated, or else assumed; an unknown one ends the search. */
    private Optional<Country> known(Request request) {
        Given<Country> stated = given.apply(request);
        return stated.isUnstated() ? assumption(request) : stated.value();
    }

    private Optional<Country> assumption(Request request) {
        return assumedAs.flatMap(other -> other.known(request));
    }

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        Given<Country> stated = given.apply(request);
        return Optional.of(assumedAs.isEmpty() ? stated : new WithAssumed(stated, assumption(request)));
    }

    @Override
    public List<Value> values(Situation situation) {
        Given<Country> stated = given.apply(situation.request());
        if (stated.value().isPresent()) {
            return List.of(value(stated.value().get(), Basis.STATED, situation.law()));
        }
        Optional<Country> assumption =
                assumption(situation.request()).filter(ordinary -> situation.assume() && stated.isUnstated());
        var possible = new ArrayList<Value>();
        for (CountryClass each : situation.law().classes(situation.type())) {
            // The assumed country's own class has no other value that a rule could tell from it.
            if (assumption
                    .filter(country -> each.countries().contains(country.code()))
                    .isEmpty()) {
                FactValue value = value(each, situation);
                // A reason that names the country reads "to (a country on ...)".
                String country = each.countries().size() == 1 ? value.toString() : "(" + value + ")";
                Object one = fact.apply(country, situation.law().listsOfCountry(each.representative()));
                possible.add(Value.of(one, Basis.POSSIBLE, value, each.members()));
            }
        }
        return situation.otherwise(assumption.map(country -> value(country, Basis.ASSUMED, situation.law())), possible);
    }

    private Value value(Country country, Basis basis, RulesOfDay law) {
        return Value.of(
                fact.apply(country.code(), law.listsOfCountry(country.code())), basis, FactValue.name(country.code()));
    }

    /** Any country of a class. */
    static FactValue value(CountryClass each, Situation situation) {
        if (each.countries().size() == 1) {
            return FactValue.name(each.representative());
        }
        var lists = new TreeSet<>(each.lists());
        lists.retainAll(situation.asked(FactType.Member.Argument.COUNTRY_LIST));
        return new FactValue.CountryOn(List.copyOf(lists));
    }

    @Override
    public Optional<?> assumed(Situation situation) {
        return assumption(situation.request()).map(Country::code);
    }

    @Override
    public List<?> tries(Situation situation) {
        return everyCountry();
    }

    static List<String> everyCountry() {
        return Country.all().stream().map(Country::code).toList();
    }

    @Override
    public Stream<String> keys(Request request) {
        return known(request).map(Country::code).stream();
    }
}
