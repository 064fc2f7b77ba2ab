package dev.licet.benchmarks;

import dev.licet.Country;
import dev.licet.EndUse;
import dev.licet.Kind;
import dev.licet.Release;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Makes random cases, drawn so that each of the fifteen rules applies in a good part of them. */
final class Cases {

    /** How many are asked again and again where the facts have been seen before. */
    static final int SEEN = 1_000;

    private static final List<String> ALL =
            Country.all().stream().map(Country::code).toList();
    private static final List<String> OFTEN =
            List.of("CN", "RU", "IR", "BY", "VE", "HK", "KH", "US", "GB", "FR", "DE", "JP", "IN", "BR", "CU", "NL");
    private static final List<Kind> KINDS = List.of(Kind.WEIGHTS, Kind.WEIGHTS, Kind.API, Kind.API, Kind.COMPUTE);

    private final SplittableRandom random;

    private Cases(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The same cases for the same seed. */
    static List<Case> random(long seed, int many) {
        var cases = new Cases(seed);
        return Stream.generate(cases::one).limit(many).toList();
    }

    private Case one() {
        String destination = country();
        return new Case(
                chance(0.8) ? of(KINDS) : of(List.of(Kind.values())),
                of(List.of(Release.values())),
                chance(0.5) ? "US" : country(),
                operations(),
                destination,
                chance(0.6) ? EndUse.CIVIL : of(List.of(EndUse.values())),
                recipient(),
                chance(0.6) ? destination : country());
    }

    // On the thresholds too: an engine that takes "more than" for "as many as" must not pass.
    private double operations() {
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
