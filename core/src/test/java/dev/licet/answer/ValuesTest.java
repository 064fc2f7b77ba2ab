package dev.licet.answer;

import static dev.licet.Refusals.assertWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.facts.RecipientType;
import dev.licet.facts.RedFlag;
import dev.licet.facts.TransferKind;
import dev.licet.request.Compute;
import dev.licet.request.Country;
import dev.licet.request.Developer;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Owner;
import dev.licet.request.Party;
import dev.licet.request.Relation;
import dev.licet.request.Transfer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Nested
    class Countries {

        @Test
        void thereAreTheIsoCodesAndKosovo() {
            assertThat(Country.all()).hasSize(250).isSorted().doesNotHaveDuplicates();
            assertThat(Country.all())
                    .extracting(Country::code)
                    .allMatch(code -> code.matches("[A-Z]{2}"))
                    .contains("XK", "CN", "HK", "MO", "TW", "GB", "SS", "CW", "BQ", "SX")
                    .doesNotContain("UK", "EU", "AN", "CS", "SU", "XX", "ZZ", "AC", "TA");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "China", "CHN", "156", "XX", "EU", "GB ", "\u0130N", "G\u0412"})
        void whatIsNoCodeIsRefused(String code) {
            assertWrong(() -> Country.of(code), "(" + code + ")", "two letters");
        }

        @ParameterizedTest
        @CsvSource({"cn, CN", "Cn, CN", "in, IN", "xk, XK", "UK, GB", "uk, GB"})
        void aCodeThatIsNearlyRightLeadsToTheRightOne(String code, String meant) {
            assertWrong(() -> Country.of(code), "(" + code + ")", "Maybe write " + meant);
        }

        @Test
        void aCountryIsShownByItsCode() {
            assertThat(Country.of("XK")).hasToString("XK").isEqualTo(new Country("XK"));
        }
    }

    @Nested
    class Counts {

        @Test
        void aCountIsOneNumberOrARange() {
            assertThat(Compute.of(3e26)).isEqualTo(Compute.between(3e26, 3e26));
            assertThat(Compute.of(0).atMost()).isZero();
            assertThat(Compute.between(1e25, Double.POSITIVE_INFINITY).atMost()).isInfinite();
            assertThat(Compute.between(1, 2).plus(Compute.between(10, 20))).isEqualTo(Compute.between(11, 22));
        }

        @ParameterizedTest
        @CsvSource({"-1, 1", "NaN, 1", "1, NaN", "NaN, NaN", "Infinity, Infinity", "-Infinity, 1", "1, -1", "-2, -1"})
        void whatIsNoCountIsRefused(double atLeast, double atMost) {
            assertWrong(() -> Compute.between(atLeast, atMost), "(" + atLeast + " to " + atMost + ")");
        }

        @Test
        void aRangeThatEndsBeforeItBeginsIsRefused() {
            assertWrong(() -> Compute.between(2, 1), "(2.0 to 1.0)", "exchanged");
        }
    }

    @Nested
    class Parties {

        @ParameterizedTest
        @ValueSource(doubles = {-0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
        void aShareIsAPercentage(double share) {
            assertWrong(() -> owner("o", share), "(" + share + ")", "(o)");
        }

        @Test
        void sharesMayAddUpToTheWholeAndNoMore() {
            List<Owner> whole = List.of(owner("a", 50), owner("b", 50));
            assertThat(Party.named("p").ownedBy(whole).owners().value()).contains(whole);
            List<Owner> thirds = List.of(owner("a", 100.0 / 3), owner("b", 100.0 / 3), owner("c", 100.0 / 3));
            assertThat(Party.named("p").ownedBy(thirds).owners().value()).contains(thirds);
            assertWrong(
                    () -> Party.named("p").ownedBy(List.of(owner("a", 60), owner("b", 41))), "(p)", "(101.0)", "twice");
        }

        @Test
        void usersAreNotNegative() {
            assertWrong(() -> Party.unnamed().withMonthlyUsers(Given.of(-1L)), "(-1)");
        }

        @Test
        void aShareThatIsNotKnownCountsNothing() {
            Owner unknown = new Owner("a", Given.unstated(), Given.unknown(), Given.unstated());
            assertThat(Party.unnamed()
                            .ownedBy(List.of(unknown, owner("b", 100)))
                            .owners()
                            .value())
                    .isPresent();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t\u2003"})
        void aNameIsNotBlank(String name) {
            assertWrong(() -> Party.named(name), "(" + name + ")");
            assertWrong(() -> owner(name, 1), "(" + name + ")");
        }

        @Test
        void aPartyIsCopied() {
            var lists = new LinkedHashSet<>(List.of("b", "a"));
            var owners = new ArrayList<>(List.of(owner("o", 1)));
            Party party = Party.named("p").screened(Given.of(lists)).ownedBy(Given.of(owners));
            lists.clear();
            owners.clear();
            assertThat(party.lists().value().orElseThrow()).containsExactly("a", "b");
            assertThat(party.owners().value().orElseThrow()).hasSize(1);
            assertUnmodifiable(party.lists().value().orElseThrow(), "c");
            assertThatThrownBy(() -> party.owners().value().orElseThrow().clear())
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void eachWordChangesOneThing() {
            Party party = Party.named("p")
                    .in("GB")
                    .headquarteredIn("FR")
                    .withUltimateParentIn("US")
                    .ofType(RecipientType.RESEARCH)
                    .screened("l")
                    .ofNationality("DE")
                    .withMonthlyUsers(Given.of(7L));
            assertThat(party.name()).isEqualTo(Given.of("p"));
            assertThat(party.country()).isEqualTo(Given.of(Country.of("GB")));
            assertThat(party.headquarters()).isEqualTo(Given.of(Country.of("FR")));
            assertThat(party.ultimateParent()).isEqualTo(Given.of(Country.of("US")));
            assertThat(party.type()).isEqualTo(Given.of(RecipientType.RESEARCH));
            assertThat(party.lists()).isEqualTo(Given.of(Set.of("l")));
            assertThat(party.nationality()).isEqualTo(Given.of(Country.of("DE")));
            assertThat(party.monthlyUsers()).isEqualTo(Given.of(7L));
            assertThat(party.owners().isUnstated()).isTrue();
        }

        private static Owner owner(String name, double share) {
            return new Owner(name, Given.unstated(), Given.of(share), Given.unstated());
        }
    }

    @Nested
    class Models {

        @Test
        void aNameAndALicenseAreNotBlank() {
            assertWrong(() -> Model.named(" ").build(), "( )", "name");
            assertWrong(() -> Model.named("m").license(" ").build(), "(m)", "( )");
        }

        @Test
        void aLicenseIsTheSameInAnyCase() {
            assertThat(Model.named("m").license("Apache-2.0").build())
                    .isEqualTo(Model.named("m").license("apache-2.0").build());
        }

        @Test
        void developersAreStatedUnstatedOrUnknownButNeverNone() {
            assertThat(Model.named("m").build().developers().isUnstated()).isTrue();
            assertThat(Model.named("m").developersUnknown().build().developers())
                    .isEqualTo(Given.unknown());
            assertWrong(() -> model(Given.of(List.of()), Given.unstated()), "(m)", "developers");
        }

        @Test
        void aModalityIsOneOfFour() {
            assertThat(Model.named("m").modalities().build().modalities().value())
                    .contains(Set.of());
            assertWrong(
                    () -> Model.named("m").modalities("text", "smell").build(),
                    "(smell)",
                    "(m)",
                    "[audio, image, text, video]");
        }

        @Test
        void aLineageNeverContainsTheModelItself() {
            Model.Builder m = Model.named("m");
            assertWrong(
                    () -> m.madeFrom(Relation.MERGE, Model.named("m").build()).build(), "(m)", "itself");
            Model grandchild = Model.named("c")
                    .madeFrom(Relation.ADAPTER, Model.named("m").build())
                    .build();
            Model child = Model.named("b").madeFrom(Relation.MERGE, grandchild).build();
            assertWrong(
                    () -> Model.named("m").madeFrom(Relation.FINE_TUNE, child).build(), "(m)", "itself");
        }

        @Test
        void one_ancestor_may_be_in_two_lines() {
            Model base = Model.named("base").build();
            Model left = Model.named("left").madeFrom(Relation.FINE_TUNE, base).build();
            Model right =
                    Model.named("right").madeFrom(Relation.FINE_TUNE, base).build();
            assertThat(Model.named("m")
                            .madeFrom(Relation.MERGE, left)
                            .madeFrom(Relation.MERGE, right)
                            .build()
                            .lineage()
                            .value()
                            .orElseThrow())
                    .hasSize(2);
        }

        @Test
        void aModelIsCopied() {
            var developers = new ArrayList<>(List.of(Developer.of("d", "US")));
            var modalities = new LinkedHashSet<>(List.of("text", "audio"));
            Model model = model(Given.of(developers), Given.of(modalities));
            developers.clear();
            modalities.clear();
            assertThat(model.developers().value().orElseThrow()).hasSize(1);
            assertThat(model.modalities().value().orElseThrow()).containsExactly("audio", "text");
            assertUnmodifiable(model.modalities().value().orElseThrow(), "video");
            assertThatThrownBy(() -> model.developers().value().orElseThrow().clear())
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void aBuilderCanBeUsedAgain() {
            Model.Builder builder = Model.named("m").developer("a", "US");
            Model one = builder.build();
            Model two = builder.developer("b", "GB").build();
            assertThat(one.developers().value().orElseThrow()).hasSize(1);
            assertThat(two.developers().value().orElseThrow()).hasSize(2);
        }

        private static Model model(Given<List<Developer>> developers, Given<Set<String>> modalities) {
            return new Model(
                    "m",
                    developers,
                    Given.unstated(),
                    Given.unstated(),
                    Given.unstated(),
                    modalities,
                    Given.unstated(),
                    Given.unstated());
        }
    }

    @Nested
    class Transfers {

        @ParameterizedTest
        @ValueSource(strings = {"", "DNR", "UA", "UA-", "ua-DNR", "UA_DNR", "UA-dnr", "UA-DNR "})
        void aRegionIsACode(String region) {
            assertWrong(() -> Transfer.of(TransferKind.API).region(region).on(DAY), "(" + region + ")", "UA-DNR");
        }

        @Test
        void aRegionIsInACountryAndInTheDestination() {
            assertWrong(() -> Transfer.of(TransferKind.API).region("QQ-1").on(DAY), "(QQ)");
            assertWrong(
                    () -> Transfer.of(TransferKind.API)
                            .to("GB")
                            .region("UA-DNR")
                            .on(DAY),
                    "(UA-DNR)",
                    "(GB)");
            assertThat(Transfer.of(TransferKind.API)
                            .to("UA")
                            .region("UA-DNR")
                            .on(DAY)
                            .region())
                    .isEqualTo(Given.of("UA-DNR"));
            assertThat(Transfer.of(TransferKind.API)
                            .region("UA-DNR")
                            .on(DAY)
                            .destination()
                            .isUnstated())
                    .isTrue();
        }

        @Test
        void aDestinationIsACountry() {
            assertWrong(() -> Transfer.of(TransferKind.API).to("China"), "(China)");
        }

        @Test
        void aTransferIsCopied() {
            var redFlags = new TreeSet<>(List.of(RedFlag.PROXY));
            var attestations = new TreeSet<>(List.of("a"));
            Transfer transfer = Transfer.of(TransferKind.API)
                    .redFlags(Given.of(redFlags))
                    .attested(Given.of(attestations))
                    .on(DAY);
            redFlags.clear();
            attestations.clear();
            assertThat(transfer.redFlags().value().orElseThrow()).containsExactly(RedFlag.PROXY);
            assertThat(transfer.attestations().value().orElseThrow()).containsExactly("a");
            assertUnmodifiable(transfer.redFlags().value().orElseThrow(), RedFlag.ODD_ROUTING);
            assertUnmodifiable(transfer.attestations().value().orElseThrow(), "b");
        }

        @Test
        void aBuilderCanBeAskedForManyDays() {
            Transfer.Builder builder = Transfer.of(TransferKind.API).to("CN");
            assertThat(builder.on(DAY)).isEqualTo(builder.on(DAY)).isNotEqualTo(builder.on(DAY.plusDays(1)));
        }
    }

    @Nested
    class Order {

        @Test
        void theOrderInWhichThingsAreStatedNeverShows() {
            assertSame(
                    Model.named("m").modalities("text", "video", "image").build(),
                    Model.named("m").modalities("image", "text", "video").build());
            assertSame(
                    Party.named("p").screened("b", "a", "c"), Party.named("p").screened("c", "b", "a"));
            assertSame(
                    Transfer.of(TransferKind.API)
                            .redFlags(RedFlag.PROXY, RedFlag.ODD_ROUTING)
                            .attested("x", "y")
                            .on(DAY),
                    Transfer.of(TransferKind.API)
                            .redFlags(RedFlag.ODD_ROUTING, RedFlag.PROXY)
                            .attested("y", "x")
                            .on(DAY));
            assertSame(
                    new Owner(
                            "o", Given.unstated(), Given.unstated(), Given.of(new LinkedHashSet<>(List.of("b", "a")))),
                    new Owner(
                            "o", Given.unstated(), Given.unstated(), Given.of(new LinkedHashSet<>(List.of("a", "b")))));
        }

        @Test
        void sayingAThingTwiceIsSayingItOnce() {
            assertSame(
                    Model.named("m").modalities("text", "text").build(),
                    Model.named("m").modalities("text").build());
            assertSame(
                    Transfer.of(TransferKind.API)
                            .redFlags(RedFlag.PROXY, RedFlag.PROXY)
                            .on(DAY),
                    Transfer.of(TransferKind.API).redFlags(RedFlag.PROXY).on(DAY));
        }

        @Test
        void sayingAListOrAnAttestationTwiceIsSayingItOnce() {
            assertSame(Party.named("p").screened("a", "a"), Party.named("p").screened("a"));
            assertSame(
                    Transfer.of(TransferKind.API).attested("x", "x").on(DAY),
                    Transfer.of(TransferKind.API).attested("x").on(DAY));
        }

        private static void assertSame(Object one, Object other) {
            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
        }
    }

    @Test
    void whatIsGivenIsAValueUnknownOrUnstated() {
        assertThat(Given.of(1).value()).contains(1);
        assertThat(Given.unknown().value()).isEmpty();
        assertThat(Given.unknown().isUnstated()).isFalse();
        assertThat(Given.unstated().isUnstated()).isTrue();
        assertThat(Given.of(1).map(i -> i + 1)).isEqualTo(Given.of(2));
        assertThat(Given.<Integer>unknown().map(i -> i + 1)).isEqualTo(Given.unknown());
        assertThat(Given.<Integer>unstated().map(i -> i + 1)).isEqualTo(Given.unstated());
        assertThat(Given.unknown()).isNotEqualTo(Given.unstated());
    }

    private static <T> void assertUnmodifiable(Set<T> set, T more) {
        assertThatThrownBy(() -> set.add(more)).isInstanceOf(UnsupportedOperationException.class);
    }
}
