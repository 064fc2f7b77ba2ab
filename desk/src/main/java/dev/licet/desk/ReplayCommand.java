package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.answer.Replay;
import dev.licet.law.RulePackException;
import dev.licet.verify.Manifest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet replay}. */
final class ReplayCommand {
    private final Records records;
    private final PrintStream err;

    ReplayCommand(Records records, PrintStream err) {
        this.records = records;
        this.err = err;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("replay");
        spec.addPositional(Records.file());
        RuleFlags.addPacksTo(spec);
        spec.addOption(Manifests.option());
        spec.addOption(Flags.help());
        Records.describe(
                spec, "differs", "  licet replay records.ndjson", "  licet replay --packs my-rules records.ndjson");
        spec.usageMessage()
                .header("Decides recorded requests again: are the bytes the same, and if not, what differs first?")
                .description(
                        "A line for each record that comes out otherwise names the first difference: the law, a rule; where"
                                + " that is not in the answer itself, a second line says whether the answer differs. With the"
                                + " manifest of the law the line names the version, the pack or the list.")
                .customSynopsis("licet replay [--packs FOLDER] [--manifest FILE] FILE");
        return spec;
    }

    int run(ParseResult parsed) {
        List<Manifest> laws = Manifests.read(parsed);
        try {
            Licet licet = Licet.of(RuleFlags.packs(parsed));
            return records.each(parsed, document -> differences(licet, document, laws), () -> "the same to the byte");
        } catch (RulePackException unsound) {
            err.println(Decide.printable(Decide.message(unsound)));
            return Decide.BAD_PACKS;
        }
    }

    private static List<String> differences(Licet licet, Document document, List<Manifest> laws) {
        Replay replay = licet.replay(document.tree().get(), laws);
        if (replay.equal()) {
            boolean same = document.text().isEmpty()
                    || document.text().equals(replay.decision().toJson());
            return same
                    ? List.of()
                    : List.of("the text is not canonical JSON (RFC 8785), though it has the same content");
        }
        var lines = new ArrayList<String>();
        Replay.Difference first = replay.differences().get(0);
        Optional<Replay.Difference> inAnswer = replay.firstInAnswer();
        lines.add(first.toString());
        if (first.place().equals("/digest")) {
            lines.add(
                    "the decision is as recorded: the digest was altered, or a part of /request that decides nothing");
        } else if (inAnswer.isEmpty()) {
            lines.add("the answer is the same, %s".formatted(replay.decision().outcome()));
        } else if (!inAnswer.get().equals(first)) {
            lines.add("the answer differs at " + inAnswer.get());
        }
        return lines;
    }
}
