package dev.licet;

import com.github.benmanes.caffeine.cache.Cache;
import dev.licet.answer.Acceptance;
import dev.licet.answer.AppliedProfile;
import dev.licet.answer.Changes;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.answer.LegalChange;
import dev.licet.answer.Replay;
import dev.licet.answer.Timeline;
import dev.licet.answer.WhyNot;
import dev.licet.answer.WorldMap;
import dev.licet.engine.Counterfactuals;
import dev.licet.engine.Evaluations;
import dev.licet.engine.Facts;
import dev.licet.engine.InOrder;
import dev.licet.engine.Lazy;
import dev.licet.engine.Library;
import dev.licet.engine.Missing;
import dev.licet.engine.NearMisses;
import dev.licet.engine.PointInTimeLaw;
import dev.licet.engine.Reasoning;
import dev.licet.engine.RuleInForce;
import dev.licet.engine.Variable;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.RulePackException;
import dev.licet.law.Stance;
import dev.licet.pack.RuleFile;
import dev.licet.request.Country;
import dev.licet.request.Model;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import dev.licet.verify.Manifest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether an AI model may be provided there, to them, on that day, by that way.
 *
 * <p>Immutable and safe for use by many threads; building one compiles the rules, so build one and keep it.
 *
 * <pre>{@code
 * Licet licet = Licet.standard();
 * Model model = Model.named("Example-70B").developer("Example AI", "US").closed().trainingCompute(3e26).build();
 * Decision decision = licet.decide(model, Transfer.of(TransferKind.WEIGHTS).to("CN").on(LocalDate.of(2026, 11, 23)));
 * }</pre>
 */
public final class Licet {
    private static final Logger LOG = LoggerFactory.getLogger(Licet.class);

    private final List<RulePack> packs;
    private final Library library;
    private final Stance stance;
    private final boolean assume;
    private final Optional<Profile> profile;
    private final Cache<Request, Decision> seen;

    private Licet(List<RulePack> packs, Library library, Stance stance, boolean assume, Optional<Profile> profile) {
        this.packs = packs;
        this.library = library;
        this.stance = stance;
        this.assume = assume;
        this.profile = profile;
        this.seen = library.memory()
                .decisions(stance, assume, profile.map(Profile::digest).orElse(""));
    }

    /**
     * With all packs on the class path.
     *
     * @return a new instance with the stance {@link Stance#AS_WRITTEN}, assumptions on
     * @throws RulePackException if there is no pack, or one is not sound
     */
    public static Licet standard() {
        return of(RulePack.bundled());
    }

    /**
     * With certain packs.
     *
     * @param packs the packs
     * @return a new instance with the stance {@link Stance#AS_WRITTEN}, assumptions on
     * @throws RulePackException if there is no pack, or they are not sound together: an unknown list or figure, two rules with one
     *     id, a rule that does not compile
     */
    public static Licet of(Collection<RulePack> packs) {
        List<RulePack> ordered =
                packs.stream().sorted(Comparator.comparing(RulePack::name)).toList();
        Licet licet = new Licet(
                ordered,
                new Library(ordered.stream().map(RulePack::contents).toList()),
                Stance.AS_WRITTEN,
                true,
                Optional.empty());
        LOG.debug("Loaded the packs {}", ordered);
        return licet;
    }

    /**
     * The same packs under another stance.
     *
     * @param stance the stance
     * @return a changed copy
     */
    public Licet under(Stance stance) {
        return new Licet(packs, library, stance, assume, profile);
    }

    /**
     * The same packs with all assumptions off: what is not stated is unknown.
     *
     * @return a changed copy
     */
    public Licet strict() {
        return new Licet(packs, library, stance, false, profile);
    }

