package dev.licet.benchmarks;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import dev.licet.law.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.main.EnforceResult;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.main.SyncedEnforcer;
import org.casbin.jcasbin.util.function.CustomFunction;

/**
 * The fifteen rules as policies of jCasbin, a column a fact, strictest first: the first that matches decides, and the others are not
 * named. One matcher is put on all; conditions that stand in the policies themselves, by eval, would be compiled anew each time.
 */
final class CasbinEngine implements Engine {
    private final Enforcer enforcer = new SyncedEnforcer(CoreEnforcer.newModel(Resources.text("peers/casbin.conf")));
    private final Map<String, Set<String>> lists = Lists.all();

    CasbinEngine() {
        enforcer.enableLog(false);
        enforcer.addFunction(
                "fits", new Function("fits", (value, wanted) -> fits(String.valueOf(value), String.valueOf(wanted))));
        enforcer.addFunction(
                "reaches",
                new Function(
                        "reaches",
                        (value, wanted) -> ((Number) value).doubleValue() >= Double.parseDouble((String) wanted)));
        Resources.text("peers/casbin.csv").lines().forEach(line -> {
            List<String> cells = List.of(line.split(", "));
            enforcer.addPolicy(cells.subList(1, cells.size()));
        });
    }

    private boolean fits(String value, String wanted) {
        if (wanted.startsWith("!")) {
            return !fits(value, wanted.substring(1));
        }
        return wanted.startsWith("@")
                ? lists.get(wanted.substring(1)).contains(value)
                : wanted.equals("*") || wanted.equals(value);
    }

    @Override
    public Answer decide(Case asked) {
        EnforceResult result = enforcer.enforceEx(
                asked.kind().name(),
                asked.closed() ? "closed" : asked.gated() ? "gated" : "published",
                asked.origin(),
                asked.compute(),
                asked.destination(),
                asked.headquarters(),
                asked.endUse().name(),
                asked.recipient());
        List<String> policy = result.getExplain();
        return result.isAllow()
                ? new Answer(Outcome.PERMITTED, List.of())
                : Answer.of(List.of(policy.get(policy.size() - 2)));
    }

    private static final class Function extends CustomFunction {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient BiPredicate<Object, Object> predicate;

        Function(String name, BiPredicate<Object, Object> predicate) {
            this.name = name;
            this.predicate = predicate;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public AviatorObject call(Map<String, Object> variables, AviatorObject value, AviatorObject wanted) {
            return AviatorBoolean.valueOf(
                    predicate.test(value.getValue(variables), FunctionUtils.getJavaObject(wanted, variables)));
        }
    }
}
