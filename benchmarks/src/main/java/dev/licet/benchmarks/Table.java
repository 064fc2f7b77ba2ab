package dev.licet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.licet.benchmarks.Results.Measured;
import dev.licet.benchmarks.Results.Spread;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Prints what a run has left as tables in Markdown. */
final class Table {
    private final Results results;
    private final JsonNode about;
    private final StringBuilder text = new StringBuilder();

    private Table(Path folder) throws IOException {
        results = Results.in(folder);
        about = new ObjectMapper().readTree(folder.resolve("about.json").toFile());
    }

    /**
     * Prints.
     *
     * @param arguments the folder with the results
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println(new Table(Path.of(arguments[0])).text());
    }

    private String text() throws IOException {
        var versions = new Properties();
        versions.load(new StringReader(Resources.text("versions.properties")));
        text.append("%s; %s; load %.1f before and %.1f after; %s.\n\n"
                        .formatted(
                                about.get("machine").textValue(),
                                about.get("java").textValue(),
                                about.get("loadBefore").doubleValue(),
                                about.path("loadAfter").doubleValue(),
                                about.get("forks").textValue()))
                .append(new TreeMap<>(versions)
                        .entrySet().stream()
                                .map(version -> version.getKey() + " " + version.getValue())
                                .collect(Collectors.joining(", ", "", ".\n\n")));
        new Reach(results, text).print();
        single();
        many();
        bulk();
        if (about.has("heap")) {
            text.append("\n| start, all bundled packs | median | least | most |\n|---|---:|---:|---:|\n");
            start("process to first decision", "start");
            start("the same with the launcher's options (serial collector, first compiler)", "startLaunched");
            start("the same and an archive of classes (AppCDS)", "startArchived");
            text.append("| heap in use after it | %.1f MB | | |\n"
                    .formatted(about.get("heap").doubleValue() / 1e6));
        }
        return text.toString();
    }

    private void single() {
        text.append("""

                | one answer | facts | p50 µs | of the forks | p99 µs | p99.9 µs | × hand-written | bytes |
                |---|---|---:|---:|---:|---:|---:|---:|
                """);
        for (Facts facts : List.of(Facts.SEEN, Facts.NEW)) {
            for (Engine.Named engine : Engine.Named.values()) {
                row(engine.title(), facts, "PeersBenchmark.decide", "engine", engine.name());
            }
            row("hand-written Java, 60 rules", facts, "HandWrittenBenchmark.decide", "rules", Loaded.SIXTY.name());
        }
        for (Loaded rules : Loaded.values()) {
            for (Facts facts : Facts.values()) {
                row("`decide`, " + rules.title(), facts, "LicetBenchmark.decide", "rules", rules.name());
            }
            String made = "`decide`, %s, the request made too".formatted(rules.title());
            row(made, Facts.NEW, "LicetBenchmark.makeAndDecide", "rules", rules.name());
        }
        for (Facts facts : List.of(Facts.SEEN, Facts.NEW)) {
            row("all bundled packs: the outcome alone", facts, "ExplanationBenchmark.outcome", "", "");
            row("the outcome and all reasons read", facts, "ExplanationBenchmark.reasons", "", "");
            row("`explain()`", facts, "ExplanationBenchmark.text", "", "");
            row("`toJson()`", facts, "ExplanationBenchmark.record", "", "");
        }
        for (var sessions : BundledDroolsBenchmark.Sessions.values()) {
            String title = "plain Drools, all bundled rule files, sessions %s"
                    .formatted(sessions == BundledDroolsBenchmark.Sessions.NEW ? "new" : "pooled");
            grown(title, "new", "BundledDroolsBenchmark.decide", Map.of("sessions", sessions.name()));
        }
        for (Growing.Shape shape : Growing.Shape.values()) {
            String facts = shape == Growing.Shape.SEEN ? "new, shape seen" : "new, shape new";
            for (String unknown : Run.UNKNOWN) {
                grown(
                        "all bundled packs, %s facts unknown".formatted(unknown),
                        facts,
                        "UnknownsBenchmark.decide",
                        Map.of("unknown", unknown, "shape", shape.name()));
            }
            for (int rules = 60; rules <= 6_000; rules *= 10) {
                grown(
                        String.format(Locale.ROOT, "%,d rules", rules),
                        facts,
                        "GrowthBenchmark.rules",
                        Map.of("rules", String.valueOf(rules), "shape", shape.name()));
            }
            for (int rows = 100; rows <= 1_000_000; rows *= 10) {
                grown(
                        String.format(Locale.ROOT, "a list of %,d rows", rows),
                        facts,
                        "GrowthBenchmark.rows",
                        Map.of("rows", String.valueOf(rows), "shape", shape.name()));
            }
        }
        grown("the one pack that applies", "new, shape seen", "GrowthBenchmark.packs", Map.of("packs", "ONE"));
        grown("that pack among all", "new, shape seen", "GrowthBenchmark.packs", Map.of("packs", "ALL"));
    }

    private void row(String title, Facts facts, String benchmark, String parameter, String value) {
        var parameters = new TreeMap<>(Map.of("facts", facts.name()));
        if (!parameter.isEmpty()) {
            parameters.put(parameter, value);
        }
        String drawn = benchmark.startsWith("Peers") || benchmark.startsWith("Hand") || benchmark.contains("make")
                ? "AskedBenchmark.oneCase"
                : "AskedBenchmark.oneRequest";
        results.sampled(benchmark, parameters).ifPresent(measured -> {
            Optional<Double> drawing = facts == Facts.SEEN
                    ? Optional.of(0.0)
                    : results.sampled(drawn, Map.of("facts", facts.name())).map(Measured::bytes);
            String bytes = drawing.map(each -> number(Math.max(0, measured.bytes() - each)))
                    .orElse("");
            print(title, words(facts), measured, bytes, facts == Facts.NEW ? Facts.NEW : Facts.SEEN);
        });
    }

    private void grown(String title, String facts, String benchmark, Map<String, String> parameters) {
        results.sampled(benchmark, parameters).ifPresent(measured -> print(title, facts, measured, "", Facts.NEW));
    }

    private void print(String title, String facts, Measured measured, String bytes, Facts base) {
        Spread half = measured.percentile(50);
        Optional<Spread> hand = results.sampled(
                        "PeersBenchmark.decide",
                        Map.of("engine", Engine.Named.HAND_WRITTEN.name(), "facts", base.name()))
                .map(each -> each.percentile(50));
        text.append("| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        title,
                        facts,
                        number(half.median()),
                        range(half, 1),
                        number(measured.percentile(99).median()),
                        number(measured.percentile(99.9).median()),
                        hand.map(each -> number(half.median() / each.median())).orElse(""),
                        bytes));
    }

    private void many() {
        text.append("""

                | a thousand in a row, mean | facts | ns | of the forks | × hand-written | bytes | answers/s, 1 thread | 2 threads |
                |---|---|---:|---:|---:|---:|---:|---:|
                """);
        for (Facts facts : List.of(Facts.SEEN, Facts.NEW)) {
            for (Loaded rules : Loaded.values()) {
                mean("hand-written Java, " + rules.title(), facts, "HandWrittenBenchmark.decideMany", rules);
                mean("`decide`, " + rules.title(), facts, "LicetBenchmark.decideMany", rules);
            }
        }
    }

    private void mean(String title, Facts facts, String benchmark, Loaded rules) {
        Map<String, String> parameters = Map.of("facts", facts.name(), "rules", rules.name());
        Loaded base = rules == Loaded.STANDARD ? Loaded.FIFTEEN : rules;
        Optional<Spread> hand =
                results.mean("HandWrittenBenchmark.decideMany", Map.of("facts", facts.name(), "rules", base.name()));
        results.averaged(benchmark, parameters).ifPresent(measured -> {
            Spread mean = measured.score();
            text.append("| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            title,
                            words(facts),
                            number(mean.median() * 1e3),
                            range(mean, 1e3),
                            hand.map(each -> number(mean.median() / each.median()))
                                    .orElse(""),
                            facts == Facts.SEEN ? number(measured.bytes()) : "",
                            number(1e6 / mean.median()),
                            results.answers(benchmark, parameters, "")
                                    .map(each -> number(each.median()))
                                    .orElse("")));
        });
    }

    private void bulk() {
        text.append("""

                | a stream of %,d requests, all bundled packs, 1 %% new facts | decisions/s | of the forks |
                |---|---:|---:|
                """.formatted(BulkBenchmark.MANY));
        for (int processors = 1; processors <= 2; processors++) {
            String title = processors == 1 ? "one processor" : "two processors";
            results.answers("BulkBenchmark.decide", Map.of(), Run.PROCESSORS + processors)
                    .ifPresent(each ->
                            text.append("| %s | %s | %s |\n".formatted(title, number(each.median()), range(each, 1))));
        }
    }

    private void start(String title, String key) {
        long[] taken = StreamSupport.stream(about.get(key).spliterator(), false)
                .mapToLong(JsonNode::longValue)
                .sorted()
                .toArray();
        text.append("| %s | %,d ms | %,d ms | %,d ms |\n"
                .formatted(title, taken[taken.length / 2], taken[0], taken[taken.length - 1]));
    }

    private static String words(Facts facts) {
        return switch (facts) {
            case SEEN -> "seen";
            case EQUAL -> "seen, made anew";
            case NEW -> "new";
        };
    }

    private static String range(Spread spread, double factor) {
        return number(spread.least() * factor) + "…" + number(spread.most() * factor);
    }

    static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