    /**
     * The same packs with the profile of a house: its facts hold where a request states none, and what it accepts is neither an
     * assumption nor a gap any more. Under {@link #strict()} its facts hold, and it accepts nothing.
     *
     * @param profile the profile
     * @return a changed copy
     * @throws IllegalArgumentException if a fact of the profile names a list or an attestation that no loaded pack knows
     */
    public Licet with(Profile profile) {
        library.refuseUnknownNames(profile.applyTo(Request.of(
                        Map.of("model", Map.of("name", "unnamed model"), "transfer", Map.of("on", "2026-01-01"))))
                .transfer());
        return new Licet(packs, library, stance, assume, Optional.of(profile));
    }

    /**
     * The packs that were loaded, by name.
     *
     * @return the packs
     */
    public List<RulePack> packs() {
        return packs;
    }

    /**
     * Decides.
     *
     * @param model the model
     * @param transfer how it is provided
     * @return the decision
     * @throws IllegalArgumentException if the transfer names a list or an attestation that no loaded pack knows
     */
    public Decision decide(Model model, Transfer transfer) {
        return decide(new Request(model, transfer));
    }

    /**
     * Decides.
     *
     * @param request the model and how it is provided
     * @return the decision
     * @throws IllegalArgumentException if the transfer names a list or an attestation that no loaded pack knows
     */
    public Decision decide(Request request) {
        return seen.get(request, this::decideAnew);
    }

    private Decision decideAnew(Request asked) {
        Request request = profile.map(house -> house.applyTo(asked)).orElse(asked);
        library.refuseUnknownNames(request.transfer());
        PointInTimeLaw law = library.on(request.transfer().on());
        List<Variable> facts = facts(request, law);
        Evaluations evaluations = law.evaluations(facts);
        Map<Stance, Map<Layer, Outcome>> evaluated = evaluations.outcomes();
        Missing missing = law.missing(request, !assume, accepted(request));
        Map<Stance, Map<Layer, Outcome>> layers = missing.outcomes(evaluated);
        return new Decision(
                request,
                stance,
                !assume,
                layers,
                evaluated,
                missing.notApplicable(evaluated),
                missing.gaps(layers.getOrDefault(stance, Map.of())),
                profile.map(house -> applied(house, request, facts, missing)),
                new Lazy<>(() -> new Reasoning(request, stance, library, facts, evaluations, missing)));
    }

    private List<Acceptance> accepted(Request request) {
        return assume ? profile.map(house -> house.on(request.transfer().on())).orElse(List.of()) : List.of();
    }

    private AppliedProfile applied(Profile house, Request request, List<Variable> facts, Missing missing) {
        List<Acceptance> used = accepted(request).stream()
                .filter(each -> each.layer().isPresent()
                        ? missing.accepted().contains(each)
                        : facts.stream()
                                .anyMatch(fact ->
                                        fact.accepted() && fact.type().field().equals(each.name())))
                .toList();
        return new AppliedProfile(house.name(), house.version(), house.digest(), used);
    }

    private Map<Layer, Outcome> layers(Request request, PointInTimeLaw law) {
        return law.missing(request, !assume, accepted(request))
                .outcomes(law.outcomes(facts(request, law)))
                .getOrDefault(stance, Map.of());
    }

    /**
     * The manifest of the law of a day: the packs, lists, figures and rules, with titles, citations, days and conditions. Records of
     * decisions name it by its digest. It is the same for all days until the next legal change.
     *
     * @param day the day
     * @return the manifest
     */
    public Manifest manifest(LocalDate day) {
        return library.manifest(library.on(day));
    }

    /**
     * Decides many, in their order, on all cores.
     *
     * <p>The stream is lazy: requests are read by the thread that consumes the decisions, as it consumes them, and at most some
     * hundred times the number of cores ahead of it; so memory does not grow with their number, and a consumer that stops ends the
     * reading. That thread works too; the others are those of {@link java.util.concurrent.ForkJoinPool#commonPool()}, and none is
     * left behind. As with {@link Stream#iterator()}, what one {@code flatMap} of the source unfolds is held at once.
     *
     * <p>What is thrown for a request, or by the source, is thrown in place of its decision, after all decisions before it; an
     * {@link Stream#iterator()} of the decisions can go on with the next request.
     *
     * @param requests the requests; closed when the decisions are
     * @return a decision for each request; it throws IllegalArgumentException where {@link #decide(Request)} does
     */
    public Stream<Decision> decideAll(Stream<Request> requests) {
        return inOrder(requests, this::decide);
    }

