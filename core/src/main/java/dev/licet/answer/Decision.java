package dev.licet.answer;

import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The answer to "may this model be provided there?", with its reasons. These are worked out when they are first asked for, from what
 * the decision was made of, and then kept; they are the same whenever that is.
 */
public final class Decision {
    private final Request request;
    private final Stance stance;
    private final boolean strict;
    private final Map<Stance, Map<Layer, Outcome>> layers;
    private final Map<Stance, Map<Layer, Outcome>> ofRulesAlone;
    private final Set<Layer> notApplicable;
    private final List<Gap> gaps;
    private final Optional<AppliedProfile> profile;
    private final Supplier<Reasons> reasons;

    /**
     * Made by the engine; callers of the library get one from {@code Licet}.
     *
     * @param request what was asked
     * @param stance the stance it was decided under
     * @param strict whether assumptions were off
     * @param layers the outcome of each layer, for each stance
     * @param ofRulesAlone the outcomes before gaps are counted
     * @param notApplicable the layers in which nobody could say something
     * @param profile the profile of the house, if there is one
     * @param gaps those who could say something and are held by no loaded pack
     * @param reasons works out the reasons when they are first asked for
     */
    public Decision(
            Request request,
            Stance stance,
            boolean strict,
            Map<Stance, Map<Layer, Outcome>> layers,
            Map<Stance, Map<Layer, Outcome>> ofRulesAlone,
            Set<Layer> notApplicable,
            List<Gap> gaps,
            Optional<AppliedProfile> profile,
            Supplier<Reasons> reasons) {
        this.request = request;
        this.stance = stance;
        this.strict = strict;
        this.layers = layers;
        this.ofRulesAlone = ofRulesAlone;
        this.notApplicable = notApplicable;
        this.gaps = List.copyOf(gaps);
        this.profile = profile;
        this.reasons = reasons;
    }

    /**
     * What was asked.
     *
     * @return the request
     */
    public Request request() {
        return request;
    }

    /**
     * The stance it was decided under.
     *
     * @return the stance
     */
    public Stance stance() {
        return stance;
    }

    /**
     * Whether nothing was assumed.
     *
     * @return true if assumptions were off
     */
    public boolean strict() {
        return strict;
    }

    /**
     * The outcome of each layer of which a loaded pack holds something, but for those that are {@link #notApplicable()}.
     *
     * @return the outcomes by layer, for each stance
     */
    public Map<Stance, Map<Layer, Outcome>> layers() {
        return layers;
    }

    /**
     * What the rules say by themselves, as if the packs held everybody's word. It is for tests of rules and is no answer: where a pack
     * is silent because it does not hold a law, this is {@link Outcome#PERMITTED}.
     *
     * @return the outcome of each layer for which a rule is in force on the day, for each stance
     */
    public Map<Stance, Map<Layer, Outcome>> ofRulesAlone() {
        return ofRulesAlone;
    }

    /**
     * The layers in which nobody could say something: no license is in the lineage, or the recipient belongs to no government.
     * They are no yes; they leave the outcome to the others.
     *
     * @return the layers
     */
    public Set<Layer> notApplicable() {
        return notApplicable;
    }

    /**
     * Those whose law, terms, license or policy could count and that no loaded pack holds for this transfer kind on this day. A layer
     * with a gap is never {@link Outcome#PERMITTED}.
     *
     * @return the gaps, by layer
     */
    public List<Gap> gaps() {
        return gaps;
    }

    /**
     * The profile of the house that the decision was made with, and what of it was accepted for this request.
     *
     * @return the profile; empty if there was none
     */
    public Optional<AppliedProfile> profile() {
        return profile;
    }

    /**
     * The rules that make the outcome of each layer what it is under the stance of the decision: those that prohibit or
     * require a license, that impose obligations or rest on assumptions, or that are in question; none if it is permitted.
     *
     * @return the ids by layer, for those with a loaded rule in force on the day
     */
    public Map<Layer, List<String>> decidedBy() {
        return reasons.get().decidedBy();
    }

