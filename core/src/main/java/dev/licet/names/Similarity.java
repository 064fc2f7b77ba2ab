package dev.licet.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How alike two names are, from 0 to 100: word by word and in any order. Words are alike if they are equal or differ by a slip;
 * words that many names share, and places, count little.
 */
final class Similarity {
    private Similarity() {}

    /** From here on a name of a party is a possible match. */
    static final int POSSIBLE = 85;

    private static final double SLIP = 0.93;
    private static final int SHORTEST = 5;
    private static final double LITTLE = 0.3;
    private static final Set<String> SHARED = Set.of("""
            and business center centre development enterprise enterprises for global group holding holdings industrial
            industries industry institute international laboratories laboratory labs of research science sciences service
            services software solutions system systems tech technologies technology the trading university""".split("\\s+"));

    static int ofNames(List<String> one, List<String> other, Predicate<String> isOfAPlace) {
        ToDoubleFunction<String> weight = word -> isShared(word) || isOfAPlace.test(word) ? LITTLE : 1;
        List<String> fewer = one.size() <= other.size() ? one : other;
        var left = new ArrayList<>(fewer == one ? other : one);
        double alike = 0;
        boolean telling = false;
        for (String word : fewer) {
            double best = 0;
            String match = "";
            for (String candidate : left) {
                double likeness = ofWords(word, candidate);
                if (likeness > best) {
                    best = likeness;
                    match = candidate;
                }
            }
            if (best > 0) {
                left.remove(match);
                alike += best * (weight.applyAsDouble(word) + weight.applyAsDouble(match));
                telling |= weight.applyAsDouble(word) == 1;
            }
        }
        double all = one.stream().mapToDouble(weight).sum()
                + other.stream().mapToDouble(weight).sum();
        return telling ? (int) Math.round(100 * alike / all) : 0;
    }

    /** 1 if equal, less for a slip, 0 for another word. A word that goes on after the other ends is another word. */
    static double ofWords(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int difference = Math.abs(one.length() - other.length());
        if (one.charAt(0) != other.charAt(0)
                || Math.min(one.length(), other.length()) < SHORTEST
                || difference > 1 && (one.startsWith(other) || other.startsWith(one))) {
            return 0;
        }
        double likeness = new JaroWinklerSimilarity().apply(one, other);
        return likeness >= SLIP ? likeness : 0;
    }

    static boolean isShared(String word) {
        return SHARED.contains(word);
    }
}
