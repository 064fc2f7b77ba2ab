package dev.licet.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a record of version 2 under the names of today. Nothing is added and nothing left out, so that faults stay faults. It holds
 * what the manifest of its law would say, for the rules that it names.
 */
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

    /** The facts by what they were called in explanations, with their names in rule files. */
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("attestations", "Attestations"),
            Map.entry("classification of the item", "Classification"),
            Map.entry("country of the exporter", "Exporter"),
            Map.entry("country of the recipient", "Residence"),
            Map.entry("derivation from published weights", "Derivation"),
            Map.entry("destination", "Destination"),
            Map.entry("end use", "Purpose"),
            Map.entry("gate at the place of download", "GeoGate"),
            Map.entry("headquarters of the recipient", "Headquarters"),
            Map.entry("headquarters of the recipient's ultimate parent", "UltimateParent"),
            Map.entry("kind of transfer", "Artifact"),
            Map.entry("licenses of the models it learned from", "TeacherLicenses"),
            Map.entry("licenses of the weights", "Licenses"),
            Map.entry("lists that the intermediary is on", "Intermediary"),
            Map.entry("lists that the provider is on", "Provider"),
            Map.entry("lists that the recipient is on", "Recipient"),
            Map.entry("modalities of the model", "Modalities"),
            Map.entry("monthly users of the recipient", "Users"),
            Map.entry("name of the model", "ModelName"),
            Map.entry("nationality of the recipient", "Nationality"),
            Map.entry("offer to the public", "PublicOffer"),
            Map.entry("origin of the model", "Origin"),
            Map.entry("owners of the recipient", "Ownership"),
            Map.entry("red flags", "RedFlags"),
            Map.entry("region of the destination", "Region"),
            Map.entry("release of the model", "Publication"),
            Map.entry("training operations", "Training"),
            Map.entry("type of the recipient", "Body"),
            Map.entry("use in commerce", "Commerce"),
            Map.entry("what the weights were made from", "Ancestry"));

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
