package dev.licet.vocabulary;

import dev.licet.facts.Region;
import dev.licet.request.Basis;
import dev.licet.request.Country;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.Given;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The part of the destination, among those that lists name. */
public final class RegionShape extends Shape {
    /** What follows the code of a country and stands for any region of it that no list names. */
    public static final String OTHER = "-OTHER";

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        Given<String> region = request.transfer().region();
        return unlessStated(region)
                .map(unstated -> new WithAssumed(region, request.transfer().destination()));
    }

    @Override
    public List<Value> values(Situation situation) {
        RulesOfDay law = situation.law();
        Optional<String> stated = situation.transfer().region().value();
        if (stated.isPresent() && !isUnknown(stated.get(), law)) {
            return List.of(value(law, stated.get(), Basis.STATED, List.of(stated.get())));
        }
        Set<String> named = law.regionsOf(
                stated.isPresent()
                        ? Optional.of(country(stated.get()))
                        : situation.transfer().destination().value());
        if (named.isEmpty()) {
            return List.of(Value.of(new Region(Set.of()), Basis.STATED, Fixed.UNLISTED_REGION));
        }
        var groups = new TreeMap<String, List<String>>();
        for (String region : named) {
            var seen = new TreeSet<>(law.listsOf(Subject.REGION, region));
            seen.retainAll(situation.asked(Argument.REGION_LIST));
            groups.computeIfAbsent(seen.toString(), first -> new ArrayList<>()).add(region);
        }
        var possible =
                new ArrayList<Value>(List.of(Value.of(new Region(Set.of()), Basis.POSSIBLE, Fixed.UNLISTED_REGION)));
        groups.values().forEach(group -> possible.add(value(law, group.get(0), Basis.POSSIBLE, group)));
        return possible;
    }

    private static Country country(String region) {
        return Country.of(region.substring(0, 2));
    }

    /** Where lists tell regions apart, what nobody knows may be any of them. */
    private static boolean isUnknown(String region, RulesOfDay law) {
        Country country = country(region);
        return !law.regionsOf(Optional.of(country)).isEmpty() && law.isUnknownRegion(country, region);
    }

    private static Value value(RulesOfDay law, String region, Basis basis, List<String> group) {
        List<FactValue> members = group.stream().map(FactValue::name).toList();
        return Value.of(new Region(law.listsOf(Subject.REGION, region)), basis, FactValue.anyOf(members), members);
    }

    @Override
    public List<?> tries(Situation situation) {
        Optional<Country> destination = situation.transfer().destination().value();
        Set<String> named = situation.law().regionsOf(destination);
        return Stream.concat(
                        named.stream(),
                        destination.filter(country -> !named.isEmpty()).map(country -> country.code() + OTHER).stream())
                .toList();
    }

    @Override
    public Stream<String> keys(Request request) {
        return request.transfer().region().value().stream();
    }
}
