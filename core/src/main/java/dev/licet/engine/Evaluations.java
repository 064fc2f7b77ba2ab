package dev.licet.engine;

import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcomes of variables that are alike, and until the heap is next collected the evaluations that they were taken from: whoever asks
 * for the reasons of a decision right away gets them without another evaluation, and thousands of decisions keep none.
 */
public final class Evaluations {
    private final PointInTimeLaw law;
    private final Map<Stance, Map<Layer, Outcome>> outcomes;
    private volatile WeakReference<Map<Stance, Evaluation>> kept;

    Evaluations(PointInTimeLaw law, List<Variable> variables) {
        this.law = law;
        Map<Stance, Evaluation> each = evaluate(variables);
        var under = new EnumMap<Stance, Map<Layer, Outcome>>(Stance.class);
        each.forEach((stance, evaluation) -> under.put(stance, Collections.unmodifiableMap(evaluation.layers())));
        this.outcomes = Collections.unmodifiableMap(under);
        this.kept = new WeakReference<>(each);
    }

    /** The outcome of each layer, under each stance. */
    public Map<Stance, Map<Layer, Outcome>> outcomes() {
        return outcomes;
    }

    /** The evaluation under a stance, of these variables or others that are alike. */
    Evaluation under(Stance stance, List<Variable> variables) {
        Map<Stance, Evaluation> each = Optional.ofNullable(kept.get()).orElseGet(() -> {
            Map<Stance, Evaluation> anew = evaluate(variables);
            kept = new WeakReference<>(anew);
            return anew;
        });
        return Optional.ofNullable(each.get(stance)).orElseThrow();
    }

    private Map<Stance, Evaluation> evaluate(List<Variable> variables) {
        var each = new EnumMap<Stance, Evaluation>(Stance.class);
        var written = new Evaluation(law, Stance.AS_WRITTEN, variables);
        for (Stance stance : Stance.values()) {
            each.put(stance, written.sameUnder(stance) ? written : new Evaluation(law, stance, variables));
        }
        return each;
    }
}
