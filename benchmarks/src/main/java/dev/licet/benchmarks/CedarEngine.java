package dev.licet.benchmarks;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.licet.request.Country;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fifteen rules as Cedar policies that forbid. Lists are groups, of which countries and recipients are members; with each
 * request go the entities that it names. Compute are counted in units of 10^18, as Cedar has whole numbers of 64 bits alone.
 */
final class CedarEngine implements Engine {
    private static final EntityTypeName LIST = type("List");
    private static final EntityTypeName COUNTRY = type("Country");
    private static final EntityTypeName PARTY = type("Party");
    private static final EntityTypeName ACTION = type("Action");
    private static final EntityUID MODEL = new EntityUID(type("Model"), "model");
    private static final Pattern ID = Pattern.compile("@id\\(\"([^\"]+)\"\\)");

    private final AuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;
    private final Map<String, Entity> countries = new HashMap<>();
    private final Map<String, Set<String>> lists = Lists.all();

    CedarEngine() {
        var all = new HashSet<Policy>();
        for (String text : Resources.text("peers/rules.cedar").split("\n\n")) {
            Matcher id = ID.matcher(text);
            if (!id.find()) {
                throw new IllegalStateException("a policy without an id: " + text);
            }
            all.add(new Policy(text, id.group(1)));
        }
        policies = new PolicySet(all);
        try {
            policies.cache();
        } catch (CacheException broken) {
            throw new IllegalStateException(broken);
        }
        for (Country country : Country.all()) {
            EntityUID id = new EntityUID(COUNTRY, country.code());
            countries.put(country.code(), new Entity(id, groups(country.code())));
        }
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }

    private Set<EntityUID> groups(String member) {
        var groups = new HashSet<EntityUID>();
        lists.forEach((name, keys) -> {
            if (keys.contains(member)) {
                groups.add(new EntityUID(LIST, name));
            }
        });
        return groups;
    }

    @Override
    public Answer decide(Case asked) {
        Entity recipient = new Entity(new EntityUID(PARTY, asked.recipient()), groups(asked.recipient()));
        Entity destination = countries.get(asked.destination());
        Entity headquarters = countries.get(asked.headquarters());
        Map<String, Value> context = Map.of(
                "published", new PrimBool(asked.published()),
                "gated", new PrimBool(asked.gated()),
                "closed", new PrimBool(asked.closed()),
                "origin", new PrimString(asked.origin()),
                "compute", new PrimLong((long) (asked.compute() / 1e18)),
                "destination", destination.getEUID(),
                "headquarters", headquarters.getEUID(),
                "endUse", new PrimString(asked.endUse().name()));
        var request = new AuthorizationRequest(
                recipient.getEUID(), new EntityUID(ACTION, asked.kind().name()), MODEL, context);
        Set<Entity> entities = destination == headquarters
                ? Set.of(recipient, destination)
                : Set.of(recipient, destination, headquarters);
        try {
            AuthorizationResponse response = engine.isAuthorized(request, policies, entities);
            AuthorizationSuccessResponse decision =
                    response.success.orElseThrow(() -> new IllegalStateException(response.toString()));
            if (!decision.getErrors().isEmpty()) {
                throw new IllegalStateException(response.toString());
            }
            return Answer.of(decision.isAllowed() ? Set.of() : decision.getReason());
        } catch (AuthException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
