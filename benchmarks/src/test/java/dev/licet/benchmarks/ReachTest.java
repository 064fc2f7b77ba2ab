package dev.licet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.benchmarks.Results.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachTest {
    private static final String SAMPLED = """
            { "benchmark": "dev.licet.benchmarks.%s", "mode": "sample", "jvmArgs": [], "params": { %s },
              "primaryMetric": { "rawDataHistogram": [ [ [ [%s, 3], [9.0, 1] ] ], [ [ [%s, 3], [9.0, 1] ] ], [ [ [%s, 3] ] ] ] } }
            """;
    private static final String COUNTED = """
            { "benchmark": "dev.licet.benchmarks.BulkBenchmark.decide", "mode": "thrpt",
              "jvmArgs": [ "-XX:ActiveProcessorCount=%d" ], "primaryMetric": { "rawData": [ [ %s, %s ] ] } }
            """;

    @TempDir
    Path folder;

    @Test
    void aPercentileIsThatOfEachForkAndTheMedianOfTheForks() throws IOException {
        Results results = results(SAMPLED.formatted("A.b", "\"c\": \"d\"", "1.0", "4.0", "2.0"));
        Results.Measured measured = results.sampled("A.b", Map.of("c", "d")).orElseThrow();
        assertThat(measured.percentile(50)).isEqualTo(new Spread(2, 1, 4));
        assertThat(measured.percentile(99)).isEqualTo(new Spread(9, 2, 9));
        assertThat(results.sampled("A.b", Map.of("c", "e"))).isEmpty();
    }

    @Test
    void withOneForkTheIterationsStandForForks() throws IOException {
        Results results = results(COUNTED.formatted(1, "10.0", "30.0"));
        assertThat(results.answers("BulkBenchmark.decide", Map.of(), Run.PROCESSORS + 1))
                .contains(new Spread(20, 10, 30));
        assertThat(results.answers("BulkBenchmark.decide", Map.of(), Run.PROCESSORS + 2))
                .isEmpty();
    }

    @Test
    void aGoalIsReachedByTheRatioOfTheMediansAndNotOtherwise() throws IOException {
        String licet = SAMPLED.formatted(
                "PeersBenchmark.decide", "\"engine\": \"LICET\", \"facts\": \"SEEN\"", "1.0", "4.0", "2.0");
        String slower = SAMPLED.formatted(
                "PeersBenchmark.decide", "\"engine\": \"DROOLS\", \"facts\": \"SEEN\"", "8.0", "8.0", "8.0");
        String faster = SAMPLED.formatted(
                "PeersBenchmark.decide", "\"engine\": \"CEL\", \"facts\": \"SEEN\"", "1.0", "1.0", "1.0");
        var text = new StringBuilder();
        new Reach(results(licet, slower, faster), text).print();
        assertThat(text.toString().lines().skip(2))
                .containsExactly(
                        "| seen facts: p50 / Drools, new session | 1.00 | 0.25 | 0.50 | yes |",
                        "| seen facts: p50 / CEL-java | 1.00 | 2.00 | 4.00 | no |");
    }

    private Results results(String... measured) throws IOException {
        Files.writeString(folder.resolve(Results.FILE), "[" + String.join(",", measured) + "]");
        return Results.in(folder);
    }
}
