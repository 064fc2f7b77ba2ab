package dev.licet.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.KieServices;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;

/** The fifteen rules as a decision table of DMN that collects the rules that stand. */
final class DmnEngine implements Engine {
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final Map<String, List<String>> lists = new HashMap<>();

    DmnEngine() {
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(
                        List.of(KieServices.Factory.get().getResources().newClassPathResource("peers/rules.dmn")))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
        Lists.all().forEach((name, keys) -> lists.put(name, List.copyOf(keys)));
    }

    @Override
    public Answer decide(Case asked) {
        DMNContext context = runtime.newContext();
        context.set("kind", asked.kind().name());
        context.set("published", asked.published());
        context.set("gated", asked.gated());
        context.set("closed", asked.closed());
        context.set("origin", asked.origin());
        context.set("compute", asked.compute());
        context.set("destination", asked.destination());
        context.set("endUse", asked.endUse().name());
        context.set("recipient", asked.recipient());
        context.set("headquarters", asked.headquarters());
        context.set("lists", lists);
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        Object standing = result.getDecisionResultByName("standing").getResult();
        var rules = new ArrayList<String>();
        if (standing instanceof List<?> several) {
            several.forEach(rule -> rules.add((String) rule));
        }
        return Answer.of(rules);
    }
}
