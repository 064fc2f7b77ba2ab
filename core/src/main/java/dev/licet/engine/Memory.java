package dev.licet.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.licet.answer.Decision;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has been decided before: decisions, by request; outcomes, by what an evaluation depends on, so that another name or number
 * costs no evaluation. Bounded; what is dropped is worked out again.
 */
public final class Memory {
    private static final int DECISIONS = 4_000;
    private static final int OUTCOMES = 20_000;

    private record Way(Stance stance, boolean assume, String profile) {}

    /** Variables that are alike under one law; two such lists are equal. */
    private static final class Alike {
        private final PointInTimeLaw law;
        private final List<Variable> variables;
        private final int hash;

        Alike(PointInTimeLaw law, List<Variable> variables) {
            this.law = law;
            this.variables = variables;
            int shapes = System.identityHashCode(law);
            for (Variable variable : variables) {
                shapes = 31 * shapes + variable.shape();
            }
            this.hash = shapes;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Alike alike) || hash != alike.hash || law != alike.law) {
                return false;
            }
            for (int d = 0; d < variables.size(); d++) {
                if (!variables.get(d).alike(alike.variables.get(d))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Cache<Alike, Evaluations> evaluations = bounded(OUTCOMES);
    private final Map<Way, Cache<Request, Decision>> decisions = new ConcurrentHashMap<>();

    /** The decisions under a stance, with assumptions or without, and with a profile, by its digest. */
    public Cache<Request, Decision> decisions(Stance stance, boolean assume, String profile) {
        return decisions.computeIfAbsent(new Way(stance, assume, profile), none -> bounded(DECISIONS));
    }

    /** The evaluations of variables that are alike. */
    Evaluations evaluations(PointInTimeLaw law, List<Variable> variables) {
        return evaluations.get(new Alike(law, variables), none -> new Evaluations(law, variables));
    }

    private static <K, V> Cache<K, V> bounded(int most) {
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }
}
