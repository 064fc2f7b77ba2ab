package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.facts.Term;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * The reference: whole rule files run by Drools as it documents it, in one session that holds all alternatives of all facts, the
 * consequences spoken by compiled code.
 */
final class PlainDrools {

    private final RulePack pack;
    private final InternalKnowledgeBase base;
    private final RuleBase conditions;

    PlainDrools(RulePack pack) {
        this.pack = pack;
        this.conditions = RuleBase.compile(pack.ruleFiles());
        KnowledgeBuilder builder =
                KnowledgeBuilderFactory.newKnowledgeBuilder(KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                        new Properties(), PlainDrools.class.getClassLoader()));
        for (RuleFile file : pack.ruleFiles()) {
            builder.add(ResourceFactory.newReaderResource(new StringReader(file.text()), "UTF-8"), ResourceType.DRL);
        }
        assertThat(builder.getErrors()).isEmpty();
        base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(builder.getKnowledgePackages());
    }

    /** Compares where rules match, and what they say there; gives the number of matches. */
    int compare(Request request, boolean presume) {
        LocalDate day = request.transfer().on();
        Map<String, NamedList> lists =
                pack.namedLists().stream().collect(Collectors.toMap(NamedList::name, list -> list));
        var law = new LawOfDay(day, pack.ruleFiles(), lists, pack.figures(), conditions, new Memory());
        List<Dimension> facts = Facts.of(request.model(), request.transfer(), law, presume);
        Set<String> plain = plain(facts, law.rules().keySet());
        assertThat(boxes(facts, law)).as("%s", request.document()).isEqualTo(plain);
        return plain.size();
    }

    private static Set<String> boxes(List<Dimension> facts, LawOfDay law) {
        var spoken = new TreeSet<String>();
        law.ways(facts)
                .forEach(
                        way -> walk(way.rule(), way.clause().box(facts), facts, law, 0, new int[facts.size()], spoken));
        return spoken;
    }

    private static void walk(
            RuleInForce rule, Box box, List<Dimension> facts, LawOfDay law, int d, int[] at, Set<String> spoken) {
        if (d == at.length) {
            for (Verb verb : rule.file().verbs()) {
                String words = verb instanceof Verb.Find find
                        ? find.effect() + " " + words(rule, find.because(), facts, law, at) + " "
                                + words(rule, find.duty(), facts, law, at)
                        : verb instanceof Verb.Lift lift
                                ? lift.rule() + " " + words(rule, lift.because(), facts, law, at) + " "
                                        + words(rule, lift.duty(), facts, law, at)
                                : "";
                if (!words.isEmpty()) {
                    spoken.add(rule.rule().id() + Arrays.toString(at) + words);
                }
            }
            return;
        }
        if (box.at()[d] == null) {
            at[d] = Dimension.NONE;
            walk(rule, box, facts, law, d + 1, at, spoken);
        } else {
            box.at()[d].stream().forEach(value -> {
                at[d] = value;
                walk(rule, box, facts, law, d + 1, at, spoken);
            });
        }
    }

    private static String words(RuleInForce rule, Verb.Words words, List<Dimension> facts, LawOfDay law, int[] at) {
        return rule.words(words, type -> {
            int d = law.types().indexOf(type);
            return facts.get(d).alternatives().get(at[d]).fact();
        });
    }

    private Set<String> plain(List<Dimension> facts, Collection<String> inForce) {
        var at = new IdentityHashMap<Object, int[]>();
        for (int d = 0; d < facts.size(); d++) {
            for (int a = 0; a < facts.get(d).alternatives().size(); a++) {
                at.put(facts.get(d).alternatives().get(a).fact(), new int[] {d, a});
            }
        }
        var spoken = new TreeSet<String>();
        var definitions = new IdentityHashMap<Object, List<Object>>();
        var current = new Current();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", new Findings(verdict -> {
                List<Object> restsOn = new ArrayList<>();
                current.facts.forEach(fact -> restsOn.addAll(definitions.getOrDefault(fact, List.of(fact))));
                if (verdict instanceof Findings.Verdict.Defined defined) {
                    var term = new Term(defined.term());
                    definitions.put(term, restsOn);
                    session.insert(term);
                    return;
                }
                var match = new int[facts.size()];
                Arrays.fill(match, Dimension.NONE);
                for (Object fact : restsOn) {
                    int[] where = at.get(fact);
                    if (match[where[0]] != Dimension.NONE && match[where[0]] != where[1]) {
                        return;
                    }
                    match[where[0]] = where[1];
                }
                String words = verdict instanceof Findings.Verdict.Found found
                        ? found.effect() + " " + found.because() + " " + found.duty()
                        : lifted((Findings.Verdict.Lifted) verdict);
                spoken.add(current.rule + Arrays.toString(match) + words);
            }));
            session.addEventListener(current);
            at.keySet().forEach(session::insert);
            session.fireAllRules(match -> inForce.contains(match.getRule().getName()));
        } finally {
            session.dispose();
        }
        return spoken;
    }

    private static String lifted(Findings.Verdict.Lifted lift) {
        return lift.rule() + " " + lift.because() + " " + lift.duty();
    }

    private static final class Current extends DefaultAgendaEventListener {
        private String rule = "";
        private List<Object> facts = List.of();

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            rule = event.getMatch().getRule().getName();
            facts = List.copyOf(event.getMatch().getObjects());
        }
    }
}