    /**
     * What the rules say about the request, excepted and unenforced ones included.
     *
     * @return the findings, strictest first
     */
    public List<Finding> findings() {
        return reasons.get().findings();
    }

    /**
     * The assumptions that mattered.
     *
     * @return the assumptions, each with what must not be
     */
    public List<Assumption> assumptions() {
        return reasons.get().assumptions();
    }

    /**
     * The unknown facts that matter, with what each answer leads to.
     *
     * @return the questions, the one first whose answer settles the most
     */
    public List<Question> questions() {
        return reasons.get().questions();
    }

    /**
     * The rules that the assumptions and questions are about: they do not apply and could.
     *
     * @return the rules by layer and effect
     */
    public List<Open> open() {
        return reasons.get().open();
    }

    /**
     * The exceptions that would apply to a finding on other facts.
     *
     * @return the available exceptions
     */
    public List<AvailableException> availableExceptions() {
        return reasons.get().availableExceptions();
    }

    /**
     * Plans, bills and rules whose day has not come that would or may apply; they never bind.
     *
     * @return what they would say
     */
    public List<Finding> pending() {
        return reasons.get().pending();
    }

    /**
     * The next known changes of a rule, list or figure that this decision rests on.
     *
     * @return the legal changes, all on one day; empty if none is known
     */
    public List<LegalChange> nextChanges() {
        return reasons.get().nextChanges();
    }

    /**
     * The law that it was decided under, by the digest of its manifest.
     *
     * @return sha256, a colon, and hexadecimal digits
     */
    public String law() {
        return reasons.get().law();
    }

    /** The assumptions that mattered, without the values that must not be. */
    List<Assumption> assumed() {
        return reasons.get().assumed();
    }

    /** The unknown facts that matter, with the rules that ask for each, without what each answer leads to. */
    Map<String, List<String>> asked() {
        return reasons.get().asked();
    }

    /**
     * What was looked at.
     *
     * @return the packs and lists
     */
    public Examined examined() {
        return reasons.get().examined();
    }

    /**
     * The strictest outcome over all layers, under the stance of the decision.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome(stance);
    }

    /**
     * The strictest outcome over all layers, under a stance.
     *
     * @param stance the stance
     * @return the outcome; {@link Outcome#UNDETERMINED} if no loaded rule is in force on the day
     */
    public Outcome outcome(Stance stance) {
        Map<Layer, Outcome> each = layers.getOrDefault(stance, Map.of());
        Outcome strictest = each.isEmpty() ? Outcome.UNDETERMINED : Outcome.PERMITTED;
        for (Outcome outcome : each.values()) {
            strictest = strictest.strictest(outcome);
        }
        return strictest;
    }

    /**
     * The outcome of one layer's rules alone, under the stance of the decision.
     *
     * @param layer the layer
     * @return its outcome; {@link Outcome#UNDETERMINED} if it has no loaded rule in force on the day
     */
    public Outcome outcome(Layer layer) {
        return layers.getOrDefault(stance, Map.of()).getOrDefault(layer, Outcome.UNDETERMINED);
    }

    /**
     * Whether it may be provided as it is.
     *
     * @return true for {@link Outcome#PERMITTED} alone
     */
    public boolean permitted() {
        return outcome() == Outcome.PERMITTED;
    }

    /**
     * The rules that apply and make the outcome what it is: their findings, or the obligations that exceptions bring. A rule that only
     * could apply is not among them; {@link #assumptions()} and {@link #questions()} name those.
     *
     * @return the ids, in order; none if no rule that applies makes the outcome
     */
    public List<String> decidingRules() {
        Stream<String> found = findings().stream()
                .filter(finding -> finding.status().binds(stance)
                        && !finding.excepted()
                        && finding.effect().outcome() == outcome())
                .map(finding -> finding.rule().id());
        Stream<String> obligations =
                outcome() == Outcome.CONDITIONAL ? obligations().stream().map(Obligation::rule) : Stream.of();
        return Stream.concat(found, obligations).sorted().distinct().toList();
    }

