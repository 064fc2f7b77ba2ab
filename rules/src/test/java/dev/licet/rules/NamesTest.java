package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.licet.names.Alias;
import dev.licet.names.AliasFile;
import dev.licet.names.NameType;
import dev.licet.names.Names;
import dev.licet.names.Resolution;
import dev.licet.names.Resolution.Possible;
import dev.licet.names.Resolution.Resolved;
import dev.licet.names.Resolution.Unresolved;
import dev.licet.request.Country;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The tables of names, with the names on the lists of all packs. */
class NamesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final List<Alias> ROWS = rows();
    private static final Names NAMES = withLists(Names.on(DAY, ROWS));

    private static List<Alias> rows() {
        try (Stream<Path> files = Files.list(Path.of("names", "lists"))) {
            var rows = new ArrayList<Alias>();
            for (Path file : files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                rows.addAll(AliasFile.read(file.toString(), Files.readString(file)));
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Names withLists(Names names) {
        return names.including(NameType.MODEL, keys("model"))
                .including(NameType.PARTY, keys("party"))
                .including(NameType.LICENSE, keys("license"))
                .including(NameType.REGION, keys("region"));
    }

    /** What the lists of all packs name, other than countries. */
    private static Set<String> keys(String column) {
        try {
            var keys = new TreeSet<String>();
            for (Path pack : Packs.folders()) {
                Path lists = pack.resolve("lists");
                if (Files.exists(lists)) {
                    try (Stream<Path> files = Files.list(lists)) {
                        for (Path file :
                                files.filter(file -> !file.startsWith("names")).toList()) {
                            try (CsvReader<NamedCsvRecord> csv =
                                    CsvReader.builder().ofNamedCsvRecord(file)) {
                                csv.stream()
                                        .filter(row -> row.getHeader().contains(column))
                                        .forEach(row -> keys.add(row.getField(column)));
                            }
                        }
                    }
                }
            }
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name it means; "?" and the first name it may mean; "~" and what is suggested; or nothing. */
    private static String written(Resolution resolution) {
        if (resolution instanceof Resolved resolved) {
            return resolved.canonical();
        }
        if (resolution instanceof Possible possible) {
            return "?" + possible.candidates().get(0).canonical();
        }
        List<String> suggestions = ((Unresolved) resolution).suggestions();
        return suggestions.isEmpty() ? "" : "~" + String.join(" ", suggestions);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "names.csv", useHeadersInDisplayName = true)
    void a_name_means_what_the_people_who_write_it_mean(NameType type, String name, String means) {
        Resolution resolution = NAMES.resolve(type, name);

        if (means == null) {
            assertThat(resolution).isInstanceOf(Unresolved.class);
        } else {
            assertThat(written(resolution)).isEqualTo(means);
        }
    }

    @Test
    void every_alias_means_one_thing_but_for_those_that_are_known_to_mean_several() {
        Set<String> several = new TreeSet<>();
        for (Alias row : ROWS) {
            boolean reserved =
                    row.canonical().equals(Alias.NONE) || row.canonical().equals(Alias.UNKNOWN);
            if (!(NAMES.resolve(row.type(), row.alias()) instanceof Resolved resolved)) {
                if (!reserved) {
                    several.add(row.alias());
                }
            } else {
                assertThat(resolved.canonical()).as(row.toString()).isEqualTo(row.canonical());
            }
        }

        assertThat(several)
                .containsExactlyInAnyOrder(
                        "AN",
                        "ANT",
                        "Netherlands Antilles",
                        "CS",
                        "CSK",
                        "SCG",
                        "Czechoslovakia",
                        "Serbia and Montenegro",
                        "SU",
                        "SUN",
                        "USSR",
                        "Soviet Union",
                        "YU",
                        "YUG",
                        "Yugoslavia",
                        "Congo",
                        "Korea",
                        "Saint Martin",
                        "St. Martin",
                        "Virgin Islands",
                        "Donbas",
                        "Donbass",
                        "Donetsk",
                        "Luhansk",
                        "Lugansk",
                        "UA-DONETSK",
                        "UA-LUHANSK",
                        "UA-LUGANSK");
    }

    @Test
    void every_name_on_a_list_means_one_thing() {
        for (NameType type : List.of(NameType.MODEL, NameType.PARTY, NameType.LICENSE, NameType.REGION)) {
            for (String key : keys(type.name().toLowerCase(Locale.ROOT))) {
                Resolution resolution = NAMES.resolve(type, key);
                if (key.equals("other")) {
                    assertThat(resolution).isInstanceOf(Unresolved.class);
                } else {
                    assertThat(resolution)
                            .as("%s %s", type, key)
                            .isInstanceOfSatisfying(
                                    Resolved.class,
                                    resolved -> assertThat(resolved.how()).isNotEqualTo(Resolution.How.FAMILY));
                }
            }
        }
    }

    @Test
    void the_names_of_one_provider_stay_on_one_list() throws IOException {
        var owner = new TreeMap<String, String>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(Path.of("providers", "lists", "parties.csv"))) {
            // Google's cloud is on the list of Google as well.
            csv.stream()
                    .filter(row -> !row.getField("list").equals("google-cloud"))
                    .forEach(row -> {
                        String canonical = written(NAMES.resolve(NameType.PROVIDER, row.getField("party")));
                        assertThat(owner.merge(canonical, row.getField("list"), (one, other) -> one))
                                .as(canonical)
                                .isEqualTo(row.getField("list"));
                    });
        }
    }

    @Test
    void a_variant_of_a_model_is_on_the_lists_of_its_family() {
        assertThat(((Resolved) NAMES.resolve(NameType.MODEL, "o3-mini-high")).all())
                .containsExactly("o3-mini", "o3");
        assertThat(((Resolved) NAMES.resolve(NameType.MODEL, "mythos-5-preview")).all())
                .containsExactly("Claude Mythos 5", "Claude");
        assertThat(((Resolved) NAMES.resolve(NameType.MODEL, "Sora 2 Pro")).all())
                .containsExactly("Sora 2", "Sora");
    }

    @Test
    void an_id_hints_at_its_developer_and_at_its_gateway() {
        assertThat(NAMES.model("meta-llama/Llama-3.2-1B").developer()).contains("Meta");
        assertThat(NAMES.model("anthropic/claude-tempest").developer()).contains("Anthropic");
        assertThat(NAMES.model("openai/zeta").developer()).contains("OpenAI");
        assertThat(NAMES.model("vertex_ai/gemini-1.5-pro").provider()).contains("Google Cloud");
        assertThat(NAMES.model("bedrock/anthropic.claude-v2").provider()).contains("Amazon Bedrock");
        assertThat(NAMES.model("openrouter/openai/gpt-4o").provider()).contains("OpenRouter");
        assertThat(NAMES.model("meta-llama/Llama-3.2-1B").bare()).isEqualTo("Llama-3.2-1B");
    }

    @Test
    void a_region_that_no_table_holds_is_never_elsewhere() {
        var ukraine = Country.of("UA");

        assertThat(written(NAMES.region(ukraine, "14"))).isEqualTo("UA-14");
        assertThat(written(NAMES.region(ukraine, "dpr"))).isEqualTo("UA-DNR");
        assertThat(NAMES.region(ukraine, "UA-ABC")).isInstanceOf(Unresolved.class);
        assertThat(written(NAMES.region(Country.of("RU"), "Crimea"))).isEqualTo("~UA-CRIMEA");
    }
}
