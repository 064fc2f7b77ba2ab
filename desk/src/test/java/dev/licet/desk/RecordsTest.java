package dev.licet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.Decision;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import dev.licet.verify.Manifest;
import dev.licet.verify.Verification;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** {@code licet verify} and {@code licet replay}, by the two packs whose answers the tests know and by all. */
class RecordsTest {
    private static final int RECORDS = Integer.getInteger("licet.records", 400);
    private static final int ALTERATIONS = Integer.getInteger("licet.alterations", 2_000);
    private static final List<String> PACKS = List.of("guardrails", "us-export");
    /** That of the whole, not one of an answer. */
    private static final String OUTCOME = "\"outcome\":\"%s\"";

    private static final Licet LICET = Licet.of(RulePack.bundled().stream()
            .filter(pack -> PACKS.contains(pack.name()))
            .toList());

    /** The days of the random records. */
    private static final List<String> DAYS = List.of("2024-06-01", "2025-05-14", "2025-06-01", "2026-11-23");

    @TempDir
    private static Path folder;

    private static Path manifests;

    @BeforeAll
    static void manifestsAreWritten() throws Exception {
        Run run =
                Run.licet("manifest", "--packs", "guardrails", "--packs", "us-export", "--on", String.join(",", DAYS));
        assertThat(run.status()).isZero();
        manifests = Files.writeString(folder.resolve("laws.ndjson"), run.out());
    }

    private static Run verify(String records) {
        return Run.fed(records, "verify", "--manifest", manifests.toString(), "-");
    }

    private static Run replay(String records) {
        return Run.fed(records, "replay", "--packs", "guardrails", "--packs", "us-export", "-");
    }

    private static String lines(List<String> records) {
        return String.join("\n", records) + "\n";
    }

