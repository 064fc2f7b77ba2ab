package dev.licet.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.licet.verify.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option that names files of manifests, one on a line as {@code licet manifest} writes them. */
final class Manifests {
    private static final String OPTION = "--manifest";
    private static final ObjectReader LINE =
            Json.MAPPER.readerFor(Json.OBJECT).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Manifests() {}

    static OptionSpec option() {
        return Flags.option(
                OPTION,
                "FILE",
                String.class,
                "The manifests of the laws that the records name, as licet manifest writes them; may be repeated.");
    }

    static List<Manifest> read(ParseResult parsed) {
        var manifests = new ArrayList<Manifest>();
        for (String name : parsed.matchedOptionValue(OPTION, List.<String>of())) {
            for (String line : lines(parsed, name)) {
                try {
                    manifests.add(Manifest.of(LINE.readValue(line), line));
                } catch (JsonProcessingException broken) {
                    throw refuse(parsed, name, Json.fault(broken) + "\nMaybe " + Json.REMEDY);
                } catch (IllegalArgumentException unsound) {
                    throw refuse(parsed, name, Decide.message(unsound));
                }
            }
        }
        return manifests;
    }

    private static List<String> lines(ParseResult parsed, String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of(name)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (lines.isEmpty()) {
                throw refuse(parsed, name, "It holds no manifest.\nMaybe it was not saved.");
            }
            return lines;
        } catch (IOException | InvalidPathException unreadable) {
            throw refuse(parsed, name, "It cannot be read.\nMaybe the path is misspelt, or it is not UTF-8.");
        }
    }

    private static RuntimeException refuse(ParseResult parsed, String name, String why) {
        return Flags.refuse(parsed, "Invalid value for option '%s' (%s): %s".formatted(OPTION, name, why));
    }
}
