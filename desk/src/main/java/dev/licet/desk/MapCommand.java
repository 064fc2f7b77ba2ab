package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.answer.WorldMap;
import dev.licet.law.RulePackException;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet map}. */
final class MapCommand {
    private final OutputStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Clock clock;

    MapCommand(OutputStream out, PrintStream err, Terminal terminal, Clock clock) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("map");
        Flags.addTo(spec);
        RuleFlags.addTo(spec);
        Pictures.addTo(spec, true);
        spec.usageMessage()
                .header("Decides one transfer for every country: where may it go?")
                .customSynopsis("licet map [OPTIONS]")
                .sortOptions(false)
                .width(100)
                .footerHeading("%nExample:%n")
                .footer("  licet map --closed --origin US --kind weights --on 2026-11-23 --svg map.svg");
        return spec;
    }

    int run(ParseResult parsed) {
        if (!Flags.destinations(parsed).isEmpty()) {
            throw Flags.refuse(
                    parsed, "The option --to is not for a map, which has every country.\nMaybe licet decide is meant.");
        }
        Map<String, String> row = Flags.row(parsed);
        if (Asked.nothing(parsed, row)) {
            throw Flags.refuse(
                    parsed, "Nothing was asked.\nMaybe begin with: licet map --closed --origin US --kind weights");
        }
        boolean json = Pictures.json(parsed);
        int width = Pictures.width(parsed, terminal);
        Words words = Pictures.words(parsed);
        Optional<Path> file = Pictures.file(parsed);
        Asked asked = Asked.of(parsed, row, clock);
        try {
            Licet licet = RuleFlags.licet(parsed);
            asked.check(parsed, licet);
            asked.printDay(err);
            Request request = asked.presets().get(0).request();
            WorldMap map = licet.map(request.model(), request.transfer());
            String heading = heading(request, map, words);
            return Pictures.write(
                    file,
                    () -> new MapPicture(map, heading, words).svg(),
                    json ? json(request, map) : Decide.printable(table(map, heading, width, words)),
                    out,
                    err);
        } catch (RulePackException unsound) {
            err.println(Decide.printable(Decide.message(unsound)));
            return Decide.BAD_PACKS;
        }
    }

    private static String heading(Request request, WorldMap map, Words words) {
        LocalDate day = request.transfer().on();
        Stance stance = map.decisions().values().iterator().next().stance();
        return words.say("heading.map", words.asked(request), day, words.of(stance));
    }

    private static String table(WorldMap map, String heading, int width, Words words) {
        var rows = new Rows(
                width,
                List.of(words.say("table.outcome"), words.say("table.reason"), words.say("table.countries")),
                16,
                Math.max(14, width / 3));
        for (WorldMap.Group group : map.groups()) {
            rows.add(
                    group.outcome().name(),
                    group.rules().isEmpty() ? "-" : String.join(", ", group.rules()),
                    "%s: %s"
                            .formatted(
                                    group.countries().size(),
                                    group.countries().stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining(" "))));
        }
        return heading + "\n" + rows;
    }

    private static String json(Request request, WorldMap map) {
        var groups = new ArrayList<Map<String, Object>>();
        for (WorldMap.Group group : map.groups()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("outcome", group.outcome());
            one.put("rules", group.rules());
            one.put(
                    "countries",
                    group.countries().stream().map(Object::toString).toList());
            groups.add(one);
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("request", request.document());
        tree.put("stance", map.decisions().values().iterator().next().stance());
        tree.put("groups", groups);
        return Json.line(tree);
    }
}
