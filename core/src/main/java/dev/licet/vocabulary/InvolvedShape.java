package dev.licet.vocabulary;

import dev.licet.facts.ExporterParty;
import dev.licet.facts.Intermediary;
import dev.licet.facts.RecipientType;
import dev.licet.request.Basis;
import dev.licet.request.Country;
import dev.licet.request.Developer;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.Given;
import dev.licet.request.Party;
import dev.licet.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A party that is not the recipient: the answers to all that rules ask of it. One fact holds them all, so that a single assumption says
 * that there is no such party, or that what is left out of it is harmless.
 */
abstract class InvolvedShape extends Shape {
    private static final String ON = "on|";

    private final BiFunction<Set<String>, Set<String>, ?> fact;

    private InvolvedShape(BiFunction<Set<String>, Set<String>, ?> fact) {
        this.fact = fact;
    }

    abstract Party party(Request request);

    /** Where it is, if that is not stated; empty if nothing is known that could be assumed. */
    abstract Set<String> ordinarilyIn(Request request);

    /** Whether a place that is not stated, and that nothing says, is not against it. */
    abstract boolean mayBeAnywhere();

    @Override
    public Stream<String> keys(Request request) {
        Party party = party(request);
        Stream<String> places = places(party).stream().flatMap(place -> place.value().map(Country::code).stream());
        return Stream.of(party.name().value().stream(), places, Shareholding.keys(party.owners()))
                .flatMap(some -> some);
    }

    private static List<Given<Country>> places(Party party) {
        return List.of(party.country(), party.headquarters(), party.ultimateParent(), party.nationality());
    }

    Truths truths(Situation situation, boolean assume) {
        return Truths.of(situation.asked(), atom -> answer(atom, situation, assume));
    }

    private Optional<Boolean> answer(Atom atom, Situation situation, boolean assume) {
        Party party = party(situation.request());
        RulesOfDay law = situation.law();
        String asked = atom.values().get(0);
        Predicate<String> on = country -> law.listsOfCountry(country).contains(asked);
        return switch (atom.member().name()) {
            case "on" -> listing(situation).on(asked, assume);
            case "basedIn" -> anywhere(situation, assume, on);
            case "basedOutside" -> anywhere(situation, assume, on.negate());
            case "headquarteredIn" ->
                party.headquarters().isUnstated()
                        ? there(situation, assume, on)
                        : party.headquarters().value().map(Country::code).map(on::test);
            case "ofType" ->
                (party.type().isUnstated() && assume
                                ? Optional.of(RecipientType.COMPANY)
                                : party.type().value())
                        .map(type -> type.name().equals(asked));
            case "usersExceed" ->
                (party.monthlyUsers().isUnstated() && assume
                                ? Optional.of(0L)
                                : party.monthlyUsers().value())
                        .map(users -> users > law.figures().getOrDefault(asked, Double.POSITIVE_INFINITY));
            default -> new Shareholding(party.owners(), law, assume).holds(atom);
        };
    }

    private Listing listing(Situation situation) {
        Party party = party(situation.request());
        return Listing.of(party.name().value().stream().toList(), party.lists(), party.screening(), situation.law());
    }

    /** Whether one of its countries is as asked. A nationality that is left out is none. */
    private Optional<Boolean> anywhere(Situation situation, boolean assume, Predicate<String> asked) {
        Party party = party(situation.request());
        List<Given<Country>> places = places(party);
        boolean stated = places.stream()
                .flatMap(place -> place.value().stream())
                .map(Country::code)
                .anyMatch(asked);
        Optional<Boolean> there = there(situation, assume, asked);
        if (stated || there.orElse(false)) {
            return Optional.of(true);
        }
        boolean unknown = places.stream()
                .anyMatch(place -> !place.isUnstated() && place.value().isEmpty());
        boolean leftOut =
                party.headquarters().isUnstated() || party.ultimateParent().isUnstated();
        return unknown || !assume && leftOut ? Optional.empty() : there;
    }

    /** Whether the country where it is, as stated or assumed, is as asked. */
    private Optional<Boolean> there(Situation situation, boolean assume, Predicate<String> asked) {
        Given<Country> stated = party(situation.request()).country();
        boolean leftOut = stated.isUnstated() && assume;
        Set<String> countries = leftOut
                ? ordinarilyIn(situation.request())
                : stated.value().map(Country::code).stream().collect(Collectors.toSet());
        return countries.isEmpty() && !(leftOut && mayBeAnywhere())
                ? Optional.empty()
                : Optional.of(countries.stream().anyMatch(asked));
    }

