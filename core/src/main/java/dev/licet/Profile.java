package dev.licet;

import dev.licet.answer.Acceptance;
import dev.licet.json.CanonicalJson;
import dev.licet.json.Constants;
import dev.licet.law.Layer;
import dev.licet.request.Country;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a house says once for all its requests: facts that hold for each of them, and assumptions and gaps that a named person has
 * accepted, with a reason and an end day. It is applied before deciding, and the decision and its record say so.
 *
 * <p>A fact of the profile counts where the request does not state it. The profile states no adverse fact and no red flag, and nothing
 * that it accepts makes milder what a rule, a red flag or an adverse fact made strict.
 *
 * <p>Its form is that of {@code profile.schema.json}:
 *
 * <pre>{@code
 * {"name": "acme-onboarding", "version": "3",
 *  "facts": {"transfer": {"exporter": {"name": "Acme AI"}, "intermediary": "none"}},
 *  "accepts": [{"assumption": "transfer.redFlags", "by": "J. Doe", "reason": "checked at onboarding", "until": "2027-07-01"},
 *              {"gap": {"layer": "DESTINATION_LAW", "holder": "…"}, "by": "J. Doe", "reason": "memo 7", "until": "2027-07-01"}]}
 * }</pre>
 */
public final class Profile {
    private static final Set<String> FIELDS = Set.of("name", "version", "facts", "accepts", "note");
    private static final Set<String> ADVERSE = Set.of("redFlags", "lists");

    private final String name;
    private final String version;
    private final Map<String, Object> facts;
    private final List<Acceptance> accepted;
    private final String digest;

    private Profile(String name, String version, Map<String, Object> facts, List<Acceptance> accepted, String digest) {
        this.name = name;
        this.version = version;
        this.facts = facts;
        this.accepted = List.copyOf(accepted);
        this.digest = digest;
    }

    /**
     * Reads a profile.
     *
     * @param document the profile as a tree of maps, lists and strings, as any JSON library makes it
     * @return the profile
     * @throws IllegalArgumentException if a field is missing or does not exist, a name in it is unknown, or it states what no profile may
     */
    public static Profile of(Map<String, ?> document) {
        refuseOthers("", document, FIELDS);
        var accepted = new ArrayList<Acceptance>();
        int at = 0;
        for (Object each : list(document, "accepts")) {
            accepted.add(acceptance("accepts[" + at++ + "]", object(each, "accepts")));
        }
        Map<String, Object> facts = document.containsKey("facts") ? object(document.get("facts"), "facts") : Map.of();
        refuseUnfit(facts);
        return new Profile(
                text("", document, "name"),
                text("", document, "version"),
                facts,
                accepted,
                CanonicalJson.digest(CanonicalJson.write(new TreeMap<>(document))));
    }

    /** The profile that a record names, as far as the record has it: what was accepted; the facts are in the request. */
    static Profile recorded(String name, String version, String digest, List<Acceptance> accepted) {
        return new Profile(name, version, Map.of(), accepted, digest);
    }

    /**
     * Its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Its version.
     *
     * @return the version
     */
    public String version() {
        return version;
    }

    /**
     * The digest of its text.
     *
     * @return sha256, a colon, and hexadecimal digits
     */
    public String digest() {
        return digest;
    }

    /**
     * What it accepts.
     *
     * @return the acceptances, in their order
     */
    public List<Acceptance> accepted() {
        return accepted;
    }

    /** A request with the facts of the profile where it states none. */
    Request applyTo(Request request) {
        return facts.isEmpty() ? request : Request.of(merged(request.document(), facts));
    }

    /** What is accepted on a day. */
    List<Acceptance> on(LocalDate day) {
        return accepted.stream().filter(each -> each.inForceOn(day)).toList();
    }

    private static Map<String, Object> merged(Map<String, ?> stated, Map<String, ?> more) {
        var merged = new TreeMap<String, Object>(stated);
        more.forEach((field, value) -> {
            Object there = merged.get(field);
            if (there == null) {
                merged.put(field, value);
            } else if (there instanceof Map && value instanceof Map) {
                merged.put(field, merged(object(there, field), object(value, field)));
            }
        });
        return merged;
    }

