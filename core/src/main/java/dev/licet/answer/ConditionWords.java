package dev.licet.answer;

import dev.licet.law.Asked;
import dev.licet.request.FactValue;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.Expr;
import dev.licet.vocabulary.Expr.Comparison;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what rules ask of facts in the words of a language. */
final class ConditionWords {
    private final Words words;

    ConditionWords(Words words) {
        this.words = words;
    }

    /** Several conditions that must hold together. */
    String all(List<Asked> conditions) {
        List<Expr> constraints = conditions.stream()
                .flatMap(asked ->
                        asked instanceof Condition condition ? condition.constraints().stream() : Stream.empty())
                .toList();
        return all(constraints, constraints.size() > 1);
    }

    private String all(List<Expr> all, boolean apart) {
        return all.stream()
                .map(each -> apart && alternatives(each) ? "(" + say(each) + ")" : say(each))
                .collect(Collectors.joining(" " + words.of("and") + " "));
    }

    private static boolean alternatives(Expr expr) {
        return expr instanceof Expr.Or
                || expr instanceof Expr.Test test
                        && test.comparison() == Comparison.ONE_OF
                        && test.arguments().size() > 1;
    }

    private String say(Expr expr) {
        if (expr instanceof Expr.And and) {
            return all(and.all(), true);
        }
        if (expr instanceof Expr.Or or) {
            return new Values(words)
                    .either(or.some().stream()
                            .map(each -> each instanceof Expr.And ? "(" + say(each) + ")" : say(each))
                            .toList());
        }
        if (expr instanceof Expr.Not not) {
            String negated = say(not.negated());
            return words.fill(
                    "asked.not",
                    not.negated() instanceof Expr.And || alternatives(not.negated()) ? "(" + negated + ")" : negated);
        }
        return say((Expr.Test) expr);
    }

    private String say(Expr.Test test) {
        List<String> names = IntStream.range(0, test.arguments().size())
                .mapToObj(i -> name(test, i))
                .toList();
        if (test.comparison() == Comparison.HOLDS) {
            String key = "asked." + test.member().name();
            String own = key + "." + test.member().argument();
            return words.fill(words.has(own) ? own : key, names.toArray(String[]::new));
        }
        String one = new Values(words).either(names);
        return test.comparison() == Comparison.DIFFERS ? words.fill("asked.not", one) : one;
    }

    private String name(Expr.Test test, int position) {
        List<Argument> arguments = test.member().arguments();
        String name = test.arguments().get(position);
        // The constants of a comparison are all of one type.
        return arguments
                .get(Math.min(position, arguments.size() - 1))
                .constants()
                .map(constants -> words.of(constants.getSimpleName() + "." + name))
                .orElse(name.isEmpty() ? words.of(FactValue.Fixed.NONE) : name);
    }
}
