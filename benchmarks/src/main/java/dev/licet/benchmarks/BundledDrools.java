package dev.licet.benchmarks;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.StatedFacts;
import dev.licet.facts.Term;
import dev.licet.request.Request;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/**
 * The bundled rule files of one day, run by Drools as its guide shows it: facts go into a session, rules fire, the session is
 * disposed of. What fires is collected by a listener, as the files do not say their own names.
 */
final class BundledDrools {
    private static final int POOLED = 4;

    private final Supplier<KieSession> sessions;

    /**
     * What has fired.
     *
     * @param found the rules that have found something
     * @param excepted the rules that exceptions exception
     */
    record Fired(Set<String> found, Set<String> excepted) {}

    BundledDrools(boolean pooled) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        for (RulePack pack : RulePack.bundled()) {
            pack.rules().stream()
                    .filter(rule -> rule.inWindow(Requests.DAY))
                    .forEach(rule -> files.write("src/main/resources/%s.drl".formatted(rule.id()), pack.text(rule)));
        }
        KieBuilder builder = services.newKieBuilder(files).buildAll(DrlProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieBase base =
                services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        if (pooled) {
            KieSessionsPool pool = base.newKieSessionsPool(POOLED);
            sessions = pool::newKieSession;
        } else {
            sessions = base::newKieSession;
        }
    }

    Fired decide(List<Object> facts) {
        var fired = new Fired(new TreeSet<>(), new TreeSet<>());
        var terms = new TreeSet<String>();
        var firing = new Firing();
        KieSession session = sessions.get();
        try {
            session.addEventListener(firing);
            session.setGlobal(
                    "findings",
                    StatedFacts.findings(() -> fired.found().add(firing.rule), fired.excepted()::add, term -> {
                        // Two definitions of one term are one fact.
                        if (terms.add(term)) {
                            session.insert(new Term(term));
                        }
                    }));
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return fired;
    }

    private static final class Firing extends DefaultAgendaEventListener {
        private String rule = "";

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            rule = event.getMatch().getRule().getName();
        }
    }

    /**
     * Compares with Licet: the rules that find something, bills and what is not enforced among them, and of these the ones that are
     * excepted. Outcomes cannot be compared, as the files do not say what a status makes of them.
     *
     * @throws IllegalStateException naming the first case on which they differ
     */
    static void check(BundledDrools drools, int many) {
        Licet licet = Licet.standard();
        var stated = new StatedFacts(licet.packs(), Requests.DAY);
        for (Case asked : Cases.random(Agreement.FEW, many)) {
            Request request = Requests.withUnknown(asked, 0);
            Fired wanted = found(licet, request);
            Fired fired = drools.decide(stated.of(request));
            var excepted = new TreeSet<>(fired.excepted());
            excepted.retainAll(fired.found());
            Fired given = new Fired(fired.found(), excepted);
            if (!given.equals(wanted)) {
                throw new IllegalStateException(
                        "Drools answers (%s) and not (%s) to (%s).\nMaybe its facts are not the same."
                                .formatted(given, wanted, asked));
            }
        }
    }

    private static Fired found(Licet licet, Request request) {
        var fired = new Fired(new TreeSet<>(), new TreeSet<>());
        var decision = licet.decide(request);
        Stream.concat(decision.findings().stream(), decision.pending().stream()).forEach(finding -> {
            fired.found().add(finding.rule().id());
            if (finding.excepted()) {
                fired.excepted().add(finding.rule().id());
            }
        });
        return fired;
    }
}
