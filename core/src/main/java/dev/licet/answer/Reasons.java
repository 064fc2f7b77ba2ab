package dev.licet.answer;

import dev.licet.law.Layer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a decision rests on; {@link Decision} says more of each part.
 *
 * @param decidedBy the ids of the rules that decide the outcome of each layer
 * @param findings what rules say of the request, strictest first
 * @param assumptions the assumptions that mattered
 * @param questions the unknown facts that matter
 * @param open the rules that the assumptions and questions are about
 * @param availableExceptions the exceptions that would apply on other facts
 * @param pending what does not bind yet
 * @param nextChanges the next known legal changes, all on one day
 * @param examined the packs and lists that were looked at
 */
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

    /** Copies. */
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
