package dev.licet.desk;

import dev.licet.verify.Verification;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet verify}. */
final class VerifyCommand {
    private final Records records;

    VerifyCommand(Records records) {
        this.records = records;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("verify");
        spec.addPositional(Records.file());
        spec.addOption(Flags.help());
        Records.describe(
                spec,
                "is faulty",
                "  licet decide --closed --origin US --to CN --json | licet verify -",
                "  licet verify records.ndjson");
        spec.usageMessage()
                .header("Checks records without the rule engine: is each consistent and unaltered?")
                .description(
                        "A small independent reader confirms that each finding follows from the facts recorded with it, that"
                                + " the outcome follows from the findings, and that the record fits its digest. The digest is not"
                                + " a signature: whoever alters a record can compute another. licet replay looks into the packs.")
                .customSynopsis("licet verify FILE");
        return spec;
    }

    int run(ParseResult parsed) {
        return records.each(parsed, VerifyCommand::faults, "consistent");
    }

    private static List<String> faults(Document document) {
        Verification found = document.text().isEmpty()
                ? Verification.of(document.tree().get())
                : Verification.of(document.tree().get(), document.text());
        return found.faults().stream().map(Verification.Fault::toString).toList();
    }
}
