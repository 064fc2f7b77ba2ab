package dev.licet.engine;

import dev.licet.vocabulary.FactType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What the rules of a day make of the values of facts: the ways in which rules can match with a value, and the variables of facts
 * whose statements are few, such as a country, a constant, or nothing at all.
 *
 * <p>Represented for each fact are the ways that do not ask for it, and for each condition on it the ways that ask for that
 * condition alone; the few ways that ask for several (through definitions) are tried one by one. So the ways of a value are the
 * union of a set for each condition that it meets. Every set is one bit a way. A variable is made when it is first needed and kept:
 * the keys are statements of a fact with at most some hundred different values, never names or numbers.
 */
final class Tables {

    /** A way that asks for several conditions of one fact. */
    private record Several(int way, BitSet conditions) {}

    private record OfFact(BitSet unasked, List<BitSet> byCondition, List<Several> several) {}

    private final RuleBase base;
    private final Map<FactType, OfFact> ofFacts = new EnumMap<>(FactType.class);
    private final List<Map<FactType, Map<Object, Variable>>> variables;

    Tables(RuleBase base, List<FactType> types, List<PointInTimeLaw.RuleWay> ways) {
        this.base = base;
        for (int d = 0; d < types.size(); d++) {
            ofFacts.put(types.get(d), ofFact(types.get(d), d, ways));
        }
        variables = List.of(none(types), none(types));
    }

    private static Map<FactType, Map<Object, Variable>> none(List<FactType> types) {
        var none = new EnumMap<FactType, Map<Object, Variable>>(FactType.class);
        types.forEach(type -> none.put(type, new ConcurrentHashMap<>()));
        return none;
    }

    private OfFact ofFact(FactType type, int d, List<PointInTimeLaw.RuleWay> ways) {
        var unasked = new BitSet(ways.size());
        var byCondition = new ArrayList<BitSet>();
        for (int i = base.conditions(type); i > 0; i--) {
            byCondition.add(new BitSet(ways.size()));
        }
        var several = new ArrayList<Several>();
        for (int way = 0; way < ways.size(); way++) {
            int[] asked = ways.get(way).clause().asked()[d];
            if (asked == null || asked.length == 0) {
                unasked.set(way);
            } else if (asked.length == 1) {
                byCondition.get(asked[0]).set(way);
            } else {
                var conditions = new BitSet();
                IntStream.of(asked).forEach(conditions::set);
                several.add(new Several(way, conditions));
            }
        }
        return new OfFact(unasked, byCondition, several);
    }

    /** The ways in which rules can match with a value of a fact. */
    BitSet ways(FactType type, Object fact) {
        OfFact table = Objects.requireNonNull(ofFacts.get(type));
        BitSet met = base.met(fact);
        var ways = (BitSet) table.unasked().clone();
        for (int condition = met.nextSetBit(0); condition >= 0; condition = met.nextSetBit(condition + 1)) {
            ways.or(table.byCondition().get(condition));
        }
        for (Several several : table.several()) {
            int condition = several.conditions().nextSetBit(0);
            while (condition >= 0 && met.get(condition)) {
                condition = several.conditions().nextSetBit(condition + 1);
            }
            if (condition < 0) {
                ways.set(several.way());
            }
        }
        return ways;
    }

    /** The variable of a fact that is stated, or left out, in that way. */
    Variable variable(FactType type, boolean assume, Object stated, Supplier<Variable> make) {
        Map<Object, Variable> table =
                Objects.requireNonNull(variables.get(assume ? 1 : 0).get(type));
        Variable known = table.get(stated);
        return known == null ? table.computeIfAbsent(stated, none -> make.get()) : known;
    }
}
