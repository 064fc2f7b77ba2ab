package dev.licet.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.licet.law.RulePackException;
import dev.licet.pack.PackContents;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
 * The conditions of the rules of all days, numbered for each fact: says of a value which of them it meets. The one room in which
 * Drools judges; safe for use by many threads at once.
 *
 * <p>A rule asks of each fact by one pattern, and no pattern looks at another. So where a rule matches is a product of the values
 * that meet each of its conditions; a judge is asked for these alone, once for each value, and no session ever holds a product.
 *
 * <p>The conditions of packs that the build has read are judged by their trees: Drools has compiled them there, and a test holds
 * both against each other. Those of all other packs are judged by Drools.
 */
final class RuleBase {

    private final Map<FactType, Map<String, Integer>> numbers;
    private final Map<FactType, List<Condition>> conditions;
    private final Map<Class<?>, List<Ahead>> ahead;
    private final Optional<Compiled> compiled;

    private RuleBase(
            Map<FactType, Map<String, Integer>> numbers,
            Map<FactType, List<Condition>> conditions,
            Map<Class<?>, List<Ahead>> ahead,
            Optional<Compiled> compiled) {
        this.numbers = numbers;
        this.conditions = conditions;
        this.ahead = ahead;
        this.compiled = compiled;
    }

    /** A condition that its tree judges, and its number. */
    private record Ahead(int number, Condition condition) {}

    /**
     * Numbers the conditions of packs, and compiles those that the build has not read.
     *
     * @throws RulePackException naming the file that has a condition that does not compile
     */
    static RuleBase of(List<PackContents> packs) {
        // The same text asks the same, whatever the file.
        Set<String> known = packs.stream()
                .filter(PackContents::ahead)
                .flatMap(pack -> pack.files().stream())
                .flatMap(file -> file.conditions().stream())
                .map(Condition::pattern)
                .collect(Collectors.toSet());
        return of(packs.stream().flatMap(pack -> pack.files().stream()).toList(), known::contains);
    }

    /** Numbers the conditions of rule files, and compiles those that Drools is to judge. */
    static RuleBase of(Collection<RuleFile> files, Predicate<String> judgedByTree) {
        var numbers = new EnumMap<FactType, Map<String, Integer>>(FactType.class);
        var conditions = new EnumMap<FactType, List<Condition>>(FactType.class);
        var ahead = new HashMap<Class<?>, List<Ahead>>();
        var first = new LinkedHashMap<String, RuleFile>();
        var rules = new ArrayList<String>();
        for (RuleFile file : files) {
            for (Condition condition : file.conditions()) {
                FactType type = condition.type();
                Map<String, Integer> ofType = numbers.computeIfAbsent(type, none -> new HashMap<>());
                int number = ofType.size();
                if (ofType.putIfAbsent(condition.text(), number) == null) {
                    String pattern = condition.pattern();
                    conditions.computeIfAbsent(type, none -> new ArrayList<>()).add(condition);
                    if (judgedByTree.test(pattern)) {
                        ahead.computeIfAbsent(type.factClass(), none -> new ArrayList<>())
                                .add(new Ahead(number, condition));
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
                conditions,
                ahead,
                rules.isEmpty() ? Optional.empty() : Optional.of(Compiled.of(rules, first)));
    }

    /** The number of a condition among those that are put on its fact. */
    int number(Condition condition) {
        Map<String, Integer> ofType = numbers.getOrDefault(condition.type(), Map.of());
        return Objects.requireNonNull(ofType.get(condition.text()), condition::text);
    }

    /** A condition by its number. */
    Condition condition(FactType type, int number) {
        return conditions.getOrDefault(type, List.of()).get(number);
    }

    /** How many conditions are put on a fact. */
    int conditions(FactType type) {
        return numbers.getOrDefault(type, Map.of()).size();
    }

    /** The numbers of the conditions that a value of a fact meets. */
    BitSet met(Object fact) {
        return met(List.of(fact)).get(0);
    }

    /** The numbers of the conditions that each of some values of a fact meets, in their order. */
    List<BitSet> met(List<Object> facts) {
        Map<Object, BitSet> judged = compiled.map(judge -> judge.met(facts)).orElse(Map.of());
        var met = new ArrayList<BitSet>(facts.size());
        for (Object fact : facts) {
            var numbers = new BitSet();
            for (Ahead each : ahead.getOrDefault(fact.getClass(), List.of())) {
                if (each.condition().test(fact)) {
                    numbers.set(each.number());
                }
            }
            numbers.or(judged.getOrDefault(fact, NONE));
            met.add(numbers);
        }
        return met;
    }

    private static final BitSet NONE = new BitSet();

    /** Conditions that Drools has compiled; apart, so that Drools is loaded where it is needed. */
    private record Compiled(InternalKnowledgeBase base, Cache<Object, BitSet> remembered) {
        private static final int MOST_REMEMBERED = 100_000;

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
            return new Compiled(
                    base,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_REMEMBERED)
                            .executor(Runnable::run)
                            .build());
        }

        /** The numbers of its conditions that each fact meets; a session takes its time, so what is known is remembered. */
        Map<Object, BitSet> met(List<Object> facts) {
            return remembered.getAll(facts, this::ask);
        }

        private Map<Object, BitSet> ask(Set<?> facts) {
            var met = new HashMap<Object, BitSet>();
            facts.forEach(fact -> met.put(fact, new BitSet()));
            KieSession session = base.newKieSession();
            try {
                session.addEventListener(new DefaultAgendaEventListener() {
                    @Override
                    public void afterMatchFired(AfterMatchFiredEvent event) {
                        String name = event.getMatch().getRule().getName();
                        Objects.requireNonNull(
                                        met.get(event.getMatch().getObjects().get(0)))
                                .set(Integer.parseInt(name.substring(name.indexOf(' ') + 1)));
                    }
                });
                facts.forEach(session::insert);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
            return met;
        }
    }
}