    /**
     * The rules that the outcome depends on: those that decide a layer whose outcome is the outcome of the whole, those included that
     * rest on an assumption or are in question.
     *
     * @return the ids, in order; none if the outcome is {@link Outcome#PERMITTED} or no rule says anything on the day
     */
    public List<String> rulesBehind() {
        return decidedBy().entrySet().stream()
                .filter(layer -> outcome(layer.getKey()) == outcome())
                .flatMap(layer -> layer.getValue().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * Whether another decision has the same outcomes, by layer and stance, for the same rules. Their requests may differ.
     *
     * @param other the decision to compare with
     * @return true if outcomes and deciding rules are the same
     */
    public boolean sameAnswer(Decision other) {
        return layers.equals(other.layers)
                && notApplicable.equals(other.notApplicable)
                && gaps.equals(other.gaps)
                && decidedBy().equals(other.decidedBy());
    }

    /**
     * The obligations that go with it, those of exceptions included.
     *
     * @return what is to be done, each with the rule that says so
     */
    public List<Obligation> obligations() {
        return Obligation.of(this);
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
     * The explanation for people, in a language. The words of rules stay as the rule files have them, outcomes as the constants of
     * {@link Outcome}.
     *
     * @param width the length of a line, in characters; at least 40
     * @param language English or German, of whatever country
     * @return plain text
     * @throws IllegalArgumentException if the width is less than 40, or the language has no words
     */
    public String explain(int width, Locale language) {
        return TextForm.write(Explanation.of(this, language), width);
    }

    /**
     * The explanation in a form and a language; every form but the record has the same sentences.
     *
     * @param form the form
     * @param language English or German, of whatever country; the record is the same in each
     * @return the explanation
     * @throws IllegalArgumentException if the language has no words
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

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Decision decision
                        && request.equals(decision.request)
                        && stance == decision.stance
                        && strict == decision.strict
                        && layers.equals(decision.layers)
                        && notApplicable.equals(decision.notApplicable)
                        && gaps.equals(decision.gaps)
                        && profile.equals(decision.profile)
                        && parts().equals(decision.parts());
    }

    private List<Object> parts() {
        return List.of(
                decidedBy(),
                findings(),
                assumptions(),
                questions(),
                open(),
                availableExceptions(),
                pending(),
                nextChanges(),
                examined());
    }

    @Override
    public int hashCode() {
        return Objects.hash(request, stance, strict, layers);
    }

    /** The outcome and the request, short. */
    @Override
    public String toString() {
        return "%s: %s".formatted(outcome(), request);
    }

    /**
     * Rules of one layer and one effect that do not apply and could.
     *
     * @param layer the layer that they belong to
     * @param effect what they would do there
     * @param asked the ids of those that depend on an unknown fact, in order
     * @param assumed the ids of those that would apply if assumptions failed, in order
     */
    public record Open(Layer layer, Effect effect, List<String> asked, List<String> assumed) {
        /** Copies. */
        public Open {
            asked = List.copyOf(asked);
            assumed = List.copyOf(assumed);
        }
    }

    /**
     * An obligation.
     *
     * @param obligation what is to be done
     * @param rule the id of the rule that says so
     */
    public record Obligation(String obligation, String rule) {
        static List<Obligation> of(Decision decision) {
            var obligations = new ArrayList<Obligation>();
            for (Finding finding : decision.findings()) {
                if (finding.status().binds(decision.stance())) {
                    if (!finding.excepted() && !finding.obligation().isEmpty()) {
                        obligations.add(new Obligation(
                                finding.obligation(), finding.rule().id()));
                    }
                    boolean free = finding.exceptions().stream()
                            .anyMatch(exception -> exception.obligation().isEmpty());
                    finding.exceptions().stream()
                            .filter(exception ->
                                    !free && !exception.obligation().isEmpty())
                            .forEach(exception -> obligations.add(new Obligation(
                                    exception.obligation(), exception.rule().id())));
                }
            }
            return obligations.stream().distinct().toList();
        }
    }
}
