package dev.licet.desk;

import dev.licet.answer.Decision;
import dev.licet.answer.WorldMap;
import dev.licet.desk.EqualEarth.Point;
import dev.licet.law.Outcome;
import dev.licet.request.Country;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The world, each country with its outcome. */
final class MapPicture {
    private static final double WIDTH = 960;
    private static final double MARGIN = 16;
    private static final double TOP = 52;
    /** An area below this, in square units of the picture, gets a mark. */
    private static final double SMALL = 7;
    /** Points of an outline nearer to each other than this are one. */
    private static final double FINENESS = 0.5;

    private static final double MARK = 8.2;
    private static final double TEXT = 12;
    private static final double NOTE = 11;

    private static final double SCALE =
            (WIDTH - 2 * MARGIN) / (2 * EqualEarth.project(180, 0).x());
    private static final double MIDDLE = TOP + SCALE * EqualEarth.project(0, 90).y();
    private static final double BOTTOM = 2 * MIDDLE - TOP;

    /** An area on the paper: its outlines, those beyond the edge drawn at the other edge once more. */
    private record Drawn(Atlas.Area area, List<List<Point>> rings, double size, Point centre) {}

    /** A mark, where it belongs and where there is room for it. */
    private record Mark(Country country, Point place, Point at) {}

    private final WorldMap map;
    private final String asked;
    private final Words words;
    private final List<Drawn> areas = new ArrayList<>();
    private final Map<Country, Point> small = new TreeMap<>();

    MapPicture(WorldMap map, String asked, Words words) {
        this.map = map;
        this.asked = asked;
        this.words = words;
        for (Atlas.Area area : Atlas.areas()) {
            areas.add(drawn(area));
        }
        var sizes = new TreeMap<Country, Double>();
        areas.forEach(
                drawn -> drawn.area().country().ifPresent(country -> sizes.merge(country, drawn.size(), Double::sum)));
        areas.stream()
                .sorted(Comparator.comparing(Drawn::size))
                .forEach(drawn -> drawn.area()
                        .country()
                        .filter(country -> sizes.getOrDefault(country, 0.0) < SMALL)
                        .ifPresent(country -> small.put(country, drawn.centre())));
    }

    String svg() {
        List<String> notes = notes();
        double legend = BOTTOM + 26;
        double height = legend + 2 * 20 + 6 + notes.size() * (NOTE + 3) + 6;
        var svg = new Svg(WIDTH, height, asked, String.join(" ", notes));
        svg.open("defs");
        Palette.define(svg);
        svg.open("clipPath", "id", "globe")
                .leaf("path", "d", path(List.of(edge())))
                .close();
        svg.close();
        svg.line(
                MARGIN,
                24,
                17,
                Svg.cut(words.say("map.title"), 17, WIDTH - 2 * MARGIN),
                "font-weight",
                "bold",
                "class",
                "heading");
        svg.line(MARGIN, 42, 13, Svg.cut(asked, 13, WIDTH - 2 * MARGIN), "class", "asked");
        svg.leaf("path", "d", path(List.of(edge())), "fill", "#F2F6F9", "stroke", "#888", "stroke-width", "0.8");
        svg.open(
                "g",
                "clip-path",
                "url(#globe)",
                "stroke",
                "#333",
                "stroke-width",
                "0.4",
                "stroke-linejoin",
                "round",
                "fill-rule",
                "evenodd");
        areas.stream().filter(drawn -> drawn.area().country().isEmpty()).forEach(drawn -> {
            svg.open("path", "class", "undecided", "fill", Palette.NEUTRAL, "d", path(drawn.rings()));
            svg.text("title", words.say("map.undecided", drawn.area().name()));
            svg.close();
        });
        byCountry().forEach((country, rings) -> {
            svg.open(
                    "path",
                    "id",
                    country.code(),
                    "class",
                    "country",
                    "data-outcome",
                    outcome(country).name(),
                    "fill",
                    Palette.of(outcome(country)).fill(),
                    "d",
                    path(rings));
            svg.text("title", label(country));
            svg.close();
        });
        svg.close();
        marks(svg);
        legend(svg, legend);
        double y = legend + 2 * 20 + 6;
        for (String note : notes) {
            svg.line(MARGIN, y, NOTE, note, "class", "note", "fill", "#333");
            y += NOTE + 3;
        }
        return svg.written();
    }

    /** The areas of the data that are no country of ISO 3166-1. */
    List<String> undecided() {
        return areas.stream()
                .filter(drawn -> drawn.area().country().isEmpty())
                .map(drawn -> drawn.area().name())
                .sorted()
                .toList();
    }

    /** The countries that the data does not draw. */
    Set<Country> missing() {
        var missing = new TreeSet<>(map.decisions().keySet());
        missing.removeAll(byCountry().keySet());
        return missing;
    }

