package dev.licet;

import static dev.licet.PackFiles.IMPOSE;
import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licet.answer.Decision;
import dev.licet.answer.WorldMap;
import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.request.Country;
import dev.licet.request.Model;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldMapTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Model MODEL =
            Model.named("M").developer("D", "US").closed().build();

    @TempDir
    private static Path temp;

    private static Licet licet;
    private static WorldMap everywhere;

    @BeforeAll
    static void pack() {
        licet = PackFiles.in(temp)
                .countries("barred", "CN", "RU")
                .countries("licensed", "IN", "CN", "VN", "BR")
                .parties("suspects", "Acme")
                .regions("occupied", "UA-DNR")
                .rule("bar", "Destination( on(\"t.barred\") )", PROHIBIT)
                .rule("license", "Destination( on(\"t.licensed\") )", LICENSE)
                .rule("obligation", "Destination( is(\"FR\") )", IMPOSE)
                .rule("suspect", "Destination( is(\"JP\") ) Recipient( on(\"t.suspects\") )", PROHIBIT)
                .rule("land", "Region( on(\"t.occupied\") )", PROHIBIT)
                .licet();
        everywhere = licet.map(MODEL, Transfer.of(TransferKind.WEIGHTS).on(DAY));
    }

    @Test
    void everyCountryIsInTheMapAndInOneGroup() {
        WorldMap map = everywhere;

        assertThat(map.decisions().keySet()).containsExactlyElementsOf(Country.all());
        assertThat(map.groups().stream().flatMap(group -> group.countries().stream()))
                .containsExactlyInAnyOrderElementsOf(Country.all());
        map.decisions()
                .forEach((country, decision) -> assertThat(
                                decision.request().transfer().destination().value())
                        .contains(country));
    }

    @Test
    void groupsHaveOneOutcomeForOneReason() {
        List<WorldMap.Group> groups = everywhere.groups();

        assertThat(groups)
                .extracting(WorldMap.Group::outcome, WorldMap.Group::rules, WorldMapTest::codes)
                .contains(
                        tuple(Outcome.PROHIBITED, List.of("t.bar"), "CN RU"),
                        tuple(Outcome.LICENSE_REQUIRED, List.of("t.license"), "BR IN VN"),
                        tuple(Outcome.CONDITIONAL, List.of("t.obligation"), "FR"),
                        tuple(Outcome.CONDITIONAL, List.of("t.suspect"), "JP"),
                        tuple(Outcome.UNDETERMINED, List.of("t.land"), "UA"));
        assertThat(groups).hasSize(6);
        assertThat(groups.get(0).outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(groups.get(0).rules()).isEmpty();
        assertThat(groups.get(0).countries()).hasSize(250 - 8);
    }

    @Test
    void aDecisionOfTheMapIsTheDecisionAlone() {
        WorldMap map =
                licet.map(MODEL, Transfer.of(TransferKind.WEIGHTS).to("GB").on(DAY));

        for (String code : List.of("CN", "FR", "GB", "UA")) {
            assertThat(map.decisions().get(Country.of(code)))
                    .isEqualTo(licet.decide(
                            MODEL, Transfer.of(TransferKind.WEIGHTS).to(code).on(DAY)));
        }
    }

    @Test
    void aRegionStaysWithItsCountry() {
        WorldMap map = licet.map(
                MODEL,
                Transfer.of(TransferKind.WEIGHTS).to("UA").region("UA-DNR").on(DAY));

        assertThat(map.decisions().get(Country.of("UA")).outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(map.decisions().get(Country.of("GB")).outcome()).isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void theRulesOfAMilderLayerOrAMilderEffectDoNotDecide() {
        Decision decision =
                licet.decide(MODEL, Transfer.of(TransferKind.WEIGHTS).to("CN").on(DAY));

        assertThat(decision.findings()).hasSize(2);
        assertThat(decision.decidingRules()).containsExactly("t.bar");
        assertThat(decision.decidedBy()).containsOnlyKeys(Layer.EXPORT_LAW);
    }

    private static String codes(WorldMap.Group group) {
        return String.join(" ", group.countries().stream().map(Country::code).toList());
    }
}
