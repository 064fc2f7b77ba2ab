package dev.licet.desk;

import dev.licet.Licet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Looks through a file of records, one after the other, and prints what is wrong with each. */
final class Records {
    static final int DIFFERENT = 1;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Terminal terminal;

    /** What is wrong with a record, in lines; or why it could not be looked at. */
    private record Seen(List<String> faults, Optional<String> unread) {}

    Records(InputStream in, OutputStream out, PrintStream err, Terminal terminal) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    static PositionalParamSpec file() {
        return PositionalParamSpec.builder()
                .paramLabel("FILE")
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("Records as licet decide writes them, one a line, or JSON of one or several; or - for the"
                        + " standard input.")
                .build();
    }

    static void describe(CommandSpec spec, String wrong, String... examples) {
        var codes = new LinkedHashMap<String, String>();
        codes.put(" 0", "No record " + wrong + ".");
        codes.put(" 1", "A record " + wrong + ".");
        codes.put(" 2", "A record or FILE could not be read.");
        codes.put(" 3", "A rule pack is faulty.");
        codes.put("64", "The command line is wrong.");
        codes.put("70", "Licet itself failed.");
        codes.put("74", "The output could not be written.");
        spec.usageMessage()
                .sortOptions(false)
                .width(100)
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(codes)
                .footerHeading("%nExamples:%n")
                .footer(examples);
    }

    /**
     * Looks at each record of a file.
     *
     * @param look what is wrong with a record, in lines; throws IllegalArgumentException if it cannot be read
     * @param right what is said about the records with which nothing is wrong, once all are looked at
     */
    int each(ParseResult parsed, Function<Document, List<String>> look, Supplier<String> right) {
        String name = parsed.matchedPositionalValue(0, "-");
        boolean standard = name.equals("-");
        String shown = standard ? "standard input" : name;
        try (Documents documents =
                        Documents.open(standard ? in : Answers.open(name), Optional.of(Documents.Format.JSON));
                var screen = new Progress(err, terminal.progress() && !standard)) {
            return all(shown, documents, screen, look, right);
        } catch (IOException unreadable) {
            err.println(Decide.printable(Answers.fault(shown, unreadable)));
            return Decide.UNANSWERED;
        } catch (Answers.Unwritable full) {
            return Decide.unwritable(full.why(), err);
        }
    }

    private int all(
            String name,
            Documents documents,
            Progress screen,
            Function<Document, List<String>> look,
            Supplier<String> right) {
        long read = 0;
        long wrong = 0;
        long unread = 0;
        boolean broken = false;
        try (Stream<Seen> all = Licet.inOrder(documents.all(), document -> seen(name, document.get(), look))) {
            for (Iterator<Seen> each = all.iterator(); each.hasNext(); ) {
                Seen seen = each.next();
                read++;
                seen.faults().forEach(this::print);
                wrong += seen.faults().isEmpty() ? 0 : 1;
                seen.unread().ifPresent(why -> say(screen, why));
                unread += seen.unread().isEmpty() ? 0 : 1;
                screen.step();
            }
            if (read == 0) {
                throw new UncheckedIOException(new Broken(
                        0, "it holds no record.", "it was not saved, or the program that writes it has failed."));
            }
        } catch (UncheckedIOException unreadable) {
            broken = true;
            say(screen, Answers.fault(name, Objects.requireNonNull(unreadable.getCause())));
        }
        if (read > 0) {
            print("%s of %s %s %s"
                    .formatted(read - wrong - unread, read, read == 1 ? "record is" : "records are", right.get()));
        }
        return broken || unread > 0 ? Decide.UNANSWERED : wrong > 0 ? DIFFERENT : 0;
    }

    private static Seen seen(String name, Document document, Function<Document, List<String>> look) {
        String place = name + ":" + document.line() + ": ";
        try {
            return new Seen(look.apply(document).stream().map(place::concat).toList(), Optional.empty());
        } catch (IllegalArgumentException unsound) {
            return new Seen(List.of(), Optional.of(place + remedied(Decide.message(unsound))));
        } catch (RuntimeException failure) {
            return new Seen(
                    List.of(), Optional.of(Decide.fault(place + "it could not be looked at (%s).".formatted(failure))));
        }
    }

    private static String remedied(String message) {
        return message.startsWith(Json.NO_OBJECT)
                ? "The record is not an object.\nMaybe the file holds something other than records."
                : message;
    }

    private void say(Progress screen, String message) {
        try {
            out.flush();
        } catch (IOException full) {
            throw new Answers.Unwritable(full);
        }
        screen.say(Decide.printable(message));
    }

    private void print(String line) {
        try {
            out.write((Decide.printable(line.replace("\n", " ")) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            throw new Answers.Unwritable(full);
        }
    }
}
