package dev.licet.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A document a line. A broken line is one bad document; the next line is read again. */
final class JsonLines implements Documents {
    /** In characters; a document is some hundred. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final ObjectReader WHOLE_LINE =
            Json.MAPPER.readerFor(Object.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final BufferedReader reader;
    private long line;

    JsonLines(BufferedReader reader, long firstLine) {
        this.reader = reader;
        this.line = firstLine;
    }

    /** Whether the first line is a document of its own: it closes what it opens, or the second begins anew. Consumes nothing. */
    static boolean begin(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_LINE + 1);
        try {
            int depth = 0;
            boolean inText = false;
            int last = 0;
            for (int i = 0; i < LONGEST_LINE; i++) {
                int sign = reader.read();
                if (sign < 0) {
                    return true;
                }
                if (sign == '\n') {
                    return depth <= 0 || ":,[".indexOf(last) < 0 && nextBegins(reader, LONGEST_LINE - i);
                }
                if (depth <= 0 && last != 0 && sign == '{') {
                    return false;
                }
                if (inText) {
                    if (sign == '\\') {
                        reader.read();
                        i++;
                    }
                    inText = sign != '"';
                } else {
                    inText = sign == '"';
                    depth += sign == '{' || sign == '[' ? 1 : sign == '}' || sign == ']' ? -1 : 0;
                }
                last = Character.isWhitespace(sign) ? last : sign;
            }
            return false;
        } finally {
            reader.reset();
        }
    }

    private static boolean nextBegins(BufferedReader reader, int most) throws IOException {
        for (int i = 1; i < most; i++) {
            int sign = reader.read();
            if (sign != '\n' && sign != '\r') {
                return sign == '{';
            }
        }
        return false;
    }

    @Override
    public Optional<Supplier<Document>> next() throws IOException {
        Optional<String> text = readLine();
        while (text.isPresent() && text.get().isBlank()) {
            line++;
            text = readLine();
        }
        long at = line++;
        return text.map(json -> () -> parse(at, json));
    }

    private Optional<String> readLine() throws IOException {
        var text = new StringBuilder();
        int sign = reader.read();
        if (sign < 0) {
            return Optional.empty();
        }
        while (sign >= 0 && sign != '\n') {
            text.append((char) sign);
            if (text.length() > LONGEST_LINE) {
                throw new Broken(
                        line,
                        "The line is longer than a document can be (%s).".formatted(LONGEST_LINE),
                        "a line end is missing.");
            }
            sign = reader.read();
        }
        return Optional.of(text.toString());
    }

    private static Document parse(long line, String json) {
        try {
            Object value = WHOLE_LINE.readValue(json);
            return value instanceof Map<?, ?>
                    ? Json.document(line, Json.tree(value), json)
                    : Document.unsound(line, Json.NO_OBJECT, Json.NO_OBJECT_REMEDY);
        } catch (JsonProcessingException broken) {
            return Document.unsound(line, Json.fault(broken), Json.REMEDY);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
