package dev.licet.vocabulary;

import dev.licet.facts.Release;
import dev.licet.request.Ancestor;
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

/**
 * The licenses that come down a lineage: with weights made from other weights come their licenses, with an architecture alone
 * comes none; and the licenses of the models on whose output one was trained are kept apart.
 *
 * @param inherited the licenses that are an ancestor's and not the model's own, the nearest ancestor of each
 */
public record LicensesOfLineage(Set<String> known, List<Inherited> inherited, boolean complete) {

    public static LicensesOfLineage ofWeights(Model model) {
        var found = new Found();
        found.weights(model, Relation.UNKNOWN, 0);
        return found.licenses();
    }

    public static LicensesOfLineage ofTeachers(Model model) {
        var found = new Found();
        found.teachers(model, 0);
        return found.licenses();
    }

    /** What a walk up the lineage has found so far. */
    private static final class Found {
        private final Set<String> own = new TreeSet<>();
        private final List<Inherited> inherited = new ArrayList<>();
        private boolean complete = true;

        void weights(Model model, Relation by, int steps) {
            model.license().value().ifPresent(license -> found(license, model, by, steps));
            boolean unlicensed = model.license().isUnstated() && kept(model);
            complete &= model.license().value().isPresent() || unlicensed;
            for (Ancestor step : lineage(model)) {
                if (step.relation().carriesWeights()) {
                    weights(step.model(), step.relation(), steps + 1);
                }
            }
        }

        void teachers(Model model, int steps) {
            for (Ancestor step : lineage(model)) {
                if (step.relation() == Relation.DISTILLATION) {
                    weights(step.model(), step.relation(), steps + 1);
                } else if (step.relation().carriesWeights()) {
                    teachers(step.model(), steps + 1);
                }
            }
        }

        private List<Ancestor> lineage(Model model) {
            Optional<List<Ancestor>> lineage = model.lineage().value();
            complete &= lineage.isPresent();
            List<Ancestor> steps = lineage.orElse(List.of());
            complete &= steps.stream().noneMatch(step -> step.relation() == Relation.UNKNOWN);
            return steps;
        }

        private void found(String license, Model model, Relation by, int steps) {
            if (steps == 0) {
                own.add(license);
            } else {
                inherited.add(new Inherited(FactValue.name(license), model.name(), by, steps));
            }
        }

        LicensesOfLineage licenses() {
            var known = new TreeSet<>(own);
            var nearest = new ArrayList<Inherited>();
            inherited.stream()
                    .sorted(Comparator.comparing(Inherited::steps)
                            .thenComparing(each -> each.what().toString())
                            .thenComparing(Inherited::model))
                    .filter(each -> known.add(each.what().toString()))
                    .forEach(nearest::add);
            return new LicensesOfLineage(known, nearest, complete);
        }
    }

    /** A model whose weights stay with the provider has no license of weights; any other must state it. */
    private static boolean kept(Model model) {
        return model.release()
                .value()
                .filter(release -> release.compareTo(Release.WEIGHTS_NEGOTIATED) < 0)
                .isPresent();
    }
}
