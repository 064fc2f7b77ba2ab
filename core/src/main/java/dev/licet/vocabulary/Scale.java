package dev.licet.vocabulary;

import dev.licet.request.Compute;
import dev.licet.request.FactValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The figures of a day that rules ask of one number, and the bands between them, in order.
 *
 * @param bands the first from zero, the last without end
 */
public record Scale(List<Band> bands) {

    /** The numbers from one figure, itself inside, to the next; rules cannot tell them apart. */
    public record Band(double from, double to, Set<String> reached) {
        FactValue value(boolean withTeachers) {
            return new FactValue.Band(from, to, withTeachers);
        }
    }

    public static Scale of(Collection<String> asked, Map<String, Double> figures) {
        var steps = new TreeMap<Double, Set<String>>();
        for (String name : asked) {
            if (figures.containsKey(name)) {
                steps.computeIfAbsent(figures.get(name), none -> new TreeSet<>())
                        .add(name);
            }
        }
        var bands = new ArrayList<Band>();
        var reached = new TreeSet<String>();
        double from = 0;
        for (Map.Entry<Double, Set<String>> step : steps.entrySet()) {
            bands.add(new Band(from, step.getKey(), Collections.unmodifiableSet(new TreeSet<>(reached))));
            reached.addAll(step.getValue());
            from = step.getKey();
        }
        bands.add(new Band(from, Double.POSITIVE_INFINITY, Collections.unmodifiableSet(new TreeSet<>(reached))));
        return new Scale(bands);
    }

    /** The bands in which a number within bounds can lie. */
    List<Band> within(Compute bounds) {
        var within = new ArrayList<Band>();
        for (Band band : bands) {
            if (bounds.atLeast() < band.to() && bounds.atMost() >= band.from()) {
                within.add(band);
            }
        }
        return within;
    }
}
