package dev.licet.desk;

import dev.licet.answer.Changes;
import dev.licet.answer.Form;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet changes}. */
final class ChangesCommand {
    private static final String HYPOTHETICALS = "--hypotheticals";
    private static final int FIRST = 12;

    private final Further further;
    private final PrintStream err;

    ChangesCommand(Further further, PrintStream err) {
        this.further = further;
        this.err = err;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("changes");
        Further.addTo(
                spec,
                List.of(
                        Flags.flag(
                                HYPOTHETICALS,
                                "Also change facts that nobody can change, such as the origin, to show what the answer"
                                        + " depends on. The record says so."),
                        Further.most("changes", FIRST)),
                "Print one line of canonical JSON: the record, and all the changes.");
        spec.usageMessage()
                .header("Decides one transfer: which lawful changes would lead to a milder outcome?")
                .footer(
                        "  licet changes --closed --origin US --to CN --kind weights",
                        "  licet changes --closed --origin US --to CN --kind weights --hypotheticals --most 30");
        return spec;
    }

    int run(ParseResult parsed) {
        boolean hypotheticals = Flags.on(parsed, HYPOTHETICALS);
        int most = Further.most(parsed, FIRST);
        int status = further.run(parsed, (licet, decision, style) -> {
            Changes changes = licet.changes(decision, hypotheticals);
            if (style.form() == Form.JSON) {
                return changes.toJson();
            }
            List<Changes.Counterfactual> all = changes.counterfactuals();
            List<Changes.Counterfactual> printed = all.subList(0, Math.min(most, all.size()));
            String text = new Changes(decision, hypotheticals, printed).explain(style.form(), style.language());
            return Further.under(decision, text, Words.in(style.language()).more(printed.size(), all.size()), style);
        });
        if (hypotheticals && status != Decide.BAD_PACKS && status != Decide.UNWRITABLE) {
            err.println("licet: hypothetical changes are included, and the record says so");
        }
        return status;
    }
}
