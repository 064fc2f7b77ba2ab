package dev.licet.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** What the readers of JSON share. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    static final String REMEDY = "a comma, a quote or a brace is missing or too many.";
    static final String NO_OBJECT = "The document is not an object.";
    static final String NO_OBJECT_REMEDY = "write { \"model\": { … }, \"transfer\": { … } }.";

    private Json() {}

    /** An object that was read, the names of whose fields are always texts. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> tree(Object value) {
        return (Map<String, Object>) value;
    }

    /** A tree as one line. */
    static String line(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Document document(long line, Map<String, Object> tree, String text) {
        boolean dated = tree.get("transfer") instanceof Map<?, ?> transfer && transfer.containsKey("on");
        return new Document(line, dated, preset -> preset.fill(tree), () -> tree, text);
    }

    static String fault(JsonProcessingException broken) {
        String why = broken.getOriginalMessage().lines().findFirst().orElse("");
        if (broken instanceof JsonEOFException) {
            why = "it ends in the middle";
        } else if (broken instanceof MismatchedInputException) {
            why = "something follows the document";
        }
        return "The JSON is broken at column %s (%s)."
                .formatted(
                        Optional.ofNullable(broken.getLocation())
                                .map(at -> at.getColumnNr())
                                .orElse(1),
                        why);
    }
}
