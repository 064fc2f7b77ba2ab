package dev.licet.answer;

import dev.licet.answer.Passage.Mark;
import dev.licet.answer.Passage.Span;
import dev.licet.answer.Passage.Style;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Rule;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.request.Check;
import dev.licet.request.Country;
import dev.licet.request.FactValue;
import dev.licet.request.Inherited;
import dev.licet.request.Relation;
import dev.licet.request.Transfer;
import dev.licet.vocabulary.FactType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains a decision to a person, in the words of a language: the answer first, then why, what it rests on, and what was examined.
 * It makes passages; the forms write them.
 */
final class Explanation {
    private static final int MANY = 12;
    private static final int FEW = 4;

    /** Facts that are the lists which somebody is on. */
    private static final Set<FactType> LISTS = EnumSet.of(FactType.RECIPIENT, FactType.INTERMEDIARY, FactType.PROVIDER);

    private final Decision decision;
    private final Words words;
    private final Values values;
    private final LocalDate day;
    private final List<Passage> passages = new ArrayList<>();

    private Explanation(Decision decision, Words words) {
        this.decision = decision;
        this.words = words;
        this.values = new Values(words);
        this.day = decision.request().transfer().on();
    }

    /** The passages of an explanation; throws IllegalArgumentException for a language that has no words. */
    static List<Passage> of(Decision decision, Locale language) {
        var explanation = new Explanation(decision, Words.in(language));
        explanation.write();
        return List.copyOf(explanation.passages);
    }

    private void write() {
        answer();
        section("title.findings", numbered(decision.findings()));
        section(
                "title.assumptions",
                Stream.of(Check.values())
                        .flatMap(check -> toCheck(check).stream())
                        .toList());
        section(
                "title.obligations",
                decision.obligations().stream()
                        .map(obligation ->
                                bullet(words.say("obligation", obligation.obligation(), Span.rule(obligation.rule()))))
                        .toList());
        section(
                "title.gaps",
                decision.gaps().stream()
                        .filter(Gap::open)
                        .map(gap -> bullet(gap(gap, "gap.open")))
                        .toList());
        section(
                "title.questions",
                decision.questions().stream().map(this::question).toList());
        section(
                "title.availableExceptions",
                decision.availableExceptions().stream()
                        .map(this::availableException)
                        .toList());
        section("title.pending", numbered(decision.pending()));
        nextChange();
        decision.profile().ifPresent(this::profile);
        section("title.examined", examined());
    }

    private void section(String title, List<Passage> below) {
        if (!below.isEmpty()) {
            passages.add(new Passage(Style.SECTION, words.say(title), below));
        }
    }

    private void nextChange() {
        List<LegalChange> next = decision.nextChanges();
        if (!next.isEmpty()) {
            String what = next.stream().map(new ChangeWords(words)::of).collect(Collectors.joining("; "));
            passages.add(line("nextChange", next.get(0).day().toString(), what));
        }
    }

    private static Passage bullet(List<Span> spans) {
        return Passage.of(Style.BULLET, spans);
    }

    private Passage line(String key, Object... parts) {
        return Passage.of(Style.LINE, words.say(key, parts));
    }

    private void answer() {
        Span outcome = Span.of(decision.outcome());
        passages.add(Passage.of(Style.ANSWER, words.say("answer", outcome, words.of(meaning()))));
        var layers = new ArrayList<Passage>();
        Map<Layer, Outcome> written = decision.layers().getOrDefault(Stance.AS_WRITTEN, Map.of());
        Map<Layer, Outcome> enforced = decision.layers().getOrDefault(Stance.AS_ENFORCED, Map.of());
        written.forEach((layer, one) -> {
            Outcome other = enforced.getOrDefault(layer, one);
            String name = sentence(words.of(layer));
            layers.add(line(one == other ? "layer" : "layer.both", name, Span.of(one), Span.of(other)));
        });
        decision.notApplicable().forEach(layer -> layers.add(line("layer.notApplicable", sentence(words.of(layer)))));
        passages.add(new Passage(Style.PARAGRAPH, asked(), layers));
        Outcome book = decision.outcome(Stance.AS_WRITTEN);
        Outcome practice = decision.outcome(Stance.AS_ENFORCED);
        if (book != practice) {
            passages.add(Passage.of(
                    Style.PARAGRAPH,
                    words.say("stances", Span.of(book), Span.of(practice), words.of(decision.stance()))));
        }
    }

