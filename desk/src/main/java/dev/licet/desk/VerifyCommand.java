package dev.licet.desk;

import dev.licet.verify.Manifest;
import dev.licet.verify.Verification;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet verify}. */
final class VerifyCommand {
    private final Records records;
    private final AtomicLong unchecked = new AtomicLong();

    VerifyCommand(Records records) {
        this.records = records;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("verify");
        spec.addPositional(Records.file());
        spec.addOption(Manifests.option());
        spec.addOption(Flags.help());
        Records.describe(
                spec,
                "is faulty",
                "  licet decide --closed --origin US --to CN --json | licet verify -",
                "  licet manifest --on 2026-11-23 > law.json",
                "  licet verify --manifest law.json records.ndjson");
        spec.usageMessage()
                .header("Checks records without the rule engine: is each consistent and unaltered?")
                .description(
                        "A small reader of its own confirms that each finding follows from the recorded facts, that the"
                                + " outcome follows from the findings, and that the record fits its digest. The conditions of"
                                + " rules are in the manifest of the law; without it the reader checks the rest and says so."
                                + " The digest is no signature: who alters a record can compute another. licet replay looks"
                                + " into the packs.")
                .customSynopsis("licet verify [--manifest FILE] FILE");
        return spec;
    }

    int run(ParseResult parsed) {
        List<Manifest> laws = Manifests.read(parsed);
        return records.each(parsed, document -> faults(document, laws), this::found);
    }

    private String found() {
        return "hold in themselves"
                + (unchecked.get() == 0
                        ? ""
                        : "; in %s the layers, days and conditions of rules are not checked, without the manifest of the law"
                                .formatted(unchecked));
    }

    private List<String> faults(Document document, List<Manifest> laws) {
        Verification found = document.text().isEmpty()
                ? Verification.of(document.tree().get(), laws)
                : Verification.of(document.tree().get(), document.text(), laws);
        unchecked.addAndGet(found.unchecked().isEmpty() ? 0 : 1);
        return found.faults().stream().map(Verification.Fault::toString).toList();
    }
}
