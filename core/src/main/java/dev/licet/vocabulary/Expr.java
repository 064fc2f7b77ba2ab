package dev.licet.vocabulary;

import dev.licet.vocabulary.FactType.Member;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A constraint that a rule puts on one fact, as a tree. It is read once, from the rule file; after that it is evaluated, put into
 * words and written into records by walks over the tree.
 *
 * <p>Represented is what rule files may say: tests of the fact's members, joined by {@code ! && ||} and parentheses. Every test of
 * a tree asks the same type of fact. No {@code And} has an {@code And} among its parts and no {@code Or} an {@code Or}: such parts
 * are taken into the whole. {@code toString()} writes the tree as a rule file would, with no more parentheses than it needs;
 * reading that text gives an equal tree, but for the lines.
 */
public sealed interface Expr {

    /** Whether a fact meets it. */
    boolean test(Object fact);

    /** Its tests, from left to right. */
    Stream<Test> tests();

    /**
     * All hold.
     *
     * @param all two or more
     */
    record And(List<Expr> all) implements Expr {
        public And {
            all = all.stream()
                    .flatMap(each -> each instanceof And and ? and.all.stream() : Stream.of(each))
                    .toList();
        }

        @Override
        public boolean test(Object fact) {
            for (Expr each : all) {
                if (!each.test(fact)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Stream<Test> tests() {
            return all.stream().flatMap(Expr::tests);
        }

        @Override
        public String toString() {
            return all.stream()
                    .map(each -> each instanceof Or ? "(" + each + ")" : each.toString())
                    .collect(Collectors.joining(" && "));
        }
    }

    /**
     * At least one holds.
     *
     * @param some two or more
     */
    record Or(List<Expr> some) implements Expr {
        public Or {
            some = some.stream()
                    .flatMap(each -> each instanceof Or or ? or.some.stream() : Stream.of(each))
                    .toList();
        }

        @Override
        public boolean test(Object fact) {
            for (Expr each : some) {
                if (each.test(fact)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Stream<Test> tests() {
            return some.stream().flatMap(Expr::tests);
        }

        @Override
        public String toString() {
            return some.stream().map(Expr::toString).collect(Collectors.joining(" || "));
        }
    }

    /** It does not hold. */
    record Not(Expr negated) implements Expr {
        @Override
        public boolean test(Object fact) {
            return !negated.test(fact);
        }

        @Override
        public Stream<Test> tests() {
            return negated.tests();
        }

        @Override
        public String toString() {
            boolean plain =
                    negated instanceof Not || negated instanceof Test test && test.comparison() == Comparison.HOLDS;
            return plain ? "!" + negated : "!(" + negated + ")";
        }
    }

    /** How a member is asked: whether it holds, or how its value compares with constants. */
    enum Comparison {
        HOLDS,
        EQUALS,
        DIFFERS,
        ONE_OF
    }

    /**
     * A single question to the fact, such as {@code on("us.D:5")} or {@code kind == TransferKind.API}.
     *
     * @param arguments names in quotes, or names of constants, without quotes and types
     * @param line the line of the rule file, for messages
     */
    record Test(FactType type, Member member, Comparison comparison, List<String> arguments, int line) implements Expr {
        public Test {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean test(Object fact) {
            return switch (comparison) {
                case HOLDS -> member.holds(fact, arguments);
                case EQUALS, ONE_OF -> arguments.contains(member.of(fact));
                case DIFFERS -> !arguments.contains(member.of(fact));
            };
        }

        @Override
        public Stream<Test> tests() {
            return Stream.of(this);
        }

        /** The single things asked: each constant of a comparison is one. */
        Stream<Atom> atoms() {
            return comparison == Comparison.HOLDS
                    ? Stream.of(new Atom(type, member, arguments, line))
                    : arguments.stream().map(constant -> new Atom(type, member, List.of(constant), line));
        }

        @Override
        public String toString() {
            return switch (comparison) {
                case HOLDS ->
                    member.isCall()
                            ? IntStream.range(0, arguments.size())
                                    .mapToObj(i -> written(member.arguments().get(i), arguments.get(i)))
                                    .collect(Collectors.joining(", ", member.name() + "(", ")"))
                            : member.name();
                case EQUALS -> member.name() + " == " + written(member.argument(), arguments.get(0));
                case DIFFERS -> member.name() + " != " + written(member.argument(), arguments.get(0));
                case ONE_OF ->
                    arguments.stream()
                            .map(name -> written(member.argument(), name))
                            .collect(Collectors.joining(", ", member.name() + " in (", ")"));
            };
        }

        private static String written(Argument argument, String name) {
            return argument.constants()
                    .map(constants -> constants.getSimpleName() + "." + name)
                    .orElseGet(() -> "\"" + name + "\"");
        }
    }
}
