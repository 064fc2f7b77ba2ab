package dev.licet.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a record of version 2 under the names of today. Nothing is added and nothing left out, so that faults stay faults. */
final class FormerRecord {
    static final String SCHEMA = "https://licet.dev/schema/record-2.json";

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("authority", "layer"),
            Map.entry("by", "exception"),
            Map.entry("duties", "obligations"),
            Map.entry("duty", "obligation"),
            Map.entry("lifted", "excepted"),
            Map.entry("liftedBy", "exceptions"),
            Map.entry("lifts", "rule"),
            Map.entry("operations", "compute"),
            Map.entry("presumed", "assumed"),
            Map.entry("provisos", "assumptions"),
            Map.entry("signals", "redFlags"),
            Map.entry("trainingOperations", "trainingCompute"),
            Map.entry("waysOut", "availableExceptions"));

    private static final Map<String, String> FACTS = Map.of("training operations", "training compute");

    private static final Pattern CONSTANT = Pattern.compile("\\b(?:(Kind)|(Signal)|(Policy))\\.(?=[A-Z])");

    private FormerRecord() {}

    static boolean is(Map<String, ?> record) {
        return SCHEMA.equals(record.get("schema"));
    }

    /** The same record under the names of today; its digest stays that of the former. */
    static Map<String, Object> today(Map<String, ?> record) {
        Map<String, Object> today = fields(record);
        today.put("schema", Verification.SCHEMA);
        return today;
    }

    private static Map<String, Object> fields(Map<?, ?> object) {
        var today = new TreeMap<String, Object>();
        object.forEach((name, value) -> {
            String field = FIELDS.getOrDefault(String.valueOf(name), String.valueOf(name));
            // A field that is there under both names keeps its own, which has no place in a record.
            boolean both = !field.equals(name) && object.containsKey(field);
            today.put(both ? String.valueOf(name) : field, value(field, value));
        });
        return today;
    }

    private static Object value(String field, Object value) {
        if (value instanceof Map<?, ?> object) {
            return fields(object);
        }
        if (value instanceof List<?> items) {
            var all = new ArrayList<Object>();
            items.forEach(item -> all.add(value(field, item)));
            return all;
        }
        return switch (field) {
            case "basis" -> "PRESUMED".equals(value) ? "ASSUMED" : value;
            case "fact" -> value instanceof String name ? FACTS.getOrDefault(name, name) : value;
            case "conditions" ->
                value instanceof String text
                        ? CONSTANT.matcher(text)
                                .replaceAll(found -> found.group(1) != null
                                        ? "TransferKind."
                                        : found.group(2) != null ? "RedFlag." : "ReviewPolicy.")
                        : value;
            default -> value;
        };
    }
}
