package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.law.RulePackException;
import dev.licet.verify.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet manifest}. */
final class ManifestCommand {
    private static final String ON = "--on";

    private final OutputStream out;
    private final PrintStream err;
    private final Clock clock;

    ManifestCommand(OutputStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("manifest")
                .addOption(Flags.option(
                        ON,
                        "DAY",
                        String.class,
                        "The day, such as 2026-11-23; several with commas. Without it, today in UTC."));
        RuleFlags.addPacksTo(spec);
        spec.addOption(Flags.help());
        spec.usageMessage()
                .header("Writes the manifest of a law: packs, lists, figures and rules, with citations and conditions.")
                .description(
                        "Records name it by its digest. It is one line of canonical JSON, and the same on all days until the"
                                + " next legal change; days with the same law give one line. licet verify and licet replay read it"
                                + " with --manifest.")
                .customSynopsis("licet manifest [--packs FOLDER] [--on DAY[,DAY...]]")
                .sortOptions(false)
                .width(100)
                .footerHeading("%nExamples:%n")
                .footer(
                        "  licet manifest --on 2026-11-23 > law.json",
                        "  licet verify --manifest law.json records.ndjson");
        return spec;
    }

    int run(ParseResult parsed) {
        List<LocalDate> days = Flags.<String>value(parsed, ON)
                .map(given -> Stream.of(given.split(",", -1))
                        .map(day -> day(parsed, day))
                        .toList())
                .orElseGet(() -> List.of(today()));
        try {
            Licet licet = Licet.of(RuleFlags.packs(parsed));
            var written = new LinkedHashMap<String, Manifest>();
            for (LocalDate day : days) {
                Manifest manifest = licet.manifest(day);
                written.putIfAbsent(manifest.digest(), manifest);
            }
            for (Manifest manifest : written.values()) {
                out.write((manifest.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return 0;
        } catch (RulePackException unsound) {
            err.println(Decide.printable(Decide.message(unsound)));
            return Decide.BAD_PACKS;
        } catch (IOException full) {
            return Decide.unwritable(full, err);
        }
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
