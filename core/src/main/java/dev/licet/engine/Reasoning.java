package dev.licet.engine;

import dev.licet.answer.Finding;
import dev.licet.answer.Proviso;
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

    public static Reasons of(Request request, Stance stance, Library library, List<Dimension> facts) {
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
