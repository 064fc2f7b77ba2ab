package dev.licet;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;

/** Writes a tree of maps, collections, strings, numbers and booleans as canonical JSON (RFC 8785). */
final class CanonicalJson {
    private CanonicalJson() {}

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
        } else if (value instanceof Boolean) {
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
