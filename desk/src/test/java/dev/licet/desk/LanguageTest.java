package dev.licet.desk;

import static dev.licet.desk.Run.fed;
import static dev.licet.desk.Run.licet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and pictures in German. */
class LanguageTest {

    private static final String[] CLOSED = {"--packs", "guardrails", "--closed", "--origin", "US", "--kind", "weights"};
    private static final String CATALOGUE =
            "[{\"model\": {\"name\": \"M\", \"developers\": [{\"name\": \"A\", \"country\": \"US\"}], \"release\": \"HOSTED\"}}]";

    private static Run closed(String command, String... more) {
        return licet(Stream.of(new String[] {command}, CLOSED, more)
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    @Test
    void the_table_of_a_map_is_German() {
        assertThat(closed("map", "--on", "2026-11-23", "--lang", "de").lines())
                .startsWith(
                        "unbenanntes Modell, Gewichte, am 2026-11-23, nach dem Wortlaut",
                        "ERGEBNIS          GRUND                              LÄNDER");
    }

    @Test
    void the_table_of_models_is_German() {
        Run run = fed(
                CATALOGUE, "models --packs guardrails --to CN --kind api --on 2026-11-23 --lang de-CH -".split(" "));

        assertThat(run.lines())
                .startsWith(
                        "Zugang über eine API, nach CN, am 2026-11-23",
                        "ERGEBNIS          GRUND                              MODELLE");
    }

    @Test
    void the_table_of_a_timeline_is_German() {
        Run run = closed(
                "timeline",
                "--to",
                "CN",
                "--from",
                "2024-05-07",
                "--until",
                "2024-05-10",
                "--lang",
                "de",
                "--width",
                "120");

        assertThat(run.lines().get(0))
                .isEqualTo("unbenanntes Modell, Gewichte, nach CN, 2024-05-07 bis 2024-05-09, nach dem Wortlaut");
        assertThat(run.lines().get(1)).matches("AB +ERGEBNIS +JE EBENE +URSACHE");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Hausregeln LICENSE_REQUIRED", "guardrails.closed-us-models tritt in")
                .endsWith("bis ausschließlich 2024-05-10 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"map --on 2026-11-23", "timeline --to CN --from 2024-05-07 --until 2024-05-10"})
    void a_picture_has_the_language_of_the_table(String command, @TempDir Path folder) throws IOException {
        Path german = folder.resolve("german.svg");
        Path english = folder.resolve("english.svg");
        String[] asked = command.split(" ");
        String[] days = Stream.of(asked).skip(1).toArray(String[]::new);
        closed(asked[0], with(days, "--svg", german.toString(), "--lang", "de"));
        closed(asked[0], with(days, "--svg", english.toString()));

        Set<String> shared = texts(english);
        shared.retainAll(texts(german));
        shared.removeIf(text -> text.contains("():"));
        // What both have is numbers, days, outcomes, ids, and names of countries.
        assertThat(shared).noneMatch(text -> text.matches(".*\\b(the|of|not|to|on|no|how|where|countries)\\b.*"));
        assertThat(texts(german)).anyMatch(text -> text.startsWith("unbenanntes Modell, Gewichte"));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static Set<String> texts(Path picture) throws IOException {
        return Pattern.compile(">([^<>]*\\p{L}[^<>]*)<")
                .matcher(Files.readString(picture))
                .results()
                .map(found -> found.group(1))
                .map(text -> text.replaceAll("\\S*\\.\\S*|[A-Z_]{2,}", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void json_has_no_language() {
        Run run = closed("map", "--on", "2026-11-23", "--json", "--lang", "de");

        assertThat(run.status()).isEqualTo(Main.USAGE);
        assertThat(run.err()).contains("The option --lang is for people", "Maybe leave it out.");
    }

    @Test
    void a_language_without_words_is_refused() {
        Run run = closed("map", "--on", "2026-11-23", "--lang", "fr");

        assertThat(run.status()).isEqualTo(Main.USAGE);
        assertThat(run.err()).contains("'--lang' (fr)", "Maybe one of [de, en] is meant.");
    }

    @Test
    void every_language_has_the_keys_and_the_gaps_of_English() throws IOException {
        Properties english = words("en");
        Properties german = words("de");

        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(gaps(german.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
        }
    }

    private static Properties words(String language) throws IOException {
        String file = "words_%s.properties".formatted(language);
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            var words = new Properties();
            words.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
            return words;
        }
    }

    private static Set<String> gaps(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
