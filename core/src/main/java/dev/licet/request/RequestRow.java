package dev.licet.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the tree of a transfer document from a row of a table. */
final class RequestRow {

    static final Map<String, String> COLUMNS = columns();
    private static final String UNKNOWN = "unknown";
    private static final String NONE = RequestDocument.NONE;
    private static final String INTERMEDIARY = "intermediary";

    private RequestRow() {}

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("model", "model.name");
        columns.put("developer", "model.developers.0.name");
        columns.put("origin", "model.developers");
        columns.put("release", "model.release");
        columns.put("license", "model.license");
        columns.put("trainingCompute", "model.trainingCompute");
        columns.put("modalities", "model.modalities");
        columns.put("lineage", "model.lineage");
        columns.put("on", "transfer.on");
        columns.put("kind", "transfer.kind");
        columns.put("exporter", "transfer.exporter.country");
        columns.put("to", "transfer.destination");
        columns.put("region", "transfer.region");
        columns.put("recipient", "transfer.recipient.name");
        columns.put("residence", "transfer.recipient.country");
        columns.put("headquarters", "transfer.recipient.headquarters");
        columns.put("parent", "transfer.recipient.ultimateParent");
        columns.put("type", "transfer.recipient.type");
        columns.put("lists", "transfer.recipient.lists");
        columns.put("screened", "transfer.recipient.screened");
        columns.put("intermediary", "transfer.intermediary.name");
        columns.put("endUse", "transfer.endUse");
        columns.put("public", "transfer.offeredToPublic");
        columns.put("redFlags", "transfer.redFlags");
        columns.put("attestations", "transfer.attestations");
        columns.put("nationality", "transfer.recipient.nationality");
        columns.put("users", "transfer.recipient.monthlyUsers");
        columns.put("classification", "transfer.classification");
        columns.put("commercial", "transfer.commercial");
        columns.put("geoGate", "model.geoGate");
        return Collections.unmodifiableMap(columns);
    }

    static Map<String, Object> tree(Map<String, String> row) {
        var tree = new TreeMap<String, Object>();
        for (Map.Entry<String, String> entry : row.entrySet()) {
            String column = entry.getKey();
            String cell = entry.getValue().strip();
            String path = path(column);
            String kind = kind(column)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The column (%s) does not exist.\nMaybe one of %s is meant, or the path of a field such as model.lineage.0.relation."
                                    .formatted(column, List.copyOf(COLUMNS.keySet()))));
            if (cell.isEmpty()) {
                continue;
            }
            if (column.equals("origin")) {
                origin(tree, cell);
            } else {
                put(tree, path, value(column, kind, cell));
            }
        }
        tree.computeIfAbsent("model", none -> new TreeMap<String, Object>());
        name(tree);
        nobody(tree);
        return collections(tree);
    }

    /** What a cell of a column states; empty if there is no such column. */
    static Optional<String> kind(String column) {
        return RequestDocument.kindAt(path(column)).filter(kind -> !kind.equals("model") && !kind.equals("transfer"));
    }

    /** The path that a column stands for. */
    static String path(String column) {
        String named = FormerNames.column(column);
        return COLUMNS.getOrDefault(named, named);
    }

    private static void origin(Map<String, Object> tree, String cell) {
        List<String> countries = words(cell);
        for (int i = 0; i < countries.size(); i++) {
            put(tree, "model.developers." + i + ".country", countries.get(i));
        }
    }

    private static Object value(String column, String kind, String cell) {
        if (cell.equals(UNKNOWN)) {
            return cell;
        }
        if (cell.equals(NONE) && (kind.equals("words") || kind.equals("screening") || kind.endsWith("[]"))) {
            return List.of();
        }
        return switch (kind) {
            case "words" -> words(cell);
            case "screening" -> screening(cell);
            case "number", "compute" -> numbers(column, cell);
            case "truth" ->
                switch (cell) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> cell;
                };
            default -> cell;
        };
    }

    /** The word "all", names of lists, or names with days such as {@code us.sdn=2026-11-01}. */
    private static Object screening(String cell) {
        List<String> lists = words(cell);
        if (lists.equals(List.of(Screening.ALL))) {
            return Screening.ALL;
        }
        if (lists.stream().noneMatch(list -> list.contains("="))) {
            return lists;
        }
        var dated = new TreeMap<String, Object>();
        for (String list : lists) {
            int day = list.indexOf('=');
            dated.put(day < 0 ? list : list.substring(0, day), day < 0 ? UNKNOWN : list.substring(day + 1));
        }
        return dated;
    }

    /** An intermediary that is named none, of whom nothing is stated but empty lists, is nobody. */
    @SuppressWarnings("unchecked")
    private static void nobody(Map<String, Object> tree) {
        if (tree.get("transfer") instanceof Map<?, ?> transfer
                && transfer.get(INTERMEDIARY) instanceof Map<?, ?> intermediary
                && NONE.equals(intermediary.get("name"))) {
            List<String> stated = intermediary.entrySet().stream()
                    .filter(field ->
                            !field.getKey().equals("name") && !field.getValue().equals(List.of()))
                    .map(field -> field.getKey().toString())
                    .toList();
            if (!stated.isEmpty()) {
                throw new IllegalArgumentException(
                        "The intermediary is none, and its fields %s are filled in.\nMaybe name it, or leave them empty."
                                .formatted(stated));
            }
            ((Map<String, Object>) transfer).put(INTERMEDIARY, NONE);
        }
    }

    private static Object numbers(String column, String cell) {
        try {
            String[] ends = cell.split("(?<!\\.)\\.\\.(?!\\.)", -1);
            if (ends.length == 2) {
                return new TreeMap<>(Map.of("atLeast", Double.valueOf(ends[0]), "atMost", Double.valueOf(ends[1])));
            }
            return Double.valueOf(cell);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "The cell (%s) of the column %s is not a number.\nMaybe write 3e26, or a range such as 1e25..3e26, or unknown."
                            .formatted(cell, column),
                    notANumber);
        }
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("[\\s;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static void name(Map<String, Object> tree) {
        if (tree.get("model") instanceof Map<?, ?> model && !model.containsKey("name")) {
            ((Map<String, Object>) model).put("name", Model.UNNAMED);
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String path, Object value) {
        Map<String, Object> at = tree;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            Object below = at.computeIfAbsent(steps[i], none -> new TreeMap<String, Object>());
            if (!(below instanceof Map)) {
                throw twice(path);
            }
            at = (Map<String, Object>) below;
        }
        if (at.putIfAbsent(steps[steps.length - 1], value) != null) {
            throw twice(path);
        }
    }

    private static IllegalArgumentException twice(String path) {
        return new IllegalArgumentException(
                "Two columns state the field (%s), or one states a part of what another states whole.\nMaybe leave one of them empty."
                        .formatted(path));
    }

    /** Maps whose keys are all numbers are lists. */
    private static Map<String, Object> collections(Map<String, Object> tree) {
        var result = new TreeMap<String, Object>();
        tree.forEach((key, value) -> result.put(key, collection(key, value)));
        return result;
    }

    private static Object collection(String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        var fields = new TreeMap<String, Object>();
        map.forEach((key, below) -> fields.put(key.toString(), collection(key.toString(), below)));
        if (fields.isEmpty() || !fields.keySet().stream().allMatch(key -> key.matches("\\d{1,4}"))) {
            return fields;
        }
        var items = new ArrayList<Object>();
        for (int i = 0; i < fields.size(); i++) {
            Object item = fields.get(Integer.toString(i));
            if (item == null) {
                throw new IllegalArgumentException(
                        "The columns number the items of %s with a gap (%s).\nMaybe begin at 0 and leave none out."
                                .formatted(name, fields.keySet()));
            }
            items.add(item);
        }
        return items;
    }
}
