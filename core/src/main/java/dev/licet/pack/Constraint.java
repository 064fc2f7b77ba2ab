package dev.licet.pack;

import dev.licet.law.RulePackException;
import dev.licet.request.Country;
import dev.licet.request.Model;
import dev.licet.vocabulary.Expr;
import dev.licet.vocabulary.Expr.Comparison;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.FactType.Member;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one constraint of a pattern and refuses all but the small language rules may speak: the members of the fact, compared
 * with constants, joined by {@code ! && ||} and parentheses; and bindings of a property to a variable.
 *
 * <p>A rule file can otherwise run any Java on its left side; and what rules ask must be known to find the possible values of a
 * fact that is not known.
 */
public final class Constraint {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|([$A-Za-z_][A-Za-z0-9_]*)|(&&|\\|\\||==|!=|[!(),.:])|(\\S))");

    private final FactType type;
    private final String text;
    private final String where;
    private final int line;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Member> variables = new TreeMap<>();
    private Optional<Expr> expr = Optional.empty();
    private int next;

    private Constraint(FactType type, String text, String file, int line) {
        this.type = type;
        this.text = text;
        this.where = file + ":" + line;
        this.line = line;
        Matcher matcher = TOKEN.matcher(text.strip());
        while (matcher.lookingAt()) {
            if (matcher.group(4) != null) {
                throw refuse("the sign (%s) has no place in a constraint".formatted(matcher.group(4)), "leave it out.");
            }
            tokens.add(matcher.group().strip());
            matcher.region(matcher.end(), matcher.regionEnd());
        }
    }

    /** Reads a constraint; throws {@link RulePackException} for anything outside the language. */
    static Constraint read(FactType type, String text, String file, int line) {
        var constraint = new Constraint(type, FormerWords.constants(text), file, line);
        if (constraint.tokens.size() > 2 && constraint.tokens.get(1).equals(":")) {
            constraint.binding();
        } else {
            constraint.expr = Optional.of(constraint.or());
        }
        constraint.refuseMore();
        return constraint;
    }

    /**
     * Reads all that a condition asks, as records quote it: constraints with commas between them.
     *
     * @throws RulePackException for anything outside the language
     */
    public static List<Expr> readAll(FactType type, String text) {
        var constraint = new Constraint(type, FormerWords.constants(text), "record", 1);
        var all = new ArrayList<Expr>();
        do {
            all.add(constraint.or());
        } while (constraint.accept(","));
        constraint.refuseMore();
        return all;
    }

    private void refuseMore() {
        if (next < tokens.size()) {
            throw refuse("(%s) is not expected here".formatted(tokens.get(next)), "split the constraint at a comma.");
        }
    }

    /** What must hold; empty for a binding. */
    Optional<Expr> expr() {
        return expr;
    }

    /** The variables that it binds, each with the property. */
    Map<String, Member> variables() {
        return variables;
    }

    private void binding() {
        String variable = take();
        if (!variable.startsWith("$")) {
            throw refuse(
                    "the variable (%s) does not begin with $".formatted(variable), "write $%s.".formatted(variable));
        }
        take();
        Member member = member(take());
        if (member.isCall() || member.argument() == Argument.NOTHING) {
            throw refuse("(%s) cannot be bound to a variable".formatted(member.name()), "bind a property.");
        }
        variables.put(variable, member);
    }

    private Expr or() {
        Expr first = and();
        var some = new ArrayList<>(List.of(first));
        while (accept("||")) {
            some.add(and());
        }
        return some.size() == 1 ? first : new Expr.Or(some);
    }

    private Expr and() {
        Expr first = not();
        var all = new ArrayList<>(List.of(first));
        while (accept("&&")) {
            all.add(not());
        }
        return all.size() == 1 ? first : new Expr.And(all);
    }

    private Expr not() {
        if (accept("!")) {
            refuseNegatedComparison();
            return new Expr.Not(not());
        }
        if (accept("(")) {
            Expr inner = or();
            expect(")");
            return inner;
        }
        return test();
    }

    // ! would bind to the property, not to the comparison.
    private void refuseNegatedComparison() {
        boolean compared = next + 1 < tokens.size()
                && tokens.get(next).matches("[A-Za-z]\\w*")
                && List.of("==", "!=", "in").contains(tokens.get(next + 1));
        if (compared) {
            throw refuse(
                    "(!%s) negates no comparison".formatted(tokens.get(next)),
                    "write %s != …, or put the comparison in parentheses.".formatted(tokens.get(next)));
        }
    }

    private Expr test() {
        Member member = member(take());
        if (member.isCall()) {
            return test(member, Comparison.HOLDS, arguments(member));
        }
        if (member.argument() == Argument.NOTHING) {
            return test(member, Comparison.HOLDS, List.of());
        }
        if (member.argument() == Argument.TEXT) {
            throw refuse(
                    "(%s) is for the words of a rule, not for its conditions".formatted(member.name()),
                    "write is(\"…\") or on(\"…\").");
        }
        if (accept("in")) {
            var constants = new ArrayList<String>();
            expect("(");
            do {
                constants.add(value(member.argument()));
            } while (accept(","));
            expect(")");
            return test(member, Comparison.ONE_OF, constants);
        }
        if (accept("==")) {
            return test(member, Comparison.EQUALS, List.of(value(member.argument())));
        }
        if (accept("!=")) {
            return test(member, Comparison.DIFFERS, List.of(value(member.argument())));
        }
        throw refuse(
                "(%s) is compared with nothing".formatted(member.name()), "write %s == …".formatted(member.name()));
    }

    private Expr test(Member member, Comparison comparison, List<String> arguments) {
        return new Expr.Test(type, member, comparison, arguments, line);
    }

    private List<String> arguments(Member member) {
        expect("(");
        var values = new ArrayList<String>();
        for (Argument argument : member.arguments()) {
            if (!values.isEmpty()) {
                expect(",");
            }
            values.add(value(argument));
        }
        expect(")");
        return values;
    }

    private String value(Argument argument) {
        String token = take();
        var constants = argument.constants();
        if (constants.isPresent()) {
            String enumName = constants.get().getSimpleName();
            if (token.equals("null")) {
                throw refuse("no fact is null", "every constant is one of %s.".formatted(enumName));
            }
            if (next == tokens.size() || !tokens.get(next).equals(".")) {
                throw refuse("(%s) is not a constant".formatted(token), "%s.%s is meant.".formatted(enumName, token));
            }
            take();
            String constant = take();
            List<String> names = Arrays.stream(constants.get().getEnumConstants())
                    .map(Enum::name)
                    .toList();
            if (!token.equals(enumName) || !names.contains(constant)) {
                throw refuse(
                        "the constant (%s.%s) does not exist".formatted(token, constant),
                        "it is one of %s, written %s.%s.".formatted(names, enumName, names.get(0)));
            }
            return constant;
        }
        if (!token.startsWith("\"")) {
            throw refuse("(%s) is not a name in quotes".formatted(token), "write \"%s\".".formatted(token));
        }
        String name = token.substring(1, token.length() - 1);
        // Drools would read an escape as the character that it stands for.
        if (name.indexOf('\\') >= 0) {
            throw refuse("the sign (\\) has no place in a name", "leave it out.");
        }
        if (argument == Argument.MODALITY && !Model.MODALITIES.contains(name)) {
            throw refuse(
                    "the modality (%s) does not exist".formatted(name),
                    "it is one of %s.".formatted(new TreeSet<>(Model.MODALITIES)));
        }
        if (argument == Argument.COUNTRY) {
            try {
                Country.of(name);
            } catch (IllegalArgumentException notACountry) {
                throw new RulePackException(
                        where, "the country (%s) does not exist".formatted(name), "write two letters, such as GB.");
            }
        }
        return name;
    }

    private Member member(String name) {
        return type.member(name)
                .orElseThrow(() -> refuse(
                        "%s has no (%s)".formatted(type.patternName(), name),
                        "it is one of %s."
                                .formatted(type.members().stream()
                                        .map(Member::name)
                                        .toList())));
    }

    private String take() {
        if (next == tokens.size()) {
            throw refuse("the constraint ends too early", "something after (%s) is missing.".formatted(text));
        }
        return tokens.get(next++);
    }

    private boolean accept(String token) {
        boolean found = next < tokens.size() && tokens.get(next).equals(token);
        next += found ? 1 : 0;
        return found;
    }

    private void expect(String token) {
        String taken = take();
        if (!taken.equals(token)) {
            throw refuse("(%s) stands where %s is expected".formatted(taken, token), "%s is meant.".formatted(token));
        }
    }

    private RulePackException refuse(String fault, String remedy) {
        return new RulePackException(where, "in the constraint (%s) %s".formatted(text.strip(), fault), remedy);
    }
}
