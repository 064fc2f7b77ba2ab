package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.facts.Artifact;
import dev.licet.facts.TransferKind;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Rule;
import dev.licet.law.Status;
import dev.licet.pack.Coverage;
import dev.licet.pack.NamedList;
import dev.licet.pack.PackContents;
import dev.licet.pack.RuleFile;
import dev.licet.pack.Verb;
import dev.licet.vocabulary.Expr;
import dev.licet.vocabulary.FactType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packs say they hold is no more than what their rules examine, and no less than what binds. */
class CoverageTest {

    private static final List<PackContents> PACKS = PackContents.folders(Path.of(""));

    /** A license that says nothing; {@code licenses.unread} asks of it. */
    private static final String UNNAMED = "licenses.unnamed";

    @Test
    void every_pack_says_what_it_holds() {
        assertThat(PACKS)
                .hasSize(14)
                .allMatch(pack -> !pack.aliases().isEmpty()
                        || pack.properties().get("files").contains("coverage.csv"));
    }

    @Test
    void red_flags_alone_and_plans_hold_nothing() {
        assertThat(PACKS.stream()
                        .filter(pack ->
                                pack.coverage().isEmpty() && pack.aliases().isEmpty())
                        .map(PackContents::name))
                .containsExactly("other-exporters", "pending");
        assertThat(pack("other-exporters").files()).noneMatch(CoverageTest::binds);
        assertThat(pack("pending").files()).noneMatch(CoverageTest::binds);
    }

    @Test
    void every_layer_in_which_a_rule_binds_is_in_the_coverage_of_its_pack() {
        for (PackContents pack : PACKS) {
            Set<Layer> binding = pack.files().stream()
                    .filter(CoverageTest::binds)
                    .map(file -> file.rule().layer())
                    .collect(Collectors.toSet());

            assertThat(pack.coverage())
                    .as(pack.name())
                    .extracting(Coverage::layer)
                    .containsAll(binding);
        }
    }

    @Test
    void every_country_whose_law_or_policy_binds_is_a_holder() {
        var holders = new TreeSet<String>();
        for (PackContents pack : PACKS) {
            for (RuleFile file : pack.files()) {
                Layer layer = file.rule().layer();
                if (binds(file) && (layer == Layer.DESTINATION_LAW || layer == Layer.RECIPIENT_POLICY)) {
                    for (String country : countries(pack, file)) {
                        assertThat(rows(pack, layer))
                                .as("%s in %s", country, file.rule().id())
                                .anyMatch(row -> row.isOf(country, file.rule().since()));
                        holders.add(country);
                    }
                }
            }
        }
        assertThat(holders).contains("AU", "CN", "FR", "IN", "IT", "KR", "TW");
    }

    @Test
    void every_provider_with_a_rule_is_a_holder() {
        PackContents pack = pack("providers");

        Set<String> asked = asked(pack, FactType.PROVIDER);
        // Google under the name of a service.
        asked.remove("providers.google-cloud");

        assertThat(lists(rows(pack, Layer.PROVIDER_TERMS))).isEqualTo(asked).hasSize(7);
    }

    @Test
    void every_license_with_a_rule_is_a_holder() {
        PackContents pack = pack("model-licenses");
        Set<String> asked = asked(pack, FactType.LICENSES);
        asked.addAll(asked(pack, FactType.TEACHER_LICENSES));
        asked.remove(UNNAMED);

        assertThat(lists(rows(pack, Layer.MODEL_LICENSE))).isEqualTo(asked).hasSize(26);
    }

    @Test
    void a_license_is_held_for_no_kind_that_no_rule_on_it_examines() {
        PackContents pack = pack("model-licenses");

        for (Coverage row : pack.coverage()) {
            String list = row.list().orElseThrow().name();
            for (TransferKind kind : row.kinds()) {
                assertThat(pack.files())
                        .as("%s of %s", kind, row.holder())
                        .anyMatch(file -> asks(file, FactType.LICENSES, list) && examines(file, kind));
            }
        }
    }

    @Test
    void providers_are_held_for_no_kind_that_no_rule_examines() {
        PackContents pack = pack("providers");

        assertThat(pack.coverage())
                .flatExtracting(Coverage::kinds)
                .allMatch(kind -> pack.files().stream()
                        .anyMatch(file -> binds(file) && asksOf(file, FactType.ARTIFACT) && examines(file, kind)));
    }

