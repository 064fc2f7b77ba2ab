package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.answer.Timeline;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.RulePackException;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet timeline}. */
final class TimelineCommand {
    private static final String FROM = "--from";
    private static final String UNTIL = "--until";

    private final OutputStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Clock clock;

    TimelineCommand(OutputStream out, PrintStream err, Terminal terminal, Clock clock) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("timeline");
        Flags.addTo(spec);
        spec.addArgGroup(Flags.group("%nThe days:%n", 3)
                .addArg(Flags.option(FROM, "DAY", String.class, "The first day, such as 2025-01-01."))
                .addArg(Flags.option(UNTIL, "DAY", String.class, "The day after the last day."))
                .build());
        RuleFlags.addTo(spec);
        Pictures.addTo(spec, true);
        spec.usageMessage()
                .header("Decides one transfer over time: when does the answer change, and why?")
                .customSynopsis("licet timeline [OPTIONS] --from DAY --until DAY")
                .sortOptions(false)
                .width(100)
                .footerHeading("%nExample:%n")
                .footer(
                        "  licet timeline --closed --origin US --training-compute 3e26 --to IN --kind weights --from 2024-01-01"
                                + " --until 2027-01-01");
        return spec;
    }

    int run(ParseResult parsed) {
        Map<String, String> row = Flags.row(parsed);
        if (row.containsKey("on")) {
            throw Flags.refuse(parsed, "The option --on is not for a timeline.\nMaybe --from and --until are meant.");
        }
        if (Asked.nothing(parsed, row)) {
            throw Flags.refuse(
                    parsed,
                    "Nothing was asked.\nMaybe begin with: licet timeline --closed --origin US --to CN --kind weights --from"
                            + " 2024-01-01 --until 2027-01-01");
        }
        if (Flags.destinations(parsed).size() > 1) {
            throw Flags.refuse(
                    parsed,
                    "The option --to names more than one place %s.\nMaybe ask for each on its own."
                            .formatted(Flags.destinations(parsed)));
        }
        LocalDate from = day(parsed, FROM);
        LocalDate until = day(parsed, UNTIL);
        if (!from.isBefore(until)) {
            throw Flags.refuse(
                    parsed,
                    "No day lies between --from (%s) and --until (%s), which is not included.\nMaybe the two are swapped."
                            .formatted(from, until));
        }
        row.put("on", from.toString());
        boolean json = Pictures.json(parsed);
        int width = Pictures.width(parsed, terminal);
        Words words = Pictures.words(parsed);
        Optional<Path> file = Pictures.file(parsed);
        Asked asked = Asked.of(parsed, row, clock);
        try {
            Licet licet = RuleFlags.licet(parsed);
            asked.check(parsed, licet);
            Timeline timeline = licet.timeline(asked.presets().get(0).request(), from, until);
            String heading = heading(timeline, words);
            return Pictures.write(
                    file,
                    () -> new TimelinePicture(timeline, heading, words).svg(),
                    json ? json(timeline) : Decide.printable(table(timeline, heading, width, words)),
                    out,
                    err);
        } catch (RulePackException unsound) {
            err.println(Decide.printable(Decide.message(unsound)));
            return Decide.BAD_PACKS;
        }
    }

    private static LocalDate day(ParseResult parsed, String option) {
        String given = Flags.<String>value(parsed, option)
                .orElseThrow(() -> Flags.refuse(
                        parsed, "The option %s is missing.\nMaybe write %s 2025-01-01.".formatted(option, option)));
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeParseException unfit) {
            throw Flags.refuse(
                    parsed,
                    "Invalid value for option '%s' (%s): it is not a day.\nMaybe write it as 2025-01-31."
                            .formatted(option, given));
        }
    }

    private static String heading(Timeline timeline, Words words) {
        Request request = timeline.request();
        return words.say(
                "heading.timeline",
                words.asked(request),
                words.destination(request.transfer()),
                timeline.from(),
                timeline.until().minusDays(1),
                words.of(timeline.spans().get(0).decision().stance()));
    }

    private static String table(Timeline timeline, String heading, int width, Words words) {
        int wide = Math.max(16, (width - 12 - 18 - 6) / 2);
        var rows = new Rows(
                width,
                Stream.of("from", "outcome", "layers", "cause")
                        .map(column -> words.say("table." + column))
                        .toList(),
                10,
                16,
                wide);
        for (Timeline.Span span : timeline.spans()) {
            rows.add(
                    span.from().toString(),
                    span.decision().outcome().name(),
                    layers(span.decision(), words),
                    words.causes(span));
        }
        return heading + "\n" + rows + words.say("table.until", timeline.until()) + "\n";
    }

    /** The layers that are not permitted, each with its rules. */
    private static String layers(Decision decision, Words words) {
        String all = decision.decidedBy().keySet().stream()
                .map(layer -> layer(decision, layer, words))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "-" : all;
    }

    private static String layer(Decision decision, Layer layer, Words words) {
        Outcome outcome = decision.outcome(layer);
        Stance other = decision.stance() == Stance.AS_WRITTEN ? Stance.AS_ENFORCED : Stance.AS_WRITTEN;
        Outcome otherwise = Objects.requireNonNull(decision.layers().get(other)).getOrDefault(layer, outcome);
        if (outcome == Outcome.PERMITTED && otherwise == Outcome.PERMITTED) {
            return "";
        }
        String rules = words.reason(decision.decidedBy().getOrDefault(layer, List.of()));
        String own = rules.isEmpty()
                ? words.say("layer", words.of(layer), outcome)
                : words.say("layer.rules", words.of(layer), outcome, rules);
        return otherwise == outcome ? own : words.say("layer.other", own, otherwise, words.of(other));
    }

    private static String json(Timeline timeline) {
        var spans = new ArrayList<Map<String, Object>>();
        for (Timeline.Span span : timeline.spans()) {
            Decision decision = span.decision();
            var one = new LinkedHashMap<String, Object>();
            one.put("from", span.from().toString());
            one.put("until", span.until().toString());
            one.put("outcome", decision.outcome());
            one.put("stanceLayers", decision.layers());
            one.put("decidedBy", decision.decidedBy());
            one.put(
                    "causes",
                    span.causes().stream()
                            .map(change -> new TreeMap<>(
                                    Map.of("name", change.name(), "what", change.explain(Locale.ENGLISH))))
                            .toList());
            spans.add(one);
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("request", timeline.request().document());
        tree.put("stance", timeline.spans().get(0).decision().stance());
        tree.put("from", timeline.from().toString());
        tree.put("until", timeline.until().toString());
        tree.put("spans", spans);
        return Json.line(tree);
    }
}
