package dev.licet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.neovisionaries.i18n.CountryCode;
import dev.licet.request.Country;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The outlines of countries, from Natural Earth by way of world-atlas. */
final class Atlas {
    private static final String DATA = "world-atlas/countries-50m.json";
    private static final String KOSOVO = "Kosovo";

    /** A part of an area of the data, with a code of its own in ISO 3166-1, and the cube of degrees in which its outlines lie. */
    private record Part(String area, String code, double west, double south, double east, double north) {
        boolean holds(List<Place> ring) {
            return ring.stream()
                    .allMatch(place -> place.longitude() >= west
                            && place.longitude() <= east
                            && place.latitude() >= south
                            && place.latitude() <= north);
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("France", "GF", -56, 1, -50, 7),
            new Part("France", "GP", -62, 15.5, -60.9, 17),
            new Part("France", "MQ", -62, 14, -60, 15.2),
            new Part("France", "RE", 54, -22, 57, -20),
            new Part("France", "YT", 44.5, -14, 46, -12),
            new Part("Norway", "SJ", -10, 70.5, -7, 72),
            new Part("Norway", "SJ", 8, 73, 35, 82),
            new Part("Netherlands", "BQ", -69, 11, -62, 18),
            new Part("New Zealand", "TK", -174, -11, -170, -7),
            new Part("Indian Ocean Ter.", "CX", 105, -11, 106, -10),
            new Part("Indian Ocean Ter.", "CC", 96, -13, 98, -11));

    /** A place on the globe, in degrees. */
    record Place(double longitude, double latitude) {}

    /**
     * One area of the data.
     *
     * @param country whose it is; empty if the data gives it no ISO 3166-1 code
     * @param name what the data calls it
     * @param rings its outlines, holes among them, closed
     */
    record Area(Optional<Country> country, String name, List<List<Place>> rings) {}

    private final List<List<Place>> arcs = new ArrayList<>();
    private final double[] scale;
    private final double[] shift;

    private Atlas(JsonNode topology) {
        scale = pair(topology.at("/transform/scale"));
        shift = pair(topology.at("/transform/translate"));
        topology.get("arcs").forEach(arc -> arcs.add(arc(arc)));
    }

    static List<Area> areas() {
        try (InputStream in = Objects.requireNonNull(Atlas.class.getResourceAsStream(DATA), DATA)) {
            JsonNode topology = Json.MAPPER.readTree(in);
            var atlas = new Atlas(topology);
            var areas = new ArrayList<Area>();
            topology.at("/objects/countries/geometries")
                    .forEach(geometry -> areas.addAll(parted(atlas.area(geometry))));
            return areas;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Area> parted(Area whole) {
        var left = new ArrayList<>(whole.rings());
        var areas = new ArrayList<Area>();
        for (Part part : PARTS) {
            if (part.area().equals(whole.name())) {
                List<List<Place>> own =
                        whole.rings().stream().filter(part::holds).toList();
                left.removeAll(own);
                areas.add(new Area(Optional.of(Country.of(part.code())), part.code(), own));
            }
        }
        if (!left.isEmpty()) {
            areas.add(new Area(whole.country(), whole.name(), left));
        }
        return areas;
    }

    private static double[] pair(JsonNode node) {
        return new double[] {node.get(0).asDouble(), node.get(1).asDouble()};
    }

    /** TopoJSON counts each place of an arc in steps from the one before. */
    private List<Place> arc(JsonNode steps) {
        var places = new ArrayList<Place>();
        long x = 0;
        long y = 0;
        for (JsonNode step : steps) {
            x += step.get(0).asLong();
            y += step.get(1).asLong();
            places.add(new Place(x * scale[0] + shift[0], y * scale[1] + shift[1]));
        }
        return places;
    }

    private Area area(JsonNode geometry) {
        var rings = new ArrayList<List<Place>>();
        JsonNode parts = geometry.get("arcs");
        if (geometry.get("type").asText().equals("Polygon")) {
            parts.forEach(ring -> rings.add(ring(ring)));
        } else {
            parts.forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
        }
        String name = geometry.at("/properties/name").asText();
        return new Area(country(geometry.path("id").asText(), name), name, rings);
    }

    private List<Place> ring(JsonNode indices) {
        var places = new ArrayList<Place>();
        for (JsonNode index : indices) {
            // An arc that runs the other way round is written as its complement.
            boolean back = index.asInt() < 0;
            var arc = new ArrayList<>(arcs.get(back ? ~index.asInt() : index.asInt()));
            if (back) {
                Collections.reverse(arc);
            }
            places.addAll(places.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return places;
    }

    private static Optional<Country> country(String numeric, String name) {
        if (name.equals(KOSOVO)) {
            return Optional.of(Country.of("XK"));
        }
        return Optional.of(numeric)
                .filter(code -> code.matches("\\d+"))
                .flatMap(code -> Optional.ofNullable(CountryCode.getByCode(Integer.parseInt(code))))
                .map(code -> Country.of(code.getAlpha2()));
    }
}
