package dev.licet.vocabulary;

import dev.licet.facts.Classification;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.Given;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The entry of a control list that covers the item; assumed to be none that a rule names. */
final class EntryShape extends Shape {
    /** No entry that a rule names: what is assumed, said aloud. */
    private static final String NONE = "none";

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        return unlessStated(request.transfer().classification());
    }

    @Override
    public List<Value> values(Situation situation) {
        Given<String> given = situation.transfer().classification();
        if (given.value().isPresent()) {
            return List.of(value(given.value().get(), Basis.STATED));
        }
        var possible = new ArrayList<Value>();
        situation.asked(Argument.NAME).forEach(entry -> possible.add(value(entry, Basis.POSSIBLE)));
        possible.add(Value.of(new Classification(Fixed.UNNAMED_ENTRY.toString()), Basis.POSSIBLE, Fixed.UNNAMED_ENTRY));
        Value none = Value.of(new Classification(""), Basis.ASSUMED, Fixed.NO_NAMED_ENTRY);
        if (given.isUnstated()) {
            return situation.otherwise(Optional.of(none), possible);
        }
        possible.add(none.as(Basis.POSSIBLE));
        return possible;
    }

    private static Value value(String entry, Basis basis) {
        return Value.of(new Classification(entry.equals(NONE) ? "" : entry), basis, FactValue.name(entry));
    }

    @Override
    public Optional<?> assumed(Situation situation) {
        return Optional.of(NONE);
    }

    @Override
    public List<?> tries(Situation situation) {
        var entries = new TreeSet<>(situation.asked(Argument.NAME));
        entries.add(NONE);
        entries.remove("");
        return List.copyOf(entries);
    }
}
