package dev.licet.vocabulary;

import dev.licet.facts.Licenses;
import dev.licet.facts.TeacherLicenses;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.Model;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The licenses of weights, with those that come down the lineage of the model. */
class LicenseShape extends Shape {
    /** What models that are not licensed at all are said to be under. */
    private static final String PROPRIETARY = "proprietary";

    LicensesOfLineage licenses(Model model) {
        return LicensesOfLineage.ofWeights(model);
    }

    Object fact(Set<String> lists, boolean unlisted) {
        return new Licenses(lists, unlisted);
    }

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        Model model = request.model();
        boolean noLineage = model.lineage()
                .value()
                .map(List::isEmpty)
                .orElse(model.lineage().isUnstated());
        return noLineage && model.license().value().isEmpty()
                ? Optional.of(new WithAssumed(model.license(), List.of(model.release(), model.lineage())))
                : Optional.empty();
    }

    @Override
    public List<Value> values(Situation situation) {
        LicensesOfLineage all = licenses(situation.model());
        var lists = new TreeSet<String>();
        boolean unlisted = false;
        for (String license : all.known()) {
            Set<String> on = situation.law().listsOf(Subject.LICENSE, license);
            lists.addAll(on);
            unlisted |= on.isEmpty() && !license.equals(PROPRIETARY);
        }
        FactValue known = all.known().isEmpty() ? Fixed.NONE : new FactValue.Names(List.copyOf(all.known()));
        if (all.complete()) {
            return List.of(Value.of(fact(lists, unlisted), Basis.STATED, known).inheriting(all.inherited()));
        }
        var possible = new ArrayList<Value>();
        possible.add(Value.of(fact(lists, true), Basis.POSSIBLE, Fixed.UNLISTED_LICENSE));
        if (!unlisted) {
            possible.add(Value.of(fact(lists, false), Basis.POSSIBLE, Fixed.NO_FURTHER_LICENSE));
        }
        for (String list : situation.asked(Argument.LICENSE_LIST)) {
            if (!lists.contains(list)) {
                possible.add(
                        Value.of(fact(Situation.with(lists, list), unlisted), Basis.POSSIBLE, FactValue.name(list)));
            }
        }
        return possible.stream().map(each -> each.inheriting(all.inherited())).toList();
    }

    @Override
    public List<?> tries(Situation situation) {
        return List.copyOf(situation.law().keys(Subject.LICENSE, situation.asked(Argument.LICENSE_LIST)));
    }

    @Override
    public Stream<String> keys(Request request) {
        return licenses(request.model()).known().stream();
    }

    /** The licenses of the models that a model learned from. */
    static final class OfTeachers extends LicenseShape {
        @Override
        LicensesOfLineage licenses(Model model) {
            return LicensesOfLineage.ofTeachers(model);
        }

        @Override
        Object fact(Set<String> lists, boolean unlisted) {
            return new TeacherLicenses(lists);
        }

        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            return unlessMany(request.model().lineage(), List::isEmpty);
        }

        @Override
        public List<?> tries(Situation situation) {
            return List.of(List.of());
        }
    }
}
