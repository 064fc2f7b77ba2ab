package dev.licet.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.request.Ancestor;
import dev.licet.request.Compute;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Relation;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Counted by hand. */
class CountedComputeTest {

    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final Model BASE = Model.named("base").trainingCompute(6e25).build();
    private static final Model OTHER =
            Model.named("other").trainingCompute(5e25).build();
    private static final Model UNSAID = Model.named("unsaid").build();

    @Test
    void nothingSaidIsNothingCounted() {
        assertThat(CountedCompute.of(UNSAID)).isEmpty();
        assertThat(CountedCompute.of(Model.named("m").lineage(List.of()).build()))
                .isEmpty();
        assertThat(CountedCompute.of(
                        Model.named("m").trainingCompute(Given.unknown()).build()))
                .isEmpty();
    }

    @Test
    void theModelsOwnCountStandsAlone() {
        assertCount(Model.named("m").trainingCompute(3e25), 3e25, 3e25);
        assertCount(Model.named("m").trainingCompute(1e25, 3e25), 1e25, 3e25);
        assertCount(Model.named("m").trainingCompute(1e25, 3e25).lineage(List.of()), 1e25, 3e25);
    }

    @Test
    void aFineTuneHasAtLeastTheCountOfItsBase() {
        assertCount(Model.named("m").madeFrom(Relation.FINE_TUNE, BASE), 6e25, ANY);
        assertCount(Model.named("m").lineage(List.of(step(Relation.FINE_TUNE, 1e24, BASE))), 6.1e25, 6.1e25);
        assertCount(Model.named("m").madeFrom(Relation.CONTINUED_PRETRAINING, BASE), 6e25, ANY);
        assertCount(Model.named("m").madeFrom(Relation.ADAPTER, BASE), 6e25, ANY);
    }

    @Test
    void aCountStatedForTheWholeIsRaisedToThatOfTheWeightsItWasMadeFrom() {
        assertCount(Model.named("m").trainingCompute(1e24).madeFrom(Relation.FINE_TUNE, BASE), 6e25, 6e25);
        assertCount(Model.named("m").trainingCompute(8e25).madeFrom(Relation.FINE_TUNE, BASE), 8e25, 8e25);
        assertCount(Model.named("m").trainingCompute(1e25, 7e25).madeFrom(Relation.FINE_TUNE, BASE), 6e25, 7e25);
    }

    @Test
    void aQuantizationAddsNothing() {
        assertCount(Model.named("m").madeFrom(Relation.QUANTIZATION, BASE), 6e25, 6e25);
    }

    @Test
    void basesThatAreMergedMayShareOperations() {
        Model.Builder merged = Model.named("m").madeFrom(Relation.MERGE, BASE).madeFrom(Relation.MERGE, OTHER);
        assertCount(merged, 6e25, 1.1e26);
        Model left = Model.named("left")
                .lineage(List.of(step(Relation.FINE_TUNE, 1e24, BASE)))
                .build();
        Model right = Model.named("right")
                .lineage(List.of(step(Relation.FINE_TUNE, 2e24, BASE)))
                .build();
        assertCount(Model.named("m").madeFrom(Relation.MERGE, left).madeFrom(Relation.MERGE, right), 6.2e25, 1.23e26);
    }

    @Test
    void aTeacherDoesNotCountWithTheWeights() {
        assertCount(Model.named("m").trainingCompute(1e25).madeFrom(Relation.DISTILLATION, BASE), 1e25, 1e25);
        assertCount(Model.named("m").madeFrom(Relation.DISTILLATION, BASE), 0, ANY);
    }

    @Test
    void aTeacherOfWhoseOutputMuchWasUsedAddsItsTrainingAndTheGeneration() {
        Model closed = Model.named("closed").closed().trainingCompute(6e25).build();
        Model open = Model.named("open").open().trainingCompute(6e25).build();
        assertAdded(taught(closed, Given.of(50.0), Given.of(Compute.of(1e24))), 6.1e25, 6.1e25);
        assertAdded(taught(closed, Given.of(10.0), Given.of(Compute.of(1e24))), 0, 0);
        assertAdded(taught(open, Given.of(50.0), Given.of(Compute.of(1e24))), 1e24, 1e24);
        assertAdded(taught(closed, Given.unstated(), Given.of(Compute.of(1e24))), 0, 6.1e25);
        assertAdded(taught(closed, Given.of(50.0), Given.unstated()), 6e25, ANY);
        assertAdded(taught(BASE, Given.of(50.0), Given.of(Compute.of(0))), 0, 6e25);
        assertAdded(Model.named("m"), 0, 0);
        assertAdded(Model.named("m").lineage(Given.unknown()), 0, ANY);
    }

    @Test
    void ofManyTeachersTheLargestCounts() {
        Model large = Model.named("large").closed().trainingCompute(6e25).build();
        Model small = Model.named("small").closed().trainingCompute(5e25).build();
        Given<Compute> free = Given.of(Compute.of(0));
        Model.Builder both = Model.named("m")
                .lineage(List.of(
                        new Ancestor(Relation.DISTILLATION, Given.unstated(), Given.of(6.0), free, large),
                        new Ancestor(Relation.DISTILLATION, Given.unstated(), Given.of(6.0), free, small)));
        assertAdded(both, 6e25, 6e25);
    }

    private static Model.Builder taught(Model teacher, Given<Double> share, Given<Compute> generation) {
        return Model.named("m")
                .lineage(List.of(new Ancestor(Relation.DISTILLATION, Given.unstated(), share, generation, teacher)));
    }

    private static void assertAdded(Model.Builder model, double atLeast, double atMost) {
        assertThat(CountedCompute.synthetic(ended(model), 10)).isEqualTo(Compute.between(atLeast, atMost));
    }

    @Test
    void whatIsNotKnownOfTheLineageLeavesTheTopOpen() {
        assertCount(Model.named("m").trainingCompute(1e25).lineage(Given.unknown()), 1e25, ANY);
        assertCount(Model.named("m").trainingCompute(1e25).madeFrom(Relation.UNKNOWN, BASE), 1e25, ANY);
        assertCount(Model.named("m").madeFrom(Relation.FINE_TUNE, UNSAID), 0, ANY);
    }

    @Test
    void onlyTheArchitectureCountsNothing() {
        assertCount(Model.named("m").trainingCompute(1e25).madeFrom(Relation.ARCHITECTURE_ONLY, BASE), 1e25, 1e25);
    }

    @Test
    void lineageCountsHoweverDeep() {
        Model child = Model.named("child")
                .lineage(List.of(step(Relation.FINE_TUNE, 1e24, BASE)))
                .build();
        assertCount(Model.named("m").madeFrom(Relation.QUANTIZATION, child), 6.1e25, 6.1e25);
    }

    private static Ancestor step(Relation relation, double compute, Model model) {
        return new Ancestor(relation, Given.of(Compute.of(compute)), Given.unstated(), Given.unstated(), model);
    }

    /** The lineages that these models leave out are none. */
    private static Model ended(Model.Builder model) {
        return LineageShape.ending(model.build(), Given.of(List.of()));
    }

    private static void assertCount(Model.Builder model, double atLeast, double atMost) {
        Compute counted = CountedCompute.of(ended(model)).orElseThrow();
        assertThat(counted.atLeast()).as("%s", counted).isCloseTo(atLeast, within(atLeast));
        if (Double.isInfinite(atMost)) {
            assertThat(counted.atMost()).isEqualTo(atMost);
        } else {
            assertThat(counted.atMost()).as("%s", counted).isCloseTo(atMost, within(atMost));
        }
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(value * 1e-12);
    }
}
