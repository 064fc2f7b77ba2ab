package dev.licet.verify;

import dev.licet.json.CanonicalJson;
import dev.licet.json.Pointer;
import dev.licet.verify.Verification.Fault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of records and manifests and their kinds: the published schemas in short, without the request. */
final class RecordShape {
    private static final String OUTCOMES = "PERMITTED|CONDITIONAL|UNDETERMINED|LICENSE_REQUIRED|PROHIBITED";
    private static final String LAYERS =
            "EXPORT_LAW|SANCTIONS|DESTINATION_LAW|PROVIDER_TERMS|MODEL_LICENSE|RECIPIENT_POLICY|HOUSE_POLICY";

    /** Objects by name: each field with its kind, a question mark where it may be absent; a plus where a list is not empty. */
    private static final Map<String, Map<String, String>> OBJECTS = objects("""
            record schema:schema digest:digest law:digest request:anything stance:stance strict:flag outcome:outcome \
            layers:stanceLayers facts:{fact} findings?:[finding]+ pending?:[pending]+ assumptions?:[assumption]+ \
            questions?:[question]+ obligations?:[obligation]+ availableExceptions?:[availableException]+ nextChanges?:[change]+ \
            gaps?:[gap]+ notApplicable?:[layer]+ profile?:profile
            profile name:text version:text digest:digest accepted?:[acceptance]+
            acceptance layer?:layer name:text by:text reason:text until:day
            gap layer:layer holder:text role:role reason:reason since?:day until?:day
            stanceLayers AS_WRITTEN:layers AS_ENFORCED:layers
            layers EXPORT_LAW?:outcome SANCTIONS?:outcome DESTINATION_LAW?:outcome PROVIDER_TERMS?:outcome \
            MODEL_LICENSE?:outcome RECIPIENT_POLICY?:outcome HOUSE_POLICY?:outcome
            fact basis:basis value?:text seen?:[value]+ inherited?:[inherited]+
            value country?:text countries?:[text] lists?:[text] names?:[text] name?:text reached?:[text] truths?:[text] \
            redFlags?:[text] entry?:text kind?:text release?:text type?:text endUse?:text offered?:flag commercial?:flag \
            refuses?:flag unlisted?:flag
            inherited what:text model:text relation:text steps:number
            finding rule:text layer:layer effect:effect policy?:policy status?:unenforced because:text obligation?:text facts:[text] \
            ways?:[number]+ exceptions?:[exception]+
            pending rule:text layer:layer effect:effect policy?:policy because:text obligation?:text facts:[text] \
            ways?:[number]+ exceptions?:[exception]+
            exception rule:text because:text obligation?:text facts:[text] ways?:[number]+
            assumption fact:text assumed:text rules:[text]
            question fact:text rules:[text]
            obligation obligation:text rule:text
            availableException rule:text exception:text because:text needs:{text}
            change day:day name:text what:text
            manifest schema:manifestSchema digest:digest engine:text since?:day until?:day packs:[pack] lists:[list] \
            uncovered:[layer] coverage:[holding] figures:{number} rules:{rule}
            holding layer:layer holder:text list?:text kinds:[text] whole:flag since:day until?:day note:text
            pack name:text version:text asOf:day digest:digest
            list name:text asOf:day
            rule layer:layer title:text cite:text source:text since:day until?:day confidence:text status:status \
            statusSource?:text finds:[find] excepts:[except] ways:[[asked]]
            find effect:effect policy?:policy
            except rule:text obligation:flag
            asked fact:text conditions?:[text]+
            """);

