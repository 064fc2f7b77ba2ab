package dev.licet.answer;

import dev.licet.law.Layer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What stands behind the outcomes of a decision; {@link Decision} says what each part is. */
public record Reasons(
        Map<Layer, List<String>> decidedBy,
        List<Finding> findings,
        List<Assumption> assumptions,
        List<Question> questions,
        List<Decision.Open> open,
        List<AvailableException> availableExceptions,
        List<Finding> pending,
        List<LegalChange> nextChanges,
        Examined examined) {

    public Reasons {
        var rules = new EnumMap<Layer, List<String>>(Layer.class);
        decidedBy.forEach((layer, ids) -> rules.put(layer, List.copyOf(ids)));
        decidedBy = Collections.unmodifiableMap(rules);
        findings = List.copyOf(findings);
        assumptions = List.copyOf(assumptions);
        questions = List.copyOf(questions);
        open = List.copyOf(open);
        availableExceptions = List.copyOf(availableExceptions);
        pending = List.copyOf(pending);
        nextChanges = List.copyOf(nextChanges);
    }
}