    Value value(Set<String> holds, Basis basis, FactValue otherwise, Situation situation) {
        var lists = new TreeSet<>(listing(situation).known());
        holds.stream()
                .filter(key -> key.startsWith(ON))
                .map(key -> key.substring(ON.length()))
                .forEach(lists::add);
        Set<String> truths =
                holds.stream().filter(key -> !key.startsWith(ON)).collect(Collectors.toCollection(TreeSet::new));
        return Truths.value(fact.apply(situation.law().implied(lists), truths), basis, holds, otherwise);
    }

    List<Value> possible(Truths truths, Situation situation) {
        var all = new ArrayList<Value>();
        Basis basis = truths.open().isEmpty() ? Basis.STATED : Basis.POSSIBLE;
        truths.possible().forEach(holds -> all.add(value(holds, basis, Fixed.NOTHING_ASKED, situation)));
        return all;
    }

    /** Who stands between exporter and recipient: assumed to be nobody if nothing is stated, and to be in the destination if it is named. */
    static final class OfIntermediary extends InvolvedShape {
        OfIntermediary() {
            super(Intermediary::new);
        }

        @Override
        Party party(Request request) {
            return request.transfer().intermediary();
        }

        @Override
        Set<String> ordinarilyIn(Request request) {
            return request.transfer().destination().value().map(Country::code).stream()
                    .collect(Collectors.toSet());
        }

        @Override
        boolean mayBeAnywhere() {
            return false;
        }

        private static boolean unstated(Party party) {
            return party.equals(Party.unnamed());
        }

        private static boolean unknown(Party party) {
            return !party.name().isUnstated() && party.name().value().isEmpty();
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            Party party = party(request);
            return Optional.<Object>of(party).filter(any -> party.isNone() || unstated(party));
        }

        @Override
        public List<Value> values(Situation situation) {
            Party party = party(situation.request());
            if (party.isNone()) {
                return List.of(value(Set.of(), Basis.STATED, Fixed.NONE, situation));
            }
            Truths stated = truths(situation, false);
            if (unstated(party) || unknown(party)) {
                Value none = value(Set.of(), Basis.ASSUMED, Fixed.NONE, situation);
                return unstated(party)
                        ? situation.otherwise(Optional.of(none), possible(stated, situation))
                        : Stream.concat(Stream.of(none.as(Basis.POSSIBLE)), possible(stated, situation).stream())
                                .toList();
            }
            Truths assumed = truths(situation, true);
            return assumed.open().isEmpty() && !stated.open().isEmpty()
                    ? situation.otherwise(
                            Optional.of(value(assumed.certain(), Basis.ASSUMED, Fixed.NOTHING_ASKED, situation)),
                            possible(stated, situation))
                    : possible(stated, situation);
        }

        @Override
        public Optional<?> assumed(Situation situation) {
            return Optional.of("none");
        }

        @Override
        public List<?> tries(Situation situation) {
            return List.of("none");
        }
    }

    /** Who the exporter is. It is who asks, so what it leaves out of itself is not against it; it is where its country is. */
    static final class OfExporter extends InvolvedShape {
        OfExporter() {
            super(ExporterParty::new);
        }

        @Override
        Party party(Request request) {
            return request.transfer().exporter();
        }

        @Override
        Set<String> ordinarilyIn(Request request) {
            List<Developer> developers = request.model().developers().value().orElse(List.of());
            if (developers.size() == 1) {
                return developers
                        .get(0)
                        .country()
                        .value()
                        .map(Country::code)
                        .map(Set::of)
                        .orElse(Set.of());
            }
            return developers.stream()
                    .flatMap(developer -> developer.country().value().stream())
                    .map(Country::code)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        boolean mayBeAnywhere() {
            return true;
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            Party exporter = party(request);
            Set<String> ordinarily = ordinarilyIn(request);
            return exporter.in(Given.unstated()).equals(Party.unnamed()) && ordinarily.size() < 2
                    ? Optional.of(new WithAssumed(exporter.country(), ordinarily))
                    : Optional.empty();
        }

        @Override
        public List<Value> values(Situation situation) {
            return possible(truths(situation, true), situation);
        }

        @Override
        public List<?> tries(Situation situation) {
            return List.of();
        }
    }
}
