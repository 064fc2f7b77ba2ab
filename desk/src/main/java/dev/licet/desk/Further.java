package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.answer.Form;
import dev.licet.law.RulePackException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What the commands share that decide as {@code licet decide} does and then explain more of each decision. */
final class Further {
    private static final String MOST = "--most";

    private final OutputStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Clock clock;

    Further(OutputStream out, PrintStream err, Terminal terminal, Clock clock) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Explains something of a decision, in the form and the language of a style. */
    interface Explainer {
        String explain(Licet licet, Decision decision, Answers.Style style);
    }

    static void addTo(CommandSpec spec, List<OptionSpec> own, String json) {
        Flags.addTo(spec);
        RuleFlags.addTo(spec);
        ArgGroupSpec.Builder answer = Flags.group("%nThe answer:%n", 5);
        own.forEach(answer::addArg);
        spec.addArgGroup(answer.addArg(Flags.flag("--json", json))
                .addArg(Flags.option("--format", "F", String.class, "text, markdown or html, or json."))
                .addArg(Flags.option(
                        "--lang",
                        "L",
                        String.class,
                        "en (default) or de: the language. The words of rules and citations stay as they are."))
                .addArg(Flags.flag("--exit-code", "Let the exit status show the outcome; of several, the strictest."))
                .addArg(Flags.help())
                .build());
        spec.usageMessage()
                .customSynopsis("licet %s [OPTIONS]".formatted(spec.name()))
                .sortOptions(false)
                .width(100)
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(Decide.codes(Optional.empty()))
                .footerHeading("%nExamples:%n");
    }

    /** The option that says how many are printed. */
    static OptionSpec most(String what, int usual) {
        return Flags.option(
                MOST,
                "N",
                Integer.class,
                "Print at most this many %s, %s without it, and say how many more there are. JSON holds all."
                        .formatted(what, usual));
    }

    /** How many to print. */
    static int most(ParseResult parsed, int usual) {
        int most = Flags.<Integer>value(parsed, MOST).orElse(usual);
        if (most < 1) {
            throw Flags.refuse(
                    parsed, "Invalid value for option '--most' (%s).\nMaybe write 1 or more.".formatted(most));
        }
        return most;
    }

    int run(ParseResult parsed, Explainer explainer) {
        Map<String, String> row = Flags.row(parsed);
        if (Asked.nothing(parsed, row)) {
            throw Flags.refuse(
                    parsed,
                    "Nothing was asked.\nMaybe begin with: %s --closed --origin US --to CN --kind weights"
                            .formatted(parsed.commandSpec().qualifiedName()));
        }
        Asked asked = Asked.of(parsed, row, clock);
        boolean exit = Flags.on(parsed, "--exit-code");
        Answers.Style style = Decide.style(parsed, false, terminal);
        if (style.form() == Form.JSON && parsed.hasMatchedOption(MOST)) {
            throw Flags.refuse(parsed, "The option --most is for people: JSON holds all.\nMaybe leave it out.");
        }
        try {
            Licet licet = RuleFlags.licet(parsed);
            asked.check(parsed, licet);
            Function<Decision, String> explained = decision -> explainer.explain(licet, decision, style);
            var answers = new Answers(licet, asked, style, explained, out, err);
            int status = answers.options();
            answers.end(style);
            return exit ? Decide.status(answers.strictest()) : status;
        } catch (RulePackException unsound) {
            err.println(Decide.printable(Decide.message(unsound)));
            return Decide.BAD_PACKS;
        } catch (Answers.Unwritable full) {
            return Decide.unwritable(full.why(), err);
        }
    }

    /**
     * The outcome and the request, as the explanation begins, then a further text.
     *
     * @param further the text, in the form of the style, which is not JSON
     * @param last the last sentence; may be empty
     */
    static String under(Decision decision, String further, String last, Answers.Style style) {
        String end = last.isEmpty() || further.isEmpty() ? last : "\n" + last;
        return switch (style.form()) {
            case TEXT ->
                // So wide that each of the two is one line, whatever the names in it.
                lines(decision.explain(Integer.MAX_VALUE, style.language()), 2)
                        + "\n"
                        + further.stripLeading()
                        + ended(end);
            case MARKDOWN ->
                lines(decision.explain(Form.MARKDOWN, style.language()), 3) + "\n" + further.stripLeading()
                        + ended(end);
            case HTML -> {
                // One article: the beginning of the explanation's, then what is in the other.
                int close = further.lastIndexOf("</article>");
                yield lines(decision.explain(Form.HTML, style.language()), 3)
                        + further.substring(further.indexOf('\n') + 1, close)
                        + (last.isEmpty() ? "" : "<p>" + last + "</p>\n")
                        + further.substring(close);
            }
            case JSON -> throw new AssertionError("a record has no text around it");
        };
    }

    private static String ended(String sentence) {
        return sentence.isEmpty() ? "" : sentence + "\n";
    }

    private static String lines(String text, int first) {
        return String.join("\n", text.lines().toList().subList(0, first)) + "\n";
    }
}
