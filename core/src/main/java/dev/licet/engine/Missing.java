package dev.licet.engine;

import dev.licet.answer.Acceptance;
import dev.licet.answer.Gap;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What no loaded pack holds for a request, and what that makes of the outcomes of its layers.
 *
 * @param gaps those who could say something and are not held
 * @param least the mildest outcome that each layer can have, by those gaps
 * @param silent the layers in which nobody could say something
 * @param accepted the gaps that the house has accepted
 * @param held the layers of which some pack holds something, on whatever day
 */
public record Missing(
        List<Gap> gaps, Map<Layer, Outcome> least, Set<Layer> silent, Set<Layer> held, List<Acceptance> accepted) {

    static Missing of(Holdings holdings, Request request, boolean strict, List<Acceptance> acceptances) {
        Map<Layer, List<Gap>> all = holdings.gaps(request);
        List<Acceptance> accepted = acceptances.stream()
                .filter(each -> all.values().stream().flatMap(List::stream).anyMatch(gap -> accepts(each, gap)))
                .toList();
        if (!accepted.isEmpty()) {
            all.replaceAll((layer, gaps) -> gaps.stream()
                    .filter(gap -> accepted.stream().noneMatch(each -> accepts(each, gap)))
                    .toList());
        }
        var least = new EnumMap<Layer, Outcome>(Layer.class);
        Set<Layer> silent = EnumSet.allOf(Layer.class);
        silent.remove(Layer.HOUSE_POLICY);
        silent.removeAll(all.keySet());
        all.forEach((layer, gaps) -> least.put(layer, least(gaps, strict)));
        return new Missing(
                all.values().stream().flatMap(List::stream).toList(), least, silent, holdings.layers(), accepted);
    }

    private static boolean accepts(Acceptance acceptance, Gap gap) {
        return acceptance.layer().filter(gap.layer()::equals).isPresent()
                && acceptance.name().equals(gap.holder());
    }

    private static Outcome least(List<Gap> gaps, boolean strict) {
        if (gaps.isEmpty()) {
            return Outcome.PERMITTED;
        }
        return strict || gaps.stream().anyMatch(Gap::open) ? Outcome.UNDETERMINED : Outcome.CONDITIONAL;
    }

    /** The gaps of layers that were asked for. */
    public List<Gap> gaps(Map<Layer, Outcome> layers) {
        return gaps.stream().filter(gap -> layers.containsKey(gap.layer())).toList();
    }

    /** The layers that are not applicable: nobody could say something, and no rule does. */
    public Set<Layer> notApplicable(Map<Stance, Map<Layer, Outcome>> evaluated) {
        Set<Layer> none = EnumSet.noneOf(Layer.class);
        for (Layer layer : silent) {
            boolean asked =
                    held.contains(layer) || evaluated.values().stream().anyMatch(layers -> layers.containsKey(layer));
            boolean found = evaluated.values().stream()
                    .anyMatch(layers -> layers.getOrDefault(layer, Outcome.PERMITTED) != Outcome.PERMITTED);
            if (asked && !found) {
                none.add(layer);
            }
        }
        return none;
    }

    /** The outcomes of rules, made as strict as the gaps make them; a layer that is not applicable has none. */
    public Map<Stance, Map<Layer, Outcome>> outcomes(Map<Stance, Map<Layer, Outcome>> evaluated) {
        Set<Layer> none = notApplicable(evaluated);
        var outcomes = new EnumMap<Stance, Map<Layer, Outcome>>(Stance.class);
        evaluated.forEach(
                (stance, layers) -> outcomes.put(stance, Collections.unmodifiableMap(outcomes(layers, none))));
        return Collections.unmodifiableMap(outcomes);
    }

    /** The outcomes of rules under one stance; a layer of which no rule says anything is not applicable where nobody could. */
    Map<Layer, Outcome> ofAnswer(Map<Layer, Outcome> evaluated) {
        return outcomes(evaluated, notApplicable(Map.of(Stance.AS_WRITTEN, evaluated)));
    }

    private Map<Layer, Outcome> outcomes(Map<Layer, Outcome> evaluated, Set<Layer> notApplicable) {
        var outcomes = new EnumMap<Layer, Outcome>(Layer.class);
        for (Layer layer : Layer.values()) {
            boolean asked = evaluated.containsKey(layer) || held.contains(layer) && layer != Layer.HOUSE_POLICY;
            if (asked && !notApplicable.contains(layer)) {
                outcomes.put(
                        layer,
                        evaluated
                                .getOrDefault(layer, Outcome.PERMITTED)
                                .strictest(least.getOrDefault(layer, Outcome.PERMITTED)));
            }
        }
        return outcomes;
    }
}
