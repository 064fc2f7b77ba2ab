package dev.licet.vocabulary;

import dev.licet.facts.Provider;
import dev.licet.facts.Release;
import dev.licet.request.Basis;
import dev.licet.request.Developer;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.FactValue.Names;
import dev.licet.request.Given;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lists of parties that somebody is on: its name can put it on them for certain; only a screening clears the others. */
class PartyShape extends Shape {
    private final Function<Request, Party> party;
    private final Function<Set<String>, ?> fact;

    PartyShape(Function<Request, Party> party, Function<Set<String>, ?> fact) {
        this.party = party;
        this.fact = fact;
    }

    List<String> names(Request request) {
        return party.apply(request).name().value().stream().toList();
    }

    Party party(Request request) {
        return party.apply(request);
    }

    Set<String> listsByName(Request request, RulesOfDay law) {
        var lists = new TreeSet<String>();
        names(request).forEach(name -> lists.addAll(law.listsOf(Subject.PARTY, name)));
        return lists;
    }

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        return listsByName(request, law).isEmpty() && party(request).screening().isUnstated()
                ? unlessMany(party(request).lists(), Set::isEmpty)
                : Optional.empty();
    }

    @Override
    public List<Value> values(Situation situation) {
        Party party = party(situation.request());
        var listing = Listing.of(names(situation.request()), party.lists(), party.screening(), situation.law());
        Set<String> known = listing.known();
        Set<String> open = new TreeSet<>(situation.asked(Argument.PARTY_LIST));
        open.removeIf(list -> listing.on(list, false).isPresent());
        FactValue value = known.isEmpty() ? Fixed.NOT_LISTED : new Names(List.copyOf(known));
        if (open.isEmpty()) {
            return List.of(Value.of(fact.apply(known), Basis.STATED, value));
        }
        List<Value> possible = further(known, open, situation.law());
        for (Set<String> lists : Situation.together(known, open)) {
            possible.add(value(lists, lists, situation.law()));
        }
        if (listing.mayBeAssumed()) {
            return situation.otherwise(Optional.of(Value.of(fact.apply(known), Basis.ASSUMED, value)), possible);
        }
        possible.add(Value.of(fact.apply(known), Basis.POSSIBLE, value));
        return possible;
    }

    /** Some lists that it could be on, with those that they lie within. */
    private Value value(Set<String> lists, Set<String> shown, RulesOfDay law) {
        return Value.ofNames(fact.apply(law.implied(lists)), shown);
    }

    /** Each list more that it could be on. */
    List<Value> further(Set<String> known, Set<String> open, RulesOfDay law) {
        var possible = new ArrayList<Value>();
        for (String list : open) {
            possible.add(value(Situation.with(known, list), Set.of(list), law));
        }
        return possible;
    }

    @Override
    public Optional<?> assumed(Situation situation) {
        return Optional.of(List.of());
    }

    @Override
    public List<?> tries(Situation situation) {
        return List.of(List.of());
    }

    @Override
    public Stream<String> keys(Request request) {
        return names(request).stream();
    }

    /**
     * Who provides the model: the exporter by its name, and the developers, unless somebody else offers weights that the public
     * has. Their names alone put them on lists.
     */
    static final class OfProvider extends PartyShape {
        OfProvider() {
            super(request -> request.transfer().exporter(), Provider::new);
        }

        @Override
        List<String> names(Request request) {
            List<String> exporter = super.names(request);
            Stream<String> developers = request.model().developers().value().orElse(List.of()).stream()
                    .map(Developer::name);
            if (exporter.isEmpty()) {
                return developers.toList();
            }
            boolean anybodys = request.model()
                    .release()
                    .value()
                    .filter(Release.WEIGHTS_PUBLIC::equals)
                    .isPresent();
            return anybodys
                    ? exporter
                    : Stream.concat(exporter.stream(), developers.filter(name -> !name.equals(Developer.UNNAMED)))
                            .distinct()
                            .toList();
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            return Optional.empty();
        }

        @Override
        public List<Value> values(Situation situation) {
            List<String> names = names(situation.request());
            Set<String> lists = listsByName(situation.request(), situation.law());
            lists.addAll(party(situation.request()).lists().value().orElse(Set.of()));
            Given<String> exporter = party(situation.request()).name();
            if (exporter.value().isEmpty() && !exporter.isUnstated()) {
                List<Value> possible = new ArrayList<>(further(lists, open(situation, lists), situation.law()));
                possible.add(Value.of(new Provider(lists), Basis.POSSIBLE, Fixed.NOT_LISTED));
                return possible;
            }
            if (!names.isEmpty() && !names.contains(Developer.UNNAMED)) {
                return List.of(
                        Value.of(new Provider(lists, offering(situation, lists)), Basis.STATED, new Names(names)));
            }
            return situation.otherwise(
                    Optional.of(Value.of(new Provider(lists), Basis.ASSUMED, Fixed.NOT_LISTED)),
                    further(lists, open(situation, lists), situation.law()));
        }

        private static Set<String> open(Situation situation, Set<String> known) {
            var open = new TreeSet<>(situation.asked(Argument.PARTY_LIST));
            open.removeAll(known);
            return open;
        }

        private Set<String> offering(Situation situation, Set<String> lists) {
            List<String> exporter = super.names(situation.request());
            if (exporter.isEmpty()) {
                return lists;
            }
            var offering =
                    new TreeSet<>(party(situation.request()).lists().value().orElse(Set.of()));
            exporter.forEach(name -> offering.addAll(situation.law().listsOf(Subject.PARTY, name)));
            return offering;
        }

        @Override
        public Optional<?> assumed(Situation situation) {
            return Optional.empty();
        }

        @Override
        public List<?> tries(Situation situation) {
            return List.copyOf(situation.law().keys(Subject.PARTY, situation.asked(Argument.PARTY_LIST)));
        }
    }
}
