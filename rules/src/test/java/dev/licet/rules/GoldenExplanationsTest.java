package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.Decision;
import dev.licet.answer.Form;
import dev.licet.answer.WhyNot;
import dev.licet.law.Layer;
import dev.licet.law.Rule;
import dev.licet.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people read of five worked cases: the decision, the rules that came near, and what would change it. After a wanted change of
 * words: {@code mvn -pl rules -am test -Dtest=GoldenExplanationsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dlicet.golden.write=true}, then read the difference beside the law.
 */
class GoldenExplanationsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/licet/rules/golden");
    private static final List<String> NOT_ASKED =
            List.of("case", "outcome", "enforced", "rules", "asks", "ref", "doubt");
    private static final Pattern NAME = Pattern.compile("(across-layers|united-states)-(\\d+)-.*");
    private static final int NEAR = 5;

    /** Common words that German does not have. */
    private static final String[] ENGLISH =
            ("the of and or not is are be were would may if that which with without to for from by"
                            + " on at as it its has have than more less any none others all each only yes no country list"
                            + " recipient exporter provider model weights license licenses release training compute origin"
                            + " destination owner owners held made owned military civil company public access facts because"
                            + " assumed possible unknown rule rules law policy change changes lead leads milder outcome")
                    .split(" ");

    private static Licet licet;

    @BeforeAll
    static void allPacks() {
        licet = Licet.of(RulePack.folders(Path.of("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "across-layers-03-majority-owned-from-china",
                "across-layers-11-tokyo-subsidiary-of-a-chinese-parent",
                "across-layers-22-llama-vision-to-germany",
                "united-states-18-student-of-a-closed-teacher",
                "across-layers-44-hosted-model-to-iran"
            })
    void a_worked_case_is_explained_as_in_its_golden_file(String name) throws IOException {
        assertGolden(name, Locale.ENGLISH);
        assertGolden(name + "-de", Locale.GERMAN);
    }

    private static void assertGolden(String name, Locale language) throws IOException {
        String text = explanation(NAME.matcher(name), language);
        Path file = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("licet.golden.write")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }

    @Test
    void German_explanations_have_no_English_words_but_those_of_rules() throws IOException {
        List<String> cites = RulePack.folders(Path.of("")).stream()
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::cite)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            List<Path> german =
                    files.filter(file -> file.toString().endsWith("-de.txt")).toList();
            assertThat(german).hasSize(5);
            for (Path file : german) {
                String text =
                        Files.readString(file).replaceFirst("Case: .*", "").replaceAll("\\s+", " ");
                // Two ids of licenses that say nothing.
                text = text.replace("other oder unknown", " ");
                for (String quoted : cites) {
                    text = text.replace(quoted, " ");
                }
                assertThat(text.replaceAll("„[^“]*“|https?:\\S+|\\b[A-Z]{2,}\\b", " ")
                                .toLowerCase(Locale.ROOT)
                                .split("[^\\p{L}.:_-]+"))
                        .as(file.toString())
                        .hasSizeGreaterThan(300)
                        .doesNotContain(ENGLISH);
            }
        }
    }

    @Test
    void thereIsAGoldenFileForEachAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files).hasSize(10);
        }
    }

    private static String explanation(Matcher name, Locale language) throws IOException {
        assertThat(name.matches()).isTrue();
        NamedCsvRecord row = row(Path.of("worked-cases", name.group(1) + ".csv"), Integer.parseInt(name.group(2)));
        Map<String, String> asked = new LinkedHashMap<>(row.getFieldsAsMap());
        NOT_ASKED.forEach(asked::remove);
        Stream.of(Layer.values()).map(Layer::name).forEach(asked::remove);
        Decision decision = licet.decide(Request.ofRow(asked));
        assertThat(decision.outcome().name()).isEqualTo(row.getField("outcome"));
        List<WhyNot> near = licet.whyNot(decision).subList(0, NEAR);
        return String.join(
                "\n",
                "Case: " + row.getField("case") + "\n",
                decision.explain(100, language),
                WhyNot.explain(near, Form.TEXT, language),
                licet.changes(decision).explain(Form.TEXT, language),
                licet.changes(decision, true).explain(Form.TEXT, language));
    }

    private static NamedCsvRecord row(Path table, int line) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(table)) {
            return csv.stream()
                    .filter(record -> record.getStartingLineNumber() == line)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
