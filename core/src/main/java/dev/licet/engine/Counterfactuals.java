package dev.licet.engine;

import dev.licet.answer.Assumption;
import dev.licet.answer.Changes;
import dev.licet.answer.Changes.Counterfactual;
import dev.licet.answer.Changes.Lever;
import dev.licet.answer.Changes.Step;
import dev.licet.answer.Decision;
import dev.licet.facts.RecipientType;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.request.Basis;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for the smallest changes of a request that lead to a milder outcome: changes one field at a time, then two, and asks again.
 */
public final class Counterfactuals {
    private static final String UNKNOWN = "unknown";
    private static final String DESTINATION = "transfer.destination";
    private static final String REGION = "transfer.region";
    private static final String RECIPIENT = "transfer.recipient";
    private static final int MOST_COMBINED = 400;

    /** Asks again; gives the outcomes of the layers. */
    public interface Asking extends Function<Request, Map<Layer, Outcome>> {}

    /** A field with one value written to it, and what that leads to. */
    private record Tried(Lever lever, String field, Object value, Outcome outcome, Map<Layer, Outcome> layers) {}

    /** Values of one field that lead to the same. */
    private record Alike(Lever lever, String field, Outcome outcome, Map<Layer, Outcome> layers) {
        static Alike of(Tried tried) {
            return new Alike(tried.lever(), tried.field(), tried.outcome(), tried.layers());
        }
    }

    private final PointInTimeLaw law;
    private final Set<String> assumed;
    private final Decision decision;
    private final Asking asking;
    private final boolean hypotheticals;
    private final Map<String, Object> document;

    public Counterfactuals(
            PointInTimeLaw law, List<Variable> facts, Decision decision, boolean hypotheticals, Asking asking) {
        this.law = law;
        this.assumed = facts.stream()
                .filter(fact ->
                        !fact.unknown() && fact.values().get(fact.base()).basis() == Basis.ASSUMED)
                .map(fact -> fact.type().shape().assumedIn(fact.type().field()))
                .collect(Collectors.toSet());
        this.decision = decision;
        this.asking = asking;
        this.hypotheticals = hypotheticals;
        this.document = decision.request().document();
    }

    public Changes find() {
        Outcome now = decision.outcome();
        var found = new ArrayList<Counterfactual>();
        if (now != Outcome.PERMITTED) {
            var groups = new LinkedHashMap<Alike, List<Object>>();
            for (Map.Entry<String, List<Object>> field : candidates().entrySet()) {
                for (Object value : field.getValue()) {
                    Lever lever = lever(field.getKey(), value);
                    if (hypotheticals || lever != Lever.HYPOTHETICAL) {
                        tried(lever, field.getKey(), value)
                                .filter(tried -> !needless(tried, groups))
                                .ifPresent(tried -> groups.computeIfAbsent(Alike.of(tried), none -> new ArrayList<>())
                                        .add(value));
                    }
                }
            }
            groups.forEach((alike, values) -> {
                if (now.stricterThan(alike.outcome())) {
                    found.add(new Counterfactual(List.of(step(alike, values)), alike.outcome(), alike.layers()));
                }
            });
            found.addAll(pairs(now, groups));
            found.addAll(allAssumed(now, found));
        }
        // To another place is no way to take if it may not go there either, or nobody can say whether it may.
        found.removeIf(each -> each.outcome() != Outcome.PERMITTED
                && each.outcome() != Outcome.CONDITIONAL
                && each.steps().stream().anyMatch(step -> step.lever() == Lever.PLACE));
        found.sort(Comparator.comparing((Counterfactual each) -> !each.lawful())
                .thenComparing(each -> each.steps().size())
                .thenComparing(Counterfactual::outcome)
                .thenComparing(each -> each.steps().get(0).lever())
                .thenComparing(each -> each.steps().toString()));
        return new Changes(decision, hypotheticals, found);
    }

    private static Step step(Alike alike, List<Object> values) {
        return new Step(alike.lever(), alike.field(), values);
    }

