package dev.licet.vocabulary;

import dev.licet.facts.Release;
import dev.licet.request.Ancestor;
import dev.licet.request.Compute;
import dev.licet.request.FactValue;
import dev.licet.request.Inherited;
import dev.licet.request.Model;
import dev.licet.request.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Bounds of the compute that counts for a model: that of its own training and of the weights it was made from, and, where a
 * law counts them, those of the models on whose output it was trained.
 *
 * <p>Where something is not known the true count lies inside the bounds, and an answer that depends on it is a question, never a
 * guess.
 */
public final class CountedCompute {
    private static final Compute ANY = Compute.between(0, Double.POSITIVE_INFINITY);
    private static final Compute NONE = Compute.of(0);

    private CountedCompute() {}

    /** The bounds, or empty if nothing at all is said of the compute. */
    public static Optional<Compute> of(Model model) {
        Optional<Compute> own = model.trainingCompute().value();
        Optional<List<Ancestor>> lineage = model.lineage().value();
        if (own.isEmpty() && lineage.map(List::isEmpty).orElse(true)) {
            return Optional.empty();
        }
        Compute inherited = fromWeights(lineage.orElse(List.of()));
        Compute count = own.map(stated -> Compute.between(
                        Math.max(stated.atLeast(), inherited.atLeast()),
                        Math.max(stated.atMost(), inherited.atLeast())))
                .orElse(inherited);
        if (lineage.isEmpty()) {
            return Optional.of(Compute.between(count.atLeast(), Double.POSITIVE_INFINITY));
        }
        boolean anyUnknown = lineage.get().stream().anyMatch(step -> step.relation() == Relation.UNKNOWN);
        return Optional.of(anyUnknown ? Compute.between(count.atLeast(), Double.POSITIVE_INFINITY) : count);
    }

    /**
     * What the models add on whose output one was trained: the compute that generated the output of each that made up more than
     * a share of the training, and the training of the one or the largest whose weights are not published, if their output together
     * did. A model whose weights are counted already adds nothing.
     *
     * @param share in percent
     */
    public static Compute synthetic(Model model, double share) {
        if (model.lineage().value().isEmpty()) {
            return ANY;
        }
        if (model.lineage().value().get().isEmpty()) {
            return NONE;
        }
        Set<String> counted = new TreeSet<>();
        weights(model, counted);
        Compute added = NONE;
        double sureShares = 0;
        double sureTraining = 0;
        double mostShares = 0;
        double mostTraining = 0;
        for (Ancestor step : taught(model)) {
            boolean own = model.lineage().value().get().contains(step);
            boolean sure =
                    own && step.share().value().filter(part -> part > share).isPresent();
            boolean maybe = sure || !own || step.share().value().isEmpty();
            Compute generated = step.generation().value().orElse(ANY);
            added = added.plus(Compute.between(sure ? generated.atLeast() : 0, maybe ? generated.atMost() : 0));
            Optional<Release> release = step.model().release().value();
            boolean published = release.filter(r -> r == Release.WEIGHTS_PUBLIC).isPresent();
            boolean unpublished = release.filter(r -> r.compareTo(Release.WEIGHTS_GATED_MANUAL) < 0)
                    .isPresent();
            if (!published && !counted.contains(step.model().name())) {
                Compute training = of(step.model()).orElse(ANY);
                mostShares += own ? step.share().value().orElse(100.0) : 100;
                mostTraining = Math.max(mostTraining, training.atMost());
                sureShares += own && unpublished ? step.share().value().orElse(0.0) : 0;
                sureTraining = own && unpublished ? Math.max(sureTraining, training.atLeast()) : sureTraining;
            }
        }
        return added.plus(
                Compute.between(sureShares > share ? sureTraining : 0, mostShares > share ? mostTraining : 0));
    }

