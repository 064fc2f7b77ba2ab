package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.law.Outcome;
import dev.licet.law.RulePackException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet models}. */
final class ModelsCommand {
    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Clock clock;

    /** Models with one outcome for one reason. */
    private record Group(Outcome outcome, List<String> rules) {}

    ModelsCommand(InputStream in, OutputStream out, PrintStream err, Terminal terminal, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("models");
        Flags.addTo(spec);
        RuleFlags.addTo(spec);
        Pictures.addTo(spec, false);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .index("0..*")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                        "Transfer documents as licet decide reads them, or - for the standard input. Options fill in what"
                                + " a document does not state.")
                .build());
        spec.usageMessage()
                .header("Decides a catalogue of models for one place: which may go there?")
                .customSynopsis("licet models [OPTIONS] --to CC FILE…")
                .sortOptions(false)
                .width(100)
                .footerHeading("%nExample:%n")
                .footer("  licet models examples/catalogue.json --kind weights --to CN --on 2026-11-23");
        return spec;
    }

    int run(ParseResult parsed) {
        List<String> files = parsed.matchedPositionalValue(0, List.of());
        List<String> places = Flags.destinations(parsed);
        if (places.size() != 1) {
            throw Flags.refuse(
                    parsed,
                    places.isEmpty()
                            ? "The option --to is missing.\nMaybe write --to CN."
                            : "The option --to names more than one place %s.\nMaybe ask for each on its own."
                                    .formatted(places));
        }
        boolean json = Pictures.json(parsed);
        int width = Pictures.width(parsed, terminal);
        Words words = Pictures.words(parsed);
        Asked asked = Asked.of(parsed, clock);
        try {
            Licet licet = RuleFlags.licet(parsed);
            if (asked.namesWhatPacksKnow()) {
                asked.check(parsed, licet);
            }
            var decisions = new ArrayList<Decision>();
            var answers = new Answers(licet, asked, decisions::add, out, err);
            int status = 0;
            for (String file : files) {
                status = Math.max(status, answers.file(file, Optional.empty(), in, terminal.progress()));
            }
            if (decisions.isEmpty()) {
                return status;
            }
            Map<Group, List<String>> groups = groups(decisions);
            String text = json ? json(decisions, groups) : Decide.printable(table(decisions, groups, width, words));
            int written = Pictures.write(Optional.empty(), () -> "", text, out, err);
            return written == 0 ? status : written;
        } catch (RulePackException unsound) {
            err.println(Decide.printable(Decide.message(unsound)));
            return Decide.BAD_PACKS;
        } catch (Answers.Unwritable full) {
            return Decide.unwritable(full.why(), err);
        }
    }

    /** The mildest outcome first, of one outcome the largest group first. */
    private static Map<Group, List<String>> groups(List<Decision> decisions) {
        var alike = new LinkedHashMap<Group, List<String>>();
        for (Decision decision : decisions) {
            alike.computeIfAbsent(new Group(decision.outcome(), decision.rulesBehind()), none -> new ArrayList<>())
                    .add(decision.request().model().name());
        }
        var groups = new LinkedHashMap<Group, List<String>>();
        alike.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Group, List<String>> entry) ->
                                entry.getKey().outcome())
                        .thenComparing(entry -> -entry.getValue().size())
                        .thenComparing(entry -> String.join(" ", entry.getKey().rules())))
                .forEach(entry -> groups.put(entry.getKey(), entry.getValue()));
        return groups;
    }

    private static String table(List<Decision> decisions, Map<Group, List<String>> groups, int width, Words words) {
        String heading = decisions.stream()
                .map(decision -> decision.request().transfer())
                .map(transfer ->
                        words.say("heading.models", words.kind(transfer), words.destination(transfer), transfer.on()))
                .distinct()
                .collect(Collectors.joining("; "));
        var rows = new Rows(
                width,
                List.of(words.say("table.outcome"), words.say("table.reason"), words.say("table.models")),
                16,
                Math.max(14, width / 3));
        groups.forEach((group, models) -> rows.add(
                group.outcome().name(),
                group.rules().isEmpty() ? "-" : String.join(", ", group.rules()),
                "%s: %s".formatted(models.size(), String.join("; ", models))));
        return heading + "\n" + rows;
    }

    private static String json(List<Decision> decisions, Map<Group, List<String>> groups) {
        var all = new ArrayList<Map<String, Object>>();
        groups.forEach((group, models) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("outcome", group.outcome());
            one.put("rules", group.rules());
            one.put("models", models);
            all.add(one);
        });
        Map<Outcome, Long> counts = decisions.stream()
                .collect(Collectors.groupingBy(Decision::outcome, TreeMap::new, Collectors.counting()));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("stance", decisions.get(0).stance());
        tree.put("counts", counts);
        tree.put("groups", all);
        return Json.line(tree);
    }
}
