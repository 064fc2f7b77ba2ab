package dev.licet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What stands behind the outcomes of a decision; {@link Decision} says what each part is. */
record Reasons(
        Map<Authority, List<String>> decidedBy,
        List<Finding> findings,
        List<Proviso> provisos,
        List<Question> questions,
        List<Decision.Open> open,
        List<WayOut> waysOut,
        List<Finding> pending,
        List<Amendment> nextChanges,
        Examined examined) {

    Reasons {
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

    static Reasons of(Request request, Stance stance, Library library, List<Dimension> facts) {
        LawOfDay law = library.on(request.transfer().on());
        Judgment judgment = law.judgment(stance, facts);
        var report = new Report(law, facts, judgment);
        List<Finding> findings = report.findings();
        List<Finding> pending = report.pending();
        List<Proviso> provisos = report.provisos();
        List<Question> questions = report.questions();
        return new Reasons(
                new Deciding(stance, findings, provisos, questions, library.rules()).byLayer(judgment.layers()),
                findings,
                provisos,
                questions,
                judgment.open(),
                report.waysOut(),
                pending,
                library.turning().next(restsOn(findings, pending, provisos, questions), request),
                library.examined(law));
    }

    /** The rules of which it would matter if they changed. */
    private static Set<String> restsOn(
            List<Finding> findings, List<Finding> pending, List<Proviso> provisos, List<Question> questions) {
        var ids = new TreeSet<String>();
        Stream.concat(findings.stream(), pending.stream()).forEach(finding -> {
            ids.add(finding.rule().id());
            finding.liftedBy().forEach(lift -> ids.add(lift.rule().id()));
        });
        provisos.forEach(proviso -> ids.addAll(proviso.rules()));
        questions.forEach(question -> question.answers().forEach(answer -> ids.addAll(answer.rules())));
        return ids;
    }
}
