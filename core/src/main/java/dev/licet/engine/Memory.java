package dev.licet.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.licet.answer.Decision;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What has been worked out before, of all days together: decisions, by request; facts, by all of a request that they depend on;
 * outcomes and evaluations, by the shape of all facts. Bounded; what is dropped is worked out again.
 */
public final class Memory {
    private static final int DECISIONS = 4_000;
    private static final int FACTS = 20_000;
    private static final int OUTCOMES = 20_000;
    // With all that it is made of, a evaluation takes a hundred times what its outcomes take.
    private static final int EVALUATIONS = 200;

    private record Input(PointInTimeLaw law, FactType type, boolean assume, List<Object> of) {}

    private record Inputs(PointInTimeLaw law, List<Object> of) {}

    private record Values(FactType type, int base, List<Object> facts) {}

    private record Open(PointInTimeLaw law, FactType type, Variable.Shape shape) {}

    private record Alike(PointInTimeLaw law, List<Variable.Shape> shapes) {
        static Alike of(PointInTimeLaw law, List<Variable> facts) {
            var shapes = new Variable.Shape[facts.size()];
            for (int d = 0; d < shapes.length; d++) {
                shapes[d] = facts.get(d).shape();
            }
            return new Alike(law, Arrays.asList(shapes));
        }
    }

    private record Judged(Stance stance, Alike alike) {}

    private record Way(Stance stance, boolean assume) {}

    private final Map<Way, Cache<Request, Decision>> decisions = new ConcurrentHashMap<>();
    private final Cache<Input, Variable> facts = bounded(FACTS);
    private final Cache<Inputs, List<Variable>> together = bounded(FACTS);
    private final Cache<Alike, Map<Stance, Map<Layer, Outcome>>> outcomes = bounded(OUTCOMES);
    private final Cache<Judged, Evaluation> evaluations = bounded(EVALUATIONS);
    private final Cache<Values, Variable.Shape> shapeOf = bounded(FACTS);
    private final Cache<Open, BitSet> ways = bounded(FACTS);
    private final Interner<Variable.Shape> shapes = Interner.newWeakInterner();

    private static <K, V> Cache<K, V> bounded(int most) {
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /** The decisions under a stance, with assumptions or without. */
    public Cache<Request, Decision> decisions(Stance stance, boolean assume) {
        return decisions.computeIfAbsent(new Way(stance, assume), none -> bounded(DECISIONS));
    }

    Variable fact(PointInTimeLaw law, FactType type, boolean assume, List<Object> input, Supplier<Variable> make) {
        return facts.get(new Input(law, type, assume, input), none -> make.get());
    }

    List<Variable> facts(PointInTimeLaw law, List<Object> inputs, Supplier<List<Variable>> make) {
        return together.get(new Inputs(law, inputs), none -> make.get());
    }

    /** The shape of values of a fact; the one that stands for all that are equal to it. */
    Variable.Shape shape(FactType type, int base, List<Object> facts, Supplier<Variable.Shape> make) {
        return shapeOf.get(new Values(type, base, facts), none -> shapes.intern(make.get()));
    }

    BitSet ways(PointInTimeLaw law, FactType type, Variable.Shape shape, Supplier<BitSet> make) {
        return ways.get(new Open(law, type, shape), none -> make.get());
    }

    Map<Stance, Map<Layer, Outcome>> outcomes(
            PointInTimeLaw law, List<Variable> facts, Supplier<Map<Stance, Map<Layer, Outcome>>> make) {
        return outcomes.get(Alike.of(law, facts), none -> make.get());
    }

    Evaluation evaluation(PointInTimeLaw law, Stance stance, List<Variable> facts, Supplier<Evaluation> make) {
        return evaluations.get(new Judged(stance, Alike.of(law, facts)), none -> make.get());
    }
}
