package dev.licet.request;

import static dev.licet.Refusals.assertWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.facts.EndUse;
import dev.licet.facts.RecipientType;
import dev.licet.facts.RedFlag;
import dev.licet.facts.TransferKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfer documents and rows of tables. */
class RequestTest {

    /** A document with every field there is. */
    private static Map<String, Object> rich() {
        var base = new TreeMap<String, Object>(Map.of(
                "name",
                "Base",
                "developers",
                List.of(map("name", "Base AI", "country", "FR")),
                "release",
                "WEIGHTS_PUBLIC",
                "trainingCompute",
                1e25));
        return map(
                "model",
                map(
                        "name", "Example-70B",
                        "developers",
                                List.of(
                                        map("name", "Other AI", "country", "GB"),
                                        map("name", "Example AI", "country", "US")),
                        "release", "HOSTED",
                        "license", "llama3.1",
                        "trainingCompute", map("atLeast", 1e25, "atMost", 3e26),
                        "modalities", List.of("image", "text"),
                        "geoGate", List.of("CN", "RU"),
                        "lineage",
                                List.of(map(
                                        "relation",
                                        "FINE_TUNE",
                                        "compute",
                                        1e24,
                                        "share",
                                        12.5,
                                        "generation",
                                        map("atLeast", 1e22, "atMost", 1e23),
                                        "model",
                                        base))),
                "transfer",
                map(
                        "on",
                        "2025-06-01",
                        "kind",
                        "WEIGHTS",
                        "exporter",
                        party(),
                        "destination",
                        "UA",
                        "region",
                        "UA-DNR",
                        "recipient",
                        party(),
                        "intermediary",
                        party(),
                        "endUse",
                        "CIVIL",
                        "offeredToPublic",
                        true,
                        "redFlags",
                        List.of("PROXY", "ODD_ROUTING"),
                        "attestations",
                        List.of("a", "b"),
                        "classification",
                        "4E091",
                        "commercial",
                        false));
    }

