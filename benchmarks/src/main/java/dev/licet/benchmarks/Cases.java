package dev.licet.benchmarks;

import dev.licet.facts.EndUse;
import dev.licet.facts.RecipientType;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.request.Country;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes random cases, drawn so that each of the fifteen rules applies in a good part of them. All that is measured is asked about
 * cases from here.
 */
final class Cases {

    /** How many are asked again and again where the facts have been seen before. */
    static final int SEEN = 1_000;

    private static final List<String> ALL =
            Country.all().stream().map(Country::code).toList();
    private static final List<String> OFTEN =
            List.of("CN", "RU", "IR", "BY", "VE", "HK", "KH", "US", "GB", "FR", "DE", "JP", "IN", "BR", "CU", "NL");
    private static final List<TransferKind> KINDS = List.of(
            TransferKind.WEIGHTS, TransferKind.WEIGHTS, TransferKind.API, TransferKind.API, TransferKind.COMPUTE);

    private static final List<String> LICENSES = List.of("apache-2.0", "mit", "llama3.1", "gemma", "proprietary");

    private final SplittableRandom random;
    private long asked;

    private Cases(long seed, long first) {
        this.random = new SplittableRandom(seed);
        this.asked = first;
    }

    /** Those of one thread: no other is ever given the same names and compute. */
    static Cases ofThread() {
        long thread = Thread.currentThread().getId();
        return new Cases(thread, thread * 10_000_000_000L);
    }

    /** The same cases for the same seed. */
    static List<Case> random(long seed, int many) {
        var cases = new Cases(seed, 0);
        return Stream.generate(cases::one).limit(many).toList();
    }

    /** A case with a model, a recipient and compute that nobody has asked about; all else is drawn as for any other. */
    Case fresh() {
        return one().fresh(++asked);
    }

    /** Another case under names that nobody has asked about. */
    Case again(Case other) {
        return other.fresh(++asked);
    }

    /** A case whose parts are drawn each by itself and as evenly as rules tell them apart, so that few are alike to the rules. */
    Case anything() {
        return new Case(
                        "Model",
                        of(List.of(TransferKind.values())),
                        of(List.of(Release.values())),
                        chance(0.5) ? "US" : anyCountry(),
                        compute(),
                        anyCountry(),
                        of(List.of(EndUse.values())),
                        recipient(),
                        anyCountry())
                .fresh(++asked);
    }

    /** Circumstances drawn in the same way, with half of some lists of parties, or three or so of many. */
    Around anyCircumstances(List<String> lists) {
        double share = Math.min(0.5, 3.0 / Math.max(1, lists.size()));
        return new Around(
                anyCountry(),
                anyCountry(),
                anyCountry(),
                anyCountry(),
                of(List.of(RecipientType.values())),
                of(LICENSES),
                lists.stream().filter(list -> chance(share)).collect(Collectors.toUnmodifiableSet()),
                chance(0.5),
                chance(0.5));
    }

    private String anyCountry() {
        return chance(0.2) ? of(ALL) : of(OFTEN);
    }

    private Case one() {
        String destination = country();
        return new Case(
                "Model",
                chance(0.8) ? of(KINDS) : of(List.of(TransferKind.values())),
                of(List.of(Release.values())),
                chance(0.5) ? "US" : country(),
                compute(),
                destination,
                chance(0.6) ? EndUse.CIVIL : of(List.of(EndUse.values())),
                recipient(),
                chance(0.6) ? destination : country());
    }

    // On the thresholds too: an engine that takes "more than" for "as many as" must not pass.
    private double compute() {
        return chance(0.1) ? (chance(0.5) ? 1e25 : 1e26) : Math.pow(10, 23 + 4 * random.nextDouble());
    }

    private String recipient() {
        if (chance(0.1)) {
            return "Entity " + (1 + random.nextInt(100));
        }
        return chance(0.03) ? "Denied " + (1 + random.nextInt(20)) : "Party " + random.nextInt(500);
    }

    private String country() {
        return chance(0.6) ? of(OFTEN) : of(ALL);
    }

    private <T> T of(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
