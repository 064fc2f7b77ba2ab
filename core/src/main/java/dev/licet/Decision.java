package dev.licet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The answer to "may this model be provided there?", with its reasons.
 *
 * @param request what was asked
 * @param stance the stance it was decided under
 * @param strict whether nothing was presumed
 * @param layers for each stance, the outcome of each authority of which a loaded rule speaks on the day
 * @param decidedBy for each of these authorities, the ids of the rules that make its outcome what it is under the stance of the
 *     decision: those that forbid or demand, that lay down duties or rest on presumptions, or that stand in question; none if it is
 *     permitted
 * @param findings what rules say of the request, lifted and unenforced ones included, strictest first
 * @param provisos the presumptions that mattered
 * @param questions the unknown facts that matter, with what each answer leads to
 * @param open the rules that the provisos and questions are about: they do not stand and could
 * @param waysOut the exceptions that would lift a finding on other facts
 * @param pending plans, bills and rules whose day has not come, that would apply; they never bind
 * @param nextChanges what turns on the next day known on which a rule, list or figure turns that this decision rests on, all on
 *     one day; empty if none is known
 * @param examined what was looked at
 */
public record Decision(
        Request request,
        Stance stance,
        boolean strict,
        Map<Stance, Map<Authority, Outcome>> layers,
        Map<Authority, List<String>> decidedBy,
        List<Finding> findings,
        List<Proviso> provisos,
        List<Question> questions,
        List<Open> open,
        List<WayOut> waysOut,
        List<Finding> pending,
        List<Amendment> nextChanges,
        Examined examined) {

    /** Copies. */
    public Decision {
        var copy = new EnumMap<Stance, Map<Authority, Outcome>>(Stance.class);
        for (Map.Entry<Stance, Map<Authority, Outcome>> entry : layers.entrySet()) {
            var byAuthority = new EnumMap<Authority, Outcome>(Authority.class);
            byAuthority.putAll(entry.getValue());
            copy.put(entry.getKey(), Collections.unmodifiableMap(byAuthority));
        }
        layers = Collections.unmodifiableMap(copy);
        var rules = new EnumMap<Authority, List<String>>(Authority.class);
        decidedBy.forEach((authority, ids) -> rules.put(authority, List.copyOf(ids)));
        decidedBy = Collections.unmodifiableMap(rules);
        findings = List.copyOf(findings);
        provisos = List.copyOf(provisos);
        questions = List.copyOf(questions);
        open = List.copyOf(open);
        waysOut = List.copyOf(waysOut);
        pending = List.copyOf(pending);
        nextChanges = List.copyOf(nextChanges);
    }

    /**
     * The strictest outcome over all authorities, under the stance of the decision.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome(stance);
    }

    /**
     * The strictest outcome over all authorities, under a stance.
     *
     * @param stance the stance
     * @return the outcome; {@link Outcome#UNDETERMINED} if no loaded rule speaks on the day
     */
    public Outcome outcome(Stance stance) {
        return layers.getOrDefault(stance, Map.of()).values().stream()
                .reduce(Outcome::strictest)
                .orElse(Outcome.UNDETERMINED);
    }

    /**
     * The outcome of one authority's rules alone, under the stance of the decision.
     *
     * @param authority the authority
     * @return its outcome; {@link Outcome#UNDETERMINED} if no loaded rule of the day speaks for it
     */
    public Outcome outcome(Authority authority) {
        return layers.getOrDefault(stance, Map.of()).getOrDefault(authority, Outcome.UNDETERMINED);
    }

    /**
     * Whether it may be provided without more ado.
     *
     * @return true for {@link Outcome#PERMITTED} alone
     */
    public boolean permitted() {
        return outcome() == Outcome.PERMITTED;
    }

    /**
     * The rules that decide the outcome: those that decide a layer whose outcome is the outcome of the whole.
     *
     * @return the ids, in order; none if the outcome is {@link Outcome#PERMITTED} or no rule speaks on the day
     */
    public List<String> decidingRules() {
        return decidedBy.entrySet().stream()
                .filter(layer -> outcome(layer.getKey()) == outcome())
                .flatMap(layer -> layer.getValue().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** The rules of which it would matter if they changed. */
    Set<String> restsOn() {
        var ids = new TreeSet<String>();
        Stream.concat(findings.stream(), pending.stream()).forEach(finding -> {
            ids.add(finding.rule().id());
            finding.liftedBy().forEach(lift -> ids.add(lift.rule().id()));
        });
        provisos.forEach(proviso -> ids.addAll(proviso.rules()));
        questions.forEach(question -> question.answers().forEach(answer -> ids.addAll(answer.rules())));
        return ids;
    }

    Decision with(Map<Authority, List<String>> deciding, List<Amendment> changes) {
        return new Decision(
                request, stance, strict, layers, deciding, findings, provisos, questions, open, waysOut, pending,
                changes, examined);
    }

    boolean sameAnswer(Decision other) {
        return layers.equals(other.layers) && decidedBy.equals(other.decidedBy);
    }

    /**
     * The duties that go with it, those of exceptions included.
     *
     * @return what is to be done, each with the rule that says so
     */
    public List<Duty> duties() {
        return Duty.of(this);
    }

    /**
     * The explanation for people, in English and in lines of at most 100 characters.
     *
     * @return plain text
     */
    public String explain() {
        return explain(Form.WIDTH);
    }

    /**
     * The explanation for people, in English.
     *
     * @param width the length of a line, in characters; at least 40
     * @return plain text
     * @throws IllegalArgumentException if the width is less than 40
     */
    public String explain(int width) {
        return explain(width, Locale.ENGLISH);
    }

    /**
     * The explanation for people, in a language. The law's own words stay as the rule files have them, outcomes as the constants of
     * {@link Outcome}.
     *
     * @param width the length of a line, in characters; at least 40
     * @param language English or German, of whatever country
     * @return plain text
     * @throws IllegalArgumentException if the width is less than 40, or in the language there are no words
     */
    public String explain(int width, Locale language) {
        return TextForm.write(Explanation.of(this, language), width);
    }

    /**
     * The explanation in a form and a language; every form but the record says the same sentences.
     *
     * @param form the form
     * @param language English or German, of whatever country; the record is the same in each
     * @return the explanation
     * @throws IllegalArgumentException if in the language there are no words
     */
    public String explain(Form form, Locale language) {
        Words words = Words.in(language);
        return form == Form.JSON ? toJson() : form.write(Explanation.of(this, language), words);
    }

    /**
     * The record of the decision as a tree of maps, lists, strings, numbers and booleans, as {@code record.schema.json} describes
     * it.
     *
     * @return the record
     */
    public Map<String, Object> record() {
        return DecisionRecord.of(this);
    }

    /**
     * The record of the decision as canonical JSON (RFC 8785): the same request, packs and day give the same bytes.
     *
     * @return one line of JSON
     */
    public String toJson() {
        return DecisionRecord.json(this);
    }

    /**
     * Rules of one authority and one effect that do not stand and could.
     *
     * @param authority the authority in whose layer they would stand
     * @param effect what they would do there
     * @param asked the ids of those that hang on an unknown fact, in order
     * @param presumed the ids of those that would stand if presumptions failed, in order
     */
    public record Open(Authority authority, Effect effect, List<String> asked, List<String> presumed) {
        /** Copies. */
        public Open {
            asked = List.copyOf(asked);
            presumed = List.copyOf(presumed);
        }
    }

    /**
     * A duty.
     *
     * @param duty what is to be done
     * @param rule the id of the rule that says so
     */
    public record Duty(String duty, String rule) {
        static List<Duty> of(Decision decision) {
            var duties = new ArrayList<Duty>();
            for (Finding finding : decision.findings()) {
                if (finding.status().binds(decision.stance())) {
                    if (!finding.lifted() && !finding.duty().isEmpty()) {
                        duties.add(new Duty(finding.duty(), finding.rule().id()));
                    }
                    boolean free = finding.liftedBy().stream()
                            .anyMatch(lift -> lift.duty().isEmpty());
                    finding.liftedBy().stream()
                            .filter(lift -> !free && !lift.duty().isEmpty())
                            .forEach(lift ->
                                    duties.add(new Duty(lift.duty(), lift.rule().id())));
                }
            }
            return duties.stream().distinct().toList();
        }
    }
}
