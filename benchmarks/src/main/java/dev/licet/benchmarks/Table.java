package dev.licet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what a run has left and prints it as one table in Markdown. */
final class Table {
    private static final String HEAD = """
            | what | facts | p50 µs | p99 µs | p99.9 µs | × hand-written | bytes an answer | answers/s, 1 thread | answers/s, 2 threads | spread |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    private final List<Measured> all = new ArrayList<>();
    private final JsonNode about;

    private Table(Path results) throws IOException {
        about = new ObjectMapper().readTree(results.resolve("about.json").toFile());
        new ObjectMapper().readTree(results.resolve("jmh.json").toFile()).forEach(each -> all.add(new Measured(each)));
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
        var text = new StringBuilder();
        var versions = new Properties();
        versions.load(new StringReader(Resources.text("versions.properties")));
        text.append("%s; %s; load %.1f before and %.1f after; %s.\n\n"
                        .formatted(
                                about.get("machine").textValue(),
                                about.get("java").textValue(),
                                about.get("loadBefore").doubleValue(),
                                about.path("loadAfter").doubleValue(),
                                about.get("quick").booleanValue()
                                        ? "quick: 1 fork, 2 iterations of 0.3 s after 1.5 s of warming up"
                                        : "3 forks, 4 iterations of 1 s after 4 s of warming up"))
                .append(new TreeMap<>(versions)
                        .entrySet().stream()
                                .map(version -> version.getKey() + " " + version.getValue())
                                .collect(Collectors.joining(", ", "", ".\n\n")))
                .append(HEAD);
        for (Engine.Named engine : Engine.Named.values()) {
            row(text, engine.title(), "seen", "PeersBenchmark.seen", engine.name());
        }
        for (Engine.Named engine : Engine.Named.values()) {
            row(text, engine.title(), "new", "PeersBenchmark.fresh", engine.name());
        }
        for (LicetBenchmark.Loaded packs : LicetBenchmark.Loaded.values()) {
            String title = packs == LicetBenchmark.Loaded.STANDARD
                    ? "`decide`, all bundled packs"
                    : "`decide`, the fifteen rules";
            row(text, title, "seen", "LicetBenchmark.seen", packs.name());
            row(text, title, "new", "LicetBenchmark.fresh", packs.name());
            row(text, title + ", `explain()`", "seen", "LicetBenchmark.text", packs.name());
            row(text, title + ", `toJson()`", "seen", "LicetBenchmark.record", packs.name());
        }
        row(text, "making the request alone", "new", "LicetBenchmark.Making.request", "");
        for (int unknown = 0; unknown <= Requests.MOST_UNKNOWN; unknown++) {
            String title = "`decide`, all bundled packs, %d facts unknown".formatted(unknown);
            row(text, title, "seen", "UnknownsBenchmark.decide", String.valueOf(unknown));
        }
        for (int rules = 60; rules <= 6_000; rules *= 10) {
            String title = String.format(Locale.ROOT, "`decide`, %,d rules", rules);
            row(text, title, "seen", "GrowthBenchmark.rulesSeen", String.valueOf(rules));
            row(text, title, "new", "GrowthBenchmark.rulesFresh", String.valueOf(rules));
        }
        for (int rows = 100; rows <= 1_000_000; rows *= 10) {
            String title = String.format(Locale.ROOT, "`decide`, a list of %,d rows", rows);
            row(text, title, "seen", "GrowthBenchmark.rowsSeen", String.valueOf(rows));
            row(text, title, "new", "GrowthBenchmark.rowsFresh", String.valueOf(rows));
        }
        if (about.has("heap")) {
            text.append("\n| start, all bundled packs | median | least | most |\n|---|---:|---:|---:|\n");
            start(text, "process to first decision", "start");
            start(text, "the same with the launcher's options (serial collector, first compiler)", "startLaunched");
            start(text, "the same and an archive of classes (AppCDS)", "startArchived");
            text.append("| heap in use after it | %.1f MB | | |\n"
                    .formatted(about.get("heap").doubleValue() / 1e6));
        }
        return text.toString();
    }

    private void start(StringBuilder text, String title, String key) {
        long[] taken = StreamSupport.stream(about.get(key).spliterator(), false)
                .mapToLong(JsonNode::longValue)
                .sorted()
                .toArray();
        text.append("| %s | %,d ms | %,d ms | %,d ms |\n"
                .formatted(title, taken[taken.length / 2], taken[0], taken[taken.length - 1]));
    }

    private void row(StringBuilder text, String title, String facts, String benchmark, String parameter) {
        Optional<Measured> sample = find("sample", 1, benchmark, parameter);
        if (sample.isEmpty()) {
            return;
        }
        String base = facts.equals("new") ? "PeersBenchmark.fresh" : "PeersBenchmark.seen";
        Optional<Measured> hand = find("sample", 1, base, Engine.Named.HAND_WRITTEN.name());
        text.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        title,
                        facts,
                        cell(sample, each -> each.percentile("50.0")),
                        cell(sample, each -> each.percentile("99.0")),
                        cell(sample, each -> each.percentile("99.9")),
                        hand.map(each -> number(sample.get().percentile("50.0") / each.percentile("50.0")))
                                .orElse(""),
                        cell(sample, Measured::bytes),
                        cell(find("thrpt", 1, benchmark, parameter), Measured::score),
                        cell(find("thrpt", 2, benchmark, parameter), Measured::score),
                        "%.0f %%".formatted(sample.get().spread() * 100)));
    }

    private static String cell(Optional<Measured> measured, ToDoubleFunction<Measured> value) {
        return measured.map(each -> number(value.applyAsDouble(each))).orElse("");
    }

    private static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    private Optional<Measured> find(String mode, int threads, String benchmark, String parameter) {
        return all.stream()
                .filter(each -> each.is(mode, threads, benchmark, parameter))
                .findFirst();
    }

    /** One result of the harness. */
    private record Measured(JsonNode json) {

        boolean is(String mode, int threads, String benchmark, String parameter) {
            List<String> parameters = new ArrayList<>();
            json.path("params").forEach(value -> parameters.add(value.textValue()));
            return json.get("mode").textValue().equals(mode)
                    && json.get("threads").intValue() == threads
                    && json.get("benchmark").textValue().equals(Table.class.getPackageName() + "." + benchmark)
                    && (parameter.isEmpty() || parameters.equals(List.of(parameter)));
        }

        double score() {
            return json.at("/primaryMetric/score").doubleValue();
        }

        double percentile(String percentile) {
            return json.at("/primaryMetric/scorePercentiles").get(percentile).doubleValue();
        }

        double bytes() {
            return json.at("/secondaryMetrics/gc.alloc.rate.norm/score").doubleValue();
        }

        /** How far the iterations lie apart, as a share of their mean. */
        double spread() {
            var means = new ArrayList<Double>();
            json.at("/primaryMetric/rawDataHistogram")
                    .forEach(fork -> fork.forEach(iteration -> {
                        double sum = 0;
                        double count = 0;
                        for (JsonNode bar : iteration) {
                            sum += bar.get(0).doubleValue() * bar.get(1).doubleValue();
                            count += bar.get(1).doubleValue();
                        }
                        means.add(sum / count);
                    }));
            double least = means.stream().mapToDouble(each -> each).min().orElse(0);
            double most = means.stream().mapToDouble(each -> each).max().orElse(0);
            double mean = means.stream().mapToDouble(each -> each).average().orElse(1);
            return (most - least) / mean;
        }
    }
}
