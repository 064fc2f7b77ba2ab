package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.answer.Form;
import dev.licet.law.Outcome;
import dev.licet.request.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** Answers one after the other: the options alone, or each document of a file. */
final class Answers {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>Licet</title></head>
            <body style="margin:1.5em;background:#fff">
            """;

    private final Licet licet;
    private final List<Preset> presets;
    private final Optional<LocalDate> today;
    private final Function<Decision, String> text;
    private final Consumer<Answer> printer;
    private final OutputStream out;
    private final PrintStream err;
    private Outcome strictest = Outcome.PERMITTED;
    private boolean printed;
    private boolean dayPrinted;

    /**
     * How answers are printed.
     *
     * @param width the length of a line of plain text
     */
    record Style(Form form, Locale language, int width, Ansi ansi) {}

    /** A decision and its text. */
    private record Answer(Decision decision, String text) {}

    /** What becomes of a document: an answer for each place it goes to, and why where there is none. */
    private record Answered(long line, boolean dated, List<Answer> answers, Set<String> faults) {}

    /** The output cannot be written. */
    static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final IOException why;

        Unwritable(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /** Prepares a run that prints each answer: its record, or its explanation. */
    Answers(Licet licet, Asked asked, Style style, OutputStream out, PrintStream err) {
        this(licet, asked, style, decision -> text(decision, style), out, err);
    }

    /** Prepares a run that prints a text of each answer, in the form of the style. */
    Answers(Licet licet, Asked asked, Style style, Function<Decision, String> text, OutputStream out, PrintStream err) {
        this.licet = licet;
        this.presets = asked.presets();
        this.today = asked.today();
        this.text = text;
        this.printer = answer -> print(answer.decision().outcome(), answer.text(), style);
        this.out = out;
        this.err = err;
    }

    /** Prepares a run that hands each answer on. */
    Answers(Licet licet, Asked asked, Consumer<Decision> next, OutputStream out, PrintStream err) {
        this.licet = licet;
        this.presets = asked.presets();
        this.today = asked.today();
        this.text = decision -> "";
        this.printer = answer -> next.accept(answer.decision());
        this.out = out;
        this.err = err;
    }

    Outcome strictest() {
        return strictest;
    }

    int options() {
        printDay(err::println);
        presets.forEach(preset -> print(answer(preset.request())));
        return 0;
    }

    int file(String name, Optional<Documents.Format> format, InputStream in, boolean bar) {
        boolean standard = name.equals("-");
        String shown = standard ? "standard input" : name;
        try (Documents documents = Documents.open(standard ? in : open(name), format);
                var screen = new Progress(err, bar && !standard)) {
            return all(shown, documents, screen);
        } catch (IOException unreadable) {
            err.println(Decide.printable(fault(shown, unreadable)));
            return Decide.UNANSWERED;
        }
    }

    static InputStream open(String name) throws IOException {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new Broken(0, "it is a folder.", "a file in it is meant.");
            }
            return Files.newInputStream(path);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new Broken(0, "there is no such file.", "the path is misspelt, or starts from another folder.");
        }
    }

    static String fault(String name, IOException unreadable) {
        if (unreadable instanceof Broken broken) {
            return name + (broken.line() > 0 ? ":" + broken.line() : "") + ": " + broken.getMessage();
        }
        return "%s: it cannot be read (%s).\nMaybe its permissions forbid it.".formatted(name, unreadable);
    }

    private int all(String name, Documents documents, Progress screen) {
        long read = 0;
        long unanswered = 0;
        boolean broken = false;
        try (Stream<Answered> all = Licet.inOrder(documents.all(), document -> answer(document.get()))) {
            for (Iterator<Answered> each = all.iterator(); each.hasNext(); ) {
                Answered next = each.next();
                read++;
                Set<String> faults = print(next, screen);
                for (String fault : faults) {
                    say(screen, name + ":" + next.line() + ": " + fault);
                }
                unanswered += faults.isEmpty() ? 0 : 1;
                screen.step();
            }
            if (read == 0) {
                throw new UncheckedIOException(new Broken(
                        0, "it holds no document.", "it was not saved, or the program that writes it has failed."));
            }
        } catch (UncheckedIOException unreadable) {
            broken = true;
            say(screen, fault(name, Objects.requireNonNull(unreadable.getCause())));
            if (read > 0) {
                say(screen, "licet: stopped there; %s answered before".formatted(read - unanswered));
            }
        }
        if (unanswered > 0) {
            say(screen, "licet: %s of %s could not be answered".formatted(unanswered, read));
        }
        return broken || unanswered > 0 ? Decide.UNANSWERED : 0;
    }

    private Answered answer(Document document) {
        var faults = new LinkedHashSet<String>();
        // A document that states where it goes is asked once, however many places the options name.
        var requests = new LinkedHashSet<Request>();
        for (Preset preset : presets) {
            attempt(faults, () -> requests.add(document.request().apply(preset)));
        }
        var answers = new ArrayList<Answer>();
        requests.forEach(request -> attempt(faults, () -> answers.add(answer(request))));
        return new Answered(document.line(), document.dated(), answers, faults);
    }

    private Answer answer(Request request) {
        Decision decision = licet.decide(request);
        return new Answer(decision, text.apply(decision));
    }

    /** Returns why where there is no answer. */
    private Set<String> print(Answered answered, Progress screen) {
        if (!answered.dated()) {
            printDay(message -> say(screen, message));
        }
        var faults = new LinkedHashSet<>(answered.faults());
        answered.answers().forEach(answer -> attempt(faults, () -> print(answer)));
        return faults;
    }

    private static void attempt(Set<String> faults, Runnable work) {
        try {
            work.run();
        } catch (Unwritable full) {
            throw full;
        } catch (IllegalArgumentException unsound) {
            faults.add(unsound.getMessage());
        } catch (RuntimeException failure) {
            faults.add(Decide.fault("it could not be decided (%s).".formatted(failure)));
        }
    }

    private void say(Progress screen, String message) {
        try {
            // On one screen, answers before a message are printed before it.
            out.flush();
        } catch (IOException full) {
            throw new Unwritable(full);
        }
        screen.say(Decide.printable(message));
    }

    private void printDay(Consumer<String> how) {
        if (!dayPrinted) {
            dayPrinted = true;
            today.ifPresent(day -> how.accept(Asked.notice(day)));
        }
    }

    private void print(Answer answer) {
        printer.accept(answer);
        strictest = strictest.strictest(answer.decision().outcome());
    }

    private void print(Outcome outcome, String text, Style style) {
        String parted = printed ? "\n" : "";
        write(
                switch (style.form()) {
                    case JSON -> text + "\n";
                    case TEXT -> parted + coloured(outcome, Decide.printable(text), style.ansi());
                    case MARKDOWN -> parted + text;
                    case HTML -> (printed ? "" : PAGE.formatted(style.language().toLanguageTag())) + text;
                });
        printed = true;
    }

    /** Ends the page, if one was begun. */
    void end(Style style) {
        if (style.form() == Form.HTML && printed) {
            write("</body>\n</html>\n");
        }
    }

    private void write(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
        } catch (CharacterCodingException halfSign) {
            throw new IllegalArgumentException(
                    "The document holds half of a sign (a lone surrogate).\nMaybe a text was cut in the middle of an escape.",
                    halfSign);
        } catch (IOException full) {
            throw new Unwritable(full);
        }
    }

    private static String text(Decision decision, Style style) {
        return style.form() == Form.TEXT
                ? decision.explain(style.width(), style.language())
                : decision.explain(style.form(), style.language());
    }

    private static String coloured(Outcome outcome, String text, Ansi ansi) {
        int end = text.indexOf('\n');
        String colour = switch (outcome) {
            case PERMITTED -> "green";
            case CONDITIONAL, UNDETERMINED -> "yellow";
            case LICENSE_REQUIRED, PROHIBITED -> "red";
        };
        return ansi.string("@|bold,%s %s|@".formatted(colour, text.substring(0, end))) + text.substring(end);
    }
}
