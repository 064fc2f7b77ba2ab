package dev.licet.desk;

import dev.licet.request.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the options state. It fills in what a document leaves unstated; what the document states wins. */
final class Preset {
    private final Map<String, String> row;
    private final Map<String, Object> tree;

    private Preset(Map<String, String> row, Map<String, Object> tree) {
        this.row = row;
        this.tree = tree;
    }

    /**
     * Reads cells, the day among them.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    static Preset of(Map<String, String> row) {
        var tree = new TreeMap<>(Request.ofRow(row).document());
        // The name of an unnamed model must not make a model of nothing.
        if (row.keySet().stream().noneMatch(column -> Columns.path(column).startsWith("model."))) {
            tree.remove("model");
        }
        return new Preset(Collections.unmodifiableMap(new LinkedHashMap<>(row)), tree);
    }

    /** The options alone. */
    Request request() {
        return Request.ofRow(row);
    }

    Request fill(Map<?, ?> document) {
        return Request.of(filled(document, tree));
    }

    /** Like {@link #fill(Map)}, for the cells of a row by column, blank ones left out. */
    Request fillRow(Map<String, String> cells) {
        var all = new LinkedHashMap<>(cells);
        row.forEach((column, cell) -> {
            if (cells.keySet().stream().noneMatch(stated -> Columns.overlap(stated, column))) {
                all.put(column, cell);
            }
        });
        return Request.ofRow(all);
    }

    private static Map<String, @Nullable Object> filled(Map<?, ?> stated, Map<?, ?> others) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        others.forEach((field, value) -> all.put(field.toString(), value));
        stated.forEach((field, value) -> all.put(field.toString(), filled(field, value, others.get(field))));
        return all;
    }

    private static @Nullable Object filled(Object field, @Nullable Object stated, @Nullable Object other) {
        // A range is one fact: the end that a document leaves open stays open.
        if (stated instanceof Map<?, ?> own && other instanceof Map<?, ?> more && !field.equals("trainingCompute")) {
            return filled(own, more);
        }
        // As many developers as the options name: a name here and a country there are of the same one.
        if (field.equals("developers")
                && stated instanceof List<?> own
                && other instanceof List<?> more
                && own.size() == more.size()) {
            var items = new ArrayList<@Nullable Object>();
            for (int i = 0; i < own.size(); i++) {
                items.add(filled(field, own.get(i), more.get(i)));
            }
            return items;
        }
        return stated;
    }
}
