package dev.licet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run has left. */
final class Results {
    /** The file that the harness writes. */
    static final String FILE = "jmh.json";

    private final List<Measured> all = new ArrayList<>();

    private Results(JsonNode json) {
        json.forEach(each -> all.add(new Measured(each)));
    }

    static Results in(Path folder) throws IOException {
        return new Results(new ObjectMapper().readTree(folder.resolve(FILE).toFile()));
    }

    /** Single answers, each timed by itself. */
    Optional<Measured> sampled(String benchmark, Map<String, String> parameters) {
        return find("sample", benchmark, parameters, "");
    }

    /** The mean of many answers in a row, in microseconds. */
    Optional<Spread> mean(String benchmark, Map<String, String> parameters) {
        return find("avgt", benchmark, parameters, "").map(Measured::score);
    }

    /** Answers a second. */
    Optional<Spread> answers(String benchmark, Map<String, String> parameters, String option) {
        return find("thrpt", benchmark, parameters, option).map(Measured::score);
    }

    Optional<Measured> averaged(String benchmark, Map<String, String> parameters) {
        return find("avgt", benchmark, parameters, "");
    }

    private Optional<Measured> find(String mode, String benchmark, Map<String, String> parameters, String option) {
        return all.stream()
                .filter(each -> each.is(mode, benchmark, parameters, option))
                .findFirst();
    }

    /**
     * One figure as several forks found it.
     *
     * @param median the one in the middle
     * @param least the least
     * @param most the greatest
     */
    record Spread(double median, double least, double most) {
        static Spread of(double[] values) {
            Arrays.sort(values);
            double middle = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
            return new Spread(middle, values[0], values[values.length - 1]);
        }
    }

    /** One result of the harness. */
    record Measured(JsonNode json) {

        private boolean is(String mode, String benchmark, Map<String, String> parameters, String option) {
            var own = new TreeMap<String, String>();
            json.path("params")
                    .properties()
                    .forEach(each -> own.put(each.getKey(), each.getValue().textValue()));
            return json.get("mode").textValue().equals(mode)
                    && json.get("benchmark").textValue().equals(Results.class.getPackageName() + "." + benchmark)
                    && own.entrySet().containsAll(parameters.entrySet())
                    && (option.isEmpty() || json.get("jvmArgs").toString().contains('"' + option + '"'));
        }

        /** A percentile of each fork; of each iteration, if there is one fork only. */
        Spread percentile(double percent) {
            return Spread.of(apart(json.at("/primaryMetric/rawDataHistogram"))
                    .mapToDouble(iterations -> percentile(iterations, percent / 100))
                    .toArray());
        }

        /** The mean of each fork; of each iteration, if there is one fork only. */
        Spread score() {
            return Spread.of(apart(json.at("/primaryMetric/rawData"))
                    .mapToDouble(iterations -> iterations.stream()
                            .mapToDouble(JsonNode::doubleValue)
                            .average()
                            .orElseThrow())
                    .toArray());
        }

        double bytes() {
            return json.at("/secondaryMetrics/gc.alloc.rate.norm/score").doubleValue();
        }

        private static Stream<List<JsonNode>> apart(JsonNode forks) {
            var all = new ArrayList<List<JsonNode>>();
            forks.forEach(fork -> {
                var iterations = new ArrayList<JsonNode>();
                fork.forEach(iterations::add);
                all.add(iterations);
            });
            return all.size() > 1 ? all.stream() : all.get(0).stream().map(List::of);
        }

        private static double percentile(List<JsonNode> iterations, double share) {
            var bars = new TreeMap<Double, Long>();
            iterations.forEach(iteration -> iteration.forEach(
                    bar -> bars.merge(bar.get(0).doubleValue(), bar.get(1).longValue(), Long::sum)));
            long left = (long) Math.ceil(
                    share * bars.values().stream().mapToLong(each -> each).sum());
            for (Map.Entry<Double, Long> bar : bars.entrySet()) {
                left -= bar.getValue();
                if (left <= 0) {
                    return bar.getKey();
                }
            }
            throw new IllegalStateException(
                    "Nothing was measured (%s).\nMaybe an iteration was too short.".formatted(iterations));
        }
    }
}
