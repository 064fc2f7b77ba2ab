package dev.licet.desk;

import dev.licet.answer.Timeline;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One request over time: a strip for each layer, and the cause of each change. */
final class TimelinePicture {
    private static final double WIDTH = 960;
    private static final double MARGIN = 16;
    private static final double LABELS = 214;
    private static final double LEFT = MARGIN + LABELS;
    private static final double RIGHT = WIDTH - 46;
    private static final double STRIP = 24;
    private static final double STEP = 31;
    private static final double TEXT = 12;
    private static final double TICK = 11;
    private static final double NUMBER = 16;

    /** Steps between the days that are named, in months, the finest first. */
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};

    /** A strip: its name, and its outcome in a span; empty where no rule is in force. */
    private record Strip(String name, Function<Timeline.Span, Optional<Outcome>> outcome, boolean whole) {}

    /** Days in a row with one outcome on one strip. */
    private record Stretch(LocalDate from, LocalDate until, Optional<Outcome> outcome) {}

    private final Timeline timeline;
    private final String asked;
    private final Words words;

    TimelinePicture(Timeline timeline, String asked, Words words) {
        this.timeline = timeline;
        this.asked = asked;
        this.words = words;
    }

    String svg() {
        List<Strip> strips = strips();
        List<Integer> levels = levels();
        double top = 58
                + NUMBER * (1 + levels.stream().mapToInt(level -> level).max().orElse(0));
        double foot = top + strips.size() * STEP;
        double legend = foot + 50;
        var causes = new LinkedHashMap<Integer, List<String>>();
        for (int i = 1; i < timeline.spans().size(); i++) {
            Timeline.Span span = timeline.spans().get(i);
            causes.put(i, Svg.wrapped(span.from() + ": " + words.causes(span), TEXT, WIDTH - 2 * MARGIN - 30));
        }
        double list = legend + 2 * 20 + 14;
        long lines = causes.values().stream().mapToLong(List::size).sum();
        double height = list + lines * 16 + 4;

        var svg = new Svg(WIDTH, height, asked, words.say("timeline.description"));
        svg.open("defs");
        Palette.define(svg);
        svg.close();
        svg.line(MARGIN, 24, 17, words.say("timeline.title"), "font-weight", "bold", "class", "heading");
        svg.line(MARGIN, 42, 13, Svg.cut(asked, 13, WIDTH - 2 * MARGIN), "class", "asked");
        for (int i = 0; i < strips.size(); i++) {
            strip(svg, strips.get(i), top + i * STEP);
        }
        changes(svg, levels, top, foot);
        for (int i = 0; i < strips.size(); i++) {
            outcomes(svg, strips.get(i), top + i * STEP);
        }
        ticks(svg, foot);
        legend(svg, legend);
        double y = list;
        for (Map.Entry<Integer, List<String>> cause : causes.entrySet()) {
            svg.line(MARGIN + 16, y, TEXT, "" + cause.getKey(), "text-anchor", "end", "font-weight", "bold");
            for (String line : cause.getValue()) {
                svg.line(MARGIN + 26, y, TEXT, line, "class", "cause");
                y += 16;
            }
        }
        return svg.written();
    }

    /** The whole, each layer with a rule in force on some day, and each again under the other stance where that differs. */
    private List<Strip> strips() {
        Stance own = timeline.spans().get(0).decision().stance();
        Stance other = own == Stance.AS_WRITTEN ? Stance.AS_ENFORCED : Stance.AS_WRITTEN;
        var strips = new ArrayList<Strip>();
        String outcome = words.say("timeline.outcome");
        strips.add(new Strip(outcome, span -> Optional.of(span.decision().outcome(own)), true));
        both(strips, outcome, other, span -> Optional.of(span.decision().outcome(other)), strips.get(0), true);
        for (Layer layer : Layer.values()) {
            String label = words.of(layer);
            String name = label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
            var strip = new Strip(name, span -> outcome(span, own, layer), false);
            if (timeline.spans().stream()
                    .anyMatch(span -> strip.outcome().apply(span).isPresent())) {
                strips.add(strip);
                both(strips, name, other, span -> outcome(span, other, layer), strip, false);
            }
        }
        return strips;
    }

    private void both(
            List<Strip> strips,
            String name,
            Stance other,
            Function<Timeline.Span, Optional<Outcome>> outcome,
            Strip own,
            boolean whole) {
        if (timeline.spans().stream()
                .anyMatch(span -> !outcome.apply(span).equals(own.outcome().apply(span)))) {
            strips.add(new Strip(words.say("timeline.other", name, words.of(other)), outcome, whole));
        }
    }

    private static Optional<Outcome> outcome(Timeline.Span span, Stance stance, Layer layer) {
        return Optional.ofNullable(
                Objects.requireNonNull(span.decision().layers().get(stance)).get(layer));
    }

    private double x(LocalDate day) {
        double all = ChronoUnit.DAYS.between(timeline.from(), timeline.until());
        return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(timeline.from(), day) / all;
    }

    private void strip(Svg svg, Strip strip, double y) {
        svg.line(
                LEFT - 8,
                y + 16,
                TEXT,
                strip.name(),
                "text-anchor",
                "end",
                "font-weight",
                strip.whole() ? "bold" : "normal");
        for (Stretch stretch : stretches(strip)) {
            double from = x(stretch.from());
            double wide = x(stretch.until()) - from;
            svg.open(
                    "rect",
                    "class",
                    "stretch",
                    "data-strip",
                    strip.name(),
                    "data-from",
                    stretch.from().toString(),
                    "data-until",
                    stretch.until().toString(),
                    "data-outcome",
                    stretch.outcome().map(Outcome::name).orElse(""),
                    "x",
                    Svg.number(from),
                    "y",
                    Svg.number(y),
                    "width",
                    Svg.number(wide),
                    "height",
                    Svg.number(STRIP),
                    "fill",
                    stretch.outcome().map(outcome -> Palette.of(outcome).fill()).orElse(Palette.NEUTRAL),
                    "stroke",
                    "#333",
                    "stroke-width",
                    "0.6");
            svg.text(
                    "title",
                    words.say(
                            "timeline.stretch",
                            strip.name(),
                            stretch.from(),
                            stretch.until().minusDays(1),
                            label(stretch)));
            svg.close();
        }
    }

    /** The outcomes in words, where there is room, above the lines of the changes. */
    private void outcomes(Svg svg, Strip strip, double y) {
        for (Stretch stretch : stretches(strip)) {
            double from = x(stretch.from());
            double wide = x(stretch.until()) - from;
            String label = label(stretch);
            if (Svg.width(label, TICK) + 12 <= wide) {
                double half = Svg.width(label, TICK) / 2 + 3;
                svg.leaf(
                        "rect",
                        "x",
                        Svg.number(from + wide / 2 - half),
                        "y",
                        Svg.number(y + 4.5),
                        "width",
                        Svg.number(2 * half),
                        "height",
                        "15",
                        "rx",
                        "3",
                        "fill",
                        "#fff",
                        "fill-opacity",
                        "0.86",
                        "pointer-events",
                        "none");
                svg.line(from + wide / 2, y + 16, TICK, label, "text-anchor", "middle", "pointer-events", "none");
            }
        }
    }

    private String label(Stretch stretch) {
        return stretch.outcome().map(Outcome::name).orElseGet(() -> words.say("timeline.none"));
    }

    private List<Stretch> stretches(Strip strip) {
        var stretches = new ArrayList<Stretch>();
        for (Timeline.Span span : timeline.spans()) {
            Optional<Outcome> outcome = strip.outcome().apply(span);
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).outcome().equals(outcome)) {
                stretches.set(last, new Stretch(stretches.get(last).from(), span.until(), outcome));
            } else {
                stretches.add(new Stretch(span.from(), span.until(), outcome));
            }
        }
        return stretches;
    }

    /** For each change, how far above the strips its number is drawn, so that none hides another. */
    private List<Integer> levels() {
        var levels = new ArrayList<Integer>();
        var ends = new ArrayList<Double>();
        for (int i = 1; i < timeline.spans().size(); i++) {
            double x = x(timeline.spans().get(i).from());
            double half = Svg.width("" + i, TEXT) / 2 + 3;
            int level = 0;
            while (level < ends.size() && ends.get(level) > x - half) {
                level++;
            }
            if (level == ends.size()) {
                ends.add(0.0);
            }
            ends.set(level, x + half);
            levels.add(level);
        }
        return levels;
    }

    private void changes(Svg svg, List<Integer> levels, double top, double foot) {
        for (int i = 1; i < timeline.spans().size(); i++) {
            Timeline.Span span = timeline.spans().get(i);
            double x = x(span.from());
            double y = top - 6 - NUMBER * levels.get(i - 1);
            svg.leaf(
                    "path",
                    "class",
                    "legalChanges",
                    "d",
                    "M%s,%sV%s".formatted(Svg.number(x), Svg.number(y + 2), Svg.number(foot - 4)),
                    "stroke",
                    "#000",
                    "stroke-width",
                    "0.8",
                    "stroke-dasharray",
                    "2 2");
        }
        // After all lines, on a white edge, so that no line runs through a number.
        for (int i = 1; i < timeline.spans().size(); i++) {
            svg.line(
                    x(timeline.spans().get(i).from()),
                    top - 7 - NUMBER * levels.get(i - 1),
                    TEXT,
                    "" + i,
                    "text-anchor",
                    "middle",
                    "font-weight",
                    "bold",
                    "class",
                    "number",
                    "stroke",
                    "#fff",
                    "stroke-width",
                    "3",
                    "paint-order",
                    "stroke");
        }
    }

    private void ticks(Svg svg, double foot) {
        SortedSet<LocalDate> days = days();
        for (LocalDate day : days) {
            double x = x(day);
            svg.leaf(
                    "path",
                    "class",
                    "tick",
                    "d",
                    "M%s,%sv6".formatted(Svg.number(x), Svg.number(foot - 2)),
                    "stroke",
                    "#333");
            svg.line(x, foot + 17, TICK, day.toString(), "text-anchor", "middle", "class", "day");
        }
    }

    /** First days of months, as many as have room; the first of all where none has. */
    private SortedSet<LocalDate> days() {
        double room = Svg.width("2025-01-01", TICK) + 10;
        // February is the shortest.
        double month = (RIGHT - LEFT) * 28 / ChronoUnit.DAYS.between(timeline.from(), timeline.until());
        var days = new TreeSet<LocalDate>();
        IntStream.of(MONTHS)
                .filter(months -> month * months >= room)
                .findFirst()
                .ifPresent(months -> {
                    LocalDate day = timeline.from().withDayOfMonth(1);
                    while (day.isBefore(timeline.from())
                            || (day.getYear() * 12L + day.getMonthValue() - 1) % months != 0) {
                        day = day.plusMonths(1);
                    }
                    for (; !day.isAfter(timeline.until()); day = day.plusMonths(months)) {
                        days.add(day);
                    }
                });
        return days.isEmpty() ? new TreeSet<>(List.of(timeline.from())) : days;
    }

    private void legend(Svg svg, double top) {
        int cell = 0;
        for (Outcome outcome : Outcome.values()) {
            double x = MARGIN + cell % 3 * 312;
            double y = top + cell / 3 * 20;
            svg.open("g", "class", "legend", "data-outcome", outcome.name());
            Swatch.draw(svg, x, y, Palette.of(outcome).fill());
            svg.line(x + 42, y, TEXT, outcome.name());
            svg.close();
            cell++;
        }
        double x = MARGIN + cell % 3 * 312;
        double y = top + cell / 3 * 20;
        Swatch.draw(svg, x, y, Palette.NEUTRAL);
        svg.line(x + 42, y, TEXT, words.say("timeline.legend"));
    }
}
