package dev.licet.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Checks that all engines answer alike, measures, and prints the table. */
final class Run {
    private static final String[] MACHINE = {"-Xms3g", "-Xmx3g", "-XX:+UseG1GC"};
    private static final String[] LAUNCHED = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};

    private static final List<Engine.Named> ENGINES = List.of(Engine.Named.values());

    /** Says how many processors a fork may see; the collector is named above, as one processor alone would bring another. */
    static final String PROCESSORS = "-XX:ActiveProcessorCount=";

    /** How many facts are unknown in what is measured. */
    static final List<String> UNKNOWN = List.of("0", "1", "2", "5", "10");

    private static final Length FULL = new Length(3, 4, 2, 1000);
    private static final Length QUICK = new Length(1, 3, 2, 400);

    private final boolean quick;
    private final Length length;
    private final List<String> rows;
    private final Path results;
    private final Collection<RunResult> measured = new ArrayList<>();

    private Run(boolean quick, List<String> rows, Path results) {
        this.quick = quick;
        this.length = quick ? QUICK : FULL;
        this.rows = rows;
        this.results = results;
    }

    /**
     * Runs.
     *
     * @param arguments the folder for the results, "--quick" for few and short measurements, "--long-lists" for lists of up to a million
     *     rows
     */
    public static void main(String[] arguments) throws IOException, RunnerException, InterruptedException {
        List<String> given = List.of(arguments);
        Path results = Path.of(given.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No folder for the results (%s).\nMaybe start it by benchmarks/run.".formatted(given))));
        Files.createDirectories(results);
        List<String> rows = given.contains("--long-lists")
                ? List.of("100", "1000", "10000", "100000", "1000000")
                : List.of("100", "1000", "10000");
        new Run(given.contains("--quick"), rows, results).all();
    }

    private void all() throws IOException, RunnerException, InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.err.printf(
                "%tT comparing the answers of %d engines to %,d cases …%n",
                System.currentTimeMillis(), ENGINES.size(), Agreement.CASES);
        ENGINES.parallelStream().forEach(Agreement::check);
        Agreement.checkSixty();
        System.err.printf("%tT measuring the start …%n", System.currentTimeMillis());
        Map<String, Object> about = new LinkedHashMap<>(start());
        about.put("forks", length.inWords());
        about.put("loadBefore", load);
        about.put("machine", machine());
        about.put(
                "java",
                "%s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.runtime.version")));
        keep(about);
        measure();
        about.put("loadAfter", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        keep(about);
        Table.main(new String[] {results.toString()});
    }

    /** Written after each step: a run that is broken off leaves what it has measured. */
    private void keep(Map<String, Object> about) throws IOException {
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(results.resolve("about.json").toFile(), about);
    }

    private void measure() throws RunnerException {
        Map<String, List<String>> all = Map.of();
        Map<String, List<String>> made = Map.of("facts", List.of("NEW"));
        Map<String, List<String>> seenAndNew = Map.of("facts", List.of("SEEN", "NEW"));
        sample("HandWrittenBenchmark.decide", Map.of("rules", List.of("SIXTY")));
        sample("PeersBenchmark.decide", all);
        sample("LicetBenchmark.decide", all);
        sample(
                "LicetBenchmark.makeAndDecide",
                Map.of("rules", List.of("FIFTEEN", "STANDARD"), "facts", List.of("NEW")));
        sample("AskedBenchmark.oneCase", made);
        sample("AskedBenchmark.oneRequest", Map.of("facts", List.of("EQUAL", "NEW")));
        run(Mode.AverageTime, 1, "(HandWritten|Licet)Benchmark.decideMany", all);
        run(Mode.Throughput, 2, "HandWrittenBenchmark.decideMany", Map.of("rules", List.of("FIFTEEN")));
        run(Mode.Throughput, 2, "LicetBenchmark.decideMany", Map.of("rules", List.of("FIFTEEN", "STANDARD")));
        sample("ExplanationBenchmark.+", seenAndNew);
        sample("BundledDroolsBenchmark.decide", all);
        sample("UnknownsBenchmark.decide", Map.of("unknown", UNKNOWN));
        sample("GrowthBenchmark.rules", quick ? Map.of("rules", List.of("60", "600")) : all);
        sample("GrowthBenchmark.rows", Map.of("rows", rows, "shape", List.of("SEEN")));
        sample("GrowthBenchmark.packs", all);
        run(Mode.Throughput, 1, "BulkBenchmark.decide", all, PROCESSORS + 1);
        run(Mode.Throughput, 1, "BulkBenchmark.decide", all, PROCESSORS + 2);
    }

    private void sample(String which, Map<String, List<String>> parameters) throws RunnerException {
        run(Mode.SampleTime, 1, which, parameters);
    }

    private void run(
            Mode mode, int threads, String which, Map<String, List<String>> parameters, String... machineOptions)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + which + "$")
                .mode(mode)
                .timeUnit(mode == Mode.Throughput ? TimeUnit.SECONDS : TimeUnit.MICROSECONDS)
                .threads(threads)
                .forks(which.startsWith("Asked") ? 1 : length.forks())
                .warmupIterations(length.warmUps())
                .warmupTime(TimeValue.milliseconds(length.milliseconds()))
                .measurementIterations(length.iterations())
                .measurementTime(TimeValue.milliseconds(length.milliseconds()))
                .jvmArgs(MACHINE)
                .jvmArgsAppend(machineOptions)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(quick ? VerboseMode.SILENT : VerboseMode.NORMAL);
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            options = options.param(parameter.getKey(), parameter.getValue().toArray(String[]::new));
        }
        System.err.printf(
                "%tT measuring %s, %s, threads: %d …%n", System.currentTimeMillis(), which, mode.shortLabel(), threads);
        measured.addAll(new Runner(options.build()).run());
        ResultFormatFactory.getInstance(
                        ResultFormatType.JSON, results.resolve(Results.FILE).toString())
                .writeOut(measured);
    }

    /** How long each measurement takes. */
    private record Length(int forks, int warmUps, int iterations, int milliseconds) {
        String inWords() {
            return "forks: %d, iterations of each: %d of %.1f s after %d to warm up"
                    .formatted(forks, iterations, milliseconds / 1e3, warmUps);
        }
    }

    /** From the start of the process to the first decision, in milliseconds, and the heap in bytes once it has decided. */
    private Map<String, Object> start() throws IOException, InterruptedException {
        String classPath = System.getProperty("licet.classpath", "");
        if (classPath.isEmpty()) {
            System.err.println("not measuring the start: -Dlicet.classpath is not given");
            return Map.of();
        }
        Path archive = results.resolve("licet.jsa");
        Files.deleteIfExists(archive);
        int times = quick ? 2 : 11;
        var start = new TreeMap<String, Object>();
        start.put("start", started(times, classPath));
        start.put("startLaunched", started(times, classPath, LAUNCHED));
        started(1, classPath, LAUNCHED[0], LAUNCHED[1], "-XX:ArchiveClassesAtExit=" + archive);
        start.put(
                "startArchived",
                started(times, classPath, LAUNCHED[0], LAUNCHED[1], "-XX:SharedArchiveFile=" + archive));
        Process process = process(classPath, List.of(), "heap").start();
        try (BufferedReader out = process.inputReader()) {
            start.put("heap", Long.valueOf(said(out, Start.HEAP)));
        }
        process.waitFor();
        return start;
    }

    private static List<Long> started(int times, String classPath, String... options)
            throws IOException, InterruptedException {
        var taken = new ArrayList<Long>();
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            Process process = process(classPath, List.of(options), "").start();
            try (BufferedReader out = process.inputReader()) {
                said(out, Start.DECIDED);
                taken.add((System.nanoTime() - before) / 1_000_000);
            }
            process.waitFor();
        }
        return taken;
    }

    /** Waits for a line that begins so; the machine itself may say something before. */
    private static String said(BufferedReader out, String beginning) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new IOException("The process has not said (%s).\nMaybe its class path lacks a jar.".formatted(beginning));
    }

    private static ProcessBuilder process(String classPath, List<String> options, String argument) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Start.class.getName(), argument));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private static String machine() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        String model = "";
        if (Files.exists(processors)) {
            try (Stream<String> lines = Files.lines(processors)) {
                model = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
                        .findFirst()
                        .orElse("");
            }
        }
        return "%s%d processors, %s %s"
                .formatted(
                        model,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