    private Map<Country, List<List<Point>>> byCountry() {
        var rings = new TreeMap<Country, List<List<Point>>>();
        areas.forEach(drawn -> drawn.area()
                .country()
                .ifPresent(country -> rings.computeIfAbsent(country, none -> new ArrayList<>())
                        .addAll(drawn.rings())));
        return rings;
    }

    private Outcome outcome(Country country) {
        return decision(country).outcome();
    }

    private Decision decision(Country country) {
        return Objects.requireNonNull(map.decisions().get(country));
    }

    private String label(Country country) {
        return "%s (%s): %s%s"
                .formatted(
                        words.country(country),
                        country,
                        outcome(country),
                        decision(country).rulesBehind().isEmpty() ? "" : ", " + words.reason(decision(country)));
    }

    private static List<Point> edge() {
        var edge = new ArrayList<Point>();
        for (int latitude = -90; latitude <= 90; latitude += 2) {
            edge.add(paper(180, latitude));
        }
        for (int latitude = 90; latitude >= -90; latitude -= 2) {
            edge.add(paper(-180, latitude));
        }
        return edge;
    }

    private static Point paper(double longitude, double latitude) {
        Point point = EqualEarth.project(longitude, latitude);
        return new Point(WIDTH / 2 + SCALE * point.x(), MIDDLE - SCALE * point.y());
    }

    private static Drawn drawn(Atlas.Area area) {
        var rings = new ArrayList<List<Point>>();
        double size = 0;
        double largest = -1;
        Point centre = new Point(0, 0);
        for (List<Atlas.Place> ring : area.rings()) {
            List<Atlas.Place> whole = unwound(ring);
            List<Point> points = points(whole, 0);
            rings.add(points);
            double[] moments = moments(points);
            size += moments[0];
            if (Math.abs(moments[0]) > largest) {
                largest = Math.abs(moments[0]);
                centre = new Point(moments[1], moments[2]);
            }
            if (whole.stream().anyMatch(place -> place.longitude() > 180)) {
                rings.add(points(whole, -360));
            }
            if (whole.stream().anyMatch(place -> place.longitude() < -180)) {
                rings.add(points(whole, 360));
            }
        }
        return new Drawn(area, rings, Math.abs(size), centre);
    }

    /** An outline that crosses the edge of the map goes on beyond it; one around a pole is closed along the pole. */
    private static List<Atlas.Place> unwound(List<Atlas.Place> ring) {
        var whole = new ArrayList<Atlas.Place>();
        double turn = 0;
        double before = ring.get(0).longitude();
        for (Atlas.Place place : ring) {
            double step = place.longitude() - before;
            turn += step > 180 ? -360 : step < -180 ? 360 : 0;
            before = place.longitude();
            whole.add(new Atlas.Place(place.longitude() + turn, place.latitude()));
        }
        if (turn != 0) {
            double pole = Math.copySign(90, ring.get(0).latitude());
            whole.add(new Atlas.Place(whole.get(whole.size() - 1).longitude(), pole));
            whole.add(new Atlas.Place(whole.get(0).longitude(), pole));
        }
        double mean =
                whole.stream().mapToDouble(Atlas.Place::longitude).average().orElse(0);
        double back = turn != 0 ? 0 : mean > 180 ? -360 : mean < -180 ? 360 : 0;
        return whole.stream()
                .map(place -> new Atlas.Place(place.longitude() + back, place.latitude()))
                .toList();
    }

    private static List<Point> points(List<Atlas.Place> places, double turn) {
        var points = new ArrayList<Point>();
        for (Atlas.Place place : places) {
            Point point = paper(place.longitude() + turn, place.latitude());
            if (points.isEmpty() || points.get(points.size() - 1).distance(point) >= FINENESS) {
                points.add(point);
            }
        }
        return points;
    }

