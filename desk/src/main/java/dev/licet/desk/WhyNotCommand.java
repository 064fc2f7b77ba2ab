package dev.licet.desk;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.answer.Form;
import dev.licet.answer.WhyNot;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code licet why-not}. */
final class WhyNotCommand {
    private static final String RULE = "--rule";
    private static final int NEAREST = 10;

    private final Further further;

    WhyNotCommand(Further further) {
        this.further = further;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("why-not");
        Further.addTo(
                spec,
                List.of(
                        Flags.option(
                                RULE,
                                "ID",
                                String.class,
                                "Explain this rule instead of the nearest ones: why it applies or does not; may be repeated."),
                        Further.most("rules", NEAREST)),
                "Print one line of canonical JSON: the record, and all the rules.");
        spec.usageMessage()
                .header("Decides one transfer: which rules nearly applied, and which facts did they miss?")
                .footer(
                        "  licet why-not --closed --origin US --to BR --kind weights",
                        "  licet why-not --closed --origin US --to BR --kind weights --rule guardrails.closed-us-models");
        return spec;
    }

    int run(ParseResult parsed) {
        List<String> named = parsed.matchedOptionValue(RULE, List.of());
        int most = Further.most(parsed, NEAREST);
        if (!named.isEmpty() && parsed.hasMatchedOption("--most")) {
            throw Flags.refuse(
                    parsed, "The options --rule and --most exclude each other.\nMaybe leave all but one out.");
        }
        return further.run(parsed, (licet, decision, style) -> {
            List<WhyNot> all = named.isEmpty() ? licet.whyNot(decision) : named(parsed, licet, decision, named);
            if (style.form() == Form.JSON) {
                // Both are canonical, and so is this: its two fields are in order.
                return "{\"decision\":" + decision.toJson() + ","
                        + WhyNot.explain(all, Form.JSON, style.language()).substring(1);
            }
            List<WhyNot> printed = named.isEmpty() ? all.subList(0, Math.min(most, all.size())) : all;
            Words words = Words.in(style.language());
            String text = WhyNot.explain(printed, style.form(), style.language());
            String last = all.isEmpty() ? words.say("near.none") : words.more(printed.size(), all.size());
            return Further.under(decision, text, last, style);
        });
    }

    private static List<WhyNot> named(ParseResult parsed, Licet licet, Decision decision, List<String> rules) {
        try {
            return rules.stream()
                    .distinct()
                    .map(rule -> licet.whyNot(decision, rule.strip()))
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw Flags.refuse(parsed, "Invalid value for option '--rule': " + unknown.getMessage());
        }
    }
}
