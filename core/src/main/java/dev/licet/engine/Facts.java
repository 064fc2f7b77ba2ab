package dev.licet.engine;

import dev.licet.request.Request;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.Situation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The facts of a request for which the rules of a day ask, each with the value it has and the values it could have. */
public final class Facts {
    private Facts() {}

    /**
     * The facts of a request.
     *
     * @param assume false if nothing is to be assumed
     */
    public static List<Variable> of(Request request, PointInTimeLaw law, boolean assume) {
        return of(request, law, assume, Set.of());
    }

    /**
     * The facts of a request.
     *
     * @param assume false if nothing is to be assumed
     * @param accepted the fields of which the house has accepted the assumption
     */
    public static List<Variable> of(Request request, PointInTimeLaw law, boolean assume, Set<String> accepted) {
        List<FactType> types = law.types();
        var variables = new Variable[types.size()];
        for (int d = 0; d < variables.length; d++) {
            FactType type = types.get(d);
            variables[d] = type.shape()
                    .key(request, law)
                    .map(key -> law.tables().variable(type, assume, key, () -> make(type, request, law, assume)))
                    .orElseGet(() -> make(type, request, law, assume));
            if (accepted.contains(type.field())) {
                variables[d] = variables[d].accepting();
            }
        }
        return Arrays.asList(variables);
    }

    private static Variable make(FactType type, Request request, PointInTimeLaw law, boolean assume) {
        return Variable.of(type, type.shape().values(new Situation(type, request, law, assume)), law.tables());
    }
}