    /** The area within an outline, holes counting against it, and its centre. */
    private static double[] moments(List<Point> ring) {
        double twice = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point one = ring.get(i);
            Point next = ring.get((i + 1) % ring.size());
            double cross = one.x() * next.y() - next.x() * one.y();
            twice += cross;
            x += (one.x() + next.x()) * cross;
            y += (one.y() + next.y()) * cross;
        }
        return Math.abs(twice) < 1e-6
                ? new double[] {0, ring.get(0).x(), ring.get(0).y()}
                : new double[] {twice / 2, x / (3 * twice), y / (3 * twice)};
    }

    private static String path(List<List<Point>> rings) {
        var path = new StringBuilder();
        for (List<Point> ring : rings) {
            String before = "";
            for (Point point : ring) {
                path.append(before.isEmpty() ? "M" : before.equals("M") ? "L" : " ")
                        .append(Svg.number(point.x()))
                        .append(',')
                        .append(Svg.number(point.y()));
                before = before.isEmpty() ? "M" : "L";
            }
            path.append('Z');
        }
        return path.toString();
    }

    private void marks(Svg svg) {
        svg.open("g", "stroke", "#000", "stroke-width", "0.7", "stroke-linejoin", "round");
        for (Mark mark : placed()) {
            String name = mark.country().code();
            if (mark.at().distance(mark.place()) > MARK / 2) {
                svg.leaf(
                        "path",
                        "class",
                        "pointer",
                        "fill",
                        "none",
                        "d",
                        "M%s,%sL%s,%s"
                                .formatted(
                                        Svg.number(mark.place().x()),
                                        Svg.number(mark.place().y()),
                                        Svg.number(mark.at().x()),
                                        Svg.number(mark.at().y())));
            }
            Palette look = Palette.of(outcome(mark.country()));
            svg.open(
                    "path",
                    "id",
                    name + "-mark",
                    "class",
                    "mark",
                    "data-outcome",
                    outcome(mark.country()).name(),
                    "fill",
                    look.colour(),
                    "transform",
                    "translate(%s,%s)"
                            .formatted(
                                    Svg.number(mark.at().x()),
                                    Svg.number(mark.at().y())),
                    "d",
                    look.mark());
            svg.text("title", label(mark.country()));
            svg.close();
        }
        svg.close();
    }

    /** Moves marks that would hide each other apart, always in the same way. */
    private List<Mark> placed() {
        var countries = new ArrayList<>(small.keySet());
        var at = new ArrayList<Point>();
        countries.forEach(country -> at.add(small.get(country)));
        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < at.size(); i++) {
                for (int j = i + 1; j < at.size(); j++) {
                    Point one = at.get(i);
                    Point other = at.get(j);
                    double distance = one.distance(other);
                    if (distance < MARK) {
                        double push = (MARK - distance) / 2 + 0.01;
                        double dx = distance < 0.01 ? 1 : (other.x() - one.x()) / distance;
                        double dy = distance < 0.01 ? 0 : (other.y() - one.y()) / distance;
                        at.set(i, new Point(one.x() - dx * push, one.y() - dy * push));
                        at.set(j, new Point(other.x() + dx * push, other.y() + dy * push));
                    }
                }
            }
        }
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < countries.size(); i++) {
            marks.add(new Mark(countries.get(i), Objects.requireNonNull(small.get(countries.get(i))), at.get(i)));
        }
        return marks;
    }

    private void legend(Svg svg, double top) {
        var counts = new LinkedHashMap<Outcome, Long>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(
                    outcome,
                    map.decisions().values().stream()
                            .filter(decision -> decision.outcome() == outcome)
                            .count());
        }
        int cell = 0;
        for (Map.Entry<Outcome, Long> entry : counts.entrySet()) {
            Palette look = Palette.of(entry.getKey());
            double x = MARGIN + cell % 3 * 312;
            double y = top + cell / 3 * 20;
            svg.open(
                    "g", "class", "legend", "data-outcome", entry.getKey().name(), "data-count", "" + entry.getValue());
            Swatch.draw(svg, x, y, look.fill());
            svg.leaf(
                    "path",
                    "transform",
                    "translate(%s,%s)".formatted(Svg.number(x + 44), Svg.number(y - 4)),
                    "fill",
                    look.colour(),
                    "stroke",
                    "#000",
                    "stroke-width",
                    "0.7",
                    "d",
                    look.mark());
            svg.line(x + 56, y, TEXT, "%s: %s".formatted(entry.getKey(), words.countries(entry.getValue())));
            svg.close();
            cell++;
        }
        double x = MARGIN + cell % 3 * 312;
        double y = top + cell / 3 * 20;
        Swatch.draw(svg, x, y, Palette.NEUTRAL);
        svg.line(x + 56, y, TEXT, words.say("map.legend"));
    }

    private List<String> notes() {
        var missing = new TreeMap<Outcome, List<String>>();
        missing()
                .forEach(country -> missing.computeIfAbsent(outcome(country), none -> new ArrayList<>())
                        .add("%s (%s)".formatted(words.country(country), country)));
        Stream<String> absent =
                missing.entrySet().stream().map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()));
        String all = absent.collect(Collectors.joining("; "));
        var notes = new ArrayList<String>();
        if (!all.isEmpty()) {
            notes.addAll(wrapped(words.say("map.missing", all)));
        }
        notes.addAll(wrapped(words.say("map.marks")));
        notes.addAll(wrapped(words.say("map.borders", String.join(", ", undecided()))));
        return notes;
    }

    private static List<String> wrapped(String note) {
        return Svg.wrapped(note, NOTE, WIDTH - 2 * MARGIN);
    }
}
