package dev.licet.desk;

import static dev.licet.desk.Run.licet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.Decision;
import dev.licet.facts.TransferKind;
import dev.licet.law.Stance;
import dev.licet.request.Model;
import dev.licet.request.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class TimelineTest {

    /** Made by the build, where people may look it up. */
    private static final Path SVG = Path.of("target", "timeline.svg");

    private static final String ASKED =
            "timeline --packs guardrails --packs us-export --closed --origin US --training-compute 3e26"
                    + " --to IN --kind weights --from 2024-04-01 --until 2025-07-01";

    private static JsonNode timeline;
    private static Picture picture;

    @BeforeAll
    static void draw() throws IOException {
        Run run = licet((ASKED + " --json --svg " + SVG).split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        timeline = Json.MAPPER.readTree(run.out());
        picture = Picture.of(SVG);
    }

    @Test
    void it_changes_when_the_guardrails_begin_and_on_the_compliance_day_of_4E091() {
        var spans = new ArrayList<List<String>>();
        timeline.get("spans")
                .forEach(span -> spans.add(List.of(
                        span.get("from").asText(),
                        span.get("outcome").asText(),
                        span.at("/stanceLayers/AS_ENFORCED/EXPORT_LAW").asText())));

        // A part of the export law is in a pack that is not loaded.
        assertThat(spans)
                .containsExactly(
                        List.of("2024-04-01", "UNDETERMINED", "UNDETERMINED"),
                        List.of("2024-05-08", "UNDETERMINED", "UNDETERMINED"),
                        List.of("2025-05-15", "LICENSE_REQUIRED", "UNDETERMINED"));
        assertThat(timeline.at("/spans/1/causes").toString()).contains("guardrails.closed-us-models comes into force");
        assertThat(timeline.at("/spans/2/causes").toString())
                .contains(
                        "us.eccn-4e091 changes from \\\"not binding\\\" to \\\"in force as written, announced as not enforced\\\"");
    }

    @Test
    void every_day_of_a_year_is_decided_as_its_span_says() {
        Licet licet = Licet.of(List.of(RulePack.bundled("guardrails"), RulePack.bundled("us-export")));
        Model model = Model.named("M")
                .developer("unnamed", "US")
                .closed()
                .trainingCompute(3e26)
                .build();
        LocalDate day = LocalDate.parse(timeline.get("from").asText());
        int days = 0;
        for (JsonNode span : timeline.get("spans")) {
            assertThat(span.get("from").asText()).isEqualTo(day.toString());
            for (; day.toString().compareTo(span.get("until").asText()) < 0; day = day.plusDays(1), days++) {
                Decision decision = licet.decide(
                        model, Transfer.of(TransferKind.WEIGHTS).to("IN").on(day));
                assertThat(decision.outcome().name())
                        .isEqualTo(span.get("outcome").asText());
                for (Stance stance : Stance.values()) {
                    var layers = new TreeMap<String, String>();
                    decision.layers().get(stance).forEach((layer, outcome) -> layers.put(layer.name(), outcome.name()));
                    var told = new TreeMap<String, String>();
                    span.at("/stanceLayers/" + stance)
                            .properties()
                            .forEach(layer ->
                                    told.put(layer.getKey(), layer.getValue().asText()));
                    assertThat(told).as("%s", day).isEqualTo(layers);
                }
            }
        }
        assertThat(day).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(days).isGreaterThan(365);
    }

    @Test
    void the_strips_show_the_layers_of_the_spans() {
        List<Element> stretches = picture.of("rect", "stretch");

        assertThat(stretches)
                .filteredOn(one -> one.getAttribute("data-strip").equals("Export law"))
                .extracting(
                        one -> one.getAttribute("data-from"),
                        one -> one.getAttribute("data-until"),
                        one -> one.getAttribute("data-outcome"),
                        one -> one.getAttribute("fill"))
                .containsExactly(
                        tuple("2024-04-01", "2025-05-15", "UNDETERMINED", "url(#UNDETERMINED)"),
                        tuple("2025-05-15", "2025-07-01", "LICENSE_REQUIRED", "url(#LICENSE_REQUIRED)"));
        assertThat(stretches)
                .filteredOn(one -> one.getAttribute("data-strip").equals("House policy"))
                .extracting(one -> one.getAttribute("data-from"), one -> one.getAttribute("data-outcome"))
                .containsExactly(tuple("2024-04-01", ""), tuple("2024-05-08", "PERMITTED"));
        assertThat(stretches)
                .extracting(one -> one.getAttribute("data-strip"))
                .contains("Outcome", "Outcome, as enforced", "Export law, as enforced")
                .doesNotContain("House policy, as enforced", "Sanctions");
        // As long as the days it stands for.
        Element last = stretches.stream()
                .filter(one -> one.getAttribute("data-from").equals("2025-05-15"))
                .findFirst()
                .orElseThrow();
        double all = Double.parseDouble(stretches.stream()
                .filter(one -> one.getAttribute("data-until").equals("2025-07-01")
                        && one.getAttribute("data-from").equals("2024-04-01"))
                .findFirst()
                .orElseThrow()
                .getAttribute("width"));
        assertThat(Double.parseDouble(last.getAttribute("width"))).isCloseTo(all * 47 / 456, within(0.2));
    }

    @Test
    void the_changes_are_numbered_and_explained_below() {
        assertThat(picture.of("path", "legalChanges")).hasSize(2);
        String causes = String.join(
                " ",
                picture.of("text", "cause").stream()
                        .map(Element::getTextContent)
                        .toList());
        assertThat(causes)
                .contains("2024-05-08: guardrails.", "2025-05-15: ", "us.eccn-4e091 changes from \"not binding\"");
        assertThat(picture.texts()).contains("1", "2");
    }

    @Test
    void the_legend_looks_as_the_strips_do() {
        assertThat(picture.of("g", "legend")).hasSize(5).allSatisfy(one -> {
            String outcome = one.getAttribute("data-outcome");
            assertThat(one.getTextContent().strip()).isEqualTo(outcome);
            String fill = ((Element) one.getElementsByTagName("rect").item(0)).getAttribute("fill");
            picture.of("rect", "stretch").stream()
                    .filter(stretch -> stretch.getAttribute("data-outcome").equals(outcome))
                    .forEach(stretch -> assertThat(stretch.getAttribute("fill")).isEqualTo(fill));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-14, 2025-05-16, 1",
        "2025-05-01, 2025-06-15, 1",
        "2025-01-01, 2025-12-31, 4",
        "2024-04-01, 2027-01-01, 4",
        "2014-04-01, 2044-01-01, 4",
        "2025-01-01, 9999-01-01, 1"
    })
    void days_below_the_strips_do_not_touch(String from, String until, int fewest) throws IOException {
        Path file = Path.of("target", "days.svg");
        Run run = licet(("timeline --packs guardrails --closed --origin US --to CN --kind weights --from " + from
                        + " --until " + until + " --svg " + file)
                .split(" "));
        assertThat(run.status()).isZero();

        List<Element> days = Picture.of(file).of("text", "day");
        assertThat(days).hasSizeGreaterThanOrEqualTo(fewest);
        for (int i = 0; i < days.size(); i++) {
            double x = Double.parseDouble(days.get(i).getAttribute("x"));
            double half = Svg.width(days.get(i).getTextContent(), 11) / 2;
            assertThat(x + half).isLessThanOrEqualTo(960);
            if (i > 0) {
                assertThat(x - Double.parseDouble(days.get(i - 1).getAttribute("x")))
                        .isGreaterThan(2 * half);
            }
        }
    }

    @Test
    void the_table_for_people_names_the_causes() {
        Run run = licet(
                "timeline --packs guardrails --closed --origin US --to CN --kind weights --from 2024-01-01 --until 2025-01-01"
                        .split(" "));

        assertThat(run.out())
                .contains(
                        "2024-01-01  UNDETERMINED",
                        "2024-05-08  LICENSE_REQUIRED",
                        "house policy LICENSE_REQUIRED",
                        "guardrails.closed-us-models comes",
                        "until 2025-01-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--closed --to CN | --from | 2025-01-01",
                "--closed --to CN --from 2025-01-01 | --until | Maybe",
                "--closed --to CN --from today --until 2025-01-01 | (today) | 2025-01-31",
                "--closed --to CN --from 2025-01-01 --until 2025-01-01 | (2025-01-01) | swapped",
                "--closed --to CN,RU --from 2025-01-01 --until 2026-01-01 | [CN, RU] | on its own",
                "--closed --to CN --on 2025-01-01 --from 2025-01-01 --until 2026-01-01 | --on | --from and --until",
                "--from 2025-01-01 --until 2026-01-01 | Nothing was asked | begin with",
            })
    void a_wrong_command_line_is_refused_with_a_remedy(String asked, String message, String remedy) {
        Run run = licet(("timeline " + asked).split(" "));

        assertThat(run.status()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message, remedy);
    }

    @Test
    void the_picture_needs_nothing_else() throws IOException {
        assertThat(Files.readString(SVG)).doesNotContain("href", "<script", "<image", "NaN");
    }
}