    private static Map<String, Object> party() {
        return map(
                "name", "Acme Ltd",
                "country", "CN",
                "headquarters", "HK",
                "ultimateParent", "SG",
                "type", "COMPANY",
                "nationality", "CN",
                "monthlyUsers", 1_000_000L,
                "lists", List.of("t.a", "t.b"),
                "owners",
                        List.of(
                                map("name", "One", "country", "CN", "share", 60.5, "lists", List.of("t.a")),
                                map("name", "Two", "country", "US", "share", 10.0, "lists", List.of())));
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new TreeMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> least() {
        return map("model", map("name", "m"), "transfer", map("on", "2026-11-23"));
    }

    @SuppressWarnings("unchecked")
    private static void set(Object tree, String path, Object value) {
        String[] steps = path.split("\\.", 2);
        if (tree instanceof List<?> list) {
            set(list.get(Integer.parseInt(steps[0])), steps[1], value);
        } else if (steps.length == 1) {
            ((Map<String, Object>) tree).put(path, value);
        } else {
            set(((Map<String, Object>) tree).get(steps[0]), steps[1], value);
        }
    }

    /** The paths of all fields of the rich document. */
    static Stream<String> fields() {
        var paths = new ArrayList<String>();
        walk("", rich(), paths);
        return paths.stream();
    }

    private static void walk(String at, Object tree, List<String> paths) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                paths.add(at + key);
                walk(at + key + ".", value, paths);
            });
        } else if (tree instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
            for (int i = 0; i < list.size(); i++) {
                walk(at + i + ".", list.get(i), paths);
            }
        }
    }

    private static String shown(String path) {
        return path.replaceAll("\\.(\\d+)", "[$1]");
    }

    @Nested
    class Documents {

        @Test
        void aDocumentIsReadAndWrittenBack() {
            Request request = Request.of(rich());
            assertThat(request.document().get("transfer")).isEqualTo(rich().get("transfer"));
            assertThat(request.document()).isEqualTo(rich());
            assertThat(Request.of(request.document())).isEqualTo(request);
        }

        @Test
        void theLeastDocumentIsWrittenBackAsItWas() {
            assertThat(Request.of(least()).document()).isEqualTo(least());
            assertThat(Request.of(least()).transfer().kind().isUnstated()).isTrue();
        }

        @ParameterizedTest
        @MethodSource("dev.licet.request.RequestTest#fields")
        void aFieldThatIsUnknownStaysUnknown(String path) {
            Map<String, Object> document = rich();
            set(document, path, "unknown");
            if (List.of("model", "transfer", "model.name", "transfer.on").contains(path)
                    || path.matches("model\\.lineage\\.0\\.model(\\.name)?")) {
                assertWrong(() -> Request.of(document), shown(path));
            } else {
                Request request = Request.of(document);
                assertThat(Request.of(request.document())).isEqualTo(request);
                assertThat(request).isNotEqualTo(Request.of(rich()));
            }
        }

        @Test
        void everyFieldMayBeUnknownAtOnce() {
            Map<String, Object> document = least();
            for (String field :
                    List.of("developers", "release", "license", "trainingCompute", "modalities", "lineage")) {
                set(document, "model." + field, "unknown");
            }
            for (String field : List.of(
                    "kind",
                    "exporter",
                    "destination",
                    "region",
                    "recipient",
                    "intermediary",
                    "endUse",
                    "offeredToPublic",
                    "redFlags",
                    "attestations")) {
                set(document, "transfer." + field, "unknown");
            }
            Request request = Request.of(document);
            assertThat(Request.of(request.document())).isEqualTo(request);
            assertThat(request.model().developers()).isEqualTo(Given.unknown());
            assertThat(request.transfer().recipient().lists()).isEqualTo(Given.unknown());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "colour",
                    "model.colour",
                    "model.developers.1.colour",
                    "model.trainingCompute.colour",
                    "model.lineage.0.colour",
                    "model.lineage.0.model.colour",
                    "transfer.colour",
                    "transfer.recipient.colour",
                    "transfer.recipient.owners.0.colour"
                })
        void anUnknownFieldIsRefusedWithItsPath(String path) {
            Map<String, Object> document = rich();
            set(document, path, "x");
            assertWrong(() -> Request.of(document), "The field " + shown(path) + " does not exist", "one of [");
        }

        @ParameterizedTest
        @MethodSource("dev.licet.request.RequestTest#fields")
        void nullIsRefusedWithItsPath(String path) {
            Map<String, Object> document = rich();
            set(document, path, null);
            assertWrong(() -> Request.of(document), "The field " + shown(path) + " is null", "\"unknown\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"modalities", "developers", "lineage"})
        void nullInAListIsRefusedWithItsPath(String field) {
            Map<String, Object> document = rich();
            set(document, "model." + field, new ArrayList<>(Collections.singletonList(null)));
            assertWrong(() -> Request.of(document), "model." + field);
        }

        @Test
        void nullAmongTheSignalsIsRefusedWithItsPath() {
            Map<String, Object> document = rich();
            set(document, "transfer.redFlags", Arrays.asList("PROXY", null));
            assertWrong(() -> Request.of(document), "transfer.redFlags");
        }

        @ParameterizedTest
        @MethodSource("dev.licet.request.RequestTest#fields")
        void aValueOfAnotherKindIsRefusedWithItsPath(String path) {
            Map<String, Object> document = rich();
            Object wrong = path.endsWith("lists") || path.endsWith("s") ? Map.of("a", 1) : List.of(1);
            set(document, path, wrong);
            assertWrong(() -> Request.of(document), shown(path));
        }

        @ParameterizedTest
        @CsvSource({
            "model.release, OPEN, (OPEN)",
            "model.release, hosted, (hosted)",
            "model.trainingCompute, 1e26, (1e26)",
            "model.developers.0.country, us, (us)",
            "model.lineage.0.relation, CHILD, (CHILD)",
            "transfer.on, tomorrow, (tomorrow)",
            "transfer.on, 2026-2-3, (2026-2-3)",
            "transfer.kind, weights, (weights)",
            "transfer.destination, cn, (cn)",
            "transfer.destination, UK, (UK)",
            "transfer.destination, '', ()",
            "transfer.region, DNR, (DNR)",
            "transfer.region, GB-1, (GB-1)",
            "transfer.recipient.country, cn, (cn)",
            "transfer.recipient.name, ' ', ( )",
            "transfer.recipient.type, FIRM, (FIRM)",
            "transfer.recipient.lists, t.a, (t.a)",
            "transfer.recipient.owners.1.country, cn, (cn)",
            "transfer.recipient.owners.1.share, 60, (60)",
            "transfer.endUse, PEACE, (PEACE)",
            "transfer.offeredToPublic, true, (true)"
        })
        void aWrongTextIsRefusedWithItsPath(String path, String text, String said) {
            Map<String, Object> document = rich();
            set(document, path, text);
            assertWrong(() -> Request.of(document), said, shown(path).replaceAll("\\.[a-zA-Z]+$", ""));
        }

        @Test
        void wrongNumbersAreRefusedWithTheirPath() {
            Map<String, Object> negative = rich();
            set(negative, "model.trainingCompute", -1);
            assertWrong(() -> Request.of(negative), "model.trainingCompute", "(-1.0 to -1.0)");
            Map<String, Object> turned = rich();
            set(turned, "model.trainingCompute", map("atLeast", 2, "atMost", 1));
            assertWrong(() -> Request.of(turned), "model.trainingCompute", "(2.0 to 1.0)");
            Map<String, Object> much = rich();
            set(much, "transfer.recipient.owners.0.share", 95);
            assertWrong(() -> Request.of(much), "transfer.recipient", "(105.0)");
        }

        @Test
        void theDayIsNeverLeftOut() {
            assertWrong(
                    () -> Request.of(map("model", map("name", "m"), "transfer", map())), "transfer.on", "2026-11-23");
            Map<String, Object> document = least();
            set(document, "transfer.on", "unknown");
            assertWrong(() -> Request.of(document), "transfer.on");
        }

        @Test
        void whatMustBeThereIsAskedFor() {
            assertWrong(() -> Request.of(Map.of()), "model is missing");
            assertWrong(() -> Request.of(map("model", map("name", "m"))), "transfer is missing");
            assertWrong(
                    () -> Request.of(map("model", map(), "transfer", map("on", "2026-11-23"))),
                    "model.name is missing");
            Map<String, Object> document = rich();
            set(document, "model.lineage", List.of(map("model", map("name", "b"))));
            assertWrong(() -> Request.of(document), "model.lineage[0].relation is missing", "FINE_TUNE");
            set(document, "model.lineage", List.of(map("relation", "MERGE")));
            assertWrong(() -> Request.of(document), "model.lineage[0].model is missing");
        }

        @Test
        void wholeNumbersAndHalfRangesAreNumbersToo() {
            Map<String, Object> document = least();
            set(document, "model.trainingCompute", 5);
            assertThat(Request.of(document).model().trainingCompute()).isEqualTo(Given.of(Compute.of(5)));
            set(document, "model.trainingCompute", new BigDecimal("1E+26"));
            assertThat(Request.of(document).model().trainingCompute()).isEqualTo(Given.of(Compute.of(1e26)));
            set(document, "model.trainingCompute", map("atLeast", 5));
            assertThat(Request.of(document).model().trainingCompute())
                    .isEqualTo(Given.of(Compute.between(5, Double.POSITIVE_INFINITY)));
            assertThat(Request.of(Request.of(document).document())).isEqualTo(Request.of(document));
            set(document, "model.trainingCompute", map("atMost", 5));
            assertThat(Request.of(document).model().trainingCompute()).isEqualTo(Given.of(Compute.between(0, 5)));
            set(document, "model.trainingCompute", map("atLeast", "unknown", "atMost", 5));
            assertThat(Request.of(document).model().trainingCompute()).isEqualTo(Given.of(Compute.between(0, 5)));
        }

        @Test
        void aSourceAndANoteMayStandBeside() {
            Map<String, Object> document = least();
            document.put("source", "catalogue");
            document.put("note", "as of May");
            assertThat(Request.of(document)).isEqualTo(Request.of(least()));
        }

        @Test
        void theOrderOfFieldsAndOfSetsNeverShows() {
            var turned = new LinkedHashMap<String, Object>();
            turned.put("transfer", new HashMap<>(map("on", "2026-11-23", "redFlags", List.of("ODD_ROUTING", "PROXY"))));
            turned.put("model", new HashMap<>(map("name", "m", "modalities", List.of("text", "image"))));
            Map<String, Object> straight = least();
            set(straight, "transfer.redFlags", List.of("PROXY", "ODD_ROUTING"));
            set(straight, "model.modalities", List.of("image", "text"));
            assertThat(Request.of(turned)).isEqualTo(Request.of(straight));
            assertThat(Request.of(turned).document())
                    .isEqualTo(Request.of(straight).document());
        }

        @Test
        void aNameThatReadsUnknownIsRefusedBecauseItCouldNotBeReadBack() {
            assertWrong(() -> Party.named("unknown"), "(unknown)", "Given.unknown()");
            assertWrong(() -> Model.named("m").license("UNKNOWN").build(), "(UNKNOWN)");
            assertWrong(() -> Model.named("unknown").build(), "(unknown)");
        }
    }

    @Nested
    class Rows {

        @Test
        void everyShortColumnIsRead() {
            var row = new LinkedHashMap<String, String>();
            row.put("model", "Example-70B");
            row.put("developer", "Example AI");
            row.put("origin", "US GB");
            row.put("release", "HOSTED");
            row.put("license", "llama3.1");
            row.put("trainingCompute", "1e25..3e26");
            row.put("modalities", "text image");
            row.put("lineage", "none");
            row.put("on", "2025-06-01");
            row.put("kind", "WEIGHTS");
            row.put("exporter", "US");
            row.put("to", "UA");
            row.put("region", "UA-DNR");
            row.put("recipient", "Acme Ltd");
            row.put("residence", "CN");
            row.put("headquarters", "HK");
            row.put("parent", "SG");
            row.put("type", "COMPANY");
            row.put("lists", "t.a;t.b");
            row.put("screened", "t.a t.b=2025-05-01 t.c");
            row.put("intermediary", "Broker");
            row.put("endUse", "CIVIL");
            row.put("public", "yes");
            row.put("redFlags", "PROXY ODD_ROUTING");
            row.put("attestations", "none");
            row.put("nationality", "FR");
            row.put("users", "700000001");
            row.put("classification", "4E091");
            row.put("commercial", "no");
            row.put("geoGate", "CN RU");
            assertThat(row.keySet()).containsExactlyElementsOf(Request.columns().keySet());
            Request request = Request.ofRow(row);
            Model model = Model.named("Example-70B")
                    .developer("Example AI", "US")
                    .developer("unnamed", "GB")
                    .closed()
                    .license("llama3.1")
                    .trainingCompute(1e25, 3e26)
                    .modalities("text", "image")
                    .lineage(List.of())
                    .geoGate("RU", "CN")
                    .build();
            Transfer transfer = Transfer.of(TransferKind.WEIGHTS)
                    .from(Party.unnamed().in("US"))
                    .to("UA")
                    .region("UA-DNR")
                    .recipient(Party.named("Acme Ltd")
                            .in("CN")
                            .headquarteredIn("HK")
                            .withUltimateParentIn("SG")
                            .ofType(RecipientType.COMPANY)
                            .screened("t.a", "t.b")
                            .screenedAgainst(Given.of(new Screening(Map.of(
                                    "t.a", Optional.empty(),
                                    "t.b", Optional.of(LocalDate.of(2025, 5, 1)),
                                    "t.c", Optional.empty()))))
                            .ofNationality("FR")
                            .withMonthlyUsers(Given.of(700000001L)))
                    .intermediary(Party.named("Broker"))
                    .endUse(EndUse.CIVIL)
                    .offeredToPublic(true)
                    .redFlags(RedFlag.PROXY, RedFlag.ODD_ROUTING)
                    .attested()
                    .classified(Given.of("4E091"))
                    .commercial(Given.of(false))
                    .on(LocalDate.of(2025, 6, 1));
            assertThat(request).isEqualTo(new Request(model, transfer));
        }

        @Test
        void noneIsNobodyAndNoPartyOfThatName() {
            Request direct = Request.of(
                    map("model", map("name", "M"), "transfer", map("on", "2026-11-23", "intermediary", "none")));
            assertThat(direct.transfer().intermediary().isNone()).isTrue();
            assertThat(direct)
                    .isEqualTo(Request.ofRow(Map.of("model", "M", "on", "2026-11-23", "intermediary", "none")))
                    .isEqualTo(Request.ofRow(Map.of(
                            "model", "M",
                            "on", "2026-11-23",
                            "intermediary", "none",
                            "transfer.intermediary.lists", "none",
                            "transfer.intermediary.owners", "none")))
                    .isEqualTo(Request.ofRow(
                            Map.of("model", "M", "on", "2026-11-23", "transfer.intermediary.lists", "none")))
                    .isEqualTo(Request.of(direct.document()));
            assertThatThrownBy(() -> Request.ofRow(
                            Map.of("on", "2026-11-23", "intermediary", "none", "transfer.intermediary.country", "IR")))
                    .hasMessage(
                            "The intermediary is none, and its fields [country] are filled in.\nMaybe name it, or leave them empty.");
            assertThatThrownBy(() -> Request.ofRow(Map.of("on", "2026-11-23", "recipient", "none")))
                    .hasMessageStartingWith("The field transfer.recipient.name (none) is the word for nobody.");
        }

        @Test
        void ownersOfOwnersStandInAnyOrder() {
            Owner top = new Owner("Top", Given.unstated(), Given.of(60.0), Given.of(Set.of("t.a")));
            Owner person = new Owner("Person", Given.unstated(), Given.of(40.0), Given.of(Set.of())).ownedBy();
            Owner between = new Owner("Between", Given.unstated(), Given.of(100.0), Given.unstated());
            Request one = new Request(
                    Model.named("M").build(),
                    Transfer.of(TransferKind.API)
                            .recipient(Party.unnamed().ownedBy(List.of(between.ownedBy(top, person))))
                            .on(LocalDate.of(2026, 11, 23)));
            Request other = new Request(
                    Model.named("M").build(),
                    Transfer.of(TransferKind.API)
                            .recipient(Party.unnamed().ownedBy(List.of(between.ownedBy(person, top))))
                            .on(LocalDate.of(2026, 11, 23)));
            assertThat(one).isEqualTo(other);
            assertThat(Request.of(one.document())).isEqualTo(one);
            assertThatThrownBy(() -> between.ownedBy(top, top))
                    .hasMessageContaining("The shares of the owners of the party (Between) add up to (120.0) percent.");
        }

        @Test
        void anEmptyCellIsNotStatedAndTheModelNeedsNoName() {
            var row = new LinkedHashMap<String, String>();
            Request.columns().keySet().forEach(column -> row.put(column, " "));
            row.put("on", "2026-11-23");
            assertThat(Request.ofRow(row)).isEqualTo(Request.ofRow(Map.of("on", "2026-11-23")));
            assertThat(Request.ofRow(row).model())
                    .isEqualTo(Model.named("unnamed model").build());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "origin",
                    "release",
                    "license",
                    "trainingCompute",
                    "modalities",
                    "kind",
                    "exporter",
                    "to",
                    "region",
                    "recipient",
                    "residence",
                    "headquarters",
                    "parent",
                    "type",
                    "lists",
                    "intermediary",
                    "endUse",
                    "public",
                    "redFlags",
                    "attestations"
                })
        void everyCellMayBeUnknown(String column) {
            Request request = Request.ofRow(Map.of("on", "2026-11-23", column, "unknown"));
            assertThat(request).isNotEqualTo(Request.ofRow(Map.of("on", "2026-11-23")));
            assertThat(Request.of(request.document())).isEqualTo(request);
        }

        @Test
        void anOriginMayBePartlyUnknown() {
            assertThat(row("origin", "US unknown").model().developers().value().orElseThrow())
                    .extracting(Developer::country)
                    .containsExactly(Given.of(Country.of("US")), Given.unknown());
        }

        @Test
        void noneIsAnEmptyListAndNotUnstated() {
            assertThat(row("lists", "none").transfer().recipient().lists()).isEqualTo(Given.of(Set.of()));
            assertThat(row("redFlags", "none").transfer().redFlags()).isEqualTo(Given.of(Set.of()));
            assertThat(row("modalities", "none").model().modalities()).isEqualTo(Given.of(Set.of()));
        }

        @ParameterizedTest
        @CsvSource({"yes, true", "true, true", "no, false", "false, false"})
        void yesAndNoAreRead(String cell, boolean offered) {
            assertThat(row("public", cell).transfer().offeredToPublic()).isEqualTo(Given.of(offered));
        }

        @Test
        void pathsOfFieldsAreColumnsToo() {
            Request request = Request.ofRow(Map.of(
                    "on", "2026-11-23",
                    "model.lineage.0.relation", "MERGE",
                    "model.lineage.0.model.name", "Base",
                    "model.lineage.0.model.trainingCompute", "1e25..1e26",
                    "model.lineage.1.relation", "unknown",
                    "model.lineage.1.compute", "5",
                    "model.lineage.1.model.name", "Other",
                    "transfer.recipient.owners.0.share", "60",
                    "transfer.recipient.owners.0.lists", "t.a"));
            assertThat(request.model().lineage().value().orElseThrow())
                    .containsExactlyInAnyOrder(
                            Ancestor.of(
                                    Relation.MERGE,
                                    Model.named("Base")
                                            .trainingCompute(1e25, 1e26)
                                            .build()),
                            new Ancestor(
                                    Relation.UNKNOWN,
                                    Given.of(Compute.of(5)),
                                    Given.unstated(),
                                    Given.unstated(),
                                    Model.named("Other").build()));
            assertThat(request.transfer().recipient().owners().value().orElseThrow())
                    .containsExactly(new Owner("unnamed", Given.unstated(), Given.of(60.0), Given.of(Set.of("t.a"))));
        }

        @Test
        void aWholePartMayBeUnknown() {
            assertThat(row("transfer.recipient", "unknown")
                            .transfer()
                            .recipient()
                            .name())
                    .isEqualTo(Given.unknown());
            assertThat(row("model.developers", "unknown").model().developers()).isEqualTo(Given.unknown());
            assertThat(row("model.lineage", "unknown").model().lineage()).isEqualTo(Given.unknown());
        }

        @Test
        void anUnknownColumnIsRefused() {
            assertWrong(() -> row("colour", "red"), "(colour)", "developer");
            assertWrong(() -> row("colour", ""), "(colour)");
            assertWrong(() -> row("model.colour", "red"), "model.colour");
            assertWrong(() -> row("", "red"), "()");
        }

        @ParameterizedTest
        @ValueSource(strings = {"many", "1e25..", "..1e25", "1e24..1e25..1e26", "1,5", "1e25-1e26"})
        void aCellThatIsNoNumberIsRefused(String cell) {
            assertWrong(() -> row("trainingCompute", cell), "(" + cell + ")", "trainingCompute", "3e26");
        }

        @Test
        void threeDotsAreNoRange() {
            assertWrong(() -> row("trainingCompute", "1e25...1e26"), "(1e25...1e26)");
        }

        @Test
        void wrongCellsAreRefusedWithThePathOfTheirField() {
            assertWrong(() -> row("to", "cn"), "transfer.destination", "(cn)");
            assertWrong(() -> row("kind", "letter"), "transfer.kind", "(letter)");
            assertWrong(() -> row("origin", "US,GB"), "model.developers", "(US,GB)");
            assertWrong(() -> row("public", "perhaps"), "(perhaps)");
            assertWrong(() -> Request.ofRow(Map.of("to", "CN")), "transfer.on");
        }

        @ParameterizedTest
        @CsvSource({"1, 2", "1, 1", "0, 2", "00, 1"})
        void gapsInTheNumbersOfAListAreRefused(String one, String two) {
            assertWrong(
                    () -> Request.ofRow(Map.of(
                            "on",
                            "2026-11-23",
                            "model.lineage." + one + ".relation",
                            "MERGE",
                            "model.lineage." + two + ".model.name",
                            "Base")),
                    "lineage",
                    "gap");
        }

        @Test
        void whatIsStatedWholeAndInPartsIsRefused() {
            var row = new LinkedHashMap<String, String>();
            row.put("on", "2026-11-23");
            row.put("transfer.recipient", "unknown");
            row.put("recipient", "Acme");
            assertWrong(() -> Request.ofRow(row), "recipient", "(transfer.recipient.name)");
        }

        @Test
        void whatIsStatedInPartsAndWholeIsRefusedToo() {
            var row = new LinkedHashMap<String, String>();
            row.put("on", "2026-11-23");
            row.put("recipient", "Acme");
            row.put("transfer.recipient", "unknown");
            assertWrong(() -> Request.ofRow(row), "recipient");
        }

        @Test
        void oneFieldInTwoColumnsIsRefused() {
            var row = new LinkedHashMap<String, String>();
            row.put("on", "2026-11-23");
            row.put("to", "GB");
            row.put("transfer.destination", "CN");
            assertWrong(() -> Request.ofRow(row), "transfer.destination");
        }

        @ParameterizedTest
        @ValueSource(strings = {"recipient", "model", "license"})
        void aNameThatReadsNoIsAName(String column) {
            assertThat(row(column, "no").document().toString()).contains("=no");
        }

        private static Request row(String column, String cell) {
            return Request.ofRow(Map.of("on", "2026-11-23", column, cell));
        }
    }
}
