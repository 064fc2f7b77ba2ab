package dev.licet.desk;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The documents of an input, one after the other: no more of it is held than the next document and a buffer. */
interface Documents extends Closeable {

    /** How documents are written. */
    enum Format {
        JSON,
        CSV
    }

    /** The next document, which the supplier makes out of what was read, on any thread; none at the end. */
    Optional<Supplier<Document>> next() throws IOException;

    /** All that come; throws UncheckedIOException where the input cannot be read on. */
    default Stream<Supplier<Document>> all() {
        return Stream.generate(() -> {
                    try {
                        return next();
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .takeWhile(Optional::isPresent)
                .map(Optional::get);
    }

    /** Opens an input; without a named format, the first character decides. */
    static Documents open(InputStream in, Optional<Format> named) throws IOException {
        var reader = new BufferedReader(new Utf8Reader(in));
        long line = 1;
        int first;
        do {
            reader.mark(1);
            first = reader.read();
            line += first == '\n' ? 1 : 0;
        } while (first >= 0 && Character.isWhitespace(first));
        if (first < 0) {
            throw new Broken(0, "it is empty.", "it was not saved, or the program that writes it has failed.");
        }
        reader.reset();
        Format format = named.orElse(first == '{' || first == '[' ? Format.JSON : Format.CSV);
        if (format == Format.CSV) {
            return new CsvDocuments(reader, line);
        }
        return first == '{' && JsonLines.begin(reader) ? new JsonLines(reader, line) : new JsonDocuments(reader, line);
    }
}
