package dev.licet.desk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One run of the command line, with what it printed. */
record Run(int status, String out, String err) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T22:30:00Z"), ZoneOffset.UTC);

    static Run licet(String... args) {
        return fed("", args);
    }

    /** Decides by the two packs whose answers the tests know. */
    static Run decide(String... args) {
        return licet(known(args));
    }

    static Run fed(String input, String... args) {
        return fed(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), Terminal.none(), args);
    }

    static Run decideFed(String input, String... args) {
        return fed(input, known(args));
    }

    static Run fed(InputStream input, Terminal terminal, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(args), input, out, new PrintStream(err, true, StandardCharsets.UTF_8), terminal, CLOCK);
        var run = new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        if (run.err.contains("\tat ") || run.err.contains("Exception in")) {
            throw new AssertionError("a stack trace:\n" + run.err);
        }
        return run;
    }

    static String[] known(String... args) {
        var all = new ArrayList<>(List.of("decide", "--packs", "guardrails", "--packs", "us-export"));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** The outcome that an explanation begins with. */
    String outcome() {
        return out.substring(0, out.indexOf(':'));
    }

    List<String> errors() {
        return err.lines().map(line -> line.replace("\r", "")).toList();
    }
}
