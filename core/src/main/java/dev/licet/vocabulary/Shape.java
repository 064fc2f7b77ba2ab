package dev.licet.vocabulary;

import dev.licet.request.Given;
import dev.licet.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How requests state a fact, what is assumed if they do not, and which values it then has or could have. */
public abstract class Shape {

    /** What is stated of a fact and of the one that is assumed in its place. */
    record WithAssumed(Given<?> given, Object assumed) {}

    /**
     * All that the values depend on, where that is one of few things, so that a table can hold them. Empty where names, numbers,
     * sets or a lineage are stated, of which there is no end.
     */
    public abstract Optional<Object> key(Request request, RulesOfDay law);

    /** The value that it has, or, if it is not stated, the assumed one and all that it could have. */
    public abstract List<Value> values(Situation situation);

    /** What is assumed, as a document states it; empty if nothing is. */
    public Optional<?> assumed(Situation situation) {
        return Optional.empty();
    }

    /** The field in which what is assumed is stated, if it is not the fact's own. */
    public String assumedIn(String own) {
        return own;
    }

    /** What may be written into its field to see what it would lead to, as a document states it. */
    public abstract List<?> tries(Situation situation);

    /** The keys by which rows of lists name what is stated, or assumed from what is stated. */
    public Stream<String> keys(Request request) {
        return Stream.of();
    }

    /** All facts of it, where it is one of a few constants. */
    public List<Object> constants() {
        return List.of();
    }

    static Optional<Object> unlessStated(Given<?> given) {
        return given.value().isPresent() ? Optional.empty() : Optional.of(given);
    }

    static <T> Optional<Object> unlessMany(Given<T> given, Predicate<T> few) {
        return given.value().map(few::test).orElse(true) ? Optional.of(given) : Optional.empty();
    }
}
