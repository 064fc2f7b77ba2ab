package dev.licet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells a decision to a person: the answer first, then why, what it rests on, and what was looked at. */
final class Explanation {
    private static final int LEAST_WIDTH = 40;
    private static final int MANY = 12;

    private final Decision decision;
    private final int width;
    private final LocalDate day;
    private final StringBuilder text = new StringBuilder();

    Explanation(Decision decision, int width) {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException(
                    "The width (%s) is too small to read.\nMaybe write %s or more.".formatted(width, LEAST_WIDTH));
        }
        this.decision = decision;
        this.width = width;
        this.day = decision.request().transfer().on();
    }

    String text() {
        answer();
        if (decision.layers().values().stream().allMatch(Map::isEmpty)) {
            line("", "No rule examined speaks on that day.");
        }
        findings("What the rules say", decision.findings());
        provisos();
        duties();
        questions();
        waysOut();
        findings("Not binding, would or may apply", decision.pending());
        examined();
        return text.toString();
    }

    private void answer() {
        line("", decision.outcome() + ": " + meaning(decision.outcome()));
        line("", asked());
        for (Authority authority : Authority.values()) {
            Map<Authority, Outcome> written = decision.layers().getOrDefault(Stance.AS_WRITTEN, Map.of());
            Map<Authority, Outcome> enforced = decision.layers().getOrDefault(Stance.AS_ENFORCED, Map.of());
            if (written.containsKey(authority)) {
                Outcome one = written.get(authority);
                Outcome other = enforced.getOrDefault(authority, one);
                line(
                        "  ",
                        sentence(authority.label()) + ": "
                                + (one == other ? one : one + " as written, " + other + " as enforced"));
            }
        }
        if (decision.outcome(Stance.AS_WRITTEN) != decision.outcome(Stance.AS_ENFORCED)) {
            line(
                    "",
                    "The book and its enforcement differ: %s as written, %s as enforced; this answer is %s."
                            .formatted(
                                    decision.outcome(Stance.AS_WRITTEN),
                                    decision.outcome(Stance.AS_ENFORCED),
                                    words(decision.stance().name())));
        }
    }

    private static String meaning(Outcome outcome) {
        return switch (outcome) {
            case PERMITTED -> "no rule examined stands against it.";
            case CONDITIONAL -> "permitted, provided that what is listed below is done and holds.";
            case UNDETERMINED -> "it cannot be said yet; a fact is missing or a red flag stands open.";
            case LICENSE_REQUIRED -> "somebody's authorization is needed first.";
            case PROHIBITED -> "it may not proceed.";
        };
    }

    private String asked() {
        Model model = decision.request().model();
        Transfer transfer = decision.request().transfer();
        String kind =
                transfer.kind().value().map(Kind::name).map(Explanation::words).orElse("in a way not known");
        String to = transfer.destination().value().map(Country::code).orElse("a place not known");
        String who =
                transfer.recipient().name().value().map(name -> " for " + name).orElse("");
        return "%s, %s, to %s%s, on %s.".formatted(model.name(), kind, to, who, day);
    }

    private void findings(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        title(title);
        int number = 1;
        for (Finding finding : findings) {
            Rule rule = finding.rule();
            String policy = finding.effect() == Effect.REQUIRE_LICENSE
                    ? ", " + finding.policy().label()
                    : "";
            String lifted = finding.lifted() ? ", lifted" : "";
            line(
                    "  %s. ".formatted(number++),
                    "%s (%s%s%s): %s [%s]"
                            .formatted(
                                    effect(finding.effect()),
                                    rule.authority().label(),
                                    policy,
                                    lifted,
                                    rule.title(),
                                    rule.id()));
            line("     ", "because " + finding.because());
            facts("     ", finding.facts());
            line("     ", cited(rule, finding.status()));
            line("     ", rule.source().toString());
            for (Finding.Lift lift : finding.liftedBy()) {
                line(
                        "     ",
                        "lifted by %s [%s]: %s"
                                .formatted(lift.rule().title(), lift.rule().id(), lift.because()));
                facts("       ", lift.facts());
                line("       ", cited(lift.rule(), lift.rule().statusOn(day)));
            }
        }
    }

    private String cited(Rule rule, Status status) {
        String window = "since " + rule.since()
                + rule.until().map(end -> " until " + end.minusDays(1)).orElse("");
        String said = rule.windowOn(day)
                .map(part -> "%s since %s%s (%s)"
                        .formatted(
                                status.label(),
                                part.since(),
                                part.until()
                                        .map(end -> " until " + end.minusDays(1))
                                        .orElse(""),
                                part.source()))
                .orElse(status.label());
        return "%s; %s; %s; confidence %s".formatted(rule.cite(), window, said, rule.confidence());
    }

    private void facts(String indent, List<Finding.FactUsed> facts) {
        line(
                indent,
                "facts: "
                        + facts.stream()
                                .map(used -> used.fact() + ": " + used.value()
                                        + (used.basis() == Basis.PRESUMED ? " (presumed)" : ""))
                                .collect(Collectors.joining("; ")));
    }

    private void provisos() {
        if (decision.provisos().isEmpty()) {
            return;
        }
        title("Provided that");
        for (Proviso proviso : decision.provisos()) {
            line(
                    "  - ",
                    "the %s (presumed: %s) %s; else: %s"
                            .formatted(
                                    proviso.fact(),
                                    proviso.presumed(),
                                    restriction(proviso.noneOf()),
                                    list(proviso.rules())));
        }
    }

    private static String restriction(List<String> noneOf) {
        var rest = new TreeSet<>(Country.all().stream().map(Country::code).toList());
        if (rest.containsAll(noneOf) && noneOf.size() > rest.size() / 2) {
            noneOf.forEach(rest::remove);
            return "is one of " + String.join(", ", rest);
        }
        return "is none of " + list(noneOf);
    }

    private void duties() {
        if (decision.duties().isEmpty()) {
            return;
        }
        title("To be done");
        decision.duties().forEach(duty -> line("  - ", duty.duty() + " [" + duty.rule() + "]"));
    }

    private void questions() {
        if (decision.questions().isEmpty()) {
            return;
        }
        title("Still to find out");
        for (Question question : decision.questions()) {
            line("  - ", question.fact() + ":");
            for (Question.Answer answer : question.answers()) {
                String value = answer.members().size() > MANY || answer.value().contains("other")
                        ? answer.value()
                        : String.join(", ", answer.members());
                String rules = answer.rules().isEmpty() ? "" : " (rules in question: " + list(answer.rules()) + ")";
                line("    - ", "%s: %s%s".formatted(value, outcomes(question, answer), rules));
            }
        }
    }

    /** The layers in which the answers differ; the whole outcome where no layer does. */
    private static String outcomes(Question question, Question.Answer answer) {
        String differing = answer.layers().entrySet().stream()
                .filter(layer -> question.answers().stream()
                        .anyMatch(other -> other.layers().get(layer.getKey()) != layer.getValue()))
                .map(layer -> layer.getKey().label() + " " + layer.getValue())
                .collect(Collectors.joining(", "));
        return differing.isEmpty() ? answer.outcome().toString() : differing;
    }

    private void waysOut() {
        if (decision.waysOut().isEmpty()) {
            return;
        }
        title("Would be lifted");
        for (WayOut way : decision.waysOut()) {
            line(
                    "  - ",
                    "%s by %s [%s], if %s"
                            .formatted(
                                    way.lifts(),
                                    way.by().title(),
                                    way.by().id(),
                                    way.needs().stream()
                                            .map(need -> "the " + need.fact() + " were " + oneOf(need.value()))
                                            .collect(Collectors.joining(" and "))));
        }
    }

    private static String oneOf(String values) {
        return values.contains(",") ? "one of " + values : values;
    }

    private void examined() {
        Examined examined = decision.examined();
        title("Examined");
        var packs = new TreeMap<LocalDate, List<String>>();
        examined.packs()
                .forEach(pack -> packs.computeIfAbsent(pack.asOf(), none -> new ArrayList<>())
                        .add(pack.name() + " " + pack.version()));
        packs.forEach((asOf, names) -> line("  ", "packs as of %s: %s".formatted(asOf, list(names))));
        var lists = new TreeMap<LocalDate, List<String>>();
        examined.lists()
                .forEach(used -> lists.computeIfAbsent(used.asOf(), none -> new ArrayList<>())
                        .add(used.name()));
        lists.forEach((asOf, names) -> line(
                "  ",
                names.size() > MANY
                        ? "lists as of %s: %s, named in the record".formatted(asOf, names.size())
                        : "lists as of %s: %s".formatted(asOf, list(names))));
        if (!examined.uncovered().isEmpty()) {
            line(
                    "  ",
                    "no rule examined speaks for: "
                            + examined.uncovered().stream()
                                    .map(Authority::label)
                                    .collect(Collectors.joining(", ")) + ". Their silence is not clearance.");
        }
    }

    private static String effect(Effect effect) {
        return switch (effect) {
            case PROHIBIT -> "Prohibited";
            case REQUIRE_LICENSE -> "License required";
            case FLAG -> "Red flag";
            case IMPOSE -> "Duty";
        };
    }

    private static String list(List<String> values) {
        return String.join(", ", values);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String sentence(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private void title(String title) {
        text.append('\n').append(title).append('\n');
    }

    /** Adds a paragraph: the first line begins with the indent, the others with as many blanks. */
    private void line(String indent, String paragraph) {
        String hang = " ".repeat(indent.length());
        var line = new StringBuilder(indent);
        boolean begun = false;
        for (String word : paragraph.strip().split("\\s+")) {
            if (begun && line.length() + 1 + word.length() > width) {
                text.append(line).append('\n');
                line = new StringBuilder(hang);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        text.append(line).append('\n');
    }
}
