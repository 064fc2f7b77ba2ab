package dev.licet.engine;

import dev.licet.answer.Assumption;
import dev.licet.answer.AvailableException;
import dev.licet.answer.Decision;
import dev.licet.answer.Examined;
import dev.licet.answer.Finding;
import dev.licet.answer.LegalChange;
import dev.licet.answer.Question;
import dev.licet.answer.Reasons;
import dev.licet.law.Layer;
import dev.licet.law.Stance;
import dev.licet.request.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out the reasons of a decision, each when it is asked for. */
public final class Reasoning implements Reasons {
    private final Request request;
    private final Library library;
    private final PointInTimeLaw law;
    private final Evaluation evaluation;
    private final Report report;

    private final Lazy<List<Finding>> findings;
    private final Lazy<List<Finding>> pending;
    private final Lazy<List<Assumption>> assumptions;
    private final Lazy<List<Assumption>> assumed;
    private final Lazy<List<Question>> questions;
    private final Lazy<Map<String, List<String>>> asked;
    private final Lazy<List<AvailableException>> availableExceptions;
    private final Lazy<List<LegalChange>> nextChanges = new Lazy<>(this::next);
    private final Lazy<Map<Layer, List<String>>> decidedBy;

    /** The reasons under a stance. */
    public Reasoning(
            Request request,
            Stance stance,
            Library library,
            List<Variable> facts,
            Evaluations evaluations,
            Missing missing) {
        this.request = request;
        this.library = library;
        this.law = library.on(request.transfer().on());
        this.evaluation = evaluations.under(stance, facts);
        this.report = new Report(law, facts, evaluation, missing);
        this.findings = new Lazy<>(report::findings);
        this.pending = new Lazy<>(report::pending);
        this.assumptions = new Lazy<>(report::assumptions);
        this.assumed = new Lazy<>(report::assumed);
        this.questions = new Lazy<>(report::questions);
        this.asked = new Lazy<>(report::asked);
        this.availableExceptions = new Lazy<>(report::availableExceptions);
        this.decidedBy = new Lazy<>(() -> new Deciding(stance, findings(), assumed(), asked().values(), library.rules())
                .byLayer(evaluation.layers()));
    }

    /** The rules of which it would matter if they changed. */
    private List<LegalChange> next() {
        Set<String> ids = new HashSet<>();
        for (List<Finding> all : List.of(findings(), pending())) {
            for (Finding finding : all) {
                ids.add(finding.rule().id());
                finding.exceptions()
                        .forEach(exception -> ids.add(exception.rule().id()));
            }
        }
        assumed().forEach(assumption -> ids.addAll(assumption.rules()));
        asked().values().forEach(ids::addAll);
        return library.legalChanges().next(ids, request);
    }

    @Override
    public String law() {
        return library.digest(law);
    }

    @Override
    public Map<Layer, List<String>> decidedBy() {
        return decidedBy.get();
    }

    @Override
    public List<Finding> findings() {
        return findings.get();
    }

    @Override
    public List<Assumption> assumptions() {
        return assumptions.get();
    }

    @Override
    public List<Assumption> assumed() {
        return assumed.get();
    }

    @Override
    public List<Question> questions() {
        return questions.get();
    }

    @Override
    public Map<String, List<String>> asked() {
        return asked.get();
    }

    @Override
    public List<Decision.Open> open() {
        return evaluation.open();
    }

    @Override
    public List<AvailableException> availableExceptions() {
        return availableExceptions.get();
    }

    @Override
    public List<Finding> pending() {
        return pending.get();
    }

    @Override
    public List<LegalChange> nextChanges() {
        return nextChanges.get();
    }

    @Override
    public Examined examined() {
        return library.examined(law);
    }
}