    private static Acceptance acceptance(String at, Map<String, Object> accepts) {
        refuseOthers(at + ".", accepts, Set.of("assumption", "gap", "by", "reason", "until"));
        if (accepts.containsKey("assumption") == accepts.containsKey("gap")) {
            throw refuse(
                    at, "accepts not one thing", "name an assumption, or a gap, and accept several in several items.");
        }
        String by = text(at + ".", accepts, "by");
        String reason = text(at + ".", accepts, "reason");
        LocalDate until = day(at + ".until", text(at + ".", accepts, "until"));
        if (accepts.containsKey("assumption")) {
            String field = text(at + ".", accepts, "assumption");
            Set<String> fields = fields();
            if (!fields.contains(field)) {
                throw refuse(
                        at + ".assumption",
                        "(%s) is no field that can be assumed".formatted(field),
                        "one of %s is meant.".formatted(fields));
            }
            return new Acceptance(Optional.empty(), field, by, reason, until);
        }
        Map<String, Object> gap = object(accepts.get("gap"), at + ".gap");
        refuseOthers(at + ".gap.", gap, Set.of("layer", "holder"));
        String layer = text(at + ".gap.", gap, "layer");
        Layer of = Constants.named(Layer.class, layer)
                .filter(each -> each != Layer.HOUSE_POLICY)
                .orElseThrow(() -> refuse(
                        at + ".gap.layer",
                        "(%s) is no layer with holders".formatted(layer),
                        "one of %s is meant.".formatted(List.of(Layer.values()))));
        String holder = text(at + ".gap.", gap, "holder");
        if (of != Layer.PROVIDER_TERMS && of != Layer.MODEL_LICENSE && !Country.isCode(holder)) {
            throw refuse(at + ".gap.holder", "(%s) is no country".formatted(holder), "write ISO 3166-1 alpha-2.");
        }
        return new Acceptance(Optional.of(of), holder, by, reason, until);
    }

    private static Set<String> fields() {
        var fields = new TreeSet<String>();
        Stream.of(FactType.values())
                .filter(type -> type != FactType.TERM && type != FactType.ATTESTATIONS)
                .map(FactType::field)
                .forEach(fields::add);
        return fields;
    }

    /** A profile states what holds for every request of a house, and nothing that could be adverse to one. */
    private static void refuseUnfit(Map<String, Object> facts) {
        refuseOthers("facts.", facts, Set.of("model", "transfer"));
        for (Map.Entry<String, Object> part : facts.entrySet()) {
            refuseAdverse("facts." + part.getKey(), part.getValue());
        }
        if (facts.get("transfer") instanceof Map<?, ?> transfer) {
            for (String own : List.of("on", "destination")) {
                if (transfer.containsKey(own)) {
                    throw refuse("facts.transfer." + own, "is of one request", "state it there.");
                }
            }
        }
        // A model that no request could have would come to light with the first one.
        Map<String, Object> whole =
                merged(Map.of("model", Map.of("name", "unnamed model"), "transfer", Map.of("on", "2026-01-01")), facts);
        try {
            Request.of(whole);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException("facts: " + unfit.getMessage(), unfit);
        }
    }

    private static void refuseAdverse(String at, Object value) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((field, below) -> {
                if (ADVERSE.contains(String.valueOf(field)) && below instanceof List<?> some && !some.isEmpty()) {
                    throw refuse(
                            at + "." + field,
                            "is adverse (%s)".formatted(some),
                            "state it in the requests that it is of.");
                }
                if (field.equals("redFlags")) {
                    throw refuse(
                            at + "." + field,
                            "is of one request (%s)".formatted(below),
                            "accept the assumption transfer.redFlags.");
                }
                refuseAdverse(at + "." + field, below);
            });
        } else if (value instanceof List<?> items) {
            items.forEach(item -> refuseAdverse(at, item));
        }
    }

    private static LocalDate day(String at, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException(
                    "The field %s of the profile (%s) is no day.\nMaybe write it as 2027-07-01.".formatted(at, day),
                    noDay);
        }
    }

    private static String text(String at, Map<String, ?> object, String field) {
        if (!(object.get(field) instanceof String text) || text.isBlank()) {
            throw refuse(at + field, "(%s) is no text".formatted(object.get(field)), "fill it in; it is needed.");
        }
        return text;
    }

    private static List<?> list(Map<String, ?> object, String field) {
        Object value = object.containsKey(field) ? object.get(field) : List.of();
        if (!(value instanceof List<?> list)) {
            throw refuse(field, "(%s) is no list".formatted(value), "write [ … ].");
        }
        return list;
    }

    private static Map<String, Object> object(@org.jspecify.annotations.Nullable Object value, String field) {
        if (!(value instanceof Map<?, ?> map)) {
            throw refuse(field, "(%s) is no object".formatted(value), "write { … }.");
        }
        var object = new TreeMap<String, Object>();
        map.forEach((name, below) -> object.put(String.valueOf(name), Objects.requireNonNull(below)));
        return object;
    }

    private static void refuseOthers(String at, Map<String, ?> object, Set<String> known) {
        var others = new LinkedHashSet<>(object.keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw refuse(
                    at + others.iterator().next(),
                    "does not exist",
                    "one of %s is meant.".formatted(new TreeSet<>(known)));
        }
    }

    private static IllegalArgumentException refuse(String field, String fault, String remedy) {
        return new IllegalArgumentException(
                "The field %s of the profile %s.\nMaybe %s".formatted(field, fault, remedy));
    }
}
