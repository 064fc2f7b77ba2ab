package dev.licet;

import java.util.List;
import java.util.Optional;

/**
 * Bounds of the operations that count for a model: those of its own training and of the weights it was made from, and at most
 * those of the models whose output it learned from.
 *
 * <p>A rule of law may count less of a teacher; then the true count lies inside the bounds, and an answer that depends on it is a
 * question, never a guess.
 */
final class CountedOperations {
    private static final Operations ANY = Operations.between(0, Double.POSITIVE_INFINITY);
    private static final Operations NONE = Operations.of(0);

    private CountedOperations() {}

    /** The bounds, or empty if nothing at all is said of the operations. */
    static Optional<Operations> of(Model model) {
        Optional<Operations> own = model.trainingOperations().value();
        Optional<List<Ancestor>> lineage = model.lineage().value();
        if (own.isEmpty() && lineage.map(List::isEmpty).orElse(true)) {
            return Optional.empty();
        }
        Operations inherited = fromWeights(lineage.orElse(List.of()));
        Operations count = own.map(stated -> Operations.between(
                        Math.max(stated.atLeast(), inherited.atLeast()),
                        Math.max(stated.atMost(), inherited.atLeast())))
                .orElse(inherited);
        if (lineage.isEmpty()) {
            return Optional.of(
                    model.lineage().isUnstated()
                            ? count
                            : Operations.between(count.atLeast(), Double.POSITIVE_INFINITY));
        }
        for (Ancestor step : lineage.get()) {
            count = switch (step.relation()) {
                case DISTILLATION -> widen(count, teacher(step));
                case UNKNOWN -> widen(count, ANY);
                case FINE_TUNE, CONTINUED_PRETRAINING, MERGE, QUANTIZATION, ADAPTER, ARCHITECTURE_ONLY -> count;
            };
        }
        return Optional.of(count);
    }

    /** Ancestors may share operations that count once: at least the largest of them, at most all. */
    private static Operations fromWeights(List<Ancestor> lineage) {
        double atLeast = 0;
        double atMost = 0;
        boolean any = false;
        for (Ancestor step : lineage) {
            if (step.relation().carriesWeights()) {
                boolean adds = step.relation() != Relation.QUANTIZATION && step.relation() != Relation.MERGE;
                Operations added = step.operations().value().orElse(adds ? ANY : NONE);
                Operations whole = of(step.model()).orElse(ANY).plus(added);
                atLeast = Math.max(atLeast, whole.atLeast());
                atMost += whole.atMost();
                any = true;
            }
        }
        return any ? Operations.between(atLeast, atMost) : ANY;
    }

    private static Operations teacher(Ancestor step) {
        return of(step.model()).orElse(ANY).plus(step.operations().value().orElse(NONE));
    }

    private static Operations widen(Operations count, Operations more) {
        return Operations.between(count.atLeast(), count.atMost() + more.atMost());
    }
}
