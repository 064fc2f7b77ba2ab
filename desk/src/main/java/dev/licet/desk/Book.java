package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.law.RulePackException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet book}. */
final class Book {
    private final OutputStream out;
    private final PrintStream err;

    Book(OutputStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("book")
                .addOption(Flags.option(
                        "--packs",
                        "FOLDER",
                        String.class,
                        "Print the packs in this folder, or the bundled pack of this name, instead of all bundled"
                                + " packs; may be repeated."))
                .addOption(Flags.option(
                        "--out", "FILE", String.class, "Write the page here; without it, to the standard output."))
                .addOption(Flags.help());
        spec.usageMessage()
                .header("Writes the rule book: every rule, list and case, as one HTML page.")
                .width(100);
        return spec;
    }

    int run(ParseResult parsed) {
        Optional<String> file = Flags.value(parsed, "--out");
        List<RulePack> packs;
        try {
            packs = RuleFlags.packs(parsed);
            Licet.of(packs);
        } catch (RulePackException unsound) {
            err.println(Decide.printable(Decide.message(unsound)));
            return Decide.BAD_PACKS;
        }
        byte[] page = RuleBook.of(packs).getBytes(StandardCharsets.UTF_8);
        try {
            if (file.isPresent()) {
                Files.write(Path.of(file.get()), page);
            } else {
                out.write(page);
            }
            return 0;
        } catch (IOException unwritable) {
            return Decide.unwritable(unwritable, err);
        }
    }
}
