package dev.licet.engine;

import dev.licet.answer.Assumption;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.answer.Reasons;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Works out the reasons of a decision. */
public final class Reasoning {
    private Reasoning() {}

    public static Reasons of(Request request, Stance stance, Library library, List<Variable> facts) {
        PointInTimeLaw law = library.on(request.transfer().on());
        Evaluation evaluation = law.evaluation(stance, facts);
        var report = new Report(law, facts, evaluation);
        List<Finding> findings = report.findings();
        List<Finding> pending = report.pending();
        List<Assumption> assumptions = report.assumptions();
        List<Question> questions = report.questions();
        return new Reasons(
                new Deciding(stance, findings, assumptions, questions, library.rules()).byLayer(evaluation.layers()),
                findings,
                assumptions,
                questions,
                evaluation.open(),
                report.availableExceptions(),
                pending,
                library.legalChanges().next(restsOn(findings, pending, assumptions, questions), request),
                library.examined(law));
    }

    /** The rules of which it would matter if they changed. */
    private static Set<String> restsOn(
            List<Finding> findings, List<Finding> pending, List<Assumption> assumptions, List<Question> questions) {
        var ids = new TreeSet<String>();
        Stream.concat(findings.stream(), pending.stream()).forEach(finding -> {
            ids.add(finding.rule().id());
            finding.exceptions().forEach(exception -> ids.add(exception.rule().id()));
        });
        assumptions.forEach(assumption -> ids.addAll(assumption.rules()));
        questions.forEach(question -> question.answers().forEach(answer -> ids.addAll(answer.rules())));
        return ids;
    }
}