    /**
     * Does one work for each of many, in their order, on all cores; lazy, and with errors in their place, as
     * {@link #decideAll(Stream)} is. For work around a decision, such as reading requests and writing records, where that
     * takes as long as deciding.
     *
     * @param items the items; closed when the results are
     * @param work the work, done by several threads at once
     * @param <T> what an item is
     * @param <R> what becomes of it
     * @return a result for each item; it throws what the work throws
     */
    public static <T, R> Stream<R> inOrder(Stream<T> items, Function<? super T, ? extends R> work) {
        return InOrder.map(items, work);
    }

    /**
     * Decides a recorded decision again: under its stance, with or without assumptions as it was.
     *
     * @param record the record as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @return the decision of now, and in what its record differs
     * @throws IllegalArgumentException if it is no record of this version, what was asked cannot be read, or it names a list or an
     *     attestation that no loaded pack knows
     */
    public Replay replay(Map<String, ?> record) {
        return replay(record, List.of());
    }

    /**
     * Decides a recorded decision again, and compares the law of then with that of now, if they differ.
     *
     * @param record the record as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @param manifests the manifests of laws; if there are some, the law of the record must be among them
     * @return the decision of now, and in what its record and its law differ
     * @throws IllegalArgumentException if it is no record of this version, the law of the record is not among the manifests, what was
     *     asked cannot be read, or it names a list or an attestation that no loaded pack knows
     */
    public Replay replay(Map<String, ?> record, Collection<Manifest> manifests) {
        Recorded recorded = Recorded.of(record, manifests);
        var then = new Licet(packs, library, recorded.stance(), !recorded.strict(), recorded.profile());
        Decision decision = then.decide(recorded.request());
        return new Replay(
                decision,
                recorded.differences(
                        decision.record(),
                        () -> manifest(decision.request().transfer().on())));
    }

    /**
     * Decides many recorded decisions again, in their order, on all cores; lazy, and with errors in their place, as
     * {@link #decideAll(Stream)} is.
     *
     * @param records the records, each as a tree; closed when the replays are
     * @return a replay for each record; it throws IllegalArgumentException where {@link #replay(Map)} does
     */
    public Stream<Replay> replayAll(Stream<? extends Map<String, ?>> records) {
        return inOrder(records, this::replay);
    }

    /**
     * Decides for every country where a model may go.
     *
     * @param model the model
     * @param transfer how it is provided; its destination is replaced by each country, its region stays for its own country alone
     * @return the decision for each country
     * @throws IllegalArgumentException if the transfer names a list or an attestation that no loaded pack knows
     */
    public WorldMap map(Model model, Transfer transfer) {
        var decisions = new TreeMap<Country, Decision>();
        inOrder(Country.all().stream(), country -> decide(model, transfer.goingTo(country)))
                .forEach(decision -> decisions.put(
                        decision.request().transfer().destination().value().orElseThrow(), decision));
        return new WorldMap(decisions);
    }

    /**
     * The rules that came near to a decision without having a say in it: those that a stated fact does not meet, nearest first,
     * which is those that miss on the fewest facts, and among these those of which the most is met.
     *
     * @param decision a decision of these packs
     * @return the rules that would bind under the stance of the decision, each with what it misses
     */
    public List<WhyNot> whyNot(Decision decision) {
        return nearMisses(decision).all();
    }

