package dev.licet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which rules make the outcome of a layer what it is. */
final class Deciding {
    private final Decision decision;
    private final Map<String, RuleFile> rules;

    Deciding(Decision decision, Map<String, RuleFile> rules) {
        this.decision = decision;
        this.rules = rules;
    }

    Map<Authority, List<String>> byLayer() {
        List<Finding> binding = decision.findings().stream()
                .filter(finding -> finding.status().binds(decision.stance()))
                .toList();
        List<String> asked = decision.questions().stream()
                .flatMap(question -> question.answers().stream())
                .flatMap(answer -> answer.rules().stream())
                .toList();
        List<String> provided = decision.provisos().stream()
                .flatMap(proviso -> proviso.rules().stream())
                .toList();
        var deciding = new EnumMap<Authority, List<String>>(Authority.class);
        decision.layers().getOrDefault(decision.stance(), Map.of()).forEach((layer, outcome) -> {
            List<Finding> own = binding.stream()
                    .filter(finding -> finding.rule().authority() == layer)
                    .toList();
            Stream<String> standing = own.stream()
                    .filter(finding -> !finding.lifted() && finding.effect().outcome() == outcome)
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

    /** The exceptions that lift a finding on a condition, if none lifts it without. */
    private static Stream<String> conditions(Finding finding) {
        boolean free = finding.liftedBy().stream().anyMatch(lift -> lift.duty().isEmpty());
        return free
                ? Stream.of()
                : finding.liftedBy().stream().map(lift -> lift.rule().id());
    }

    private boolean speaksFor(String id, Authority layer) {
        return rules.get(id).rule().authority() == layer;
    }
}