    private String meaning() {
        if (decision.layers().values().stream().allMatch(Map::isEmpty)) {
            return "meaning.silence";
        }
        String meaning = "meaning." + decision.outcome().name();
        boolean conditions =
                !decision.assumptions().isEmpty() || !decision.gaps().isEmpty();
        boolean obligations = !decision.obligations().isEmpty();
        if (decision.outcome() != Outcome.CONDITIONAL || conditions == obligations) {
            return meaning;
        }
        return meaning + (conditions ? ".conditions" : ".obligations");
    }

    private List<Span> asked() {
        Transfer transfer = decision.request().transfer();
        String kind = transfer.kind().value().map(words::of).orElseGet(() -> words.of("asked.kind.unknown"));
        String to = transfer.destination().value().map(Country::code).orElseGet(() -> words.of("asked.place.unknown"));
        Optional<String> who = transfer.recipient().name().value();
        return words.say(
                who.isPresent() ? "asked.recipient" : "asked",
                words.model(decision.request().model()),
                kind,
                to,
                day,
                who.orElse(""));
    }

    private List<Passage> numbered(List<Finding> findings) {
        return findings.stream().map(this::finding).toList();
    }

    private Passage finding(Finding finding) {
        Rule rule = finding.rule();
        var remarks = new ArrayList<String>(List.of(words.of(rule.layer())));
        if (finding.effect() == Effect.REQUIRE_LICENSE) {
            remarks.add(words.of(finding.policy()));
        }
        if (finding.excepted()) {
            remarks.add(words.of("finding.excepted"));
        }
        var below = new ArrayList<Passage>();
        below.add(line("because", finding.because()));
        below.add(facts(finding.facts()));
        below.add(cited(rule, finding.status()));
        below.add(Passage.of(
                Style.LINE, List.of(new Span(Mark.ADDRESS, rule.source().toString()))));
        for (Finding.AppliedException exception : finding.exceptions()) {
            below.add(new Passage(
                    Style.LINE,
                    words.say(
                            "exceptions",
                            exception.rule().title(),
                            Span.rule(exception.rule().id()),
                            exception.because()),
                    List.of(
                            facts(exception.facts()),
                            cited(exception.rule(), exception.rule().statusOn(day)))));
        }
        return new Passage(
                Style.NUMBERED,
                words.say(
                        "finding",
                        words.of(finding.effect()),
                        String.join(", ", remarks),
                        rule.title(),
                        Span.rule(rule.id())),
                below);
    }

    private Passage cited(Rule rule, Status status) {
        String inForce = rule.windowOn(day)
                .map(part -> words.fill("status", words.of(status), window(part.since(), part.until()), part.source()))
                .orElseGet(() -> words.of(status));
        return line("cited", rule.cite(), window(rule.since(), rule.until()), inForce, rule.confidence());
    }

    private String window(LocalDate since, Optional<LocalDate> until) {
        return until.map(end -> words.fill(
                        "window.until", since.toString(), end.minusDays(1).toString()))
                .orElseGet(() -> words.fill("window", since.toString()));
    }

    private Passage facts(List<Finding.FactUsed> facts) {
        return line("facts", facts.stream().map(this::fact).collect(Collectors.joining("; ")));
    }

    private String fact(Finding.FactUsed used) {
        String key = switch (used.basis()) {
            case STATED -> "fact";
            case ASSUMED -> "fact.assumed";
            case POSSIBLE -> "fact.possible";
        };
        String line = words.fill(key, values.name(used.fact()), values.write(used.value()));
        if (used.inherited().isEmpty()) {
            return line;
        }
        String inherited = used.inherited().stream()
                .map(each -> words.fill(inherited(used, each), values.write(each.what()), ancestor(each), each.model()))
                .collect(Collectors.joining(", "));
        return words.fill("fact.inherited", line, inherited);
    }

    /** The compute of a model that it was made from is part of its own; that of a teacher is counted beside it. */
    private static String inherited(Finding.FactUsed used, Inherited from) {
        boolean training =
                FactType.labelled(used.fact()).filter(FactType.TRAINING::equals).isPresent();
        return training && from.relation() == Relation.DISTILLATION ? "inherited.beside" : "inherited";
    }

