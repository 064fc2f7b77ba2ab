package dev.licet.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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

    private char[] signs = new char[4_096];
    private int size;

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
        var json = new CanonicalJson();
        json.append(tree);
        return json.text();
    }

    /** A tree with the digest of itself, in its place among the fields; one of these comes after it. */
    public static String sealed(Fields tree) {
        var json = new CanonicalJson();
        json.sign('{');
        int place = json.size;
        for (int i = 0; i < tree.size(); i++) {
            json.field(tree.name(i), tree.value(i));
            place = tree.name(i).compareTo(DIGEST) < 0 ? json.size : place;
        }
        json.end('}', false);
        String all = json.text();
        return all.substring(0, place) + '"' + DIGEST + "\":\"" + digest(all) + "\"," + all.substring(place);
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

    private void append(Object value) {
        if (value instanceof String text) {
            quote(text);
        } else if (value instanceof Fields fields) {
            sign('{');
            for (int i = 0; i < fields.size(); i++) {
                field(fields.name(i), fields.value(i));
            }
            end('}', fields.isEmpty());
        } else if (value instanceof Map<?, ?> map) {
            sign('{');
            inOrder(map).forEach(this::field);
            end('}', map.isEmpty());
        } else if (value instanceof Collection<?> items) {
            sign('[');
            for (Object item : items) {
                append(item);
                sign(',');
            }
            end(']', items.isEmpty());
        } else if (value instanceof Number number) {
            plain(number(number.doubleValue()));
        } else if (value == null || value instanceof Boolean) {
            // A record that was altered may hold a null, ours never does.
            plain(String.valueOf(value));
        } else {
            quote(value.toString());
        }
    }

    private void field(String name, Object value) {
        quote(name);
        sign(':');
        append(value);
        sign(',');
    }

    /** Puts the end of an object or a list in the place of its last comma. */
    private void end(char end, boolean empty) {
        size -= empty ? 0 : 1;
        sign(end);
    }

    /** By name, in the order of UTF-16 code units. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inOrder(Map<?, ?> map) {
        if (map instanceof TreeMap<?, ?> tree
                && tree.comparator() == null
                && !tree.isEmpty()
                && tree.firstKey() instanceof String) {
            return (Map<String, Object>) map;
        }
        var fields = new TreeMap<String, Object>();
        map.forEach((name, value) -> fields.put(name.toString(), value));
        return fields;
    }

    private void quote(String text) {
        sign('"');
        int start = size;
        plain(text);
        for (int i = start; i < size; i++) {
            if (signs[i] < ' ' || signs[i] == '"' || signs[i] == '\\') {
                size = i;
                escape(text, i - start);
                break;
            }
        }
        sign('"');
    }

    /** Writes the rest of a text, of which some signs cannot be as they are. */
    private void escape(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign == '"' || sign == '\\') {
                plain(escaped(sign));
            } else {
                sign(sign);
            }
        }
    }

    private void plain(String text) {
        room(text.length());
        text.getChars(0, text.length(), signs, size);
        size += text.length();
    }

    private void sign(char sign) {
        room(1);
        signs[size++] = sign;
    }

    private void room(int more) {
        if (size + more > signs.length) {
            signs = Arrays.copyOf(signs, Math.max(2 * signs.length, size + more));
        }
    }

    private String text() {
        return new String(signs, 0, size);
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
