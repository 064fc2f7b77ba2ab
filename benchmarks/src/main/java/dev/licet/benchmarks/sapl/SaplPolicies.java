package dev.licet.benchmarks.sapl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sapl.api.interpreter.Val;
import io.sapl.api.pdp.AuthorizationDecision;
import io.sapl.api.pdp.AuthorizationSubscription;
import io.sapl.api.pdp.Decision;
import io.sapl.interpreter.InitializationException;
import io.sapl.interpreter.combinators.PolicyDocumentCombiningAlgorithm;
import io.sapl.pdp.EmbeddedPolicyDecisionPoint;
import io.sapl.pdp.PolicyDecisionPointFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** SAPL with some policies: takes subject, action and resource, and answers the obligations, none if it permits. */
public final class SaplPolicies implements Function<JsonNode[], List<String>> {
    private final EmbeddedPolicyDecisionPoint pdp;

    /** Starts it with policies, and lists as its variables. */
    public SaplPolicies(List<String> policies, Map<String, Set<String>> lists) {
        Map<String, Val> variables = new HashMap<>();
        lists.forEach((name, keys) -> {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            keys.forEach(list::add);
            variables.put(name, Val.of(list));
        });
        try {
            pdp = PolicyDecisionPointFactory.fixedInRamPolicyDecisionPoint(
                    policies, PolicyDocumentCombiningAlgorithm.DENY_OVERRIDES, variables);
        } catch (InitializationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public List<String> apply(JsonNode[] asked) {
        var subscription =
                new AuthorizationSubscription(asked[0], asked[1], asked[2], JsonNodeFactory.instance.nullNode());
        Optional<AuthorizationDecision> decision = pdp.decideOnce(subscription).blockOptional();
        var obligations = new ArrayList<String>();
        decision.flatMap(AuthorizationDecision::getObligations)
                .ifPresent(all -> all.forEach(each -> obligations.add(each.textValue())));
        Decision expected = obligations.isEmpty() ? Decision.PERMIT : Decision.DENY;
        if (decision.map(AuthorizationDecision::getDecision)
                .filter(expected::equals)
                .isEmpty()) {
            throw new IllegalStateException(
                    "SAPL has not decided (%s).\nMaybe a policy fails on these facts.".formatted(decision));
        }
        return obligations;
    }
}