    private String ancestor(Inherited inherited) {
        String kin = inherited.relation() == Relation.DISTILLATION
                ? "teacher"
                : inherited.steps() < 4 ? String.valueOf(inherited.steps()) : "further";
        return words.of("ancestor." + kin);
    }

    private void profile(AppliedProfile profile) {
        if (!profile.accepted().isEmpty()) {
            passages.add(new Passage(
                    Style.SECTION,
                    words.say("title.profile", profile.name(), profile.version()),
                    profile.accepted().stream().map(this::acceptance).toList()));
        }
    }

    private Passage acceptance(Acceptance acceptance) {
        String what = acceptance
                .layer()
                .map(layer -> words.fill("gap." + layer, acceptance.name()))
                .orElseGet(() -> words.fill("acceptance.assumption", acceptance.name()));
        return bullet(words.say(
                "acceptance",
                what,
                acceptance.by(),
                acceptance.reason(),
                acceptance.until().minusDays(1)));
    }

    private List<Span> gap(Gap gap, String key) {
        String whose = gap.holder().isEmpty()
                ? words.of("gap." + gap.layer() + ".unknown")
                : words.fill("gap." + gap.layer(), gap.holder());
        String since = gap.since().map(LocalDate::toString).orElse("");
        String reason = gap.reason() != Gap.Reason.OTHER_DAYS || gap.until().isPresent()
                ? "gap." + gap.reason()
                : "gap.OTHER_DAYS.since";
        return words.say(
                key,
                whose,
                words.fill(
                        reason,
                        since,
                        gap.until().map(end -> end.minusDays(1).toString()).orElse("")));
    }

    /** All that one desk of a company checks, in one line. */
    private Optional<Passage> toCheck(Check check) {
        List<Assumption> facts = decision.assumptions().stream()
                .filter(assumption -> assumption.check() == check)
                .toList();
        var sentences = new ArrayList<>(facts.stream().map(this::assumption).toList());
        if (check == Check.COUNSEL) {
            decision.gaps().stream()
                    .filter(gap -> !gap.open())
                    .map(gap -> gap(gap, "gap.assumed"))
                    .forEach(sentences::add);
        }
        List<String> rules = facts.stream()
                .flatMap(assumption -> assumption.rules().stream())
                .distinct()
                .sorted()
                .toList();
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        var all = new ArrayList<Span>();
        for (List<Span> one : sentences) {
            if (!all.isEmpty()) {
                all.add(Span.plain("; "));
            }
            all.addAll(one);
        }
        return Optional.of(bullet(
                rules.isEmpty()
                        ? words.say("toCheck." + check, all)
                        : words.say("toCheck.rules", words.say("toCheck." + check, all), few(rules))));
    }

    private List<Span> few(List<String> ids) {
        if (ids.size() <= FEW) {
            return rules(ids);
        }
        return words.say("rules.more", rules(ids.subList(0, FEW)), ids.size() - FEW);
    }

    private List<Span> assumption(Assumption assumption) {
        String assumed = values.write(assumption.assumed());
        return words.say(
                values.holds(assumption.fact(), assumption.assumed()).isPresent()
                                || Values.nothing(assumption.assumed())
                        ? "assumption"
                        : "assumption.assumed",
                condition(assumption),
                assumed);
    }

    private String condition(Assumption assumption) {
        return values.holds(assumption.fact(), assumption.assumed()).orElseGet(() -> {
            List<FactValue> countries = Country.all().stream()
                    .map(Country::code)
                    .map(FactValue::name)
                    .toList();
            var rest = new LinkedHashSet<>(countries);
            assumption.noneOf().forEach(rest::remove);
            boolean most = rest.size() + assumption.noneOf().size() == countries.size()
                    && assumption.noneOf().size() > rest.size();
            String key = most ? "only" : "none";
            String own = FactType.labelled(assumption.fact())
                    .map(type -> key + "." + type.name())
                    .orElse(key);
            List<String> all = values.several(most ? List.copyOf(rest) : assumption.noneOf());
            return words.fill(words.has(own) ? own : key, values.name(assumption.fact()), values.either(all));
        });
    }

    private List<Span> rules(List<String> ids) {
        return Words.join(", ", ids.stream().map(Span::rule).toList());
    }

