package dev.licet.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.licet.law.RulePackException;
import dev.licet.pack.RuleFile;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.FactType;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
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

    private final Map<FactType, Map<String, Integer>> numbers;
    private final Map<FactType, List<String>> constraints;
    private final Map<Class<?>, List<Ready>> ready;
    private final Optional<Compiled> compiled;
    private final Cache<Object, BitSet> met = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private RuleBase(
            Map<FactType, Map<String, Integer>> numbers,
            Map<FactType, List<String>> constraints,
            Map<Class<?>, List<Ready>> ready,
            Optional<Compiled> compiled) {
        this.numbers = numbers;
        this.constraints = constraints;
        this.ready = ready;
        this.compiled = compiled;
    }

    /** A condition that the build has compiled, and its number. */
    private record Ready(int number, Predicate<Object> condition) {}

    /** Compiles the conditions of rule files; throws {@link RulePackException} naming the file that has one that does not. */
    static RuleBase compile(Collection<RuleFile> files) {
        return compile(files, Map.of());
    }

    /**
     * Compiles the conditions of rule files.
     *
     * @param prebuilt the conditions that are compiled already, by their patterns: the same pattern asks the same, whatever the file
     * @throws RulePackException naming the file that has a condition that does not compile
     */
    static RuleBase compile(Collection<RuleFile> files, Map<String, Predicate<Object>> prebuilt) {
        var numbers = new EnumMap<FactType, Map<String, Integer>>(FactType.class);
        var constraints = new EnumMap<FactType, List<String>>(FactType.class);
        var ready = new HashMap<Class<?>, List<Ready>>();
        var first = new LinkedHashMap<String, RuleFile>();
        var rules = new ArrayList<String>();
        for (RuleFile file : files) {
            for (Condition condition : file.conditions()) {
                FactType type = condition.type();
                Map<String, Integer> ofType = numbers.computeIfAbsent(type, none -> new HashMap<>());
                int number = ofType.size();
                if (ofType.putIfAbsent(condition.constraints(), number) == null) {
                    String pattern = condition.pattern();
                    constraints.computeIfAbsent(type, none -> new ArrayList<>()).add(condition.constraints());
                    if (prebuilt.containsKey(pattern)) {
                        ready.computeIfAbsent(type.factClass(), none -> new ArrayList<>())
                                .add(new Ready(number, prebuilt.get(pattern)));
                    } else {
                        rules.add(
                                "rule \"%s %s\" dialect \"mvel\" when %s then end\n".formatted(type, number, pattern));
                        first.put(pattern, file);
                    }
                }
            }
        }
        return new RuleBase(
                numbers,
                constraints,
                ready,
                rules.isEmpty() ? Optional.empty() : Optional.of(Compiled.of(rules, first)));
    }

    /** The number of a condition among those that are put on its fact. */
    int number(Condition condition) {
        return numbers.get(condition.type()).get(condition.constraints());
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
        var answers = new HashMap<Object, BitSet>();
        for (Object fact : facts) {
            var numbers = new BitSet();
            for (Ready each : ready.getOrDefault(fact.getClass(), List.of())) {
                if (each.condition().test(fact)) {
                    numbers.set(each.number());
                }
            }
            answers.put(fact, numbers);
        }
        compiled.ifPresent(rest -> rest.ask(answers));
        return answers;
    }

    /** The conditions that no build has compiled, as Drools has compiled them; apart, so that Drools is loaded where it is needed. */
    private record Compiled(InternalKnowledgeBase base) {

        static Compiled of(List<String> rules, Map<String, RuleFile> files) {
            String text = "package licet\nimport dev.licet.facts.*\n" + String.join("", rules);
            KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                    new Properties(), RuleBase.class.getClassLoader());
            KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
            builder.add(ResourceFactory.newReaderResource(new StringReader(text), "UTF-8"), ResourceType.DRL);
            if (builder.hasErrors()) {
                KnowledgeBuilderError error = builder.getErrors().iterator().next();
                String message = error.getMessage().replaceAll("\\s+", " ").strip();
                String path = files.entrySet().stream()
                        .filter(each -> message.contains(each.getKey()))
                        .findFirst()
                        .map(each -> each.getValue().path())
                        .orElse("rules");
                throw new RulePackException(
                        path, "the rule does not compile (%s)".formatted(message), "a sign is missing.");
            }
            InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
            base.addPackages(builder.getKnowledgePackages());
            return new Compiled(base);
        }

        /** Sets the numbers of the conditions that each fact meets. */
        void ask(Map<Object, BitSet> facts) {
            KieSession session = base.newKieSession();
            try {
                session.addEventListener(new DefaultAgendaEventListener() {
                    @Override
                    public void afterMatchFired(AfterMatchFiredEvent event) {
                        String name = event.getMatch().getRule().getName();
                        facts.get(event.getMatch().getObjects().get(0))
                                .set(Integer.parseInt(name.substring(name.indexOf(' ') + 1)));
                    }
                });
                new ArrayList<>(facts.keySet()).forEach(session::insert);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
        }
    }
}
