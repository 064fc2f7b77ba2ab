package dev.licet.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the commands that draw share: a table or JSON on the standard output, a picture in a file. */
final class Pictures {
    private static final String SVG = "--svg";
    private static final String JSON = "--json";
    private static final String LANGUAGE = "--lang";
    private static final String WIDTH = "--width";

    private Pictures() {}

    static void addTo(CommandSpec spec, boolean drawn) {
        var answer = Flags.group("%nThe answer:%n", 5)
                .addArg(Flags.flag(JSON, "Print one line of JSON instead of a table."))
                .addArg(Flags.option(
                        LANGUAGE,
                        "L",
                        String.class,
                        "en (default) or de: the language. The words of rules and citations stay as they are."))
                .addArg(Flags.option(WIDTH, "N", Integer.class, "The length of a line of the table; 40 or more."));
        if (drawn) {
            answer.addArg(Flags.option(SVG, "FILE", String.class, "Write a picture into this file too."));
        }
        spec.addArgGroup(answer.addArg(Flags.help()).build());
    }

    static boolean json(ParseResult parsed) {
        return Flags.on(parsed, JSON);
    }

    /** The words of the table and the picture; JSON has none. */
    static Words words(ParseResult parsed) {
        Optional<String> language = Flags.value(parsed, LANGUAGE);
        if (language.isPresent() && json(parsed) && !parsed.hasMatchedOption(SVG)) {
            throw Flags.refuse(
                    parsed,
                    "The option --lang is for people: JSON is the same in every language.\nMaybe leave it out.");
        }
        return Words.in(Decide.language(parsed, language.orElse("en")));
    }

    static int width(ParseResult parsed, Terminal terminal) {
        int width = Flags.<Integer>value(parsed, WIDTH).orElse(terminal.width());
        if (width < Terminal.LEAST_WIDTH) {
            throw Flags.refuse(
                    parsed,
                    "Invalid value for option '--width' (%s).\nMaybe write %s or more."
                            .formatted(width, Terminal.LEAST_WIDTH));
        }
        return width;
    }

    /** Where the picture goes; none if none is asked for. */
    static Optional<Path> file(ParseResult parsed) {
        return Flags.<String>value(parsed, SVG).map(name -> {
            try {
                return Path.of(name);
            } catch (InvalidPathException unfit) {
                throw Flags.refuse(
                        parsed,
                        "Invalid value for option '--svg' (%s): it is no path.\nMaybe write map.svg.".formatted(name));
            }
        });
    }

    /** Writes the picture first: an answer is not printed as if all had gone well. */
    static int write(Optional<Path> file, Supplier<String> picture, String text, OutputStream out, PrintStream err) {
        try {
            if (file.isPresent()) {
                Files.writeString(file.get(), picture.get());
            }
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return 0;
        } catch (IOException unwritable) {
            return Decide.unwritable(unwritable, err);
        }
    }
}
