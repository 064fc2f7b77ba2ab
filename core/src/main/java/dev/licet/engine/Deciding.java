package dev.licet.engine;

import dev.licet.answer.Assumption;
import dev.licet.answer.Finding;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.pack.RuleFile;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which rules make the outcome of a layer what it is. */
final class Deciding {
    private final List<Finding> binding;
    private final List<String> asked;
    private final List<String> provided;
    private final Map<String, RuleFile> rules;

    Deciding(
            Stance stance,
            List<Finding> findings,
            List<Assumption> assumptions,
            Collection<List<String>> asked,
            Map<String, RuleFile> rules) {
        this.binding = findings.stream()
                .filter(finding -> finding.status().binds(stance))
                .toList();
        this.asked = asked.stream().flatMap(List::stream).toList();
        this.provided = assumptions.stream()
                .flatMap(assumption -> assumption.rules().stream())
                .toList();
        this.rules = rules;
    }

    Map<Layer, List<String>> byLayer(Map<Layer, Outcome> layers) {
        var deciding = new EnumMap<Layer, List<String>>(Layer.class);
        layers.forEach((layer, outcome) -> {
            List<Finding> own = binding.stream()
                    .filter(finding -> finding.rule().layer() == layer)
                    .toList();
            Stream<String> standing = own.stream()
                    .filter(finding -> !finding.excepted() && finding.effect().outcome() == outcome)
                    .map(finding -> finding.rule().id());
            Stream<String> further = switch (outcome) {
                case CONDITIONAL ->
                    Stream.concat(
                            own.stream().flatMap(Deciding::conditions),
                            provided.stream().filter(id -> speaksFor(id, layer)));
                case UNDETERMINED -> asked.stream().filter(id -> speaksFor(id, layer));
                case PERMITTED, LICENSE_REQUIRED, PROHIBITED -> Stream.of();
            };
            var ids = new TreeSet<String>();
            Stream.concat(standing, further).forEach(ids::add);
            deciding.put(layer, List.copyOf(ids));
        });
        return deciding;
    }

    /** The exceptions to a finding that bring a condition, if none applies without. */
    private static Stream<String> conditions(Finding finding) {
        boolean free = finding.exceptions().stream()
                .anyMatch(exception -> exception.obligation().isEmpty());
        return free
                ? Stream.of()
                : finding.exceptions().stream()
                        .map(exception -> exception.rule().id());
    }

    private boolean speaksFor(String id, Layer layer) {
        return Objects.requireNonNull(rules.get(id), id).rule().layer() == layer;
    }
}