    /** The steps by which a model, or the weights it was made from, learned from others. What share they had is known of its own alone. */
    private static List<Ancestor> taught(Model model) {
        var taught = new ArrayList<Ancestor>();
        for (Ancestor step : model.lineage().value().orElse(List.of())) {
            if (step.relation() == Relation.DISTILLATION) {
                taught.add(step);
            } else if (step.relation().carriesWeights()) {
                taught.addAll(taught(step.model()));
            }
        }
        return taught;
    }

    private static void weights(Model model, Set<String> names) {
        for (Ancestor step : model.lineage().value().orElse(List.of())) {
            if (step.relation().carriesWeights()) {
                names.add(step.model().name());
                weights(step.model(), names);
            }
        }
    }

    /**
     * Whether a model was made from published weights alone and added no more than the larger of a number of FLOP and a share
     * of all it counts; empty if that cannot be said.
     *
     * @param compute the number
     * @param share in percent
     */
    public static Optional<Boolean> derivedWithin(Model model, double compute, double share) {
        if (model.lineage().value().isEmpty()) {
            return Optional.empty();
        }
        List<Ancestor> parents = model.lineage().value().get().stream()
                .filter(step -> step.relation().carriesWeights())
                .toList();
        Set<Optional<Release>> releases =
                parents.stream().map(step -> step.model().release().value()).collect(Collectors.toSet());
        boolean published = Optional.of(Release.WEIGHTS_PUBLIC)
                        .equals(releases.stream().findFirst().orElse(Optional.empty()))
                && releases.size() == 1;
        if (parents.isEmpty() || !published && !releases.contains(Optional.<Release>empty())) {
            return Optional.of(false);
        }
        Compute counted = of(model).orElse(ANY);
        Compute added = added(parents, counted);
        double least = Math.max(compute, counted.atLeast() / 100 * share);
        double most = Math.max(compute, counted.atMost() / 100 * share);
        if (added.atLeast() > most) {
            return Optional.of(false);
        }
        return published && added.atMost() <= least ? Optional.of(true) : Optional.empty();
    }

    private static Compute added(List<Ancestor> parents, Compute counted) {
        if (parents.stream().allMatch(step -> step.compute().value().isPresent())) {
            return parents.stream()
                    .map(step -> step.compute().value().orElse(ANY))
                    .reduce(NONE, Compute::plus);
        }
        double before = parents.stream()
                .mapToDouble(step -> of(step.model()).orElse(NONE).atLeast())
                .max()
                .orElse(0);
        return Compute.between(0, Math.max(0, counted.atMost() - before));
    }

    /** The compute of the models that a model was made from or learned from, where it is stated, nearest first. */
    public static List<Inherited> inherited(Model model) {
        var inherited = new ArrayList<Inherited>();
        inherited(model, 1, inherited);
        return inherited.stream()
                .sorted(Comparator.comparing(Inherited::steps).thenComparing(Inherited::model))
                .distinct()
                .toList();
    }

    private static void inherited(Model model, int steps, List<Inherited> found) {
        for (Ancestor step : model.lineage().value().orElse(List.of())) {
            if (step.relation().carriesWeights() || step.relation() == Relation.DISTILLATION) {
                step.model()
                        .trainingCompute()
                        .value()
                        .ifPresent(stated -> found.add(new Inherited(
                                new FactValue.Amount(stated), step.model().name(), step.relation(), steps)));
                inherited(step.model(), steps + 1, found);
            }
        }
    }

    /** Ancestors may share compute that counts once: at least the largest of them, at most all. */
    private static Compute fromWeights(List<Ancestor> lineage) {
        double atLeast = 0;
        double atMost = 0;
        boolean any = false;
        for (Ancestor step : lineage) {
            if (step.relation().carriesWeights()) {
                boolean adds = step.relation() != Relation.QUANTIZATION && step.relation() != Relation.MERGE;
                Compute added = step.compute().value().orElse(adds ? ANY : NONE);
                Compute whole = of(step.model()).orElse(ANY).plus(added);
                atLeast = Math.max(atLeast, whole.atLeast());
                atMost += whole.atMost();
                any = true;
            }
        }
        return any ? Compute.between(atLeast, atMost) : ANY;
    }
}
