package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.facts.Release;
import dev.licet.request.Ancestor;
import dev.licet.request.Compute;
import dev.licet.request.FactValue;
import dev.licet.request.Given;
import dev.licet.request.Inherited;
import dev.licet.request.Model;
import dev.licet.request.Relation;
import dev.licet.vocabulary.AncestryOfWeights;
import dev.licet.vocabulary.Atom;
import dev.licet.vocabulary.CountedCompute;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.LicensesOfLineage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes down a lineage: compute, each counted once, and licenses. */
class LineageTest {

    private static final double TEN_PERCENT = 10;

    private static Model model(String name, double compute, Release release) {
        return Model.named(name)
                .trainingCompute(compute)
                .release(release)
                .lineage(List.of())
                .build();
    }

    private static Ancestor step(Relation relation, Model model) {
        return Ancestor.of(relation, model);
    }

    private static Ancestor taught(Model teacher, double share, double generation) {
        return new Ancestor(
                Relation.DISTILLATION, Given.unstated(), Given.of(share), Given.of(Compute.of(generation)), teacher);
    }

    private static Model student(double compute, Ancestor... lineage) {
        return Model.named("student")
                .trainingCompute(compute)
                .closed()
                .lineage(List.of(lineage))
                .build();
    }

    @Test
    void a_closed_teacher_of_more_than_the_share_adds_its_training_and_the_making_of_its_output() {
        Model teacher = model("teacher", 3e25, Release.HOSTED);
        assertThat(CountedCompute.synthetic(student(8e25, taught(teacher, 30, 1e24)), TEN_PERCENT))
                .isEqualTo(Compute.of(1e24 + 3e25));
    }

    @Test
    void a_published_teacher_adds_the_making_of_its_output_alone() {
        Model teacher = model("teacher", 3e25, Release.WEIGHTS_PUBLIC);
        assertThat(CountedCompute.synthetic(student(8e25, taught(teacher, 30, 1e24)), TEN_PERCENT))
                .isEqualTo(Compute.of(1e24));
    }

    @Test
    void a_teacher_of_just_the_share_adds_nothing() {
        Model teacher = model("teacher", 3e25, Release.HOSTED);
        assertThat(CountedCompute.synthetic(student(8e25, taught(teacher, 10, 1e24)), TEN_PERCENT))
                .isEqualTo(Compute.of(0));
    }

    @Test
    void of_several_closed_teachers_only_the_largest_adds_its_training() {
        Model large = model("large", 5e25, Release.HOSTED);
        Model small = model("small", 3e25, Release.INTERNAL);
        assertThat(CountedCompute.synthetic(student(8e25, taught(large, 6, 1e24), taught(small, 6, 1e24)), TEN_PERCENT))
                .isEqualTo(Compute.of(5e25));
    }

    @Test
    void a_teacher_whose_weights_the_student_was_made_from_is_not_counted_twice() {
        Model base = model("base", 3e25, Release.HOSTED);
        Model student = student(4e25, step(Relation.FINE_TUNE, base), taught(base, 30, 1e24));
        assertThat(CountedCompute.synthetic(student, TEN_PERCENT)).isEqualTo(Compute.of(1e24));
    }

