package dev.licet.benchmarks;

import dev.licet.request.Request;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is asked where something grows: always of new facts, drawn before the clock starts. */
@State(Scope.Thread)
public class Growing {

    /** Whether facts of one shape were met before: that is which conditions they meet, whatever the names. */
    public enum Shape {
        /** A hundred cases, with new names and compute each time. */
        SEEN,
        /** Drawn from so many that hardly one comes again. */
        NEW
    }

    private static final int CASES = 100;

    /** Which shapes. */
    @Param
    public Shape shape;

    /** How many facts are said to be unknown. */
    @Param({"0"})
    public int unknown;

    Request next = Requests.of(Asked.seen().get(0));

    private final Cases cases = Cases.ofThread();
    private final List<Case> few = Asked.seen().subList(0, CASES);
    private int at;

    /** Draws. */
    @Setup(Level.Invocation)
    public void draw() {
        at = (at + 1) % CASES;
        next = shape == Shape.SEEN
                ? Requests.withUnknown(cases.again(few.get(at)), unknown)
                : Requests.withUnknown(cases.anything(), cases.anyCircumstances(lists()), unknown);
    }

    /** The lists of parties that a recipient may be on. */
    List<String> lists() {
        return List.of();
    }
}
