package dev.licet.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;

/** Writes a tree of maps, collections, strings, numbers and booleans as canonical JSON (RFC 8785). */
public final class CanonicalJson {
    /** The field of a record that holds the digest of the rest. */
    public static final String DIGEST = "digest";

    /** Below it, whole numbers are written as they are. */
    private static final double PLAIN = 1e15;

    private CanonicalJson() {}

    /** The digest of a text: sha256, a colon, and hexadecimal digits. */
    public static String digest(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError("every Java platform has SHA-256", never);
        }
    }

    public static String write(Map<String, ?> tree) {
        var json = new StringBuilder();
        append(json, tree);
        return json.toString();
    }

    /** A tree with the digest of itself, in its place among the fields; one of these comes after it. */
    public static String sealed(Map<String, ?> tree) {
        var json = new StringBuilder(4_096).append('{');
        int place = json.length();
        for (Map.Entry<?, ?> entry : inOrder(tree).entrySet()) {
            String field = entry.getKey().toString();
            quote(json, field);
            json.append(':');
            append(json, entry.getValue());
            json.append(',');
            place = field.compareTo(DIGEST) < 0 ? json.length() : place;
        }
        json.setCharAt(json.length() - 1, '}');
        String digest = digest(json.toString());
        return json.insert(place, "\"" + DIGEST + "\":\"" + digest + "\",").toString();
    }

    /** A number as RFC 8785 writes it, the same on every platform. */
    public static String number(double value) {
        if (value == (long) value && Math.abs(value) < PLAIN) {
            return Long.toString((long) value);
        }
        try {
            return NumberToJSON.serializeNumber(value);
        } catch (IOException notFinite) {
            throw new IllegalArgumentException(
                    "The number (%s) is not finite.\nMaybe leave it out.".formatted(value), notFinite);
        }
    }

    private static void append(StringBuilder json, Object value) {
        if (value instanceof Map<?, ?> map) {
            char separator = '{';
            for (Map.Entry<?, ?> entry : inOrder(map).entrySet()) {
                json.append(separator);
                quote(json, entry.getKey().toString());
                json.append(':');
                append(json, entry.getValue());
                separator = ',';
            }
            json.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Collection<?> items) {
            char separator = '[';
            for (Object item : items) {
                json.append(separator);
                append(json, item);
                separator = ',';
            }
            json.append(items.isEmpty() ? "[]" : "]");
        } else if (value instanceof Number number) {
            json.append(number(number.doubleValue()));
        } else if (value == null || value instanceof Boolean) {
            // A record that was altered may hold a null, ours never does.
            json.append(value);
        } else {
            quote(json, value.toString());
        }
    }

    /** By name, in the order of UTF-16 code units. */
    private static Map<?, ?> inOrder(Map<?, ?> map) {
        if (map instanceof TreeMap<?, ?> tree
                && tree.comparator() == null
                && !tree.isEmpty()
                && tree.firstKey() instanceof String) {
            return map;
        }
        var fields = new TreeMap<String, Object>();
        map.forEach((name, value) -> fields.put(name.toString(), value));
        return fields;
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign == '"' || sign == '\\') {
                json.append(text, written, i).append(escaped(sign));
                written = i + 1;
            }
        }
        json.append(written == 0 ? text : text.substring(written)).append('"');
    }

    private static String escaped(char sign) {
        return switch (sign) {
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> "\\u%04x".formatted((int) sign);
        };
    }
}
