package dev.licet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.licet.Licet;
import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import dev.licet.law.RulePackException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet coverage}: whose law, terms, licenses and policies the packs hold on a day. */
final class CoverageCommand {
    private static final String ON = "--on";
    private static final String JSON = "--json";

    private final OutputStream out;
    private final PrintStream err;
    private final Clock clock;

    CoverageCommand(OutputStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("coverage")
                .addOption(
                        Flags.option(ON, "DAY", String.class, "The day, such as 2026-11-23. Without it, today in UTC."))
                .addOption(Flags.flag(JSON, "Write the rows as lines of JSON."));
        RuleFlags.addPacksTo(spec);
        spec.addOption(Flags.help());
        spec.usageMessage()
                .header("Lists whose law, terms, licenses and policies the packs hold on a day.")
                .description("What is not in the list is not held: there, silence is no answer."
                        + " A part that is held has rules, but no rule is no answer there either.")
                .customSynopsis("licet coverage [--packs FOLDER] [--on DAY] [--json]")
                .sortOptions(false)
                .width(100)
                .footerHeading("%nExample:%n")
                .footer("  licet coverage --on 2026-11-23");
        return spec;
    }

    int run(ParseResult parsed) {
        LocalDate day =
                Flags.<String>value(parsed, ON).map(given -> day(parsed, given)).orElseGet(this::today);
        try {
            JsonNode rows = Json.MAPPER
                    .readTree(Licet.of(RuleFlags.packs(parsed)).manifest(day).toJson())
                    .get("coverage");
            var text = new StringBuilder();
            if (Flags.on(parsed, JSON)) {
                rows.forEach(row -> text.append(Json.line(row)));
            } else {
                table(rows, text);
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            return 0;
        } catch (RulePackException unsound) {
            err.println(Decide.printable(Decide.message(unsound)));
            return Decide.BAD_PACKS;
        } catch (IOException full) {
            return Decide.unwritable(full, err);
        }
    }

    private static void table(JsonNode rows, StringBuilder text) {
        Words words = Words.in(Locale.ENGLISH);
        var byLayer = new TreeMap<Layer, List<JsonNode>>();
        rows.forEach(
                row -> byLayer.computeIfAbsent(Layer.valueOf(row.get("layer").asText()), none -> new ArrayList<>())
                        .add(row));
        for (Layer layer : Layer.values()) {
            text.append(words.of(layer)).append('\n');
            List<JsonNode> held = byLayer.getOrDefault(layer, List.of());
            if (held.isEmpty()) {
                text.append("  nothing is held\n");
            }
            held.stream()
                    .sorted(Comparator.comparing(row -> row.get("holder").asText()))
                    .forEach(row -> text.append(line(row)));
        }
    }

    private static String line(JsonNode row) {
        var kinds = new ArrayList<String>();
        row.get("kinds")
                .forEach(
                        kind -> kinds.add(kind.asText().toLowerCase(Locale.ROOT).replace('_', '-')));
        boolean every = kinds.size() == TransferKind.values().length;
        String holder = row.get("holder").asText();
        return "  %-28s %-5s %s%s  %s%n"
                .formatted(
                        holder.isEmpty() ? "the house" : holder,
                        row.get("whole").asBoolean() ? "whole" : "part",
                        row.get("since").asText(),
                        row.has("until")
                                ? " to "
                                        + LocalDate.parse(row.get("until").asText())
                                                .minusDays(1)
                                : "",
                        every ? "every kind" : String.join(", ", kinds))
                .replace(System.lineSeparator(), "\n");
    }

    private LocalDate today() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        err.println("licet: no day was named; this is the law of today, %s (UTC)".formatted(today));
        return today;
    }

    private static LocalDate day(ParseResult parsed, String given) {
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeParseException unfit) {
            throw Flags.refuse(
                    parsed,
                    "Invalid value for option '%s' (%s): it is no day.\nMaybe write it as 2026-11-23."
                            .formatted(ON, given));
        }
    }
}
