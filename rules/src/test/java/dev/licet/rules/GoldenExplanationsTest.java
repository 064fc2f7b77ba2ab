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
import dev.licet.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String told = told(NAME.matcher(name));
        Path file = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("licet.golden.write")) {
            Files.writeString(file, told);
        }
        assertThat(told).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }

    @Test
    void thereIsAGoldenFileForEachAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files).hasSize(5);
        }
    }

    private static String told(Matcher name) throws IOException {
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
                decision.explain(),
                "Near misses",
                WhyNot.explain(near, Form.TEXT, Locale.ENGLISH),
                licet.changes(decision).explain(Form.TEXT, Locale.ENGLISH),
                licet.changes(decision, true).explain(Form.TEXT, Locale.ENGLISH));
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
