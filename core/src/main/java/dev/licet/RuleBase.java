package dev.licet;

import dev.licet.facts.Term;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** The compiled rules. The one room in which Drools runs; safe for use by many threads at once. */
final class RuleBase {

    /** A verb that a rule spoke on certain facts; the position tells the verbs of one rule apart. */
    record Spoken(String rule, int position, List<Object> facts, Findings.Verdict verdict) {}

    private final InternalKnowledgeBase base;

    private RuleBase(InternalKnowledgeBase base) {
        this.base = base;
    }

    /** Compiles rule files; throws {@link RulePackException} naming the file and line of the first that does not compile. */
    static RuleBase compile(Collection<RuleFile> files) {
        KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                new Properties(), RuleBase.class.getClassLoader());
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        Map<String, RuleFile> byId = new TreeMap<>();
        for (RuleFile file : files) {
            byId.put(file.rule().id(), file);
            Resource resource = ResourceFactory.newReaderResource(new StringReader(file.text()), "UTF-8");
            resource.setSourcePath(file.rule().id() + ".drl");
            builder.add(resource, ResourceType.DRL);
            if (builder.hasErrors()) {
                KnowledgeBuilderError error = builder.getErrors().iterator().next();
                int line = error.getLines().length > 0 ? Math.max(1, error.getLines()[0]) : 1;
                throw new RulePackException(
                        file.path() + ":" + line,
                        "the rule does not compile (%s)"
                                .formatted(error.getMessage()
                                        .replaceAll("\\s+", " ")
                                        .strip()),
                        "a variable, a comma or a semicolon is missing.");
            }
        }
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(builder.getKnowledgePackages());
        return new RuleBase(base);
    }

    /**
     * Lets the rules see facts and hears what they say.
     *
     * @param facts what the rules see, alternatives of one fact beside each other
     * @param rules the ids of the rules that may speak
     */
    List<Spoken> ask(Collection<?> facts, Collection<String> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var spoken = new ArrayList<Spoken>();
        var current = new Current();
        KieSession session = base.newKieSession();
        try {
            var definitions = new IdentityHashMap<Object, List<Object>>();
            session.setGlobal("findings", new Findings(verdict -> {
                List<Object> restsOn = current.facts.stream()
                        .flatMap(fact -> definitions.getOrDefault(fact, List.of(fact)).stream())
                        .toList();
                if (verdict instanceof Findings.Verdict.Defined defined) {
                    var term = new Term(defined.term());
                    definitions.put(term, restsOn);
                    session.insert(term);
                } else {
                    spoken.add(new Spoken(current.rule, current.position++, restsOn, verdict));
                }
            }));
            session.addEventListener(current);
            facts.forEach(session::insert);
            session.fireAllRules(match -> rules.contains(match.getRule().getName()));
        } finally {
            session.dispose();
        }
        return spoken;
    }

    private static final class Current extends DefaultAgendaEventListener {
        private String rule = "";
        private List<Object> facts = List.of();
        private int position;

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            rule = event.getMatch().getRule().getName();
            facts = List.copyOf(event.getMatch().getObjects());
            position = 0;
        }
    }
}