    @Test
    void nothing_is_held_before_a_rule_of_its_pack_and_layer_applies() {
        for (PackContents pack : PACKS) {
            for (Coverage row : pack.coverage()) {
                assertThat(pack.files())
                        .as("%s of %s in %s", row.layer(), row.holder(), pack.name())
                        .anyMatch(file -> file.rule().layer() == row.layer()
                                && !file.rule().since().isAfter(row.since()));
            }
        }
    }

    @Test
    void nothing_was_checked_after_the_pack_was_looked_up() {
        for (PackContents pack : PACKS) {
            assertThat(pack.coverage().stream().flatMap(row -> row.checked().stream()))
                    .as(pack.name())
                    .allMatch(day -> !day.isAfter(pack.asOf()));
        }
    }

    @ParameterizedTest(name = "{0} of {1} for {2} on {3}")
    @CsvSource({
        // The United States: from the day with which most rules and lists begin, and while the books are fresh.
        "EXPORT_LAW, US, API, 2024-01-01",
        "EXPORT_LAW, US, WEIGHTS, 2026-11-23",
        "EXPORT_LAW, US, COMPUTE, 2027-01-19",
        "SANCTIONS, US, OUTPUT, 2027-01-27",
        // What comes into China and into the Union.
        "DESTINATION_LAW, CN, APP, 2023-08-15",
        "DESTINATION_LAW, CN, OUTPUT, 2025-09-01",
        "DESTINATION_LAW, FR, WEIGHTS, 2025-08-02",
        "DESTINATION_LAW, DE, API, 2026-08-01",
        "RECIPIENT_POLICY, CN, SOFTWARE, 2025-10-10",
        // Providers and licenses, by any of their names.
        "PROVIDER_TERMS, OpenAI OpCo LLC, API, 2023-03-01",
        "PROVIDER_TERMS, anthropic pbc, API, 2027-02-21",
        "PROVIDER_TERMS, Azure, APP, 2024-05-09",
        "MODEL_LICENSE, apache-2.0, WEIGHTS, 2030-01-01",
        "MODEL_LICENSE, llama2, OUTPUT, 2024-06-01",
        "MODEL_LICENSE, Llama3.3, WEIGHTS, 2025-02-01",
        "MODEL_LICENSE, llama3.3, API, 2026-11-23",
        "MODEL_LICENSE, tencent-license, APP, 2026-11-23",
        "MODEL_LICENSE, apache-2.0, FINE_TUNING, 2026-11-23",
        "MODEL_LICENSE, gpl-3.0, SOFTWARE, 2026-11-23",
    })
    void what_the_registers_hold_is_held(Layer layer, String holder, TransferKind kind, LocalDate day) {
        assertThat(held(layer, holder, kind, day)).isTrue();
    }

