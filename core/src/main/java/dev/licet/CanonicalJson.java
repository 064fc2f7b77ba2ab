package dev.licet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;

/** Writes a tree of maps, collections, strings, numbers and booleans as canonical JSON (RFC 8785). */
final class CanonicalJson {
    /** The field of a record that holds the digest of the rest. */
    static final String DIGEST = "digest";

    private CanonicalJson() {}

    /** The digest of a text: sha256, a colon, and hexadecimal digits. */
    static String digest(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError("every Java platform has SHA-256", never);
        }
    }

    static String write(Map<String, ?> tree) {
        try {
            var json = new StringBuilder();
            append(json, tree);
            return new JsonCanonicalizer(json.toString()).getEncodedString();
        } catch (IOException malformed) {
            throw new IllegalStateException("the record is not JSON", malformed);
        }
    }

    /** A number as RFC 8785 writes it, the same on every platform. */
    static String number(double value) {
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
            for (Map.Entry<?, ?> entry : map.entrySet()) {
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

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                json.append('\\').append(sign);
            } else if (sign < ' ') {
                json.append("\\u%04x".formatted((int) sign));
            } else {
                json.append(sign);
            }
        }
        json.append('"');
    }
}
