package dev.licet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.facts.Findings;
import dev.licet.facts.ReviewPolicy;
import dev.licet.facts.Term;
import dev.licet.law.Effect;
import dev.licet.pack.NamedList;
import dev.licet.pack.PackContents;
import dev.licet.pack.RuleFile;
import dev.licet.pack.Verb;
import dev.licet.request.Request;
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
import java.util.function.Consumer;
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

    private final PackContents pack;
    private final InternalKnowledgeBase base;
    private final RuleBase conditions;

    PlainDrools(PackContents pack) {
        this.pack = pack;
        this.conditions = RuleBase.of(List.of(pack));
        KnowledgeBuilder builder =
                KnowledgeBuilderFactory.newKnowledgeBuilder(KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                        new Properties(), PlainDrools.class.getClassLoader()));
        for (RuleFile file : pack.files()) {
            builder.add(ResourceFactory.newReaderResource(new StringReader(file.text()), "UTF-8"), ResourceType.DRL);
        }
        assertThat(builder.getErrors()).isEmpty();
        base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(builder.getKnowledgePackages());
    }

    /** Compares where rules match, and what they say there; gives the number of matches. */
    int compare(Request request, boolean assume) {
        LocalDate day = request.transfer().on();
        Map<String, NamedList> lists = pack.lists().stream().collect(Collectors.toMap(NamedList::name, list -> list));
        var law = new PointInTimeLaw(
                day,
                pack.files(),
                lists,
                pack.within(),
                pack.figures(),
                pack.coverage(),
                new Meanings(pack.aliases(), lists.values()),
                conditions,
                new Memory());
        List<Variable> facts = Facts.of(request, law, assume);
        Set<String> plain = plain(facts, law.rules().keySet());
        assertThat(cubes(facts, law)).as("%s", request.document()).isEqualTo(plain);
        return plain.size();
    }

    private static Set<String> cubes(List<Variable> facts, PointInTimeLaw law) {
        var spoken = new TreeSet<String>();
        law.ways(facts)
                .forEach(way ->
                        walk(way.rule(), way.clause().cube(facts), facts, law, 0, new int[facts.size()], spoken));
        return spoken;
    }

    private static void walk(
            RuleInForce rule,
            Cube cube,
            List<Variable> facts,
            PointInTimeLaw law,
            int d,
            int[] at,
            Set<String> spoken) {
        if (d == at.length) {
            for (Verb verb : rule.file().verbs()) {
                String words = verb instanceof Verb.Find find
                        ? find.effect() + " " + words(rule, find.because(), facts, law, at) + " "
                                + words(rule, find.obligation(), facts, law, at)
                        : verb instanceof Verb.Except exception
                                ? exception.rule() + " " + words(rule, exception.because(), facts, law, at) + " "
                                        + words(rule, exception.obligation(), facts, law, at)
                                : "";
                if (!words.isEmpty()) {
                    spoken.add(rule.rule().id() + Arrays.toString(at) + words);
                }
            }
            return;
        }
        if (cube.at()[d] == null) {
            at[d] = Variable.NONE;
            walk(rule, cube, facts, law, d + 1, at, spoken);
        } else {
            cube.at()[d].stream().forEach(value -> {
                at[d] = value;
                walk(rule, cube, facts, law, d + 1, at, spoken);
            });
        }
    }

    private static String words(
            RuleInForce rule, Verb.Words words, List<Variable> facts, PointInTimeLaw law, int[] at) {
        return rule.words(words, type -> {
            int d = law.types().indexOf(type);
            return facts.get(d).values().get(at[d]).fact();
        });
    }

    private Set<String> plain(List<Variable> facts, Collection<String> inForce) {
        var at = new IdentityHashMap<Object, int[]>();
        for (int d = 0; d < facts.size(); d++) {
            for (int a = 0; a < facts.get(d).values().size(); a++) {
                at.put(facts.get(d).values().get(a).fact(), new int[] {d, a});
            }
        }
        var spoken = new TreeSet<String>();
        var definitions = new IdentityHashMap<Object, List<Object>>();
        var current = new Current();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", new Speaker(verdict -> {
                List<Object> restsOn = new ArrayList<>();
                current.facts.forEach(fact -> restsOn.addAll(definitions.getOrDefault(fact, List.of(fact))));
                if (verdict instanceof Verdict.Defined defined) {
                    var term = new Term(defined.term());
                    definitions.put(term, restsOn);
                    session.insert(term);
                    return;
                }
                var match = new int[facts.size()];
                Arrays.fill(match, Variable.NONE);
                for (Object fact : restsOn) {
                    int[] where = at.get(fact);
                    if (match[where[0]] != Variable.NONE && match[where[0]] != where[1]) {
                        return;
                    }
                    match[where[0]] = where[1];
                }
                String words = verdict instanceof Verdict.Found found
                        ? found.effect() + " " + found.because() + " " + found.obligation()
                        : excepted((Verdict.Lifted) verdict);
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

    /** One verb that one match of a rule has spoken. */
    private sealed interface Verdict {
        record Found(Effect effect, String because, String obligation) implements Verdict {}

        record Lifted(String rule, String because, String obligation) implements Verdict {}

        record Defined(String term) implements Verdict {}
    }

    /** Hears the verbs. Public: compiled rules call it. */
    public record Speaker(Consumer<Object> hear) implements Findings {
        @Override
        public void prohibit(String because) {
            hear.accept(new Verdict.Found(Effect.PROHIBIT, because, ""));
        }

        @Override
        public void requireLicense(ReviewPolicy policy, String because) {
            hear.accept(new Verdict.Found(Effect.REQUIRE_LICENSE, because, ""));
        }

        @Override
        public void impose(String obligation, String because) {
            hear.accept(new Verdict.Found(Effect.IMPOSE, because, obligation));
        }

        @Override
        public void flag(String because) {
            hear.accept(new Verdict.Found(Effect.FLAG, because, ""));
        }

        @Override
        public void except(String rule, String because) {
            except(rule, because, "");
        }

        @Override
        public void except(String rule, String because, String obligation) {
            hear.accept(new Verdict.Lifted(rule, because, obligation));
        }

        @Override
        public void define(String term) {
            hear.accept(new Verdict.Defined(term));
        }
    }

    private static String excepted(Verdict.Lifted exception) {
        return exception.rule() + " " + exception.because() + " " + exception.obligation();
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
