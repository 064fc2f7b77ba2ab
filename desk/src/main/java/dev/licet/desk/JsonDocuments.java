package dev.licet.desk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An array of documents, or documents that follow each other over several lines. */
final class JsonDocuments implements Documents {
    private final JsonParser parser;
    private final long linesBefore;
    private boolean begun;
    private boolean inArray;

    JsonDocuments(Reader reader, long firstLine) throws IOException {
        this.parser = Json.MAPPER.createParser(reader);
        this.linesBefore = firstLine - 1;
    }

    @Override
    public Optional<Supplier<Document>> next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (!begun && token == JsonToken.START_ARRAY) {
                inArray = true;
                token = parser.nextToken();
            }
            begun = true;
            if (inArray && token == JsonToken.END_ARRAY) {
                if (parser.nextToken() != null) {
                    throw new Broken(line(), "Something follows the array.", "the array was closed too early.");
                }
                return Optional.empty();
            }
            if (token == null) {
                return Optional.empty();
            }
            long line = line();
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return Optional.of(() -> Document.unsound(line, Json.NO_OBJECT, Json.NO_OBJECT_REMEDY));
            }
            Map<String, Object> tree = parser.readValueAs(Json.OBJECT);
            return Optional.of(() -> Json.document(line, tree, ""));
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new Broken(linesBefore + line, Json.fault(broken), Json.REMEDY);
        }
    }

    private long line() {
        return linesBefore + parser.currentTokenLocation().getLineNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
