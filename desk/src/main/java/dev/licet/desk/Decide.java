package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.answer.Form;
import dev.licet.law.Outcome;
import dev.licet.law.RulePackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet decide}. */
final class Decide {
    static final int UNANSWERED = 2;
    static final int BAD_PACKS = 3;
    static final int BROKEN = 70;
    static final int UNWRITABLE = 74;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Clock clock;

    Decide(InputStream in, OutputStream out, PrintStream err, Terminal terminal, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("decide");
        Flags.addTo(spec);
        RuleFlags.addTo(spec);
        spec.addArgGroup(Flags.group("%nThe answer:%n", 5)
                .addArg(Flags.flag("--json", "Print the record, one line of canonical JSON; always so for a FILE."))
                .addArg(Flags.flag("--explain", "Print the explanation for a FILE too."))
                .addArg(Flags.option(
                        "--format",
                        "F",
                        String.class,
                        "text, markdown or html: the explanation in this form, for a FILE too; json: the record."))
                .addArg(
                        Flags.option(
                                "--lang",
                                "L",
                                String.class,
                                "en (default) or de: the language of the explanation. The words of rules and citations stay as they are."))
                .addArg(Flags.option(
                        "--width", "N", Integer.class, "The length of a line of the explanation; 40 or more."))
                .addArg(Flags.option(
                        "--input",
                        "F",
                        String.class,
                        "json or csv: the format of FILE; without it, the first character decides."))
                .addArg(Flags.flag("--exit-code", "Let the exit status show the outcome; of several, the strictest."))
                .addArg(Flags.help())
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .index("0")
                .arity("0..1")
                .type(String.class)
                .description(
                        "Transfer documents, or - for the standard input: a JSON object, a JSON array, newline-delimited JSON,"
                                + " or CSV. Each gets one record on a line. Options fill in what a document does not"
                                + " state.")
                .build());
        spec.usageMessage()
                .header("Decides one transfer, or each transfer of a file.")
                .customSynopsis("licet decide [OPTIONS] [FILE]")
                .sortOptions(false)
                .width(100)
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(codes(Optional.of("A document could not be answered, or FILE could not be read.")))
                .footerHeading("%nExamples:%n")
                .footer(
                        "  licet decide --closed --origin US --to CN --kind weights",
                        "  licet decide --closed --origin US --training-compute 3e26 --to BR --kind weights --on 2025-06-01",
                        "  licet decide examples/catalogue.json --to CN,HK,RU,GB,SG --kind weights",
                        "",
                        "Every fact may be \"unknown\". Constants may be written in lower case and with hyphens here.");
        return spec;
    }

    /** What each exit status means; 2 only for commands that have it. */
    static Map<String, String> codes(Optional<String> unanswered) {
        var codes = new LinkedHashMap<String, String>();
        codes.put(" 0", "Answered, whatever the outcome; with --exit-code: PERMITTED.");
        codes.put("10", "With --exit-code: CONDITIONAL.");
        codes.put("11", "With --exit-code: UNDETERMINED.");
        codes.put("12", "With --exit-code: LICENSE_REQUIRED.");
        codes.put("13", "With --exit-code: PROHIBITED.");
        unanswered.ifPresent(why -> codes.put(" 2", why));
        codes.put(" 3", "A rule pack is faulty.");
        codes.put("64", "The command line is wrong.");
        codes.put("70", "Licet itself failed.");
        codes.put("74", "The output could not be written.");
        return codes;
    }