    /** Records of random requests, most of which leave something open. */
    private static List<String> records(Licet licet, int many, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    Licet asked = licet.under(random.nextInt(4) == 0 ? Stance.AS_ENFORCED : Stance.AS_WRITTEN);
                    return (random.nextInt(6) == 0 ? asked.strict() : asked)
                            .decide(Request.of(document(random, i)))
                            .toJson();
                })
                .toList();
    }

    private static Map<String, Object> document(Random random, int i) {
        var model = new TreeMap<String, Object>(Map.of("name", "Model \u0131\u0130/~ \"" + i + "\""));
        put(random, model, "release", "HOSTED", "WEIGHTS_PUBLIC", "WEIGHTS_GATED_AUTO", "INTERNAL");
        put(random, model, "trainingCompute", 1e22, 5e25, 3e26, Map.of("atLeast", 5e25, "atMost", 2e26));
        put(random, model, "developers", developers("US"), developers("US", "FR"), developers("CN"), developers("GB"));
        put(random, model, "license", "mit", "llama3.1", "proprietary");
        var transfer = new TreeMap<String, Object>(Map.of("on", DAYS.get(random.nextInt(DAYS.size()))));
        put(random, transfer, "kind", "WEIGHTS", "API", "SOURCE_CODE", "TECHNOLOGY", "COMPUTE");
        put(random, transfer, "destination", "CN", "GB", "IR", "UA", "US", "BR", "RU");
        put(random, transfer, "endUse", "CIVIL", "MILITARY");
        put(random, transfer, "classification", "EAR99", "4E091", "3A090.a");
        var recipient = new TreeMap<String, Object>(Map.of("name", "Acme"));
        put(random, recipient, "headquarters", "CN", "GB", "US");
        put(random, recipient, "type", "COMPANY", "INDIVIDUAL", "GOVERNMENT");
        put(random, recipient, "nationality", "CN", "GB");
        transfer.put("recipient", recipient);
        return Map.of("model", model, "transfer", transfer);
    }

    private static List<Map<String, Object>> developers(String... countries) {
        return List.of(countries).stream()
                .<Map<String, Object>>map(country -> Map.of("name", "of " + country, "country", country))
                .toList();
    }

    private static void put(Random random, Map<String, Object> tree, String field, Object... values) {
        int dice = random.nextInt(10);
        if (dice < 7) {
            tree.put(field, values[random.nextInt(values.length)]);
        } else if (dice < 8) {
            tree.put(field, "unknown");
        }
    }

    @Test
    void random_records_hold_and_come_out_again_to_the_byte() {
        String records = lines(records(LICET, RECORDS, 1));
        Run verified = verify(records);
        Run replayed = replay(records);

        assertThat(verified).isEqualTo(new Run(0, RECORDS + " of " + RECORDS + " records are consistent\n", ""));
        assertThat(replayed)
                .isEqualTo(new Run(0, RECORDS + " of " + RECORDS + " records are the same to the byte\n", ""));
        for (String shown : List.of(
                OUTCOME.formatted("PERMITTED"),
                OUTCOME.formatted("UNDETERMINED"),
                OUTCOME.formatted("LICENSE_REQUIRED"),
                "\"strict\":true",
                "\"stance\":\"AS_ENFORCED\",",
                "\"exceptions\":[",
                "\"basis\":\"POSSIBLE\"")) {
            assertThat(records.contains(shown)).as(shown).isTrue();
        }
    }

    @Test
    void records_of_all_packs_hold_and_come_out_again() throws Exception {
        Licet all = Licet.standard();
        for (String record : records(all, RECORDS / 10, 2)) {
            Map<String, Object> tree = Json.MAPPER.readValue(record, Json.OBJECT);
            Manifest law = all.manifest(LocalDate.parse(
                    Json.MAPPER.readTree(record).at("/request/transfer/on").asText()));
            assertThat(Verification.of(tree, record, List.of(law)).faults())
                    .as(record)
                    .isEmpty();
            assertThat(all.replay(tree).differences()).as(record).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Pacific/Kiritimati", "ar, America/Los_Angeles", "ar-SA, Pacific/Kiritimati"})
    void what_one_machine_has_recorded_another_replays(String locale, String zone) {
        List<String> records = records(LICET, 40, 3);
        Locale home = Locale.getDefault();
        TimeZone here = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertThat(records(LICET, 40, 3)).isEqualTo(records);
            assertThat(replay(lines(records)).status()).isZero();
            assertThat(verify(lines(records)).status()).isZero();
        } finally {
            Locale.setDefault(home);
            TimeZone.setDefault(here);
        }
    }

    @Test
    void eight_threads_replay_and_verify_as_one() throws Exception {
        List<String> records = records(LICET, 50, 4);
        List<Manifest> laws = laws();
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        for (String record : records) {
                            Map<String, Object> tree = Json.MAPPER.readValue(record, Json.OBJECT);
                            if (!LICET.replay(tree).decision().toJson().equals(record)
                                    || !Verification.of(tree, record, laws).holds()) {
                                return false;
                            }
                        }
                        return true;
                    })
                    .toList();
            for (Future<Boolean> same : pool.invokeAll(tasks)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Manifest> laws() {
        return DAYS.stream()
                .map(LocalDate::parse)
                .map(LICET::manifest)
                .distinct()
                .toList();
    }

    @Test
    void no_character_of_a_record_can_be_altered_unseen() {
        List<String> records = records(LICET, 50, 5);
        List<Manifest> laws = laws();
        var random = new Random(6);
        var caught = new TreeMap<String, Integer>();
        for (int i = 0; i < ALTERATIONS; i++) {
            String altered = altered(records.get(random.nextInt(records.size())), random);
            caught.merge(
                    caught(altered, tree -> Verification.of(tree, altered, laws).holds()), 1, Integer::sum);
            caught.merge(
                    caught(
                            altered,
                            tree -> Verification.of(tree, altered, List.of()).holds()),
                    1,
                    Integer::sum);
        }

        assertThat(caught).containsOnlyKeys("no JSON", "a fault");
        assertThat(caught.values()).allMatch(times -> times > ALTERATIONS / 20);
    }

    @Test
    void no_character_of_a_manifest_can_be_altered_unseen() {
        String manifest = laws().get(0).toJson();
        var random = new Random(7);
        var caught = new TreeMap<String, Integer>();
        for (int i = 0; i < ALTERATIONS; i++) {
            String altered = altered(manifest, random);
            caught.merge(caught(altered, tree -> isRead(tree, altered)), 1, Integer::sum);
        }

        assertThat(caught).containsOnlyKeys("no JSON", "a fault");
        assertThat(caught.values()).allMatch(times -> times > ALTERATIONS / 20);
    }

    private static boolean isRead(Map<String, Object> tree, String json) {
        try {
            Manifest.of(tree, json);
            return true;
        } catch (IllegalArgumentException unsound) {
            return false;
        }
    }

    private static String altered(String record, Random random) {
        int at = random.nextInt(record.length());
        String signs = "abcxyzAEITUW0123456789 ._-\":,{}[]\\\u0131";
        String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
        return switch (random.nextInt(3)) {
            case 0 -> record.substring(0, at) + record.substring(at + 1);
            case 1 -> record.substring(0, at) + sign + record.substring(at);
            default ->
                record.startsWith(sign, at)
                        ? altered(record, random)
                        : record.substring(0, at) + sign + record.substring(at + 1);
        };
    }

    /** How an alteration is caught; empty if it is not. */
    private static String caught(String altered, Predicate<Map<String, Object>> holds) {
        try {
            Map<String, Object> tree =
                    Json.tree(Json.MAPPER.readerFor(Object.class).readValue(altered));
            return holds.test(tree) ? "" : "a fault";
        } catch (JsonProcessingException | ClassCastException noRecord) {
            return "no JSON";
        }
    }

    /** Where a value of a record can be altered. */
    private record Leaf(String pointer, Runnable alter) {}

    @Test
    void replay_names_the_very_place_of_an_altered_value() throws Exception {
        var random = new Random(7);
        int named = 0;
        int refused = 0;
        for (String record : records(LICET, 60, 8)) {
            for (int i = 0; i < 7; i++) {
                Map<String, Object> tree = Json.MAPPER.readValue(record, Json.OBJECT);
                var leaves = new ArrayList<Leaf>();
                collect(tree, "", leaves);
                Leaf leaf = leaves.get(random.nextInt(leaves.size()));
                leaf.alter().run();
                try {
                    String first = LICET.replay(tree).first().orElseThrow().place();
                    // A name is the place of what it names; and what decides nothing is told by the digest.
                    boolean asked = leaf.pointer().matches("/(request/.*|stance|strict)");
                    if (!asked) {
                        String name = leaf.pointer().replaceAll("/(rule|effect|fact|name)$", "");
                        assertThat(first).isIn(leaf.pointer(), name);
                    }
                    named++;
                } catch (IllegalArgumentException unreadable) {
                    assertThat(leaf.pointer()).matches("/(request/.*|stance|schema)");
                    assertThat(unreadable).hasMessageContaining("\nMaybe ");
                    refused++;
                }
            }
        }
        assertThat(named).isGreaterThan(200);
        assertThat(refused).isPositive();
    }

    private static void collect(Object tree, String at, List<Leaf> leaves) {
        if (tree instanceof Map<?, ?>) {
            Map<String, Object> map = Json.tree(tree);
            new TreeSet<>(map.keySet()).forEach(field -> {
                String place = at + "/" + field;
                collect(map.get(field), place, leaves);
                if (map.get(field) instanceof String text) {
                    leaves.add(new Leaf(place, () -> map.put(field, text + "x")));
                } else if (map.get(field) instanceof Boolean flag) {
                    leaves.add(new Leaf(place, () -> map.put(field, !flag)));
                }
            });
        } else if (tree instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                collect(items.get(i), at + "/" + i, leaves);
            }
        }
    }

    @Test
    void each_record_that_differs_has_a_line() {
        List<String> records = records(LICET, 50, 9).stream()
                .filter(record -> record.contains(OUTCOME.formatted("LICENSE_REQUIRED")))
                .limit(3)
                .toList();
        String altered = records.get(1).replace(OUTCOME.formatted("LICENSE_REQUIRED"), OUTCOME.formatted("PERMITTED"));
        String all = lines(List.of(records.get(0), altered, records.get(2)));

        Run verified = verify(all);
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.lines())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0))
                        .isEqualTo("standard input:2: /outcome: (PERMITTED) is not the strictest of the layers"))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("standard input:2: /digest: (sha256:"))
                .satisfies(lines -> assertThat(lines.get(2)).isEqualTo("2 of 3 records are consistent"));
        Run replayed = replay(all);
        assertThat(replayed.status()).isEqualTo(1);
        assertThat(replayed.lines()).hasSize(2);
        assertThat(replayed.lines().get(0)).startsWith("standard input:2: /outcome: recorded \"PERMITTED\", now \"");
    }

    @Test
    void other_packs_name_the_pack_first_and_then_the_rule() {
        Decision decision = LICET.decide(Request.ofRow(
                Map.of("release", "HOSTED", "origin", "US", "to", "CN", "kind", "WEIGHTS", "on", "2026-11-23")));
        Run run = Run.fed(decision.toJson() + "\n", "replay", "--packs", "us-export", "-");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0)).startsWith("standard input:1: /law: recorded \"sha256:");
        assertThat(run.lines().get(1))
                .startsWith("standard input:1: the answer differs at /findings/0: rule guardrails.closed-us-models"
                        + " REQUIRE_LICENSE: recorded {");
        assertThat(LICET.replay(decision.record()).first()).isEmpty();
        Run told = Run.fed(
                decision.toJson() + "\n", "replay", "--packs", "us-export", "--manifest", manifests.toString(), "-");
        assertThat(told.lines().get(0))
                .startsWith("standard input:1: /law/packs/0: pack guardrails: recorded {")
                .endsWith(", now nothing");
    }

    @Test
    void without_a_manifest_it_is_told_what_is_not_checked() {
        Run run = Run.fed(lines(records(LICET, 2, 15)), "verify", "-");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        "2 of 2 records hold in themselves; in 2 the layers, days and conditions of rules are not checked,"
                                + " without the manifest of the law\n");
    }

    @Test
    void the_manifest_of_another_law_is_refused() throws Exception {
        Path other = Files.writeString(
                folder.resolve("other.json"),
                Run.licet("manifest", "--on", "2026-11-23").out());
        String records = lines(records(LICET, 2, 16));
        Run verified = Run.fed(records, "verify", "--manifest", other.toString(), "-");
        Run replayed = Run.fed(records, "replay", "--manifest", other.toString(), "-");

        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.lines().get(0)).startsWith("standard input:1: /law: (sha256:");
        assertThat(replayed.status()).isEqualTo(2);
        assertThat(replayed.errors().get(0)).startsWith("standard input:1: The law of the record (sha256:");
        assertThat(replayed.errors().get(1)).startsWith("Maybe ");
    }

    @Test
    void a_manifest_that_cannot_be_read_is_told() throws Exception {
        String manifest = laws().get(0).toJson();
        for (String content :
                List.of("", "x", "[]", manifest.replaceFirst("guardrails", "guardrail"), manifest + "}")) {
            Path file = Files.writeString(folder.resolve("broken.json"), content);
            Run run = Run.fed(lines(records(LICET, 1, 17)), "verify", "--manifest", file.toString(), "-");

            assertThat(run.status()).as(content).isEqualTo(64);
            assertThat(run.err()).as(content).contains("option '--manifest' (", "\nMaybe ");
        }
        assertThat(Run.licet("verify", "--manifest", "nowhere.json", "-").status())
                .isEqualTo(64);
        assertThat(Run.licet("manifest", "--on", "2026-02-30").err())
                .contains("option '--on' (2026-02-30)", "\nMaybe ");
    }

    @Test
    void days_with_one_law_give_one_manifest() {
        Run run = Run.licet("manifest", "--packs", "guardrails", "--on", "2026-11-22,2026-11-23,2024-01-01");

        assertThat(run.lines()).hasSize(2);
    }

    @Test
    void an_altered_part_of_the_request_that_decides_nothing_is_named_as_such() {
        String record = records(LICET, 1, 10).get(0);
        Run run = replay(record.replace("\"name\":\"Acme\"", "\"name\":\"Bcme\"") + "\n");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines().get(0)).startsWith("standard input:1: /digest: recorded ");
        assertThat(run.lines().get(1)).contains("the digest was altered, or a part of /request");
    }

    @Test
    void unreadable_lines_are_reported_with_place_and_remedy_and_the_others_are_done() {
        List<String> records = records(LICET, 2, 11);
        String all = lines(List.of(
                records.get(0),
                "{\"model\":",
                "{\"schema\":\"https://licet.dev/schema/record-1.json\"}",
                "[1]",
                "",
                records.get(1)));
        Run replayed = replay(all);

        assertThat(replayed.status()).isEqualTo(2);
        assertThat(replayed.out()).isEqualTo("2 of 5 records are the same to the byte\n");
        assertThat(replayed.errors())
                .hasSize(6)
                .satisfies(errors -> assertThat(errors.get(0)).startsWith("standard input:2: The JSON is broken"))
                .satisfies(errors -> assertThat(errors.get(2)).contains(":3: The schema of the record (", "record-1"))
                .satisfies(errors -> assertThat(errors.get(4)).contains(":4: The record is not an object."));
        assertThat(IntStream.of(1, 3, 5).mapToObj(replayed.errors()::get)).allMatch(line -> line.startsWith("Maybe "));
        Run verified = verify(all);
        assertThat(verified.status()).isEqualTo(2);
        assertThat(verified.out()).endsWith("2 of 5 records are consistent\n").contains("standard input:3: /schema: (");
    }

    @Test
    void a_record_over_several_lines_or_an_array_is_read_too() throws Exception {
        List<String> records = records(LICET, 2, 12);
        String pretty =
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Json.MAPPER.readTree(records.get(0)));
        String array = "[" + String.join(",\n", records) + "]";

        assertThat(List.of(verify(pretty).out(), replay(pretty).out()))
                .containsExactly("1 of 1 record is consistent\n", "1 of 1 record is the same to the byte\n");
        assertThat(List.of(verify(array).out(), replay(array).out()))
                .containsExactly("2 of 2 records are consistent\n", "2 of 2 records are the same to the byte\n");
        // On a line of its own a record stands to the byte.
        Run spaced = verify(records.get(0).replaceFirst(",", ", ") + "\n");
        assertThat(spaced.status()).isEqualTo(1);
        assertThat(spaced.lines().get(0)).contains("is not canonical JSON (RFC 8785)");
        assertThat(replay(records.get(0).replaceFirst(",", ", ") + "\n").status())
                .isEqualTo(1);
    }

    @Test
    void a_missing_or_empty_file_is_reported() {
        for (List<String> command : List.of(List.of("verify"), List.of("replay", "--packs", "guardrails"))) {
            Run missing = Run.licet(with(command, "nowhere.ndjson"));
            Run empty = Run.fed("", with(command, "-"));
            Run nothing = Run.fed("[]", with(command, "-"));
            Run table = Run.fed("to,on\nCN,2026-11-23\n", with(command, "-"));

            assertThat(List.of(missing.status(), empty.status(), nothing.status(), table.status()))
                    .containsOnly(2);
            assertThat(missing.err()).startsWith("nowhere.ndjson: there is no such file.\nMaybe ");
            assertThat(empty.err()).startsWith("standard input: it is empty.\nMaybe ");
            assertThat(nothing.err()).startsWith("standard input: it holds no record.\nMaybe ");
            assertThat(table.err()).contains("standard input:1: ", "\nMaybe ");
            assertThat(Run.licet(command.toArray(String[]::new)).status()).isEqualTo(64);
        }
        assertThat(Run.licet("replay", "--packs", "nowhere", "-").status()).isEqualTo(64);
    }

    private static String[] with(List<String> command, String file) {
        return Stream.concat(command.stream(), Stream.of(file)).toArray(String[]::new);
    }

    @Test
    void a_bar_counts_records_on_a_terminal(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("two.ndjson"), lines(records(LICET, 2, 13)));
        var screen = new Terminal(Ansi.OFF, 100, true);
        Run run = Run.fed(
                InputStream.nullInputStream(), screen, "verify", "--manifest", manifests.toString(), file.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("2 of 2 records are consistent\n");
        assertThat(run.err()).contains("\rlicet ", "documents");
    }

    @Test
    void many_records_need_no_more_memory_than_a_few() {
        byte[] line =
                (records(LICET, 1, 14).get(0).replaceFirst("Acme", "Bcme") + "\n").getBytes(StandardCharsets.UTF_8);
        int many = 2_000;
        var given = new int[1];
        InputStream endless = new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return given[0] < many;
            }

            @Override
            public InputStream nextElement() {
                given[0]++;
                return new ByteArrayInputStream(line);
            }
        });
        var told = new int[2];
        OutputStream out = new OutputStream() {
            @Override
            public void write(int sign) {
                if (sign == '\n') {
                    told[0]++;
                    told[1] = Math.max(told[1], given[0] - told[0]);
                }
            }
        };
        int status = Main.run(List.of("verify", "-"), endless, out, new PrintStream(OutputStream.nullOutputStream()));

        assertThat(status).isEqualTo(1);
        assertThat(told[0]).isEqualTo(many + 1);
        assertThat(told[1]).isLessThan(2 + 2 * 8192 / line.length + DecideFileTest.MOST_AT_WORK);
    }
}
