package dev.licet.benchmarks;

import dev.licet.facts.EndUse;
import dev.licet.facts.TransferKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;

/** The fifteen rules in Drools as its guide shows it: facts go into a session, rules fire, the session is disposed of. */
public final class PlainDrools implements Engine {
    private final KieBase base;
    private final Map<String, Set<String>> lists = Lists.all();
    private final boolean stateless;

    /** The model, as a fact. */
    public record Model(String origin, double compute, boolean published, boolean gated, boolean closed) {}

    /** The transfer, as a fact. */
    public record Transfer(TransferKind kind, String destination, EndUse endUse) {}

    /** The recipient, as a fact. */
    public record Recipient(String name, String headquarters) {}

    /** An exception that applies: the fact that a rule is excepted. */
    public record Lift(String rule) {}

    PlainDrools(boolean stateless) {
        this.stateless = stateless;
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(services.getResources().newClassPathResource("peers/rules.drl"));
        KieBuilder builder = services.newKieBuilder(files).buildAll(DrlProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    @Override
    public Answer decide(Case asked) {
        List<Object> facts = List.of(
                new Model(asked.origin(), asked.compute(), asked.published(), asked.gated(), asked.closed()),
                new Transfer(asked.kind(), asked.destination(), asked.endUse()),
                new Recipient(asked.recipient(), asked.headquarters()));
        var standing = new Answer.Standing();
        if (stateless) {
            StatelessKieSession session = base.newStatelessKieSession();
            session.setGlobal("standing", standing);
            lists.forEach(session::setGlobal);
            session.execute(facts);
        } else {
            KieSession session = base.newKieSession();
            try {
                session.setGlobal("standing", standing);
                lists.forEach(session::setGlobal);
                facts.forEach(session::insert);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
        }
        return standing.answer();
    }
}
