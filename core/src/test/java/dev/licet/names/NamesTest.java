package dev.licet.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.names.Resolution.Candidate;
import dev.licet.names.Resolution.How;
import dev.licet.names.Resolution.Possible;
import dev.licet.names.Resolution.Resolved;
import dev.licet.names.Resolution.Unresolved;
import dev.licet.request.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The resolver, with names of an invented world. */
class NamesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

    private static Alias alias(NameType type, String canonical, String alias) {
        return new Alias(type, canonical, alias, LONG_AGO, Optional.empty(), "test");
    }

    private static final List<Alias> ROWS = List.of(
            alias(NameType.MODEL, "Zeta", "Zeta"),
            alias(NameType.MODEL, "Zeta-4", "Zeta 4x"),
            alias(NameType.MODEL, "Zeta Nimbus 5", "Nimbus 5"),
            alias(NameType.MODEL, "q1", "q1"),
            alias(NameType.MODEL, "q1-mini", "q1-mini"),
            alias(NameType.MODEL, "ABC-5", "ABC-5"),
            alias(NameType.MODEL, Alias.NONE, "zeta-index"),
            alias(NameType.MODEL, "Deep Blue", "Deep Blue"),
            alias(NameType.PARTY, "Zeta Labs", "Zeta Labs, L.L.C."),
            alias(NameType.PARTY, "Zeta Labs", "zeta-ai"),
            alias(NameType.PARTY, "Orion Heavy Industries Co., Ltd.", "獵戶重工"),
            alias(NameType.PARTY, "Aurora", "Aurora Inc"),
            alias(NameType.PARTY, "Aurora GmbH", "Aurora GmbH"),
            alias(NameType.PROVIDER, "Cumulus Cloud", "Cumulus"),
            alias(NameType.PROVIDER, "Cumulus Cloud", "Cumulus Model Service"),
            alias(NameType.LICENSE, "open-2.0", "Open Public License, Version 2.0"),
            alias(NameType.LICENSE, "open-3.0", "Open Public License 3"),
            alias(NameType.LICENSE, "zeta4", "Zeta 4 Community License Agreement"),
            alias(NameType.LICENSE, "rail++", "Rail++ License"),
            alias(NameType.LICENSE, Alias.UNKNOWN, "other"),
            alias(NameType.REGION, "NZ-STL", "Southland"),
            alias(NameType.REGION, "NZ-STL", "NZ-SL"),
            alias(NameType.REGION, "NZ-CIT", "Two Isles"),
            alias(NameType.REGION, "NZ-STL", "Two Isles"),
            alias(NameType.COUNTRY, "NZ", "New Zealand"),
            alias(NameType.COUNTRY, "NZ", "Aotearoa"),
            alias(NameType.COUNTRY, "CI", "Côte d'Ivoire"),
            alias(NameType.COUNTRY, "TT", "Trinidad & Tobago"),
            alias(NameType.COUNTRY, "LC", "St. Lucia"),
            alias(NameType.COUNTRY, "NZ", "QZ"),
            alias(NameType.COUNTRY, "AU", "QZ"),
            alias(NameType.COUNTRY, Alias.UNKNOWN, "XX"));

    private final Names names = Names.on(DAY, ROWS);

    private String meaning(NameType type, String name) {
        return names.resolve(type, name) instanceof Resolved resolved ? resolved.canonical() : "";
    }

    @ParameterizedTest
    @CsvSource({
        "Zeta-4, Zeta-4",
        "zeta 4, Zeta-4",
        "ZETA_4, Zeta-4",
        "zeta4, Zeta-4",
        "Zeta\u20114, Zeta-4",
        "Ze\u200Bta-4, Zeta-4",
        "\uFF3A\uFF25\uFF34\uFF21 \uFF14, Zeta-4",
        "zeta-4x, Zeta-4",
        "zeta-4.6-luna, Zeta-4",
        "zeta-4@20260101, Zeta-4",
        "zeta-4-20260101-v1:0, Zeta-4",
        "zeta-4-latest:free, Zeta-4",
        "zeta-v4p1, Zeta-4",
        "zeta-labs/zeta-4, Zeta-4",
        "cumulus/zeta-ai/zeta-4-preview, Zeta-4",
        "us-east.zeta-ai.zeta-4-v1:0, Zeta-4",
        "models/zeta-4, Zeta-4",
        "projects/p1/publishers/zeta-ai/models/zeta-4, Zeta-4",
        "zeta-ai:zeta-4, Zeta-4",
        "ft:zeta-4:acme::a1, Zeta-4",
        "Zeta Labs Zeta 4, Zeta-4",
        "zeta-mini, Zeta",
        "zeta-2, Zeta",
        "zeta-sonata-3, Zeta",
        "q1, q1",
        "q1-2026-01-01, q1",
        "q1-mini-high, q1-mini",
        "deepblue, Deep Blue",
        "DeepBlue 2, Deep Blue",
        "Nimbus 5, Zeta Nimbus 5",
        "zeta-nimbus-5-20260101, Zeta Nimbus 5"
    })
    void the_id_of_a_model_is_read_without_namespace_case_separator_and_variant(String id, String canonical) {
        assertThat(meaning(NameType.MODEL, id)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeta-index",
                "zeta-index-4",
                "zetapod",
                "zeta4all",
                "abc-5all",
                "abc-50",
                "abc5000",
                "my-zeta-4",
                "q10",
                "q1js",
                "acme/omega",
                "zeta-flow",
                "acme/zeta-flow",
                "---"
            })
    void a_name_that_only_begins_like_a_model_is_not_that_model(String id) {
        assertThat(names.resolve(NameType.MODEL, id)).isNotInstanceOf(Resolved.class);
    }

    @Test
    void words_that_no_variant_has_make_a_possible_match() {
        assertThat(names.resolve(NameType.MODEL, "zeta-flow"))
                .isEqualTo(new Possible(
                        List.of(new Candidate("Zeta", 80, "The name goes on with words (flow) that no variant has"))));
    }

    @Test
    void words_that_no_variant_has_are_a_variant_under_the_namespace_of_a_developer() {
        assertThat(meaning(NameType.MODEL, "zeta-labs/zeta-flow")).isEqualTo("Zeta");
    }

    @Test
    void another_version_of_a_model_is_a_possible_match() {
        assertThat(names.resolve(NameType.MODEL, "abc-6-mini"))
                .isEqualTo(new Possible(List.of(new Candidate("ABC-5", 90, "Another version has this name"))));
    }

    @Test
    void a_model_belongs_to_the_families_that_its_canonical_name_begins_with() {
        assertThat(names.resolve(NameType.MODEL, "nimbus-5"))
                .isEqualTo(new Resolved("Zeta Nimbus 5", How.ALIAS, List.of("Zeta")));
        assertThat(names.resolve(NameType.MODEL, "q1-mini-high"))
                .isEqualTo(new Resolved("q1-mini", How.FAMILY, List.of("q1")));
    }

    @Test
    void an_id_hints_at_the_developer_and_at_the_service() {
        ModelId id = names.model("cumulus/zeta-ai/Zeta-4-Preview:free");

        assertThat(id.bare()).isEqualTo("Zeta-4-Preview:free");
        assertThat(id.developer()).contains("Zeta Labs");
        assertThat(id.provider()).contains("Cumulus Cloud");
        assertThat(names.model("Zeta 4 on Cumulus").provider()).contains("Cumulus Cloud");
    }

    @Test
    void a_model_after_a_product_that_offers_it_is_on_the_lists_of_both() {
        Names more = names.including(NameType.MODEL, List.of("Cumulus Model Service"));

        ModelId id = more.model("Cumulus Model Service Zeta 4 Mini");
        assertThat(id.resolution())
                .isEqualTo(new Resolved("Zeta-4", How.FAMILY, List.of("Zeta", "Cumulus Model Service")));
        assertThat(id.provider()).contains("Cumulus Cloud");
    }

    @Test
    void letters_that_only_look_latin_are_read_as_latin() {
        assertThat(meaning(NameType.MODEL, "Z\u0435t\u0430-4")).isEqualTo("Zeta-4");
        assertThat(meaning(NameType.PARTY, "\u0410urora Inc")).isEqualTo("Aurora");
    }

    @Test
    void a_country_in_the_name_of_a_party_counts_little() {
        assertThat(names.resolve(NameType.PROVIDER, "Aurora New Zealand Ltd")).isInstanceOf(Unresolved.class);
        assertThat(names.resolve(NameType.PROVIDER, "Aurora Aotearoa Ltd"))
                .isEqualTo(new Possible(List.of(
                        new Candidate("Aurora", 87, "The names are alike"),
                        new Candidate("Aurora GmbH", 87, "The names are alike"))));
    }

    @Test
    void an_unknown_model_keeps_the_hints_of_its_namespace() {
        ModelId id = names.model("zeta-ai/omega-1");

        assertThat(id.resolution()).isInstanceOf(Unresolved.class);
        assertThat(id.developer()).contains("Zeta Labs");
    }

    @Test
    void a_misspelt_model_is_suggested() {
        assertThat(names.resolve(NameType.MODEL, "Depe Blue 2")).isEqualTo(new Unresolved(List.of("Deep Blue")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zeta Labs|Zeta Labs",
                "ZETA LABS, LLC|Zeta Labs",
                "Zeta Labs, L.L.C.|Zeta Labs",
                "Zeta Labs L L C|Zeta Labs",
                "The Zeta Labs|Zeta Labs",
                "ZetaLabs|Zeta Labs",
                "Zêta  Labs\u00AE|Zeta Labs",
                "Zeta Labs Limited Liability Company|Zeta Labs",
                "Orion Heavy Industries Company Limited|Orion Heavy Industries Co., Ltd.",
                "ORION HEAVY INDUSTRIES CO LTD|Orion Heavy Industries Co., Ltd.",
                "Orion Heavy Industries Ltd|Orion Heavy Industries Co., Ltd.",
                "Orion Heavy Industries|Orion Heavy Industries Co., Ltd.",
                "獵戶重工有限公司|Orion Heavy Industries Co., Ltd.",
                "Aurora, Incorporated|Aurora",
                "Aurora G.m.b.H.|Aurora GmbH"
            })
    void a_party_is_known_without_regard_to_spelling_and_legal_form(String name, String canonical) {
        assertThat(meaning(NameType.PARTY, name)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Orion Heavy Industries GmbH|Orion Heavy Industries Co., Ltd.|95",
                "Zeta Labs (Cumulus)|Zeta Labs|95",
                "Acme d/b/a Zeta Labs|Zeta Labs|95",
                "Orion Heavy Industries Group|Orion Heavy Industries Co., Ltd.|94",
                "Heavy Industries Orion|Orion Heavy Industries Co., Ltd.|99",
                "Oroin Heavy Industries|Orion Heavy Industries Co., Ltd.|98",
                "Aurora Borealis Trading|Aurora|80"
            })
    void a_name_that_is_only_alike_is_a_possible_match_with_its_score(String name, String canonical, int score) {
        Resolution resolution = names.resolve(NameType.PARTY, name);

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Possible.class,
                        possible -> assertThat(possible.candidates()).anySatisfy(candidate -> {
                            assertThat(candidate.canonical()).isEqualTo(canonical);
                            assertThat(candidate.score()).isEqualTo(score);
                        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Acme", "Auroras Anonymous", "Heavy Industries", "Zetalabsium", "Labs", "GmbH", "獵人", "Co., Ltd."
            })
    void a_party_that_resembles_nobody_is_unresolved(String name) {
        assertThat(names.resolve(NameType.PARTY, name)).isEqualTo(new Unresolved(List.of()));
    }

    @Test
    void a_provider_is_a_service_or_a_party() {
        assertThat(meaning(NameType.PROVIDER, "CUMULUS")).isEqualTo("Cumulus Cloud");
        assertThat(meaning(NameType.PROVIDER, "Zeta Labs LLC")).isEqualTo("Zeta Labs");
        assertThat(names.resolve(NameType.PARTY, "Cumulus")).isEqualTo(new Unresolved(List.of()));
        assertThat(names.resolve(NameType.PROVIDER, "Cumulus Nimbus")).isEqualTo(new Unresolved(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open-2.0|open-2.0",
                "OPEN-2.0|open-2.0",
                "Open 2|open-2.0",
                "open-2.0-only|open-2.0",
                "open-2.0-or-later|open-2.0",
                "open-2.0+|open-2.0",
                "Open Public License v2.0|open-2.0",
                "The Open Public Licence, Version 2|open-2.0",
                "zeta4|zeta4",
                "LicenseRef-Zeta-4|zeta4",
                "LicenseRef-scancode-zeta-4-license-2026|zeta4",
                "ZETA 4 COMMUNITY LICENSE|zeta4",
                "rail++|rail++"
            })
    void a_license_is_known_by_id_reference_and_title(String name, String canonical) {
        assertThat(meaning(NameType.LICENSE, name)).isEqualTo(canonical);
    }

    @Test
    void a_license_that_is_not_one_text_is_unresolved_and_says_what_to_write() {
        assertThat(names.resolve(NameType.LICENSE, "Open Public License"))
                .isEqualTo(new Unresolved(List.of("open-2.0", "open-3.0")));
        assertThat(names.resolve(NameType.LICENSE, "open-2.0 OR zeta4"))
                .isEqualTo(new Unresolved(List.of("open-2.0", "zeta4")));
        assertThat(names.resolve(NameType.LICENSE, "open-2.0 with additional terms"))
                .isEqualTo(new Unresolved(List.of()));
        assertThat(names.resolve(NameType.LICENSE, "other")).isEqualTo(new Unresolved(List.of("unknown")));
        assertThat(names.resolve(NameType.LICENSE, "rail")).isNotInstanceOf(Resolved.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NZ|NZ",
                "nz|NZ",
                "NZL|NZ",
                "new zealand|NZ",
                "Zealand, New|NZ",
                "N.Z.|NZ",
                "COTE D\u2019IVOIRE|CI",
                "Trinidad and Tobago|TT",
                "Saint Lucia|LC"
            })
    void a_country_is_known_by_code_and_name(String name, String code) {
        assertThat(meaning(NameType.COUNTRY, name)).isEqualTo(code);
    }

    @Test
    void a_country_by_its_code_is_as_written() {
        assertThat(names.resolve(NameType.COUNTRY, "NZ")).isEqualTo(new Resolved("NZ", How.WRITTEN, List.of()));
    }

    @Test
    void a_country_that_is_not_one_is_unresolved_and_says_what_to_write() {
        assertThat(names.resolve(NameType.COUNTRY, "QZ")).isEqualTo(new Unresolved(List.of("AU", "NZ")));
        assertThat(names.resolve(NameType.COUNTRY, "XX")).isEqualTo(new Unresolved(List.of("unknown")));
        assertThat(names.resolve(NameType.COUNTRY, "Nwe Zealand")).isEqualTo(new Unresolved(List.of("NZ")));
        assertThat(names.resolve(NameType.COUNTRY, "Southland")).isEqualTo(new Unresolved(List.of("NZ-STL")));
        assertThat(new Unresolved(List.of("AU", "NZ")).maybe()).isEqualTo("Maybe write AU or NZ.");
        assertThat(new Unresolved(List.of()).maybe()).isEqualTo("Maybe it is misspelt.");
    }

    @Test
    void a_region_is_looked_up_in_its_country() {
        Country country = Country.of("NZ");

        assertThat(names.region(country, "NZ-STL")).isEqualTo(new Resolved("NZ-STL", How.WRITTEN, List.of()));
        assertThat(names.region(country, "nz_sl")).isEqualTo(new Resolved("NZ-STL", How.ALIAS, List.of()));
        assertThat(names.region(country, "SL")).isEqualTo(new Resolved("NZ-STL", How.ALIAS, List.of()));
        assertThat(names.region(country, "southland")).isEqualTo(new Resolved("NZ-STL", How.ALIAS, List.of()));
        assertThat(names.region(country, "NZ-Southland")).isEqualTo(new Resolved("NZ-STL", How.ALIAS, List.of()));
        assertThat(names.region(country, "Southland, Aotearoa"))
                .isEqualTo(new Resolved("NZ-STL", How.ALIAS, List.of()));
        assertThat(names.resolve(NameType.REGION, "Aotearoa: Southland"))
                .isEqualTo(new Resolved("NZ-STL", How.ALIAS, List.of()));
        assertThat(names.region(country, "NZ-ZZZ")).isEqualTo(new Unresolved(List.of()));
        assertThat(names.region(country, "Two Isles")).isEqualTo(new Unresolved(List.of("NZ-CIT", "NZ-STL")));
        assertThat(names.region(Country.of("FR"), "Southland")).isEqualTo(new Unresolved(List.of("NZ-STL")));
        assertThat(names.holdsRegionsOf(country)).isTrue();
        assertThat(names.holdsRegionsOf(Country.of("FR"))).isFalse();
    }

    @Test
    void an_alias_holds_between_its_days() {
        var rows = new ArrayList<>(ROWS);
        rows.add(new Alias(
                NameType.MODEL,
                "Zeta",
                "Bravo",
                LocalDate.parse("2026-01-01"),
                Optional.of(LocalDate.parse("2026-02-01")),
                "test"));
        Names then = Names.on(LocalDate.parse("2026-01-31"), rows);

        assertThat(then.resolve(NameType.MODEL, "Bravo")).isInstanceOf(Resolved.class);
        assertThat(then.on(LocalDate.parse("2025-12-31")).resolve(NameType.MODEL, "Bravo"))
                .isInstanceOf(Unresolved.class);
        assertThat(then.on(LocalDate.parse("2026-02-01")).resolve(NameType.MODEL, "Bravo"))
                .isInstanceOf(Unresolved.class);
    }

    @Test
    void a_name_on_a_list_is_what_its_alias_says_or_a_name_of_its_own() {
        Names more = names.including(
                NameType.PARTY,
                List.of("Zeta Labs LLC", "Vega Systems", "Vega Systems Co., Ltd.", "Vega Systems GmbH"));

        assertThat(more.resolve(NameType.PARTY, "zeta labs"))
                .isEqualTo(new Resolved("Zeta Labs", How.ALIAS, List.of()));
        assertThat(more.resolve(NameType.PARTY, "VEGA SYSTEMS LIMITED"))
                .isInstanceOfSatisfying(
                        Resolved.class,
                        resolved -> assertThat(resolved.canonical()).isEqualTo("Vega Systems"));
        assertThat(more.resolve(NameType.PARTY, "Vega Systems GmbH"))
                .isInstanceOfSatisfying(
                        Resolved.class,
                        resolved -> assertThat(resolved.canonical()).isEqualTo("Vega Systems"));
        assertThat(names.resolve(NameType.PARTY, "Vega Systems")).isInstanceOf(Unresolved.class);
    }

    @Test
    void a_model_on_a_list_is_narrower_than_its_family() {
        Names more = names.including(NameType.MODEL, List.of("Zeta-4 Edge"));

        assertThat(more.resolve(NameType.MODEL, "zeta-ai/zeta-4-edge-20260101"))
                .isEqualTo(new Resolved("Zeta-4 Edge", How.FAMILY, List.of("Zeta-4", "Zeta")));
    }

    @Test
    void no_text_breaks_it_and_a_canonical_name_means_itself() {
        String signs = "zeta4q1-abc_ /.:@()&+,'\u0430\u200B\uD800\u7375 5vGmbHL.C\u00E9";
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            NameType type = NameType.values()[i % NameType.values().length];
            if (names.resolve(type, text.toString()) instanceof Resolved resolved) {
                assertThat(names.resolve(type, resolved.canonical()))
                        .as(text.toString())
                        .isInstanceOfSatisfying(
                                Resolved.class,
                                again -> assertThat(again.canonical()).isEqualTo(resolved.canonical()));
            }
        }
    }

    @Test
    void the_order_of_the_rows_says_nothing() {
        var reversed = new ArrayList<>(ROWS);
        Collections.reverse(reversed);
        Names other = Names.on(DAY, reversed);

        for (Alias row : ROWS) {
            assertThat(other.resolve(row.type(), row.alias())).isEqualTo(names.resolve(row.type(), row.alias()));
        }
    }
}
