package dev.licet.benchmarks;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The fifteen rules as expressions, an expression a rule, compiled once; the exception stands in the rule that it exceptions. */
final class CelEngine implements Engine {
    private static final Map<String, String> EXPRESSIONS = Map.ofEntries(
            Map.entry("benchmark.embargo", "destination in embargoed"),
            Map.entry(
                    "benchmark.closed-weights",
                    "kind == 'WEIGHTS' && closed && compute >= 1e26 && destination != 'US'"
                            + " && !(destination in allies && headquarters in allies)"),
            Map.entry("benchmark.closed-us-models", "closed && origin == 'US' && destination in restricted"),
            Map.entry("benchmark.gated-us-models", "gated && origin == 'US' && destination in restricted"),
            Map.entry("benchmark.military-end-use", "end_use == 'MILITARY' && destination in arms"),
            Map.entry("benchmark.military-intelligence", "end_use == 'MILITARY_INTELLIGENCE' && destination in arms"),
            Map.entry("benchmark.weapons", "end_use == 'WEAPONS_OF_MASS_DESTRUCTION'"),
            Map.entry("benchmark.surveillance", "end_use == 'SURVEILLANCE' && !(destination in allies)"),
            Map.entry("benchmark.entities", "!published && recipient in entities"),
            Map.entry("benchmark.denied-persons", "recipient in denied"),
            Map.entry("benchmark.headquarters", "kind == 'WEIGHTS' && closed && headquarters in restricted"),
            Map.entry("benchmark.compute", "kind == 'COMPUTE' && destination in restricted"),
            Map.entry("benchmark.notice", "compute >= 1e25 && destination in union"),
            Map.entry("benchmark.keep-a-log", "kind == 'API' && closed && destination != 'US'"));

    private final Map<String, CelRuntime.Program> programs = new LinkedHashMap<>();
    private final Map<String, Object> lists = new HashMap<>();

    CelEngine() {
        CelBuilder builder = CelFactory.standardCelBuilder()
                .addVar("kind", SimpleType.STRING)
                .addVar("published", SimpleType.BOOL)
                .addVar("gated", SimpleType.BOOL)
                .addVar("closed", SimpleType.BOOL)
                .addVar("origin", SimpleType.STRING)
                .addVar("compute", SimpleType.DOUBLE)
                .addVar("destination", SimpleType.STRING)
                .addVar("end_use", SimpleType.STRING)
                .addVar("recipient", SimpleType.STRING)
                .addVar("headquarters", SimpleType.STRING);
        // As maps, in which "in" is a look-up; in a list it would go through all of it.
        Lists.all().forEach((name, keys) -> {
            builder.addVar(name, MapType.create(SimpleType.STRING, SimpleType.BOOL));
            lists.put(name, keys.stream().collect(Collectors.toMap(key -> key, key -> true)));
        });
        Cel cel = builder.build();
        EXPRESSIONS.forEach((rule, expression) -> {
            try {
                programs.put(rule, cel.createProgram(cel.compile(expression).getAst()));
            } catch (CelValidationException | CelEvaluationException wrong) {
                throw new IllegalStateException(rule, wrong);
            }
        });
    }

    @Override
    public Answer decide(Case asked) {
        var variables = new HashMap<>(lists);
        variables.put("kind", asked.kind().name());
        variables.put("published", asked.published());
        variables.put("gated", asked.gated());
        variables.put("closed", asked.closed());
        variables.put("origin", asked.origin());
        variables.put("compute", asked.compute());
        variables.put("destination", asked.destination());
        variables.put("end_use", asked.endUse().name());
        variables.put("recipient", asked.recipient());
        variables.put("headquarters", asked.headquarters());
        var standing = new Answer.Standing();
        for (Map.Entry<String, CelRuntime.Program> rule : programs.entrySet()) {
            try {
                if (Boolean.TRUE.equals(rule.getValue().eval(variables))) {
                    standing.add(rule.getKey());
                }
            } catch (CelEvaluationException failed) {
                throw new IllegalStateException(rule.getKey(), failed);
            }
        }
        return standing.answer();
    }
}
