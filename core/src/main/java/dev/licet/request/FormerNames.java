package dev.licet.request;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of the first edition: documents and tables that use them are still read. What is written has today's names. */
final class FormerNames {
    private static final Map<String, String> FIELDS =
            Map.of("trainingOperations", "trainingCompute", "operations", "compute", "signals", "redFlags");

    private static final Map<String, String> COLUMNS = Map.of("operations", "trainingCompute", "signals", "redFlags");

    private FormerNames() {}

    /**
     * The fields of an object under today's names.
     *
     * @throws IllegalArgumentException if a field is there under both names
     */
    static Map<String, Object> fields(String path, Map<String, ?> values) {
        var today = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            String field = FIELDS.getOrDefault(name, name);
            if (today.containsKey(field)) {
                throw new IllegalArgumentException(
                        "The field %s is there under its former name too (%s).\nMaybe leave one of them out."
                                .formatted(path.isEmpty() ? field : path + "." + field, name));
            }
            today.put(field, value);
        });
        return today;
    }

    /** A column under today's name: a short name, or a path. */
    static String column(String name) {
        if (!name.contains(".")) {
            return COLUMNS.getOrDefault(name, name);
        }
        return Arrays.stream(name.split("\\.", -1))
                .map(step -> FIELDS.getOrDefault(step, step))
                .collect(Collectors.joining("."));
    }
}