    /**
     * Why a rule does not apply in a decision.
     *
     * @param decision a decision of these packs
     * @param rule the rule's id
     * @return the reason
     * @throws IllegalArgumentException if no loaded pack has the rule
     */
    public WhyNot whyNot(Decision decision, String rule) {
        RuleFile file = library.rules().get(rule);
        if (file == null) {
            throw new IllegalArgumentException("The rule (%s) is in no loaded pack.\nMaybe one of %s is meant."
                    .formatted(rule, library.rulesLike(rule)));
        }
        RuleInForce inForce =
                library.on(decision.request().transfer().on()).rules().get(rule);
        if (inForce == null) {
            return new WhyNot(file.rule(), WhyNot.Reason.NOT_IN_FORCE, List.of());
        }
        Set<String> excepted = decision.findings().stream()
                .filter(Finding::excepted)
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
        return nearMisses(decision).whyNot(inForce, excepted);
    }

    /**
     * The smallest changes of the facts of a decision that lead to a milder outcome, by lawful levers alone: something attested or
     * published, another place, recipient or way, more information. One field is changed at a time, then two.
     *
     * @param decision a decision of these packs
     * @return the changes; none if the outcome is {@link Outcome#PERMITTED} or nothing was found
     */
    public Changes changes(Decision decision) {
        return changes(decision, false);
    }

    /**
     * The smallest changes of the facts of a decision that lead to a milder outcome.
     *
     * @param decision a decision of these packs
     * @param hypotheticals whether to change facts too that are what they are, such as origin, seat or past training; what comes
     *     back says that this was asked for
     * @return the changes; none if the outcome is {@link Outcome#PERMITTED} or nothing was found
     */
    public Changes changes(Decision decision, boolean hypotheticals) {
        PointInTimeLaw law = library.on(decision.request().transfer().on());
        return new Counterfactuals(
                        law,
                        facts(decision.request(), law),
                        decision,
                        hypotheticals,
                        request -> under(decision.stance()).layers(request, law))
                .find();
    }

    private NearMisses nearMisses(Decision decision) {
        PointInTimeLaw law = library.on(decision.request().transfer().on());
        return new NearMisses(law, decision.stance(), facts(decision.request(), law));
    }

    private List<Variable> facts(Request request, PointInTimeLaw law) {
        Set<String> accepted = accepted(request).stream()
                .filter(each -> each.layer().isEmpty())
                .map(Acceptance::name)
                .collect(Collectors.toSet());
        return Facts.of(request, law, assume, accepted);
    }

    /**
     * Decides one request over time. Only days on which a rule, a list or a figure changes are decided; the days between are as the
     * day before.
     *
     * @param request the request; its own day does not matter
     * @param from the first day
     * @param until the day on which it ends, itself outside
     * @return the stretches of days with one answer
     * @throws IllegalArgumentException if no day lies between, or the transfer names a list or an attestation that no loaded pack
     *     knows
     */
    public Timeline timeline(Request request, LocalDate from, LocalDate until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "No day lies between the days (%s) and (%s), the second outside.\n".formatted(from, until)
                            + "Maybe the two are changed over.");
        }
        var starts = new ArrayList<>(List.of(from));
        starts.addAll(library.days().subSet(from, false, until, false));
        var different = new ArrayList<Decision>();
        for (LocalDate day : starts) {
            Decision decision = decide(request.model(), request.transfer().takingPlaceOn(day));
            if (different.isEmpty() || !different.get(different.size() - 1).sameAnswer(decision)) {
                different.add(decision);
            }
        }
        var spans = new ArrayList<Timeline.Span>();
        for (int i = 0; i < different.size(); i++) {
            Decision decision = different.get(i);
            LocalDate end = i + 1 < different.size()
                    ? different.get(i + 1).request().transfer().on()
                    : until;
            List<LegalChange> causes =
                    i == 0 ? List.of() : library.legalChanges().between(different.get(i - 1), decision);
            spans.add(new Timeline.Span(decision.request().transfer().on(), end, decision, causes));
        }
        return new Timeline(different.get(0).request(), from, until, spans);
    }
}
