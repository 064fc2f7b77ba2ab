package dev.licet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.answer.Replay;
import dev.licet.facts.EndUse;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.pack.PackContents;
import dev.licet.request.Compute;
import dev.licet.request.Country;
import dev.licet.request.FactValue;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import dev.licet.verify.Verification;
import dev.licet.vocabulary.FactType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares decisions with a count of all completions of the open facts, made without the engine, and the matches that they rest
 * on with those of plain Drools.
 *
 * <p>Each generated rule is made twice: as a rule file, and as a predicate on complete facts. The oracle knows only the
 * predicates and the definitions: what is definite, what is excepted, what could make a layer stricter.
 */
class CompletionsPropertyTest {

    private static final int PAIRS =
            Integer.getInteger("licet.pairs", Boolean.getBoolean("licet.long") ? 20_000 : 1_500);
    private static final int PACKS = Math.min(120, Math.max(1, PAIRS / 50));
    private static final long SEED = Long.getLong("licet.seed", 20261123);
    private static final int MOST_COMPLETIONS = 4_000;

    /** A joint model of developers in all countries, or in all but one. */
    private static final String SEVERAL = "several countries at once";

    private static final String BUT = ", not ";

    private static final List<String> COUNTRIES = List.of("CN", "RU", "GB", "US", "BR", "JP");
    private static final Map<String, Set<String>> COUNTRY_LISTS =
            Map.of("t.north", Set.of("CN", "RU", "GB"), "t.south", Set.of("BR", "CN"), "t.one", Set.of("US"));
    private static final Map<String, Double> FIGURES = Map.of("t.small", 1e20, "t.large", 1e26);
    private static final List<Double> COUNTS = List.of(0.0, 1e20, 5e25, 1e26, 1e27);
    private static final List<String> PARTY_LISTS = List.of("t.bad", "t.worse");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2024, 6, 1), LocalDate.of(2025, 6, 1), LocalDate.of(2026, 6, 1));

    /** The facts that the generated rules ask for. */
    private enum Fact {
        TRANSFER_KIND(FactType.ARTIFACT),
        RELEASE(FactType.PUBLICATION),
        ORIGIN(FactType.ORIGIN),
        OPERATIONS(FactType.TRAINING),
        DESTINATION(FactType.DESTINATION),
        HEADQUARTERS(FactType.HEADQUARTERS),
        LISTS(FactType.RECIPIENT),
        END_USE(FactType.PURPOSE),
        OFFER(FactType.PUBLIC_OFFER);

        private final FactType type;

        Fact(FactType type) {
            this.type = type;
        }

        List<?> domain() {
            return switch (this) {
                case TRANSFER_KIND -> List.of(TransferKind.values());
                case RELEASE -> List.of(Release.values());
                case ORIGIN ->
                    Stream.of(
                                    COUNTRIES.stream(),
                                    Stream.of(SEVERAL),
                                    COUNTRIES.stream().map(country -> SEVERAL + BUT + country))
                            .flatMap(values -> values)
                            .toList();
                case DESTINATION, HEADQUARTERS -> COUNTRIES;
                case OPERATIONS -> COUNTS;
                case LISTS -> List.of(Set.of(), Set.of("t.bad"), Set.of("t.worse"), Set.of("t.bad", "t.worse"));
                case END_USE -> List.of(EndUse.values());
                case OFFER -> List.of(false, true);
            };
        }
    }

    private record Pattern(Fact fact, String drl, Predicate<Object> holds) {}

    private record Made(
            String id,
            Layer layer,
            Optional<LocalDate> until,
            Status status,
            Effect effect,
            String exceptions,
            boolean obligation,
            List<Pattern> patterns) {

        boolean fires(Map<Fact, Object> completion) {
            return patterns.stream().allMatch(p -> p.holds().test(completion.get(p.fact())));
        }

        boolean inForce(LocalDate day) {
            return until.map(day::isBefore).orElse(true);
        }

        Status on(LocalDate day) {
            return day.isBefore(DAYS.get(1)) ? Status.IN_FORCE : status;
        }

        String file() {
            String verb = !exceptions.isEmpty()
                    ? "findings.except( \"" + exceptions + "\", \"x\"" + (obligation ? ", \"do\"" : "") + " );"
                    : switch (effect) {
                        case PROHIBIT -> "findings.prohibit( \"x\" );";
                        case REQUIRE_LICENSE -> "findings.requireLicense( ReviewPolicy.CASE_BY_CASE, \"x\" );";
                        case FLAG -> "findings.flag( \"x\" );";
                        case IMPOSE -> "findings.impose( \"do\", \"x\" );";
                    };
            String window = until.map(day -> "@until( \"" + day + "\" )\n").orElse("");
            String said =
                    status == Status.IN_FORCE ? "" : "@status( \"" + status + " since " + DAYS.get(1) + ": y\" )\n";
            return "package licet.t\nimport dev.licet.facts.*\nglobal dev.licet.facts.Findings findings\n"
                    + "rule \"" + id + "\"\n@title( \"t\" ) @cite( \"c\" ) @source( \"https://licet.dev\" )\n"
                    + "@since( \"2024-01-01\" ) @confidence( \"A\" ) @layer( \"" + layer + "\" )\n" + window
                    + said
                    + "when\n"
                    + patterns.stream()
                            .map(p -> "  " + p.drl().replace("Destination( ", "Destination( $to : country, ") + "\n")
                            .collect(Collectors.joining())
                    + "then\n  "
                    + (patterns.stream().anyMatch(p -> p.fact() == Fact.DESTINATION)
                            ? verb.replace("\"x\"", "\"x \" + $to")
                            : verb)
                    + "\nend\n";
        }
    }

    /** What is said of one fact: its base value, if it has one, and all values it could have. */
    private record Said(Optional<Object> base, boolean stated, List<?> values) {}

    private record Asked(Request request, Map<Fact, Said> facts) {}

    private final Random random = new Random(SEED);

    @Test
    void decisions_equal_the_count_of_all_completions(@TempDir Path folder) throws IOException {
        int pairs = 0;
        int matches = 0;
        int recorded = 0;
        var seen = new TreeMap<String, Integer>();
        for (int p = 0; pairs < PAIRS; p++) {
            List<Made> rules = pack();
            RulePack pack = write(folder.resolve("t" + p).resolve("t"), rules);
            Licet licet = Licet.of(List.of(pack));
            var plain =
                    new PlainDrools(PackContents.folder(folder.resolve("t" + p).resolve("t")));
            Set<Fact> used = EnumSet.noneOf(Fact.class);
            rules.forEach(rule -> rule.patterns().forEach(pattern -> used.add(pattern.fact())));
            for (int i = 0; i < Math.max(1, PAIRS / PACKS) && pairs < PAIRS; i++) {
                LocalDate day = pick(DAYS);
                boolean assume = random.nextInt(8) > 0;
                Stance stance = pick(List.of(Stance.values()));
                Asked asked = ask(day, assume, used);
                Licet asking = (assume ? licet : licet.strict()).under(stance);
                Decision decision = asking.decide(asked.request());
                compare(decision, rules, asked, day, stance);
                if (i % 2 == 0) {
                    recorded += replayed(licet, decision, i % 20 == 0) ? 1 : 0;
                }
                if (i % 10 == 0) {
                    matches += plain.compare(asked.request(), assume);
                }
                seen.merge(decision.outcome().name(), 1, Integer::sum);
                seen.merge(decision.questions().isEmpty() ? "without questions" : "with questions", 1, Integer::sum);
                seen.merge(
                        decision.assumptions().isEmpty() ? "without assumptions" : "with assumptions", 1, Integer::sum);
                pairs++;
            }
        }
        System.out.println("Compared " + pairs + " pairs of pack and request: " + seen + ", and " + matches
                + " matches of plain Drools");
        assertThat(matches).isGreaterThan(pairs / 10);
        assertThat(recorded).isGreaterThanOrEqualTo(pairs / 2);
        assertThat(seen.keySet())
                .contains("PERMITTED", "CONDITIONAL", "UNDETERMINED", "LICENSE_REQUIRED", "PROHIBITED");
        assertThat(seen.get("with questions")).isGreaterThan(pairs / 20);
        assertThat(seen.get("with assumptions")).isGreaterThan(pairs / 20);
    }

    /** The record of a decision holds for the second reader, and comes out again whatever instance is asked. */
    private static boolean replayed(Licet licet, Decision decision, boolean toTheByte) {
        Map<String, Object> record = decision.record();
        Verification found = Verification.of(
                record, List.of(licet.manifest(decision.request().transfer().on())));
        Replay replay = licet.replay(record);
        if (!found.holds() || !replay.equal()) {
            throw new AssertionError("%s %s %s".formatted(found.faults(), replay.differences(), decision.toJson()));
        }
        return !toTheByte || replay.decision().toJson().equals(decision.toJson());
    }

    private void compare(Decision decision, List<Made> rules, Asked asked, LocalDate day, Stance stance) {
        var expected = new Oracle(rules, asked, day);
        String told = "seed %d\n%s\n%s"
                .formatted(
                        SEED,
                        rules.stream().map(Made::file).collect(Collectors.joining("\n")),
                        decision.request().document());
        for (Stance each : List.of(stance == Stance.AS_WRITTEN ? Stance.AS_ENFORCED : Stance.AS_WRITTEN, stance)) {
            assertThat(decision.layers().get(each))
                    .as("layers %s\n%s", each, told)
                    .isEqualTo(expected.layers(each));
        }
        assertThat(decision.questions().stream().map(Question::fact).collect(Collectors.toSet()))
                .as("questions\n%s", told)
                .isEqualTo(expected.questions);
        var assumptions = new TreeMap<String, Set<String>>();
        decision.assumptions()
                .forEach(assumption -> assumptions.put(
                        assumption.fact(),
                        assumption.noneOf().stream()
                                .map(FactValue::toString)
                                .collect(Collectors.toCollection(TreeSet::new))));
        assumptions.forEach((fact, shown) -> assertThat(expected.assumptions.getOrDefault(fact, Set.of()))
                .as("%s in %s is assumed\n%s", fact, expected.assumptions, told)
                .isNotEmpty());
        expected.provisosAlone.forEach((fact, values) -> assertThat(values)
                .as("values of %s in %s\n%s", fact, assumptions.get(fact), told)
                .allMatch(value ->
                        assumptions.getOrDefault(fact, Set.of()).stream().anyMatch(shown -> covers(shown, value))));
        Set<String> definite = new TreeSet<>();
        for (Finding finding : decision.findings()) {
            if (finding.status().binds(stance)) {
                definite.add((finding.excepted() ? "~" : "") + finding.rule().id());
            }
        }
        assertThat(definite).as("findings\n%s", told).isEqualTo(expected.definite);
        expected.refuseWrongYes(decision, assumptions, told);
    }

    /** Whether a value as shown, a band of compute perhaps, covers a single value. */
    private static boolean covers(String shown, String value) {
        if (!shown.contains("fewer") && !shown.contains("or more")) {
            return Set.of(value.split(", ")).containsAll(Set.of(shown.split(", ")));
        }
        double count = Double.parseDouble(value);
        boolean enough = !shown.contains(" or more") || count >= Double.parseDouble(shown.split(" ")[0]);
        boolean few = !shown.contains("fewer than ") || count < Double.parseDouble(shown.split("fewer than ")[1]);
        return enough && few;
    }

    /** The definitions, counted out over every complete set of facts. */
    private static final class Oracle {
        private final List<Made> rules;
        private final Map<Fact, Said> facts;
        private final LocalDate day;
        private final Set<Layer> declared;
        private final List<Map<Fact, Object>> all = new ArrayList<>();
        private Set<String> questions = new TreeSet<>();
        private Map<String, Set<String>> assumptions = new TreeMap<>();
        private Map<String, Set<String>> provisosAlone = new TreeMap<>();
        private Set<String> definite = new TreeSet<>();

        Oracle(List<Made> rules, Asked asked, LocalDate day) {
            this.rules = rules.stream().filter(rule -> rule.inForce(day)).toList();
            this.day = day;
            this.declared = rules.stream().map(Made::layer).collect(Collectors.toSet());
            this.facts = asked.facts();
            complete(List.copyOf(facts.keySet()), 0, new EnumMap<>(Fact.class), all::add);
        }

        private void complete(List<Fact> order, int i, Map<Fact, Object> at, Consumer<Map<Fact, Object>> visit) {
            if (i == order.size()) {
                visit.accept(new EnumMap<>(at));
                return;
            }
            for (Object value : facts.get(order.get(i)).values()) {
                at.put(order.get(i), value);
                complete(order, i + 1, at, visit);
            }
            at.remove(order.get(i));
        }

        private boolean asAssumed(Map<Fact, Object> completion) {
            return facts.entrySet().stream()
                    .allMatch(fact -> fact.getValue()
                            .base()
                            .map(completion.get(fact.getKey())::equals)
                            .orElse(true));
        }

        private List<Made> exceptions(Made rule, Stance stance) {
            return rules.stream()
                    .filter(exception -> exception.exceptions().equals(rule.id())
                            && exception.on(day).binds(stance))
                    .toList();
        }

        private boolean applies(Made rule, Map<Fact, Object> completion, Stance stance) {
            return rule.fires(completion) && !excepted(rule::fires, completion, exceptions(rule, stance));
        }

        /** An exception on what is only assumed removes nothing: exceptions must fire whatever the facts are that are as assumed. */
        private boolean excepted(
                Predicate<Map<Fact, Object>> fires, Map<Fact, Object> completion, List<Made> exceptions) {
            if (exceptions.stream().noneMatch(exception -> exception.fires(completion))) {
                return false;
            }
            List<Fact> resting = facts.keySet().stream()
                    .filter(fact -> !facts.get(fact).stated() && isBase(fact, completion))
                    .toList();
            var all = new ArrayList<Map<Fact, Object>>();
            complete(resting, 0, new EnumMap<>(completion), all::add);
            return all.stream()
                    .filter(fires)
                    .allMatch(each -> exceptions.stream().anyMatch(exception -> exception.fires(each)));
        }

        Map<Layer, Outcome> layers(Stance stance) {
            questions = new TreeSet<>();
            assumptions = new TreeMap<>();
            provisosAlone = new TreeMap<>();
            definite = new TreeSet<>();
            var layers = new EnumMap<Layer, Outcome>(Layer.class);
            declared.forEach(layer -> layers.put(layer, Outcome.PERMITTED));
            layers.replaceAll((layer, none) -> layer(layer, stance));
            return layers;
        }

        /** Something that stands on some completions and not on others. */
        private record Standing(Outcome effect, Predicate<Map<Fact, Object>> on, boolean settled) {}

        private List<Standing> standings(Layer layer, Stance stance) {
            List<Map<Fact, Object>> assumed =
                    all.stream().filter(this::asAssumed).toList();
            var standings = new ArrayList<Standing>();
            for (Made rule : rules) {
                if (rule.layer() != layer
                        || !rule.exceptions().isEmpty()
                        || !rule.on(day).binds(stance)) {
                    continue;
                }
                List<Made> exceptions = exceptions(rule, stance);
                boolean fires = assumed.stream().allMatch(rule::fires);
                boolean excepted = assumed.stream().allMatch(c -> excepted(rule::fires, c, exceptions));
                if (fires) {
                    definite.add((excepted ? "~" : "") + rule.id());
                }
                standings.add(new Standing(rule.effect().outcome(), c -> applies(rule, c, stance), fires && !excepted));
                for (Made exception : exceptions) {
                    if (exception.obligation()) {
                        List<Made> free = exceptions.stream()
                                .filter(other -> !other.obligation())
                                .toList();
                        Predicate<Map<Fact, Object>> both = c -> rule.fires(c) && exception.fires(c);
                        boolean always = assumed.stream().allMatch(both);
                        boolean without = assumed.stream().allMatch(c -> excepted(both, c, free));
                        standings.add(new Standing(
                                Outcome.CONDITIONAL,
                                c -> both.test(c) && !excepted(both, c, free),
                                always && !without));
                    }
                }
            }
            return standings;
        }

        private Outcome layer(Layer layer, Stance stance) {
            List<Standing> standings = standings(layer, stance);
            Outcome settled = standings.stream()
                    .filter(Standing::settled)
                    .map(Standing::effect)
                    .reduce(Outcome.PERMITTED, Outcome::strictest);
            Outcome outcome = settled;
            for (Standing standing : standings) {
                boolean further = standing.effect() == Outcome.CONDITIONAL && settled == Outcome.CONDITIONAL;
                if (standing.settled() || !standing.effect().stricterThan(settled) && !further) {
                    continue;
                }
                Set<String> asks = new TreeSet<>();
                Map<String, Set<String>> rests = new TreeMap<>();
                for (Map<Fact, Object> completion : all) {
                    if (standing.on().test(completion)) {
                        turningFacts(standing.on(), completion, asks, rests);
                    }
                }
                questions.addAll(asks);
                rests.forEach((fact, values) -> assumptions
                        .computeIfAbsent(fact, none -> new TreeSet<>())
                        .addAll(values));
                if (!asks.isEmpty() && !further) {
                    outcome = outcome.strictest(Outcome.UNDETERMINED);
                }
                if (!rests.isEmpty()) {
                    outcome = outcome.strictest(Outcome.CONDITIONAL);
                }
            }
            return outcome;
        }

        private void turningFacts(
                Predicate<Map<Fact, Object>> stands,
                Map<Fact, Object> completion,
                Set<String> asks,
                Map<String, Set<String>> rests) {
            boolean asAssumed = asAssumed(completion);
            facts.forEach((fact, said) -> {
                Map<Fact, Object> other = new EnumMap<>(completion);
                if (said.base().isEmpty() && asAssumed) {
                    for (Object value : said.values()) {
                        other.put(fact, value);
                        if (!stands.test(other)) {
                            asks.add(fact.type.label());
                        }
                    }
                } else if (said.base().isPresent() && !said.base().get().equals(completion.get(fact))) {
                    other.put(fact, said.base().get());
                    if (!stands.test(other)) {
                        String value = word(completion.get(fact));
                        rests.computeIfAbsent(fact.type.label(), none -> new TreeSet<>())
                                .add(value);
                        if (asAssumed(other)) {
                            provisosAlone
                                    .computeIfAbsent(fact.type.label(), none -> new TreeSet<>())
                                    .add(value);
                        }
                    }
                }
            });
        }

        private boolean isBase(Fact fact, Map<Fact, Object> completion) {
            return facts.get(fact).base().map(completion.get(fact)::equals).orElse(false);
        }

        private static String word(Object value) {
            return switch (String.valueOf(value)) {
                case "true" -> "yes";
                case "false" -> "no";
                case "[]" -> "on none of the lists";
                default ->
                    value instanceof Set<?> set
                            ? set.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
                            : String.valueOf(value);
            };
        }

        /** Permitted must hold in every completion; conditional in every completion that keeps the assumptions. */
        void refuseWrongYes(Decision decision, Map<String, Set<String>> shown, String told) {
            Outcome answer = decision.outcome();
            if (answer.stricterThan(Outcome.CONDITIONAL)) {
                return;
            }
            for (Map<Fact, Object> completion : all) {
                boolean kept = facts.keySet().stream()
                        .noneMatch(fact -> !isBase(fact, completion)
                                && shown.getOrDefault(fact.type.label(), Set.of()).stream()
                                        .anyMatch(value -> covers(value, word(completion.get(fact)))));
                for (Made rule : rules) {
                    if (rule.exceptions().isEmpty() && rule.on(day).binds(decision.stance())) {
                        boolean stricter = rule.effect().outcome().stricterThan(answer);
                        boolean stands = applies(rule, completion, decision.stance());
                        List<Made> exceptions = exceptions(rule, decision.stance());
                        boolean obligation = answer == Outcome.PERMITTED
                                && rule.fires(completion)
                                && exceptions.stream()
                                        .anyMatch(exception -> exception.obligation() && exception.fires(completion))
                                && exceptions.stream()
                                        .noneMatch(exception -> !exception.obligation() && exception.fires(completion));
                        assertThat(obligation)
                                .as("PERMITTED, yet an obligation of %s on %s\n%s", rule.id(), completion, told)
                                .isFalse();
                        assertThat(kept && stricter && stands)
                                .as("%s, yet %s stands on %s\n%s", answer, rule.id(), completion, told)
                                .isFalse();
                    }
                }
            }
        }
    }

    private List<Made> pack() {
        var rules = new ArrayList<Made>();
        int findings = 2 + random.nextInt(4);
        for (int i = 0; i < findings; i++) {
            rules.add(made("t.rule" + i, pick(List.of(Effect.values())), ""));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            rules.add(made("t.exception" + i, Effect.IMPOSE, "t.rule" + random.nextInt(findings)));
        }
        return rules;
    }

    private Made made(String id, Effect effect, String exceptions) {
        var patterns = new TreeMap<Fact, Pattern>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Pattern pattern = pattern(pick(List.of(Fact.values())));
            patterns.put(pattern.fact(), pattern);
        }
        return new Made(
                id,
                pick(List.of(Layer.EXPORT_LAW, Layer.PROVIDER_TERMS)),
                random.nextInt(5) == 0 ? Optional.of(DAYS.get(2)) : Optional.empty(),
                random.nextInt(2) == 0 ? Status.IN_FORCE : pick(List.of(Status.values())),
                effect,
                exceptions,
                random.nextBoolean(),
                List.copyOf(patterns.values()));
    }

    private Pattern pattern(Fact fact) {
        return switch (fact) {
            case TRANSFER_KIND ->
                constant(
                        fact,
                        "Artifact",
                        "kind",
                        pick(List.of(TransferKind.values())),
                        pick(List.of(TransferKind.values())));
            case END_USE ->
                constant(fact, "Purpose", "endUse", pick(List.of(EndUse.values())), pick(List.of(EndUse.values())));
            case RELEASE -> release();
            case ORIGIN, DESTINATION, HEADQUARTERS -> place(fact);
            case OPERATIONS -> {
                String figure = pick(List.copyOf(new TreeSet<>(FIGURES.keySet())));
                yield negated(fact, "Training", "reaches(\"" + figure + "\")", v -> (Double) v >= FIGURES.get(figure));
            }
            case LISTS -> {
                String list = pick(PARTY_LISTS);
                yield new Pattern(fact, "Recipient( on(\"" + list + "\") )", v -> ((Set<?>) v).contains(list));
            }
            case OFFER -> negated(fact, "PublicOffer", "offered", v -> (Boolean) v);
        };
    }

    private Pattern release() {
        return switch (random.nextInt(4)) {
            case 0 -> negated(Fact.RELEASE, "Publication", "published", v -> v == Release.WEIGHTS_PUBLIC);
            case 1 ->
                negated(
                        Fact.RELEASE,
                        "Publication",
                        "gated",
                        v -> v == Release.WEIGHTS_GATED_AUTO || v == Release.WEIGHTS_GATED_MANUAL);
            case 2 ->
                constant(
                        Fact.RELEASE,
                        "Publication",
                        "release",
                        pick(List.of(Release.values())),
                        pick(List.of(Release.values())));
            default ->
                negated(
                        Fact.RELEASE,
                        "Publication",
                        "closed",
                        v -> ((Release) v).compareTo(Release.WEIGHTS_GATED_MANUAL) < 0);
        };
    }

    private Pattern place(Fact fact) {
        String pattern = fact == Fact.ORIGIN ? "Origin" : fact == Fact.DESTINATION ? "Destination" : "Headquarters";
        String list = pick(List.copyOf(new TreeSet<>(COUNTRY_LISTS.keySet())));
        String country = pick(COUNTRIES);
        String is = (fact == Fact.ORIGIN ? "includes" : "is") + "(\"" + country + "\")";
        String on = "on(\"" + list + "\")";
        Predicate<Object> listed = v -> members(v).stream().anyMatch(COUNTRY_LISTS.get(list)::contains);
        Predicate<Object> same = v -> members(v).contains(country);
        return switch (random.nextInt(5)) {
            case 0 -> negated(fact, pattern, is, same);
            case 1 -> new Pattern(fact, pattern + "( " + on + " || " + is + " )", listed.or(same));
            case 2 -> new Pattern(fact, pattern + "( " + on + ", !" + is + " )", listed.and(same.negate()));
            case 3 ->
                fact == Fact.ORIGIN
                        ? negated(fact, pattern, on, listed)
                        : new Pattern(fact, pattern + "( $c" + fact.ordinal() + " : country )", v -> true);
            default -> negated(fact, pattern, on, listed);
        };
    }

    private static List<String> members(Object value) {
        String origin = value.toString();
        return !origin.startsWith(SEVERAL)
                ? List.of(origin)
                : COUNTRIES.stream()
                        .filter(code -> !origin.endsWith(BUT + code))
                        .toList();
    }

    private Pattern negated(Fact fact, String pattern, String test, Predicate<Object> holds) {
        boolean not = random.nextBoolean();
        return new Pattern(fact, pattern + "( " + (not ? "!" : "") + test + " )", not ? holds.negate() : holds);
    }

    private <E extends Enum<E>> Pattern constant(Fact fact, String pattern, String member, E one, E other) {
        String name = one.getDeclaringClass().getSimpleName() + ".";
        return switch (random.nextInt(3)) {
            case 0 -> new Pattern(fact, "%s( %s == %s%s )".formatted(pattern, member, name, one), v -> v == one);
            case 1 -> new Pattern(fact, "%s( %s != %s%s )".formatted(pattern, member, name, one), v -> v != one);
            default ->
                new Pattern(
                        fact,
                        "%s( %s in (%s%s, %s%s) )".formatted(pattern, member, name, one, name, other),
                        v -> v == one || v == other);
        };
    }

    /** A request in which each fact is stated, unstated or unknown, with few enough completions to count. */
    private Asked ask(LocalDate day, boolean assume, Set<Fact> used) {
        while (true) {
            Asked asked = request(day, assume, used);
            long completions = asked.facts().values().stream()
                    .mapToLong(said -> said.values().size())
                    .reduce(1, (one, other) -> one * other);
            if (completions <= MOST_COMPLETIONS) {
                return asked;
            }
        }
    }

    private Asked request(LocalDate day, boolean assume, Set<Fact> used) {
        var facts = new EnumMap<Fact, Said>(Fact.class);
        Given<TransferKind> kind = say(facts, Fact.TRANSFER_KIND, Optional.empty(), assume);
        Given<Release> release = say(facts, Fact.RELEASE, Optional.empty(), assume);
        Given<String> origin = say(facts, Fact.ORIGIN, Optional.empty(), assume);
        Given<Double> compute = say(facts, Fact.OPERATIONS, Optional.empty(), assume);
        Given<String> destination = say(facts, Fact.DESTINATION, Optional.empty(), assume);
        Given<String> headquarters =
                say(facts, Fact.HEADQUARTERS, destination.value().map(Object.class::cast), assume);
        Given<Set<String>> lists = say(facts, Fact.LISTS, Optional.of(Set.of()), assume);
        Given<EndUse> endUse = say(facts, Fact.END_USE, Optional.of(EndUse.CIVIL), assume);
        Given<Boolean> offer = say(facts, Fact.OFFER, Optional.of(false), assume);
        facts.keySet().retainAll(used);
        var model = Model.named("m")
                .release(release)
                .trainingCompute(compute.map(Compute::of))
                .lineage(List.of());
        origin.value().ifPresent(value -> members(value).forEach(code -> model.developer("d", code)));
        if (origin.value().isEmpty() && !origin.isUnstated()) {
            model.developersUnknown();
        }
        Party recipient =
                Party.named("r").headquarteredIn(headquarters.map(Country::of)).screened(lists);
        if (lists.value().isPresent()) {
            recipient = recipient.screenedAgainst("t.bad", "t.worse");
        }
        Transfer transfer = Transfer.of(kind)
                .to(destination.map(Country::of))
                .recipient(recipient)
                .endUse(endUse)
                .offeredToPublic(offer)
                .on(day);
        return new Asked(new Request(model.build(), transfer), facts);
    }

    @SuppressWarnings("unchecked")
    private <T> Given<T> say(Map<Fact, Said> facts, Fact fact, Optional<Object> assumption, boolean assume) {
        List<?> domain = fact.domain();
        int dice = random.nextInt(10);
        if (dice < 5) {
            Object value = pick(domain);
            facts.put(fact, new Said(Optional.of(value), true, List.of(value)));
            return Given.of((T) value);
        }
        boolean unstated = dice < 8;
        facts.put(fact, new Said(unstated && assume ? assumption : Optional.empty(), false, domain));
        return unstated ? Given.unstated() : Given.unknown();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static RulePack write(Path folder, List<Made> rules) throws IOException {
        Files.createDirectories(folder.resolve("lists"));
        var files = new ArrayList<String>(List.of("figures.csv", "coverage.csv", "lists/bad.csv", "lists/worse.csv"));
        for (Made rule : rules) {
            String file = rule.id().substring(2) + ".drl";
            files.add(file);
            Files.writeString(folder.resolve(file), rule.file());
        }
        for (Map.Entry<String, Set<String>> list : COUNTRY_LISTS.entrySet()) {
            String file = "lists/" + list.getKey().substring(2) + ".csv";
            files.add(file);
            String rows = list.getValue().stream()
                    .map(code -> code + ",2024-01-01,,c\n")
                    .collect(Collectors.joining());
            Files.writeString(folder.resolve(file), "country,since,until,cite\n" + rows);
        }
        for (String list : PARTY_LISTS) {
            Files.writeString(
                    folder.resolve("lists/" + list.substring(2) + ".csv"),
                    "party,since,until,cite\nNobody,2024-01-01,,c\n");
        }
        Files.writeString(
                folder.resolve("figures.csv"),
                "figure,value,since,until,cite\nsmall,1e20,2024-01-01,,c\nlarge,1e26,2024-01-01,,c\n");
        Set<Layer> layers = rules.stream().map(Made::layer).collect(Collectors.toSet());
        Files.writeString(
                folder.resolve("coverage.csv"),
                "layer,holder,kinds,extent,since,until,checked,good_for,note\n"
                        + layers.stream()
                                .map(layer -> layer + ",*,ALL,WHOLE,2024-01-01,,,,t\n")
                                .collect(Collectors.joining()));
        Files.writeString(
                folder.resolve("pack.properties"),
                "title=t\nversion=1\njurisdiction=t\nauthority=EXPORT_LAW\nasOf=2026-11-23\nfiles="
                        + String.join(",", files));
        return RulePack.folder(folder);
    }
}
