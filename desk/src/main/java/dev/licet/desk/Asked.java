package dev.licet.desk;

import dev.licet.Licet;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * What the options ask.
 *
 * @param row the facts that they state, by column, the day among them
 * @param today today, if no day was named
 * @param presets the same as requests, one for each place it goes to
 */
record Asked(Map<String, String> row, Optional<LocalDate> today, List<Preset> presets) {

    static Asked of(ParseResult parsed, Clock clock) {
        return of(parsed, Flags.row(parsed), clock);
    }

    static Asked of(ParseResult parsed, Map<String, String> row, Clock clock) {
        Optional<LocalDate> today =
                row.containsKey("on") ? Optional.empty() : Optional.of(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        today.ifPresent(day -> row.put("on", day.toString()));
        return new Asked(row, today, presets(parsed, row, Flags.destinations(parsed)));
    }

    private static List<Preset> presets(ParseResult parsed, Map<String, String> row, List<String> destinations) {
        try {
            if (destinations.isEmpty()) {
                return List.of(Preset.of(row));
            }
            var presets = new ArrayList<Preset>();
            for (String destination : destinations) {
                var there = new LinkedHashMap<>(row);
                there.put("to", destination);
                presets.add(Preset.of(there));
            }
            return presets;
        } catch (IllegalArgumentException unfit) {
            throw Flags.refuse(parsed, Decide.message(unfit));
        }
    }

    /** Whether nothing is asked but perhaps the day. */
    static boolean nothing(ParseResult parsed, Map<String, String> row) {
        return Flags.destinations(parsed).isEmpty() && Set.of("on").containsAll(row.keySet());
    }

    /** Whether the options state what only the packs know: names of lists, or attestations. */
    boolean namesWhatPacksKnow() {
        return row.containsKey("lists") || row.containsKey("attestations");
    }

    /** The packs refuse names of lists and attestations that they do not know. */
    void check(ParseResult parsed, Licet licet) {
        try {
            presets.forEach(preset -> licet.decide(preset.request()));
        } catch (IllegalArgumentException unfit) {
            throw Flags.refuse(parsed, Decide.message(unfit));
        }
    }

    void printDay(PrintStream err) {
        today.ifPresent(day -> err.println(notice(day)));
    }

    static String notice(LocalDate day) {
        return "licet: no day was named; decided under the law of today, %s (UTC)".formatted(day);
    }
}
