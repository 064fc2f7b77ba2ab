package dev.licet;

import static dev.licet.PackFiles.FLAG;
import static dev.licet.PackFiles.IMPOSE;
import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.answer.Decision;
import dev.licet.facts.EndUse;
import dev.licet.facts.RecipientType;
import dev.licet.facts.RedFlag;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.json.CanonicalJson;
import dev.licet.law.Layer;
import dev.licet.request.Compute;
import dev.licet.request.Country;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same request, packs and day give the same bytes, whatever the thread, the locale, the zone and the order. */
class DeterminismTest {

    private static final int DISTINCT = 200;
    /** Fewer for a quick look: -Dlicet.decisions=20000. */
    private static final int DECISIONS =
            Integer.getInteger("licet.decisions", Boolean.getBoolean("licet.long") ? 100_000 : 20_000);

    private static final int THREADS = 8;

    @TempDir
    private Path temp;

    @Test
    void eightThreadsDecideAsOne() throws Exception {
        Licet licet = Licet.of(packs());
        List<Request> requests = requests();
        List<String> alone =
                requests.stream().map(request -> licet.decide(request).toJson()).toList();
        assertThat(new LinkedHashSet<>(alone)).hasSizeGreaterThan(DISTINCT * 9 / 10);
        Licet shared = Licet.of(packs());
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> tasks = IntStream.range(0, THREADS)
                    .<Callable<Integer>>mapToObj(thread -> () -> {
                        int differing = 0;
                        for (int i = 0; i < DECISIONS / THREADS; i++) {
                            int which = (i * 7 + thread * 31) % DISTINCT;
                            Decision decision = shared.decide(requests.get(which));
                            // Writing costs more than deciding: each thread writes each request's record a few times.
                            if (i < 2 * DISTINCT) {
                                differing += decision.toJson().equals(alone.get(which)) ? 0 : 1;
                            } else {
                                differing +=
                                        alone.get(which).contains("\"outcome\":\"" + decision.outcome() + "\"") ? 0 : 1;
                            }
                        }
                        return differing;
                    })
                    .toList();
            for (Future<Integer> differing : pool.invokeAll(tasks)) {
                assertThat(differing.get()).isZero();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Pacific/Kiritimati",
        "ar-EG, America/Los_Angeles",
        "ar-SA, Pacific/Kiritimati",
        "th-TH-u-nu-thai, Asia/Tehran",
        "hi-IN-u-nu-deva, UTC",
        "lt-LT, America/Los_Angeles"
    })
    void theLocaleAndTheZoneNeverShow(String locale, String zone) {
        List<Request> requests = requests().subList(0, 60);
        List<String> usual = told(Licet.of(packs()), requests);
        Locale home = Locale.getDefault();
        TimeZone here = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(told(Licet.of(packs()), requests)).isEqualTo(usual);
            assertThat(requests()).startsWith(requests.toArray(Request[]::new));
        } finally {
            Locale.setDefault(home);
            TimeZone.setDefault(here);
        }
    }

    private static List<String> told(Licet licet, List<Request> requests) {
        var told = new ArrayList<String>();
        for (Request request : requests) {
            Decision decision = licet.decide(request);
            told.add(decision.toJson());
            told.add(decision.explain());
        }
        return told;
    }

    @Test
    void theOrderOfPacksAndOfFactsNeverShows() {
        List<RulePack> turned = new ArrayList<>(packs());
        Collections.reverse(turned);
        Licet one = Licet.of(packs());
        Licet other = Licet.of(turned);
        Random random = new Random(7);
        for (Request request : requests().subList(0, 100)) {
            Request shuffled = Request.of(shuffled(request.document(), random));
            assertThat(shuffled).isEqualTo(request);
            assertThat(other.decide(shuffled).toJson())
                    .isEqualTo(one.decide(request).toJson());
        }
    }

    /** The same tree with the fields of each object in another order, and the words of each list of words. */
    private static Map<String, Object> shuffled(Map<?, ?> tree, Random random) {
        var keys = new ArrayList<Object>(tree.keySet());
        Collections.shuffle(keys, random);
        var turned = new LinkedHashMap<String, Object>();
        for (Object key : keys) {
            Object value = tree.get(key);
            if (value instanceof Map<?, ?> below) {
                value = shuffled(below, random);
            } else if (value instanceof List<?> words && words.stream().allMatch(String.class::isInstance)) {
                var mixed = new ArrayList<Object>(words);
                Collections.shuffle(mixed, random);
                value = mixed;
            }
            turned.put(key.toString(), value);
        }
        return turned;
    }

    @Test
    void theRecordIsCanonicalAndHoldsTheRequest() {
        Licet licet = Licet.of(packs());
        for (Request request : requests().subList(0, 50)) {
            Decision decision = licet.decide(request);
            String json = decision.toJson();
            assertThat(json)
                    .doesNotContain("\n")
                    .contains("\"digest\":\"sha256:")
                    .contains("\"law\":\"sha256:");
            assertThat(decision.record().get("request")).isEqualTo(request.document());
            assertThat(decision.record().get("outcome"))
                    .isEqualTo(decision.outcome().name());
            assertThat(CanonicalJson.write(decision.record())).isEqualTo(json);
        }
    }

    @Test
    void numbersAndSignsAreWrittenAsTheStandardSays() {
        var tree = new TreeMap<String, Object>();
        tree.put("n", List.of(1e26, 1e21, 1e20, 0.1, 5, 1e-7, 333333333.33333329, -0.0));
        tree.put("s", "\u20ac$\u000f\nA'B\"\\\u2028\u0001/");
        tree.put("e", Map.of());
        tree.put("a", List.of(true, false, List.of()));
        assertThat(CanonicalJson.write(tree))
                .isEqualTo("{\"a\":[true,false,[]],\"e\":{},\"n\":[1e+26,1e+21,100000000000000000000,0.1,5,1e-7,"
                        + "333333333.3333333,0],\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\u2028\\u0001/\"}");
    }

    @Test
    void whatIsWrittenIsCanonicalByAnotherHand() throws IOException {
        var random = new Random(8785);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> tree = tree(random, 4);
            assertThat(CanonicalJson.write(tree)).isEqualTo(new JsonCanonicalizer(escaped(tree)).getEncodedString());
        }
    }

    /** JSON in no order, with every sign escaped. */
    private static String escaped(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> escaped(entry.getKey()) + ":" + escaped(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(DeterminismTest::escaped).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text
                ? text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "\"", "\""))
                : value.toString();
    }

    private static Map<String, Object> tree(Random random, int depth) {
        Map<String, Object> tree = random.nextBoolean() ? new LinkedHashMap<>() : new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            tree.put(text(random), value(random, depth - 1));
        }
        return tree;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> text(random);
            case 1 -> random.nextBoolean();
            case 2 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
            case 3 -> tree(random, depth);
            default ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(random, depth - 1))
                        .toList();
        };
    }

    /** With every sign that is escaped, and signs whose order differs by code unit and by code point. */
    private static String text(Random random) {
        return random.ints(random.nextInt(8), 0, 160)
                .mapToObj(sign -> sign < 150 ? (char) sign + "" : sign < 155 ? "\uFB33" : "\uD83D\uDE00")
                .collect(Collectors.joining());
    }

    private List<RulePack> packs() {
        String many = Country.all().stream()
                .filter(country -> country.code().charAt(1) % 3 == 0)
                .map(country -> country.code() + ",2024-01-01,,c\n")
                .collect(Collectors.joining());
        RulePack rich = PackFiles.in(temp, "rich")
                .countries("a", "CN", "RU", "IR")
                .countries("b", "CN", "GB", "BR")
                .file("lists/many.csv", "country,since,until,cite\n" + many)
                .parties("p", "Bad Co", "I\u0307stanbul Ltd", "Istanbul Iki")
                .parties("q", "Worse Co", "Bad Co")
                .regions("r", "UA-DNR")
                .figure("small", 1e23)
                .figure("large", 1e26)
                .rule(
                        "a",
                        "Destination( on(\"rich.a\"), $to : country ) Publication( closed )",
                        "findings.requireLicense( ReviewPolicy.DENIAL, \"to \" + $to );")
                .rule(
                        "b",
                        "Headquarters( on(\"rich.b\") || on(\"rich.many\") ) Training( reaches(\"rich.large\") )",
                        PROHIBIT)
                .rule("c", "Recipient( on(\"rich.p\") )", PROHIBIT)
                .rule("d", "Recipient( on(\"rich.q\") ) UltimateParent( !on(\"rich.many\") )", FLAG)
                .rule(
                        "e",
                        "Headquarters( on(\"rich.many\") )",
                        "findings.except( \"rich.a\", \"friend\", \"tell us\" );")
                .rule("f", "Region( on(\"rich.r\") )", PROHIBIT)
                .rule(
                        "g",
                        "@status( \"NOT_ENFORCED since 2025-06-01: x\" )",
                        "Training( reaches(\"rich.small\") ) Origin( includes(\"US\") )",
                        LICENSE)
                .rule("h", "@status( \"PENDING since 2024-01-01: x\" )", "Destination( on(\"rich.many\") )", PROHIBIT)
                .pack();
        var packs = new ArrayList<RulePack>(List.of(rich));
        List<String> patterns = List.of(
                "Purpose( endUse in (EndUse.MILITARY, EndUse.SURVEILLANCE) )",
                "Body( type == RecipientType.INDIVIDUAL ) PublicOffer( offered )",
                "Modalities( includes(\"video\") ) Destination( is(\"CN\") )",
                "RedFlags( includes(RedFlag.PROXY) )");
        List<String> verbs = List.of(PROHIBIT, LICENSE, IMPOSE, FLAG);
        List<Layer> layers = List.of(Layer.SANCTIONS, Layer.PROVIDER_TERMS, Layer.HOUSE_POLICY, Layer.DESTINATION_LAW);
        for (int i = 0; i < 4; i++) {
            packs.add(PackFiles.in(temp, "small" + i)
                    .set("layer", layers.get(i).name())
                    .rule("r", patterns.get(i), verbs.get(i))
                    .pack());
        }
        return packs;
    }

    private static List<Request> requests() {
        Random random = new Random(20261123);
        return IntStream.range(0, DISTINCT).mapToObj(i -> request(random, i)).toList();
    }

    private static Request request(Random random, int i) {
        Given<Country> to = given(random, List.of("CN", "UA", "GB", "US", "FR", "IR", "TR"), Country::of);
        Model.Builder model = Model.named("Model \u0131\u0130 " + i)
                .release(given(random, List.of(Release.values()), x -> x))
                .trainingCompute(given(random, List.of(1e20, 1e23, 5e25, 1e26), Compute::of))
                .modalities(given(random, List.of(Set.of("text"), Set.of("text", "video")), x -> x));
        if (random.nextInt(4) > 0) {
            model.developer("d", random.nextBoolean() ? "US" : "GB");
        }
        Party recipient = Party.named(List.of("Bad Co", "Istanbul \u0130ki", "i\u0307stanbul ltd", "WORSE CO", "Acme")
                        .get(random.nextInt(5)))
                .headquarteredIn(given(random, List.of("CN", "GB", "AT", "DZ"), Country::of))
                .ofType(given(random, List.of(RecipientType.values()), x -> x))
                .screened(given(random, List.of(Set.<String>of(), Set.of("rich.q")), x -> x));
        Transfer transfer = Transfer.of(given(random, List.of(TransferKind.values()), x -> x))
                .to(to)
                .recipient(recipient)
                .endUse(given(random, List.of(EndUse.values()), x -> x))
                .offeredToPublic(given(random, List.of(true, false), x -> x))
                .redFlags(given(random, List.of(Set.<RedFlag>of(), Set.of(RedFlag.PROXY, RedFlag.ODD_ROUTING)), x -> x))
                .on(LocalDate.of(2024 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        return new Request(model.build(), transfer);
    }

    private static <V, T> Given<T> given(Random random, List<V> values, Function<V, T> of) {
        int dice = random.nextInt(10);
        V value = values.get(random.nextInt(values.size()));
        return dice < 6 ? Given.of(of.apply(value)) : dice < 9 ? Given.unstated() : Given.unknown();
    }
}
