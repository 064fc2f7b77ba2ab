package dev.licet.desk;

import static dev.licet.desk.Run.licet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.WorldMap;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.request.Country;
import dev.licet.request.Model;
import dev.licet.request.Transfer;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class MapTest {

    /** Made by the build, where people may look it up. */
    private static final Path SVG = Path.of("target", "map.svg");

    private static final String[] ASKED = {
        "map",
        "--packs",
        "guardrails",
        "--packs",
        "us-export",
        "--packs",
        "us-end-users",
        "--model",
        "A \"B\" & <C>",
        "--closed",
        "--origin",
        "US",
        "--kind",
        "weights",
        "--on",
        "2026-11-23"
    };

    private static WorldMap map;
    private static JsonNode json;
    private static Picture picture;

    @BeforeAll
    static void draw() throws IOException {
        map = Licet.of(List.of(
                        RulePack.bundled("guardrails"),
                        RulePack.bundled("us-export"),
                        RulePack.bundled("us-end-users")))
                .map(
                        Model.named("A \"B\" & <C>")
                                .developer("unnamed", "US")
                                .closed()
                                .build(),
                        Transfer.of(TransferKind.WEIGHTS).on(LocalDate.of(2026, 11, 23)));
        var all = new ArrayList<>(List.of(ASKED));
        all.addAll(List.of("--json", "--svg", SVG.toString()));
        Run run = licet(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        json = Json.MAPPER.readTree(run.out());
        picture = Picture.of(SVG);
    }

    private static Map<String, Outcome> decided() {
        var outcomes = new TreeMap<String, Outcome>();
        map.decisions().forEach((country, decision) -> outcomes.put(country.code(), decision.outcome()));
        return outcomes;
    }

    @Test
    void the_table_has_each_country_once_with_its_outcome_and_its_rules() {
        var told = new TreeMap<String, Outcome>();
        json.get("groups")
                .forEach(group -> group.get("countries").forEach(code -> {
                    assertThat(told.put(
                                    code.asText(),
                                    Outcome.valueOf(group.get("outcome").asText())))
                            .isNull();
                    List<String> rules = new ArrayList<>();
                    group.get("rules").forEach(rule -> rules.add(rule.asText()));
                    assertThat(rules)
                            .isEqualTo(map.decisions()
                                    .get(Country.of(code.asText()))
                                    .rulesBehind());
                }));
        assertThat(told).isEqualTo(decided());
    }

    @Test
    void it_says_what_the_guardrails_are_for() {
        assertThat(decided())
                .containsEntry("CN", Outcome.LICENSE_REQUIRED)
                .containsEntry("HK", Outcome.LICENSE_REQUIRED)
                .containsEntry("RU", Outcome.LICENSE_REQUIRED);
        assertThat(map.decisions().get(Country.of("MO")).decidingRules()).contains("guardrails.closed-us-models");
        assertThat(map.decisions().get(Country.of("BR")).decidingRules()).doesNotContain("guardrails.closed-us-models");
    }

    @Test
    void every_country_is_drawn_as_its_outcome_or_named_as_missing() {
        Map<String, Outcome> drawn = picture.of("path", "country").stream()
                .collect(Collectors.toMap(
                        path -> path.getAttribute("id"),
                        path -> Outcome.valueOf(path.getAttribute("data-outcome")),
                        (one, other) -> {
                            throw new AssertionError("drawn twice");
                        },
                        TreeMap::new));
        var missing = new TreeSet<>(decided().keySet());
        missing.removeAll(drawn.keySet());

        assertThat(missing).containsExactly("BV", "GI", "TV", "UM");
        assertThat(decided()).containsAllEntriesOf(drawn);
        String notes = String.join(
                " ",
                picture.of("text", "note").stream().map(Element::getTextContent).toList());
        missing.forEach(code -> assertThat(notes).contains("(" + code + ")"));
        missing.stream()
                .map(decided()::get)
                .distinct()
                .forEach(outcome -> assertThat(notes).contains(outcome + ": "));
    }

    @Test
    void fills_distinguish_outcomes_by_color_and_by_pattern() {
        Map<String, Set<String>> fills = picture.of("path", "country").stream()
                .collect(Collectors.groupingBy(
                        path -> path.getAttribute("data-outcome"),
                        TreeMap::new,
                        Collectors.mapping(path -> path.getAttribute("fill"), Collectors.toCollection(TreeSet::new))));
        assertThat(fills).hasSizeGreaterThan(2);
        fills.forEach((outcome, used) ->
                assertThat(used).containsExactly(outcome.equals("PERMITTED") ? "#009E73" : "url(#" + outcome + ")"));

        var colours = new TreeSet<String>(Set.of("#009E73"));
        var patterns = new TreeSet<String>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.PERMITTED) {
                Element pattern = picture.byId("pattern", outcome.name());
                colours.add(((Element) pattern.getElementsByTagName("rect").item(0)).getAttribute("fill"));
                patterns.add(((Element) pattern.getElementsByTagName("path").item(0)).getAttribute("d"));
            }
        }
        assertThat(colours).hasSize(5);
        assertThat(patterns).hasSize(4);
    }

    @Test
    void the_legend_counts_what_was_decided_and_looks_as_the_map_does() {
        List<Element> legend = picture.of("g", "legend");

        assertThat(legend)
                .extracting(one -> one.getAttribute("data-outcome"))
                .containsExactly("PERMITTED", "CONDITIONAL", "UNDETERMINED", "LICENSE_REQUIRED", "PROHIBITED");
        for (Element one : legend) {
            String outcome = one.getAttribute("data-outcome");
            long count = decided().values().stream()
                    .filter(decided -> decided.name().equals(outcome))
                    .count();
            assertThat(one.getTextContent().strip())
                    .isEqualTo(outcome + ": " + count + (count == 1 ? " country" : " countries"));
            String fill = ((Element) one.getElementsByTagName("rect").item(0)).getAttribute("fill");
            picture.of("path", "country").stream()
                    .filter(path -> path.getAttribute("data-outcome").equals(outcome))
                    .forEach(path -> assertThat(path.getAttribute("fill")).isEqualTo(fill));
            String mark = ((Element) one.getElementsByTagName("path").item(0)).getAttribute("d");
            picture.of("path", "mark").stream()
                    .filter(path -> path.getAttribute("data-outcome").equals(outcome))
                    .forEach(path -> assertThat(path.getAttribute("d")).isEqualTo(mark));
        }
    }

    @Test
    void every_country_and_mark_shows_its_name_outcome_and_reason() {
        for (Element path : picture.of("path", "country")) {
            Country country = Country.of(path.getAttribute("id"));
            String title = Picture.title(path);
            assertThat(title)
                    .contains("(" + country + ")", decided().get(country.code()).name());
            map.decisions().get(country).decidingRules().stream()
                    .limit(3)
                    .forEach(rule -> assertThat(title).contains(rule));
        }
        assertThat(Picture.title(picture.byId("path", "CN"))).startsWith("China (CN): LICENSE_REQUIRED");
        assertThat(Picture.title(picture.byId("path", "SG-mark"))).startsWith("Singapore (SG): ");
    }

    @Test
    void small_places_have_marks_that_do_not_hide_each_other() {
        Map<String, Element> marks = picture.of("path", "mark").stream()
                .collect(Collectors.toMap(path -> path.getAttribute("id"), path -> path));
        assertThat(marks)
                .containsKeys("SG-mark", "HK-mark", "BH-mark", "MO-mark", "MT-mark", "LU-mark", "VA-mark")
                .doesNotContainKeys("CN-mark", "BE-mark");
        marks.forEach((id, mark) -> assertThat(mark.getAttribute("data-outcome"))
                .isEqualTo(decided().get(id.substring(0, 2)).name()));
        List<double[]> places = marks.values().stream()
                .map(mark -> mark.getAttribute("transform")
                        .replaceAll("[^\\d.,-]", "")
                        .split(","))
                .map(at -> new double[] {Double.parseDouble(at[0]), Double.parseDouble(at[1])})
                .toList();
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Math.hypot(places.get(i)[0] - places.get(j)[0], places.get(i)[1] - places.get(j)[1]))
                        .isGreaterThan(6.8);
            }
        }
    }

    @Test
    void what_is_no_country_is_grey_and_named() {
        assertThat(picture.of("path", "undecided"))
                .extracting(Picture::title)
                .extracting(title -> title.substring(0, title.indexOf(':')))
                .containsExactlyInAnyOrder("N. Cyprus", "Siachen Glacier", "Somaliland");
        assertThat(picture.of("path", "undecided"))
                .extracting(path -> path.getAttribute("fill"))
                .containsOnly("#D9D9D9");
        assertThat(String.join(" ", picture.texts()))
                .contains("Natural Earth", "N. Cyprus, Siachen Glacier, Somaliland");
    }

    /** Towns and the middle of lands, each in its country and in no other; some beyond the edge, around the pole, or far away. */
    @ParameterizedTest
    @CsvSource({
        "CN, 116.4, 39.9",
        "RU, 37.6, 55.7",
        "RU, -175, 66.5",
        "RU, 177, 64.5",
        "US, -100, 40",
        "US, -150, 65",
        "AQ, 0, -85",
        "AQ, 179, -85",
        "FJ, 178, -17.8",
        "GF, -53, 4",
        "SJ, 16, 78.5",
        "FR, 2.3, 47",
        "NO, 10, 61",
        "GL, -40, 72",
        "AU, 134, -25",
        "XK, 20.9, 42.6",
        "TW, 121, 23.7",
        "EH, -10.5, 26.1",
        "LS, 28.2, -29.6",
        "KP, 127, 40.3"
    })
    void a_place_lies_in_its_country_and_in_no_other(String code, double longitude, double latitude) {
        double scale = (960 - 2 * 16) / (2 * EqualEarth.project(180, 0).x());
        EqualEarth.Point point = EqualEarth.project(longitude, latitude);
        double x = 480 + scale * point.x();
        double y = 52 + scale * (EqualEarth.project(0, 90).y() - point.y());

        assertThat(picture.of("path", "country"))
                .filteredOn(path -> {
                    Path2D outline = Picture.outline(path);
                    return outline.contains(x, y);
                })
                .extracting(path -> path.getAttribute("id"))
                .containsExactly(code);
    }

    @Test
    void the_projection_is_that_of_the_literature_and_keeps_areas() {
        // The example in the documentation of PROJ.
        assertThat(EqualEarth.project(122, 47).x()).isEqualTo(1.55, within(0.005));
        assertThat(EqualEarth.project(122, 47).y()).isEqualTo(0.89, within(0.005));
        for (int latitude = -85; latitude <= 85; latitude += 10) {
            double height = EqualEarth.project(0, latitude + 0.05).y()
                    - EqualEarth.project(0, latitude - 0.05).y();
            double width = EqualEarth.project(1, latitude).x();
            double sphere = Math.toRadians(1)
                    * (Math.sin(Math.toRadians(latitude + 0.05)) - Math.sin(Math.toRadians(latitude - 0.05)));
            assertThat(height * width / sphere).as("at %s", latitude).isEqualTo(1, within(1e-4));
        }
    }

    @Test
    void the_picture_names_the_request_and_needs_nothing_else() throws IOException {
        assertThat(picture.texts()).contains("A \"B\" & <C>, weights, on 2026-11-23, as written");
        assertThat(Files.readString(SVG)).doesNotContain("href", "<script", "<image", "NaN", "Infinity");
        double right = 960;
        for (Element text : picture.all("text")) {
            assertThat(Double.parseDouble(text.getAttribute("x"))
                            + Svg.width(text.getTextContent(), Double.parseDouble(text.getAttribute("font-size"))))
                    .as(text.getTextContent())
                    .isLessThanOrEqualTo(right);
        }
    }

    @Test
    void the_table_for_people_has_every_country_and_keeps_to_the_width() {
        Run run = licet(
                "map",
                "--packs",
                "guardrails",
                "--closed",
                "--origin",
                "US",
                "--kind",
                "weights",
                "--on",
                "2026-11-23",
                "--width",
                "60");

        assertThat(run.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(run.out()).contains("guardrails.closed-us", "6: CN HK IR KP MO", "PERMITTED", "244: AD AE");
        assertThat(List.of(run.out().split("\\s+")))
                .containsAll(Country.all().stream().map(Country::code).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to CN --closed | --to | licet decide",
                "--on 2026-11-23 | Nothing was asked | begin with",
                "--closed --svg a --svg b | --svg | leave all but one out",
                "--closed --width 5 | (5) | 40",
                "--closed --nothing | --nothing | Maybe",
                "--closed --lists no.such --packs guardrails | (no.such) | Maybe",
            })
    void a_wrong_command_line_is_refused_with_a_remedy(String asked, String message, String remedy) {
        Run run = licet(("map " + asked).split(" "));

        assertThat(run.status()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message, remedy);
    }

    @Test
    void a_picture_that_cannot_be_written_is_no_success(@TempDir Path folder) {
        Run run = licet(
                "map",
                "--packs",
                "guardrails",
                "--closed",
                "--origin",
                "US",
                "--kind",
                "weights",
                "--svg",
                folder.toString());

        assertThat(run.status()).isEqualTo(Decide.UNWRITABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors().get(0)).contains("no day was named");
    }
}
