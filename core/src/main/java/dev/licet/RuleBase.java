package dev.licet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * The conditions of the rules, compiled: says of a fact which of them it meets. The one room in which Drools runs; safe for use
 * by many threads at once.
 *
 * <p>A rule asks of each fact by one pattern, and no pattern looks at another. So where a rule matches is a product of the values
 * that meet each of its conditions; Drools is asked for these alone, once for each value, and no session ever holds a product.
 */
final class RuleBase {

    private static final int REMEMBERED = 100_000;

    private final InternalKnowledgeBase base;
    private final Map<FactType, Map<String, Integer>> numbers;
    private final Map<FactType, List<String>> constraints;
    private final Cache<Object, BitSet> met = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private RuleBase(
            InternalKnowledgeBase base,
            Map<FactType, Map<String, Integer>> numbers,
            Map<FactType, List<String>> constraints) {
        this.base = base;
        this.numbers = numbers;
        this.constraints = constraints;
    }

    /** Compiles the conditions of rule files; throws {@link RulePackException} naming the file that has one that does not. */
    static RuleBase compile(Collection<RuleFile> files) {
        var numbers = new EnumMap<FactType, Map<String, Integer>>(FactType.class);
        var constraints = new EnumMap<FactType, List<String>>(FactType.class);
        var first = new LinkedHashMap<String, RuleFile>();
        for (RuleFile file : files) {
            for (Condition condition : file.conditions()) {
                Map<String, Integer> ofType = numbers.computeIfAbsent(condition.type(), none -> new LinkedHashMap<>());
                if (ofType.putIfAbsent(condition.pattern(), ofType.size()) == null) {
                    constraints
                            .computeIfAbsent(condition.type(), none -> new ArrayList<>())
                            .add(condition.constraints());
                    first.put(condition.pattern(), file);
                }
            }
        }
        var text = new StringBuilder("package licet\nimport dev.licet.*\nimport dev.licet.facts.*\n");
        numbers.forEach((type, patterns) -> patterns.forEach((pattern, number) ->
                text.append("rule \"%s\" dialect \"mvel\" when %s then end\n".formatted(name(type, number), pattern))));
        KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                new Properties(), RuleBase.class.getClassLoader());
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        builder.add(ResourceFactory.newReaderResource(new StringReader(text.toString()), "UTF-8"), ResourceType.DRL);
        if (builder.hasErrors()) {
            KnowledgeBuilderError error = builder.getErrors().iterator().next();
            String message = error.getMessage().replaceAll("\\s+", " ").strip();
            String path = first.entrySet().stream()
                    .filter(each -> message.contains(each.getKey()))
                    .findFirst()
                    .map(each -> each.getValue().path())
                    .orElse("rules");
            throw new RulePackException(
                    path, "the rule does not compile (%s)".formatted(message), "a sign is missing.");
        }
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(builder.getKnowledgePackages());
        return new RuleBase(base, numbers, constraints);
    }

    private static String name(FactType type, int number) {
        return type + " " + number;
    }

    /** The number of a condition among those that are put on its fact. */
    int number(Condition condition) {
        return numbers.get(condition.type()).get(condition.pattern());
    }

    /** A condition as rule files have it, by its number. */
    String constraints(FactType type, int number) {
        return constraints.get(type).get(number);
    }

    /** How many conditions are put on a fact. */
    int conditions(FactType type) {
        return numbers.getOrDefault(type, Map.of()).size();
    }

    /** The numbers of the conditions that each of some values of a fact meets, in their order. */
    List<BitSet> met(List<Object> facts) {
        Map<Object, BitSet> known = met.getAll(facts, this::ask);
        return facts.stream().map(known::get).toList();
    }

    private Map<Object, BitSet> ask(Set<?> facts) {
        var answers = new IdentityHashMap<Object, BitSet>();
        facts.forEach(fact -> answers.put(fact, new BitSet()));
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    String name = event.getMatch().getRule().getName();
                    answers.get(event.getMatch().getObjects().get(0))
                            .set(Integer.parseInt(name.substring(name.indexOf(' ') + 1)));
                }
            });
            new ArrayList<>(facts).forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return new HashMap<>(answers);
    }
}