    @ParameterizedTest(name = "{0} of {1} for {2} on {3}")
    @CsvSource({
        // Days of which nothing is held, and days after which the books are too old.
        "EXPORT_LAW, US, WEIGHTS, 1999-11-23",
        "EXPORT_LAW, US, WEIGHTS, 2016-08-31",
        "EXPORT_LAW, US, WEIGHTS, 2018-01-01",
        "EXPORT_LAW, US, API, 2023-12-31",
        "EXPORT_LAW, US, API, 2027-01-20",
        "EXPORT_LAW, US, API, 2030-01-01",
        "SANCTIONS, US, API, 2018-01-01",
        "SANCTIONS, US, API, 2027-01-28",
        "DESTINATION_LAW, CN, APP, 2023-08-14",
        "DESTINATION_LAW, FR, WEIGHTS, 2025-08-01",
        "DESTINATION_LAW, DE, API, 2026-08-02",
        "RECIPIENT_POLICY, CN, SOFTWARE, 2025-10-09",
        "PROVIDER_TERMS, OpenAI, API, 2023-02-28",
        "PROVIDER_TERMS, Anthropic, API, 2027-02-22",
        "MODEL_LICENSE, llama3.3, WEIGHTS, 2024-12-05",
        // What rules examine in part only, or with red flags.
        "EXPORT_LAW, US, HARDWARE, 2026-11-23",
        "EXPORT_LAW, US, OUTPUT, 2026-11-23",
        "EXPORT_LAW, US, ACQUISITION, 2026-11-23",
        "EXPORT_LAW, GB, WEIGHTS, 2026-11-23",
        "EXPORT_LAW, FR, WEIGHTS, 2026-11-23",
        "EXPORT_LAW, CN, WEIGHTS, 2026-11-23",
        "EXPORT_LAW, KR, API, 2026-03-01",
        "EXPORT_LAW, JP, WEIGHTS, 2026-03-01",
        "SANCTIONS, GB, API, 2026-11-23",
        "SANCTIONS, FR, API, 2026-11-23",
        "DESTINATION_LAW, IT, APP, 2025-03-01",
        "RECIPIENT_POLICY, AU, APP, 2025-03-01",
        "RECIPIENT_POLICY, HK, API, 2025-03-01",
        "PROVIDER_TERMS, Mistral AI, API, 2026-11-23",
        "MODEL_LICENSE, mrl, WEIGHTS, 2026-11-23",
        // What the licenses ask of output.
        "MODEL_LICENSE, deepseek, OUTPUT, 2026-11-23",
        // Places of which no pack speaks.
        "EXPORT_LAW, BR, API, 2026-03-01",
        "EXPORT_LAW, CA, WEIGHTS, 2026-03-01",
        "SANCTIONS, BR, API, 2026-03-01",
        "DESTINATION_LAW, KR, APP, 2026-03-01",
        "DESTINATION_LAW, NG, API, 2026-03-01",
        "DESTINATION_LAW, GB, API, 2026-11-23",
        "DESTINATION_LAW, HK, API, 2026-11-23",
        "PROVIDER_TERMS, xAI, API, 2026-11-23",
        "MODEL_LICENSE, falcon-llm-license, WEIGHTS, 2026-11-23",
        "MODEL_LICENSE, other, WEIGHTS, 2026-11-23",
    })
    void what_they_do_not_hold_is_a_gap(Layer layer, String holder, TransferKind kind, LocalDate day) {
        assertThat(held(layer, holder, kind, day)).isFalse();
    }

    private static boolean held(Layer layer, String holder, TransferKind kind, LocalDate day) {
        return PACKS.stream().anyMatch(pack -> pack.holds(layer, holder, kind, day));
    }

    private static PackContents pack(String name) {
        return PACKS.stream()
                .filter(pack -> pack.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Coverage> rows(PackContents pack, Layer layer) {
        return pack.coverage().stream().filter(row -> row.layer() == layer).toList();
    }

    private static Set<String> lists(List<Coverage> rows) {
        return rows.stream()
                .map(row -> row.list().map(NamedList::name).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a rule forbids, demands or imposes something, and is no plan on its last day. */
    private static boolean binds(RuleFile file) {
        Rule rule = file.rule();
        LocalDate last = rule.until().map(end -> end.minusDays(1)).orElse(LocalDate.of(2026, 11, 23));
        return rule.statusOn(last) != Status.PENDING
                && file.verbs().stream()
                        .anyMatch(verb -> verb instanceof Verb.Find find && find.effect() != Effect.FLAG);
    }

    private static boolean examines(RuleFile file, TransferKind kind) {
        return file.conditions().stream()
                .filter(condition -> condition.type() == FactType.ARTIFACT)
                .allMatch(condition -> condition.test(new Artifact(kind)));
    }

    /** The countries to which something goes when a rule matches. */
    private static Set<String> countries(PackContents pack, RuleFile file) {
        var countries = new TreeSet<String>();
        file.conditions().stream()
                .filter(condition -> condition.type() == FactType.DESTINATION)
                .flatMap(condition -> condition.tests())
                .forEach(test -> {
                    String asked = test.arguments().get(0);
                    if (test.member().name().equals("is")) {
                        countries.add(asked);
                    } else {
                        pack.lists().stream()
                                .filter(list -> list.name().equals(asked))
                                .forEach(list ->
                                        countries.addAll(list.keysOn(file.rule().since())));
                    }
                });
        return countries;
    }

    private static boolean asksOf(RuleFile file, FactType type) {
        return file.conditions().stream().anyMatch(condition -> condition.type() == type);
    }

    private static boolean asks(RuleFile file, FactType type, String list) {
        return arguments(file, type).anyMatch(list::equals);
    }

    private static Set<String> asked(PackContents pack, FactType type) {
        return pack.files().stream()
                .flatMap(file -> arguments(file, type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> arguments(RuleFile file, FactType type) {
        return file.conditions().stream()
                .filter(condition -> condition.type() == type)
                .flatMap(condition -> condition.tests())
                .filter(test -> test.comparison() == Expr.Comparison.HOLDS)
                .flatMap(test -> test.arguments().stream());
    }
}