    private Passage question(Question question) {
        String obtain = FactType.labelled(question.fact())
                .map(type -> words.of("obtain." + type))
                .orElse("");
        return new Passage(
                Style.BULLET,
                words.say("question", values.name(question.fact()), obtain),
                question.answers().stream()
                        .map(answer -> answer(question, answer))
                        .toList());
    }

    private Passage answer(Question question, Question.Answer answer) {
        boolean whole =
                answer.members().size() > MANY || answer.values().stream().anyMatch(Values::other);
        List<FactValue> shown = whole ? answer.values() : answer.members();
        String value = values.either(values.several(
                shown.stream().sorted(Comparator.comparing(Values::other)).toList()));
        return bullet(words.say(
                answer.rules().isEmpty() ? "question.answer" : "question.rules",
                value,
                outcomes(question, answer),
                rules(answer.rules())));
    }

    /** The layers in which the answers differ; the whole outcome where no layer does. */
    private List<Span> outcomes(Question question, Question.Answer answer) {
        var spans = new ArrayList<Span>();
        answer.layers().forEach((layer, outcome) -> {
            if (question.answers().stream().anyMatch(other -> other.layers().get(layer) != outcome)) {
                if (!spans.isEmpty()) {
                    spans.add(Span.plain(", "));
                }
                spans.addAll(words.say("question.layer", words.of(layer), Span.of(outcome)));
            }
        });
        return spans.isEmpty() ? List.of(Span.of(answer.outcome())) : spans;
    }

    private Passage availableException(AvailableException way) {
        // Facts that need the same are named together.
        var needs = new LinkedHashMap<List<FactValue>, List<String>>();
        for (Finding.FactUsed need : way.needs()) {
            needs.computeIfAbsent(need.value().options(), none -> new ArrayList<>())
                    .add(need.fact());
        }
        String and = " " + words.of("and") + " ";
        String facts = needs.entrySet().stream()
                .map(need -> needed(need.getValue(), need.getKey()))
                .collect(Collectors.joining(and));
        return bullet(words.say(
                "availableException",
                Span.rule(way.rule()),
                way.exception().title(),
                Span.rule(way.exception().id()),
                facts));
    }

    private String needed(List<String> facts, List<FactValue> wanted) {
        String fact = facts.get(0);
        if (FactType.labelled(fact).filter(FactType.ATTESTATIONS::equals).isPresent()) {
            // Which of several the exception asks for is not known here: a long list would mislead.
            return wanted.size() > FEW
                    ? words.of("were.attested.many")
                    : words.fill(
                            wanted.size() == 1 ? "were.attested" : "were.attested.several",
                            values.either(values.several(wanted)));
        }
        Optional<String> plain =
                facts.size() == 1 && wanted.size() == 1 ? values.ifHolds(fact, wanted.get(0)) : Optional.empty();
        boolean lists = LISTS.contains(FactType.labelled(fact).orElse(FactType.TERM))
                && wanted.stream().allMatch(FactValue.Names.class::isInstance);
        return plain.orElseGet(() -> words.fill(
                lists ? "were.on" : facts.size() == 1 ? "were" : "were.each",
                facts.stream().map(values::subject).collect(Collectors.joining(" " + words.of("and") + " ")),
                values.either(values.several(wanted))));
    }

    private List<Passage> examined() {
        Examined examined = decision.examined();
        var below = new ArrayList<Passage>();
        var packs = new TreeMap<LocalDate, List<String>>();
        examined.packs()
                .forEach(pack -> packs.computeIfAbsent(pack.asOf(), none -> new ArrayList<>())
                        .add(pack.name() + " " + pack.version()));
        packs.forEach((asOf, names) -> below.add(line("examined.packs", asOf, String.join(", ", names))));
        var lists = new TreeMap<LocalDate, List<String>>();
        examined.lists()
                .forEach(used -> lists.computeIfAbsent(used.asOf(), none -> new ArrayList<>())
                        .add(used.name()));
        lists.forEach((asOf, names) -> below.add(
                names.size() > MANY
                        ? line("examined.many", asOf, names.size())
                        : line("examined.lists", asOf, String.join(", ", names))));
        if (!examined.uncovered().isEmpty()) {
            below.add(line(
                    "examined.uncovered",
                    examined.uncovered().stream().map(words::of).collect(Collectors.joining(", "))));
        }
        return below;
    }

    private static String sentence(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