    /** The same for records of version 2, under the names of today. */
    private static final Map<String, Map<String, String>> FORMER = objects("""
            record schema:schema digest:digest engine:text request:anything stance:stance strict:flag outcome:outcome \
            stances:stances layers:layers stanceLayers:stanceLayers facts:[seen] findings:[finding] pending:[finding] \
            assumptions:[assumption] questions:[question] open:[open] obligations:[obligation] availableExceptions:[availableException] nextChanges:[change] \
            examined:examined
            stances AS_WRITTEN:outcome AS_ENFORCED:outcome
            seen fact:text type:text values:[value]
            fact fact:text value:text basis:basis conditions?:[text] inherited?:[inherited]
            finding rule:text layer:layer title:text cite:text source:text since:day until?:day confidence:text \
            effect:effect policy?:policy status:status because:text obligation?:text facts:[fact] otherWays?:[[fact]] excepted:flag \
            exceptions:[exception]
            exception rule:text layer:layer title:text cite:text source:text since:day until?:day confidence:text \
            because:text obligation?:text facts:[fact] otherWays?:[[fact]]
            assumption fact:text assumed:text noneOf:[text] rules:[text]
            question fact:text answers:[answer]
            answer answer:text members:[text] outcome:outcome layers:layers rules:[text]
            open layer:layer effect:effect asked:[text] assumed:[text]
            availableException rule:text exception:text because:text needs:[fact]
            examined packs:[pack] lists:[list] uncovered:[layer]
            """);

    private static final Map<String, Pattern> WORDS = Map.ofEntries(
            word("schema", Pattern.quote(Verification.SCHEMA)),
            word("manifestSchema", Pattern.quote(Manifest.SCHEMA)),
            word("digest", "sha256:[0-9a-f]{64}"),
            word("outcome", OUTCOMES),
            word("layer", LAYERS),
            word("stance", "AS_WRITTEN|AS_ENFORCED"),
            word("basis", "STATED|ASSUMED|POSSIBLE"),
            word("role", "EXPORTER|ORIGIN|DESTINATION|PROVIDER|DEVELOPER|LICENSE|GOVERNMENT"),
            word("reason", "UNKNOWN_HOLDER|NOT_HELD|OTHER_KINDS|IN_PART|OTHER_DAYS"),
            word("effect", "PROHIBIT|REQUIRE_LICENSE|FLAG|IMPOSE"),
            word("policy", "DENIAL|PRESUMPTION_OF_DENIAL|CASE_BY_CASE|PRESUMPTION_OF_APPROVAL|NOT_STATED"),
            word("status", "IN_FORCE|NOT_ENFORCED|SUSPENDED|PENDING"),
            word("unenforced", "NOT_ENFORCED|SUSPENDED"),
            word("text", "(?s).*"));

    private final Map<String, Map<String, String>> objects;
    private final List<Fault> faults = new ArrayList<>();

    private RecordShape(Map<String, Map<String, String>> objects) {
        this.objects = objects;
    }

    private static Map.Entry<String, Pattern> word(String kind, String pattern) {
        return Map.entry(kind, Pattern.compile(pattern));
    }

    private static Map<String, Map<String, String>> objects(String text) {
        return text.lines()
                .map(line -> Arrays.asList(line.split(" ")))
                .collect(Collectors.toMap(
                        words -> words.get(0),
                        words -> words.stream()
                                .skip(1)
                                .map(word -> word.split(":"))
                                .collect(Collectors.toMap(field -> field[0], field -> field[1]))));
    }

    /** The faults of a record of this version. */
    static List<Fault> record(Map<String, ?> record) {
        return faults(OBJECTS, "record", Verification.SCHEMA, record);
    }

    /** The faults of a record of version 2, under the names of today. */
    static List<Fault> former(Map<String, ?> record) {
        var objects = new HashMap<>(OBJECTS);
        objects.putAll(FORMER);
        return faults(objects, "record", Verification.SCHEMA, record);
    }

    /** The faults of a manifest. */
    static List<Fault> manifest(Map<String, ?> manifest) {
        return faults(OBJECTS, "manifest", Manifest.SCHEMA, manifest);
    }