    @Test
    void a_share_that_is_not_known_leaves_open_what_the_teacher_adds() {
        Model teacher = model("teacher", 3e25, Release.HOSTED);
        Model student = student(8e25, step(Relation.DISTILLATION, teacher));
        assertThat(CountedCompute.synthetic(student, TEN_PERCENT))
                .isEqualTo(Compute.between(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void a_gated_teacher_may_or_may_not_add_its_training() {
        Model teacher = model("teacher", 3e25, Release.WEIGHTS_GATED_AUTO);
        assertThat(CountedCompute.synthetic(student(8e25, taught(teacher, 30, 1e24)), TEN_PERCENT))
                .isEqualTo(Compute.between(1e24, 1e24 + 3e25));
    }

    private static Optional<Boolean> within(double total, double added, Release base) {
        Ancestor step = new Ancestor(
                Relation.FINE_TUNE,
                Given.of(Compute.of(added)),
                Given.unstated(),
                Given.unstated(),
                model("base", total - added, base));
        return CountedCompute.derivedWithin(student(total, step), 2.5e25, 25);
    }

    @Test
    void a_derived_model_keeps_within_the_larger_of_the_number_and_the_share() {
        assertThat(within(1.2e26, 1e25, Release.WEIGHTS_PUBLIC)).contains(true);
        assertThat(within(1.2e26, 3e25, Release.WEIGHTS_PUBLIC)).contains(true);
        assertThat(within(1.2e26, 3.1e25, Release.WEIGHTS_PUBLIC)).contains(false);
    }

    @Test
    void a_model_derived_from_closed_weights_is_never_within() {
        assertThat(within(1.2e26, 1e25, Release.HOSTED)).contains(false);
    }

    @Test
    void a_model_with_a_lineage_that_is_not_known_may_be_within() {
        Model model = Model.named("m")
                .trainingCompute(1.2e26)
                .lineage(Given.unknown())
                .build();
        assertThat(CountedCompute.derivedWithin(model, 2.5e25, 25)).isEmpty();
    }

    @Test
    void a_model_of_no_lineage_is_not_derived() {
        assertThat(CountedCompute.derivedWithin(
                        Model.named("m").trainingCompute(1).lineage(List.of()).build(), 2.5e25, 25))
                .contains(false);
    }

    private static Model licensed(String name, String license, Ancestor... lineage) {
        return Model.named(name)
                .open()
                .license(license)
                .lineage(List.of(lineage))
                .build();
    }

    @Test
    void licenses_come_down_with_weights_from_parents_and_grandparents() {
        Model llama = licensed("llama", "llama3.1");
        Model tuned = licensed("tuned", "apache-2.0", step(Relation.FINE_TUNE, llama));
        Model small = licensed("small", "mit", step(Relation.QUANTIZATION, tuned));
        assertThat(LicensesOfLineage.ofWeights(small))
                .isEqualTo(new LicensesOfLineage(
                        Set.of("llama3.1", "apache-2.0", "mit"),
                        List.of(
                                new Inherited(FactValue.name("apache-2.0"), "tuned", Relation.QUANTIZATION, 1),
                                new Inherited(FactValue.name("llama3.1"), "llama", Relation.FINE_TUNE, 2)),
                        true));
    }

    @Test
    void an_architecture_carries_no_license() {
        Model yi = licensed("yi", "yi-2.1", step(Relation.ARCHITECTURE_ONLY, licensed("llama", "llama2")));
        assertThat(LicensesOfLineage.ofWeights(yi).known()).containsExactly("yi-2.1");
        assertThat(LicensesOfLineage.ofTeachers(yi).known()).isEmpty();
    }

    @Test
    void the_licenses_of_teachers_are_kept_apart_and_come_down_with_weights() {
        Model r1 = licensed("r1", "deepseek", step(Relation.DISTILLATION, licensed("teacher", "llama3")));
        Model small = licensed("small", "mit", step(Relation.FINE_TUNE, r1));
        assertThat(LicensesOfLineage.ofWeights(small).known()).containsExactly("deepseek", "mit");
        assertThat(LicensesOfLineage.ofTeachers(small).known()).containsExactly("llama3");
    }

    @Test
    void open_weights_without_a_license_or_with_an_unknown_relation_are_not_complete() {
        assertThat(LicensesOfLineage.ofWeights(Model.named("m").open().build()).complete())
                .isFalse();
        assertThat(LicensesOfLineage.ofWeights(
                                Model.named("m").closed().lineage(List.of()).build())
                        .complete())
                .isTrue();
        Model odd = licensed("odd", "mit", step(Relation.UNKNOWN, licensed("other", "mit")));
        assertThat(LicensesOfLineage.ofWeights(odd).complete()).isFalse();
    }

    private static Optional<Boolean> unpublishedFrom(String country, Model model) {
        FactType.Member member = FactType.ANCESTRY.member("unpublishedFrom").orElseThrow();
        return AncestryOfWeights.of(model).holds(new Atom(FactType.ANCESTRY, member, List.of(country), 1));
    }

    private static Optional<Boolean> derived(Model model) {
        FactType.Member member = FactType.ANCESTRY.member("derived").orElseThrow();
        return AncestryOfWeights.of(model).holds(new Atom(FactType.ANCESTRY, member, List.of(), 1));
    }

    private static Model made(String country, Release release, Ancestor... lineage) {
        return Model.named("of " + country)
                .developer("dev", country)
                .release(release)
                .lineage(List.of(lineage))
                .build();
    }

    @Test
    void the_origin_of_unpublished_weights_comes_down_by_weights_alone() {
        Model closed = made("US", Release.HOSTED);
        Model open = made("US", Release.WEIGHTS_PUBLIC);
        Model tuned = made("FR", Release.WEIGHTS_PUBLIC, step(Relation.FINE_TUNE, closed));
        Model again = made("DE", Release.INTERNAL, step(Relation.QUANTIZATION, tuned));
        assertThat(unpublishedFrom("US", again)).contains(true);
        assertThat(unpublishedFrom("FR", again)).contains(false);
        assertThat(AncestryOfWeights.of(again).origins())
                .containsExactly(new Inherited(FactValue.name("US"), "of US", Relation.FINE_TUNE, 2));
        for (Model other : List.of(
                closed,
                made("FR", Release.HOSTED, step(Relation.FINE_TUNE, open)),
                made("FR", Release.HOSTED, step(Relation.DISTILLATION, closed)),
                made("FR", Release.HOSTED, step(Relation.ARCHITECTURE_ONLY, closed)))) {
            assertThat(unpublishedFrom("US", other)).contains(false);
        }
    }

    @Test
    void what_is_not_known_of_an_ancestor_leaves_it_open() {
        Model unsaid = Model.named("m").lineage(List.of()).build();
        Model dark = Model.named("m").lineage(Given.unknown()).build();
        assertThat(unpublishedFrom("US", made("FR", Release.HOSTED, step(Relation.MERGE, unsaid))))
                .isEmpty();
        assertThat(derived(made("FR", Release.HOSTED, step(Relation.MERGE, unsaid))))
                .contains(true);
        assertThat(unpublishedFrom("US", dark)).isEmpty();
        assertThat(derived(dark)).isEmpty();
        assertThat(derived(made("FR", Release.HOSTED, step(Relation.UNKNOWN, unsaid))))
                .isEmpty();
        assertThat(derived(unsaid)).contains(false);
        assertThat(unpublishedFrom("CN", made("FR", Release.HOSTED, step(Relation.MERGE, made("US", Release.HOSTED)))))
                .contains(false);
    }
}