    int run(ParseResult parsed) {
        Optional<String> file = Optional.ofNullable(parsed.matchedPositionalValue(0, (String) null));
        Map<String, String> row = Flags.row(parsed);
        if (file.isEmpty() && Asked.nothing(parsed, row)) {
            throw Flags.refuse(
                    parsed,
                    "Nothing was asked.\nMaybe begin with: licet decide --closed --origin US --to CN --kind weights");
        }
        Optional<Documents.Format> format = Flags.constant(parsed, "--input", Documents.Format.class);
        if (format.isPresent() && file.isEmpty()) {
            throw Flags.refuse(parsed, "The option --input is for a FILE.\nMaybe the FILE was forgotten.");
        }
        Asked asked = Asked.of(parsed, row, clock);
        boolean exit = Flags.on(parsed, "--exit-code");
        Answers.Style style = style(parsed, file.isPresent(), terminal);
        try {
            Licet licet = RuleFlags.licet(parsed);
            if (file.isEmpty() || asked.namesWhatPacksKnow()) {
                asked.check(parsed, licet);
            }
            var answers = new Answers(licet, asked, style, out, err);
            int status =
                    file.isPresent() ? answers.file(file.get(), format, in, terminal.progress()) : answers.options();
            answers.end(style);
            return status == 0 && exit ? status(answers.strictest()) : status;
        } catch (RulePackException unsound) {
            err.println(printable(message(unsound)));
            return BAD_PACKS;
        } catch (Answers.Unwritable full) {
            return unwritable(full.why(), err);
        }
    }

    /** How to print; without options, text for one answer and records for a FILE. */
    static Answers.Style style(ParseResult parsed, boolean file, Terminal terminal) {
        List<String> forms = Stream.of("--json", "--explain", "--format")
                .filter(option ->
                        option.equals("--format") ? parsed.hasMatchedOption(option) : Flags.on(parsed, option))
                .toList();
        if (forms.size() > 1) {
            throw Flags.refuse(
                    parsed,
                    "The options %s exclude each other.\nMaybe leave all but one out."
                            .formatted(String.join(" and ", forms)));
        }
        Form form = Flags.constant(parsed, "--format", Form.class)
                .orElse(forms.contains("--json") || file && forms.isEmpty() ? Form.JSON : Form.TEXT);
        Optional<String> language = Flags.value(parsed, "--lang");
        if (language.isPresent() && form == Form.JSON) {
            throw Flags.refuse(
                    parsed,
                    "The option --lang is for an explanation: a record is the same in every language.\n"
                            + (parsed.commandSpec().optionsMap().containsKey("--explain")
                                    ? "Maybe add --explain, or leave it out."
                                    : "Maybe leave it out."));
        }
        int width = Flags.<Integer>value(parsed, "--width").orElse(terminal.width());
        if (width < Terminal.LEAST_WIDTH) {
            throw Flags.refuse(
                    parsed,
                    "Invalid value for option '--width' (%s).\nMaybe write %s or more."
                            .formatted(width, Terminal.LEAST_WIDTH));
        }
        return new Answers.Style(form, language(parsed, language.orElse("en")), width, terminal.ansi());
    }

    static Locale language(ParseResult parsed, String given) {
        Locale language = Locale.forLanguageTag(given);
        if (!Form.languages().contains(language.getLanguage())) {
            throw Flags.refuse(
                    parsed,
                    "Invalid value for option '--lang' (%s).\nMaybe one of %s is meant."
                            .formatted(given, Form.languages()));
        }
        return language;
    }

    /** The exit status of an outcome. */
    static int status(Outcome outcome) {
        return switch (outcome) {
            case PERMITTED -> 0;
            case CONDITIONAL -> 10;
            case UNDETERMINED -> 11;
            case LICENSE_REQUIRED -> 12;
            case PROHIBITED -> 13;
        };
    }

    /** The message of a fault. */
    static String message(Throwable fault) {
        return String.valueOf(fault.getMessage());
    }

    /** Without characters that move the cursor or change the direction: a name must not fake an answer on a terminal. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]", "\uFFFD");
    }

    static String fault(String where) {
        return printable(where) + "\nMaybe it is a bug of Licet: please report it with the request.";
    }

    static int unwritable(IOException why, PrintStream err) {
        // A reader that has seen enough, such as head, is not a fault to report.
        if (!"Broken pipe".equals(why.getMessage())) {
            err.println(printable(
                    "licet: the output cannot be written (%s).\nMaybe the disk is full.".formatted(why.getMessage())));
        }
        return UNWRITABLE;
    }
}