    private static List<Fault> faults(
            Map<String, Map<String, String>> objects, String kind, String known, Map<String, ?> tree) {
        var shape = new RecordShape(objects);
        // Of another version nothing else can be said.
        Object schema = tree.get("schema");
        if (schema instanceof String && !known.equals(schema)) {
            return List.of(
                    new Fault("/schema", "(%s) is not the schema of this version (%s)".formatted(schema, known)));
        }
        shape.check(kind, tree, "");
        return shape.faults;
    }

    /** Whether the digest is that of the rest. */
    static List<Fault> digest(Map<String, ?> record) {
        var rest = new TreeMap<String, Object>(record);
        Object digest = rest.remove(CanonicalJson.DIGEST);
        try {
            String reckoned = CanonicalJson.digest(CanonicalJson.write(rest));
            return reckoned.equals(digest)
                    ? List.of()
                    : List.of(new Fault(
                            "/" + CanonicalJson.DIGEST,
                            "(%s) is not that of the rest (%s)".formatted(digest, reckoned)));
        } catch (IllegalArgumentException | NullPointerException notJson) {
            return List.of(new Fault("", "a value is null or not finite"));
        }
    }

    private void check(String kind, Object value, String at) {
        if (kind.equals("anything")) {
            if (!(value instanceof Map)) {
                refuse(at, value, "is not an object");
            }
        } else if (kind.endsWith("+")) {
            check(kind.substring(0, kind.length() - 1), value, at);
            if (value instanceof List<?> items && items.isEmpty()) {
                refuse(at, value, "is empty");
            }
        } else if (kind.startsWith("[")) {
            items(kind.substring(1, kind.length() - 1), value, at);
        } else if (kind.startsWith("{")) {
            values(kind.substring(1, kind.length() - 1), value, at);
        } else if (objects.containsKey(kind)) {
            fields(objects.get(kind), value, at);
        } else if (kind.equals("flag")) {
            if (!(value instanceof Boolean)) {
                refuse(at, value, "is neither true nor false");
            }
        } else if (kind.equals("number")) {
            if (!(value instanceof Number)) {
                refuse(at, value, "is not a number");
            }
        } else if (!(value instanceof String text) || !fits(kind, text)) {
            refuse(at, value, "is no " + kind);
        }
    }

    private static boolean fits(String kind, String text) {
        if (kind.equals("day")) {
            try {
                return LocalDate.parse(text).toString().equals(text);
            } catch (DateTimeParseException notADay) {
                return false;
            }
        }
        return Objects.requireNonNull(WORDS.get(kind), kind).matcher(text).matches();
    }

    private void items(String kind, Object value, String at) {
        if (!(value instanceof List<?> items)) {
            refuse(at, value, "is not a list");
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            check(kind, items.get(i), at + "/" + i);
        }
    }

    /** What is under names of its own. */
    private void values(String kind, Object value, String at) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, below) -> check(kind, below, at + "/" + Pointer.escaped(String.valueOf(name))));
        } else {
            refuse(at, value, "is not an object");
        }
    }

    private void fields(Map<String, String> fields, Object value, String at) {
        if (!(value instanceof Map<?, ?> map)) {
            refuse(at, value, "is not an object");
            return;
        }
        fields.keySet().stream()
                .filter(field -> !field.endsWith("?") && !map.containsKey(field))
                .sorted()
                .forEach(field -> faults.add(new Fault(at + "/" + field, "is missing")));
        map.forEach((name, below) -> {
            String kind = fields.getOrDefault(name, fields.getOrDefault(name + "?", ""));
            String place = at + "/" + Pointer.escaped(String.valueOf(name));
            if (kind.isEmpty()) {
                faults.add(new Fault(place, "has no place in a record"));
            } else {
                check(kind, below, place);
            }
        });
    }

    private void refuse(String at, Object value, String fault) {
        faults.add(new Fault(at, "(%s) %s".formatted(value, fault)));
    }
}
