package dev.licet.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.licet.answer.Decision;
import dev.licet.law.Authority;
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
 * outcomes and judgments, by the shape of all facts. Bounded; what is dropped is worked out again.
 */
public final class Memory {
    private static final int DECISIONS = 4_000;
    private static final int FACTS = 20_000;
    private static final int OUTCOMES = 20_000;
    // With all that it is made of, a judgment takes a hundred times what its outcomes take.
    private static final int JUDGMENTS = 200;

    private record Input(LawOfDay law, FactType type, boolean presume, List<Object> of) {}

    private record Inputs(LawOfDay law, List<Object> of) {}

    private record Values(FactType type, int base, List<Object> facts) {}

    private record Open(LawOfDay law, FactType type, Dimension.Shape shape) {}

    private record Alike(LawOfDay law, List<Dimension.Shape> shapes) {
        static Alike of(LawOfDay law, List<Dimension> facts) {
            var shapes = new Dimension.Shape[facts.size()];
            for (int d = 0; d < shapes.length; d++) {
                shapes[d] = facts.get(d).shape();
            }
            return new Alike(law, Arrays.asList(shapes));
        }
    }

    private record Judged(Stance stance, Alike alike) {}

    private record Way(Stance stance, boolean presume) {}

    private final Map<Way, Cache<Request, Decision>> decisions = new ConcurrentHashMap<>();
    private final Cache<Input, Dimension> facts = bounded(FACTS);
    private final Cache<Inputs, List<Dimension>> together = bounded(FACTS);
    private final Cache<Alike, Map<Stance, Map<Authority, Outcome>>> outcomes = bounded(OUTCOMES);
    private final Cache<Judged, Judgment> judgments = bounded(JUDGMENTS);
    private final Cache<Values, Dimension.Shape> shapeOf = bounded(FACTS);
    private final Cache<Open, BitSet> ways = bounded(FACTS);
    private final Interner<Dimension.Shape> shapes = Interner.newWeakInterner();

    private static <K, V> Cache<K, V> bounded(int most) {
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /** The decisions under a stance, with presumptions or without. */
    public Cache<Request, Decision> decisions(Stance stance, boolean presume) {
        return decisions.computeIfAbsent(new Way(stance, presume), none -> bounded(DECISIONS));
    }

    Dimension fact(LawOfDay law, FactType type, boolean presume, List<Object> input, Supplier<Dimension> make) {
        return facts.get(new Input(law, type, presume, input), none -> make.get());
    }

    List<Dimension> facts(LawOfDay law, List<Object> inputs, Supplier<List<Dimension>> make) {
        return together.get(new Inputs(law, inputs), none -> make.get());
    }

    /** The shape of values of a fact; the one that stands for all that are equal to it. */
    Dimension.Shape shape(FactType type, int base, List<Object> facts, Supplier<Dimension.Shape> make) {
        return shapeOf.get(new Values(type, base, facts), none -> shapes.intern(make.get()));
    }

    BitSet ways(LawOfDay law, FactType type, Dimension.Shape shape, Supplier<BitSet> make) {
        return ways.get(new Open(law, type, shape), none -> make.get());
    }

    Map<Stance, Map<Authority, Outcome>> outcomes(
            LawOfDay law, List<Dimension> facts, Supplier<Map<Stance, Map<Authority, Outcome>>> make) {
        return outcomes.get(Alike.of(law, facts), none -> make.get());
    }

    Judgment judgment(LawOfDay law, Stance stance, List<Dimension> facts, Supplier<Judgment> make) {
        return judgments.get(new Judged(stance, Alike.of(law, facts)), none -> make.get());
    }
}