    private List<Counterfactual> pairs(Outcome now, Map<Alike, List<Object>> groups) {
        var found = new ArrayList<Counterfactual>();
        List<Map.Entry<Alike, List<Object>>> all = List.copyOf(groups.entrySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Map.Entry<Alike, List<Object>> one = all.get(i);
                Map.Entry<Alike, List<Object>> other = all.get(j);
                if (!overlap(one.getKey().field(), other.getKey().field())) {
                    pair(now, one.getKey(), one.getValue(), other.getKey(), other.getValue())
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
    }

    private Optional<Counterfactual> pair(
            Outcome now, Alike one, List<Object> values, Alike other, List<Object> others) {
        Optional<Map<Layer, Outcome>> together = layers(one.field(), values.get(0), other.field(), others.get(0));
        Outcome outcome = together.map(Counterfactuals::strictest).orElse(now);
        if (!now.stricterThan(outcome)
                || !one.outcome().stricterThan(outcome)
                || !other.outcome().stricterThan(outcome)) {
            return Optional.empty();
        }
        boolean few = values.size() * others.size() <= MOST_COMBINED;
        boolean same = few
                && values.stream()
                        .allMatch(value -> others.stream()
                                .allMatch(another -> layers(one.field(), value, other.field(), another)
                                        .equals(together)));
        List<Step> steps = List.of(
                step(one, same ? values : values.subList(0, 1)), step(other, same ? others : others.subList(0, 1)));
        return Optional.of(new Counterfactual(steps, outcome, together.orElseThrow()));
    }

    /** All that was assumed and mattered, stated at once, where stating it by one or two does not lead as far. */
    private List<Counterfactual> allAssumed(Outcome now, List<Counterfactual> found) {
        var steps = new ArrayList<Step>();
        Map<String, Object> tree = document;
        for (Assumption assumption : decision.assumptions()) {
            Optional<Step> step = FactType.labelled(assumption.fact()).flatMap(this::asAssumed);
            if (step.isEmpty()) {
                return List.of();
            }
            steps.add(step.get());
            tree = with(tree, step.get().field(), step.get().values().get(0));
        }
        if (steps.size() < 3) {
            return List.of();
        }
        Map<Layer, Outcome> layers = asking.apply(Request.of(tree));
        Outcome outcome = strictest(layers);
        boolean further = now.stricterThan(outcome)
                && found.stream()
                        .filter(Counterfactual::lawful)
                        .filter(each -> each.steps().stream().allMatch(step -> step.lever() == Lever.INFORMATION))
                        .allMatch(each -> each.outcome().stricterThan(outcome));
        return further ? List.of(new Counterfactual(steps, outcome, layers)) : List.of();
    }

    private Optional<Step> asAssumed(FactType type) {
        return type.shape()
                .assumed(situation(type))
                .map(stated -> new Step(Lever.INFORMATION, type.shape().assumedIn(type.field()), List.of(stated)));
    }

    private Situation situation(FactType type) {
        return new Situation(type, decision.request(), law, true);
    }

    /** What could stand in each field that a rule of the day asks for. */
    private Map<String, List<Object>> candidates() {
        var candidates = new LinkedHashMap<String, List<Object>>();
        for (FactType type : law.types()) {
            List<?> values = type.shape().tries(situation(type));
            if (!values.isEmpty()) {
                candidates.put(type.field(), List.copyOf(values));
            }
        }
        someoneElse().ifPresent(party -> candidates.put(RECIPIENT, List.of(party)));
        return candidates;
    }

    /** Whether less of the same leads as far: fewer attestations. */
    private static boolean needless(Tried tried, Map<Alike, List<Object>> groups) {
        return tried.value() instanceof List<?> whole
                && groups.entrySet().stream()
                        .filter(group -> group.getKey().field().equals(tried.field())
                                && !group.getKey().outcome().stricterThan(tried.outcome()))
                        .flatMap(group -> group.getValue().stream())
                        .anyMatch(part -> part instanceof List<?> fewer
                                && fewer.size() < whole.size()
                                && whole.containsAll(fewer));
    }

    /** A company at home in the destination that was screened and found on no list, whose owners are on none. */
    private Optional<Object> someoneElse() {
        return decision.request().transfer().destination().value().map(there -> {
            var party = new TreeMap<String, Object>();
            party.put("country", there.code());
            party.put("headquarters", there.code());
            party.put("ultimateParent", there.code());
            party.put("type", RecipientType.COMPANY.name());
            party.put("lists", List.of());
            party.put("owners", List.of());
            return party;
        });
    }

    private Lever lever(String field, Object value) {
        if (field.equals("transfer.attestations")) {
            return Lever.ATTESTATION;
        }
        if (field.equals(RECIPIENT)) {
            return Lever.RECIPIENT;
        }
        if (field.equals("model.license") && !stated(field) && kept()) {
            return Lever.PUBLICATION;
        }
        if (!stated(field) && !(field.equals("transfer.exporter.name") && stated("model.developers"))) {
            return againstAssumption(field, value) ? Lever.HYPOTHETICAL : Lever.INFORMATION;
        }
        return switch (field) {
            // To send it elsewhere to somebody who is at home in the old place would be diversion.
            case DESTINATION, REGION ->
                stated(RECIPIENT + ".country") || stated(RECIPIENT + ".headquarters")
                        ? Lever.HYPOTHETICAL
                        : Lever.PLACE;
            case "transfer.kind" ->
                value.equals(TransferKind.WEIGHTS.name()) && kept() ? Lever.HYPOTHETICAL : Lever.WAY;
            case "transfer.offeredToPublic" -> Lever.WAY;
            case "model.release" ->
                value.equals(Release.WEIGHTS_PUBLIC.name()) ? Lever.PUBLICATION : Lever.HYPOTHETICAL;
            default -> Lever.HYPOTHETICAL;
        };
    }

    /** Whether a value is another than the one assumed: that somebody might find it so is no lever. */
    private boolean againstAssumption(String field, Object value) {
        return assumed.contains(field)
                && law.types().stream()
                        .filter(type -> type.field().equals(field))
                        .flatMap(type -> asAssumed(type).stream())
                        .noneMatch(step -> step.values().contains(value));
    }

    /** Whether the developer keeps the weights: then to give them is no other way of providing the same. */
    private boolean kept() {
        return decision.request()
                .model()
                .release()
                .value()
                .filter(release ->
                        release == Release.HOSTED || release == Release.INTERNAL || release == Release.TRUSTED_ACCESS)
                .isPresent();
    }

    private boolean stated(String field) {
        Object at = document;
        for (String name : field.split("\\.")) {
            at = at instanceof Map<?, ?> map && map.containsKey(name)
                    ? map.get(name)
                    : at instanceof List<?> list && name.equals("0") && !list.isEmpty() ? list.get(0) : UNKNOWN;
        }
        return !at.equals(UNKNOWN);
    }

    private Optional<Tried> tried(Lever lever, String field, Object value) {
        return layers(with(document, field, value))
                .map(layers -> new Tried(lever, field, value, strictest(layers), layers));
    }

    private Optional<Map<Layer, Outcome>> layers(String field, Object value, String other, Object another) {
        return layers(with(with(document, field, value), other, another));
    }

    private final Map<Map<String, Object>, Optional<Map<Layer, Outcome>>> answers = new LinkedHashMap<>();

    private Optional<Map<Layer, Outcome>> layers(Map<String, Object> changed) {
        return answers.computeIfAbsent(changed, tree -> {
            if (tree.equals(document)) {
                return Optional.empty();
            }
            try {
                return Optional.of(asking.apply(Request.of(tree)));
            } catch (IllegalArgumentException noRequest) {
                // Two changes can contradict each other, such as a region and another country.
                return Optional.empty();
            }
        });
    }

    private static Outcome strictest(Map<Layer, Outcome> layers) {
        return layers.values().stream().reduce(Outcome::strictest).orElse(Outcome.UNDETERMINED);
    }

    /** The document with a value in a field; what the value makes senseless goes. */
    static Map<String, Object> with(Map<String, Object> document, String field, Object value) {
        Map<String, Object> changed = with(document, List.of(field.split("\\.")), value);
        if (field.equals(DESTINATION) && changed.get("transfer") instanceof Map<?, ?> transfer) {
            boolean elsewhere = transfer.get("region") instanceof String region
                    && !region.equals(UNKNOWN)
                    && !region.startsWith(String.valueOf(value));
            if (elsewhere) {
                var without = new TreeMap<String, Object>();
                transfer.forEach((name, each) -> without.put(String.valueOf(name), each));
                without.remove("region");
                changed.put("transfer", without);
            }
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> with(Map<String, Object> tree, List<String> path, Object value) {
        var changed = new TreeMap<>(tree);
        String name = path.get(0);
        if (path.size() == 1) {
            changed.put(name, value);
        } else if (changed.get(name) instanceof List<?> list && path.get(1).equals("0") && !list.isEmpty()) {
            var items = new ArrayList<Object>(list);
            items.set(0, with((Map<String, Object>) items.get(0), path.subList(2, path.size()), value));
            changed.put(name, items);
        } else {
            Map<String, Object> inner =
                    changed.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
            changed.put(name, with(inner, path.subList(1, path.size()), value));
        }
        return changed;
    }
}
