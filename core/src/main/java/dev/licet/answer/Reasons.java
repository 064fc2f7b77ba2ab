package dev.licet.answer;

import dev.licet.law.Authority;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What stands behind the outcomes of a decision; {@link Decision} says what each part is. */
public record Reasons(
        Map<Authority, List<String>> decidedBy,
        List<Finding> findings,
        List<Proviso> provisos,
        List<Question> questions,
        List<Decision.Open> open,
        List<WayOut> waysOut,
        List<Finding> pending,
        List<Amendment> nextChanges,
        Examined examined) {

    public Reasons {
        var rules = new EnumMap<Authority, List<String>>(Authority.class);
        decidedBy.forEach((authority, ids) -> rules.put(authority, List.copyOf(ids)));
        decidedBy = Collections.unmodifiableMap(rules);
        findings = List.copyOf(findings);
        provisos = List.copyOf(provisos);
        questions = List.copyOf(questions);
        open = List.copyOf(open);
        waysOut = List.copyOf(waysOut);
        pending = List.copyOf(pending);
        nextChanges = List.copyOf(nextChanges);
    }
}
