package dev.licet;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The licenses that come down a lineage: with weights made from other weights come their licenses, with an architecture alone
 * comes none; and the licenses of the models on whose output one was trained are kept apart.
 */
record LicensesOfLineage(Set<String> known, boolean complete) {

    LicensesOfLineage {
        known = Collections.unmodifiableSet(new TreeSet<>(known));
    }

    static LicensesOfLineage ofWeights(Model model) {
        var known = new TreeSet<String>();
        boolean complete = own(model, known);
        Optional<List<Ancestor>> lineage = model.lineage().value();
        complete &= lineage.isPresent() || model.lineage().isUnstated();
        for (Ancestor step : lineage.orElse(List.of())) {
            if (step.relation().carriesWeights()) {
                LicensesOfLineage above = ofWeights(step.model());
                known.addAll(above.known());
                complete &= above.complete();
            }
            complete &= step.relation() != Relation.UNKNOWN;
        }
        return new LicensesOfLineage(known, complete);
    }

    static LicensesOfLineage ofTeachers(Model model) {
        var known = new TreeSet<String>();
        Optional<List<Ancestor>> lineage = model.lineage().value();
        boolean complete = lineage.isPresent() || model.lineage().isUnstated();
        for (Ancestor step : lineage.orElse(List.of())) {
            if (step.relation() == Relation.DISTILLATION) {
                LicensesOfLineage teacher = ofWeights(step.model());
                known.addAll(teacher.known());
                complete &= teacher.complete();
            } else if (step.relation().carriesWeights()) {
                LicensesOfLineage above = ofTeachers(step.model());
                known.addAll(above.known());
                complete &= above.complete();
            }
            complete &= step.relation() != Relation.UNKNOWN;
        }
        return new LicensesOfLineage(known, complete);
    }

    /** A model whose weights stay with the provider has no license of weights; any other must state it. */
    private static boolean own(Model model, Set<String> known) {
        model.license().value().ifPresent(known::add);
        boolean kept = model.release()
                .value()
                .filter(release -> release.compareTo(Release.WEIGHTS_NEGOTIATED) < 0)
                .isPresent();
        return model.license().value().isPresent() || model.license().isUnstated() && kept;
    }
}
