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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    private final Lazy<List<Question>> questions;
    private final Lazy<Map<String, List<String>>> asked;
    private final Lazy<List<AvailableException>> availableExceptions;
    private final Lazy<List<LegalChange>> nextChanges = new Lazy<>(this::next);
    private final Lazy<Map<Layer, List<String>>> decidedBy;

    /** The reasons under a stance. */
    public Reasoning(Request request, Stance stance, Library library, List<Variable> facts) {
        this.request = request;
        this.library = library;
        this.law = library.on(request.transfer().on());
        this.evaluation = law.evaluation(stance, facts);
        this.report = new Report(law, facts, evaluation);
        this.findings = new Lazy<>(report::findings);
        this.pending = new Lazy<>(report::pending);
        this.assumptions = new Lazy<>(report::assumptions);
        this.questions = new Lazy<>(report::questions);
        this.asked = new Lazy<>(report::asked);
        this.availableExceptions = new Lazy<>(report::availableExceptions);
        this.decidedBy =
                new Lazy<>(() -> new Deciding(stance, findings(), assumptions(), asked().values(), library.rules())
                        .byLayer(evaluation.layers()));
    }

    /** The rules of which it would matter if they changed. */
    private List<LegalChange> next() {
        Set<String> ids = new TreeSet<>();
        Stream.concat(findings().stream(), pending().stream()).forEach(finding -> {
            ids.add(finding.rule().id());
            finding.exceptions().forEach(exception -> ids.add(exception.rule().id()));
        });
        assumptions().forEach(assumption -> ids.addAll(assumption.rules()));
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
