package dev.licet.desk;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
public final class Main {
    static final int USAGE = 64;

    private final Decide decide;
    private final Book book;
    private final MapCommand map;
    private final TimelineCommand timeline;
    private final ModelsCommand models;
    private final Records records;
    private final ManifestCommand manifest;
    private final CoverageCommand coverage;
    private final Further further;
    private final PrintStream err;

    private Main(
            Decide decide,
            Book book,
            MapCommand map,
            TimelineCommand timeline,
            ModelsCommand models,
            Records records,
            ManifestCommand manifest,
            CoverageCommand coverage,
            Further further,
            PrintStream err) {
        this.decide = decide;
        this.book = book;
        this.map = map;
        this.timeline = timeline;
        this.models = models;
        this.records = records;
        this.manifest = manifest;
        this.coverage = coverage;
        this.further = further;
        this.err = err;
    }

    /**
     * Runs the desk and ends the process with its exit status.
     *
     * @param args the arguments of the command line
     */
    public static void main(String[] args) {
        // Not System.out, which swallows the errors of writing: a full disk must not look like success.
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), System.in, out, err, Terminal.found(), Clock.systemUTC()));
    }

    /** Runs one command without a terminal; all three streams are UTF-8. */
    static int run(List<String> args, InputStream in, OutputStream out, PrintStream err) {
        return run(args, in, out, err, Terminal.none(), Clock.systemUTC());
    }

    static int run(
            List<String> args, InputStream in, OutputStream out, PrintStream err, Terminal terminal, Clock clock) {
        var main = new Main(
                new Decide(in, out, err, terminal, clock),
                new Book(out, err),
                new MapCommand(out, err, terminal, clock),
                new TimelineCommand(out, err, terminal, clock),
                new ModelsCommand(in, out, err, terminal, clock),
                new Records(in, out, err, terminal),
                new ManifestCommand(out, err, clock),
                new CoverageCommand(out, err, clock),
                new Further(out, err, terminal, clock),
                err);
        int status = main.line(out).execute(args.toArray(String[]::new));
        try {
            out.flush();
        } catch (IOException full) {
            return Decide.unwritable(full, err);
        }
        return status;
    }

    private CommandLine line(OutputStream out) {
        CommandSpec licet = CommandSpec.create()
                .name("licet")
                .version("licet " + version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        licet.usageMessage()
                .width(100)
                .header(
                        "Says whether an AI model may be provided to a place and a party, on a day, in a given way, and why.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%nBegin with:%n")
                .footer(
                        "  licet decide --closed --origin US --to CN --kind weights",
                        "  licet decide --help",
                        "",
                        "A fact that is not stated is assumed or becomes a question; it is never taken as a yes.");
        licet.addSubcommand("decide", Decide.spec());
        licet.addSubcommand("why-not", WhyNotCommand.spec());
        licet.addSubcommand("changes", ChangesCommand.spec());
        licet.addSubcommand("map", MapCommand.spec());
        licet.addSubcommand("models", ModelsCommand.spec());
        licet.addSubcommand("timeline", TimelineCommand.spec());
        licet.addSubcommand("replay", ReplayCommand.spec());
        licet.addSubcommand("verify", VerifyCommand.spec());
        licet.addSubcommand("manifest", ManifestCommand.spec());
        licet.addSubcommand("coverage", CoverageCommand.spec());
        licet.addSubcommand("book", Book.spec());
        var line = new CommandLine(licet);
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((unfit, args) -> refuse(unfit));
        line.setExecutionStrategy(this::execute);
        return line;
    }

    private int execute(ParseResult parsed) {
        Optional<Integer> helped = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
        if (helped.isPresent()) {
            return helped.get();
        }
        if (!parsed.hasSubcommand()) {
            parsed.commandSpec().commandLine().usage(err);
            return USAGE;
        }
        try {
            ParseResult command = parsed.subcommand();
            return switch (command.commandSpec().name()) {
                case "why-not" -> new WhyNotCommand(further).run(command);
                case "changes" -> new ChangesCommand(further, err).run(command);
                case "map" -> map.run(command);
                case "models" -> models.run(command);
                case "timeline" -> timeline.run(command);
                case "replay" -> new ReplayCommand(records, err).run(command);
                case "verify" -> new VerifyCommand(records).run(command);
                case "manifest" -> manifest.run(command);
                case "coverage" -> coverage.run(command);
                case "book" -> book.run(command);
                default -> decide.run(command);
            };
        } catch (ParameterException unfit) {
            throw unfit;
        } catch (RuntimeException | Error failure) {
            err.println(Decide.fault("licet: " + failure));
            return Decide.BROKEN;
        }
    }

    private int refuse(ParameterException unfit) {
        String message = "licet: " + unfit.getMessage();
        if (!message.contains("\nMaybe ")) {
            List<String> like = unfit instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()
                    ? unmatched.getSuggestions()
                    : List.of();
            message += like.isEmpty()
                    ? "\nMaybe see: %s --help"
                            .formatted(unfit.getCommandLine().getCommandSpec().qualifiedName())
                    : "\nMaybe %s is meant.".formatted(String.join(" or ", like));
        }
        err.println(Decide.printable(message));
        return USAGE;
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
