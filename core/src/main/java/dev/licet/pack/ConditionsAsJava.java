package dev.licet.pack;

import dev.licet.vocabulary.Condition;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes conditions as a Java class, which the build compiles. What {@link Constraint} lets through is Java already, but for the
 * names of members, {@code in}, and the comma that joins constraints.
 */
public final class ConditionsAsJava {
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*(?:\\s*\\.\\s*\\w+)?|&&|\\|\\||==|!=|[!(),]");

    private ConditionsAsJava() {}

    /** The name of the class of a pack. */
    public static String className(String pack) {
        return "licet." + pack.replace('-', '_') + ".Conditions";
    }

    /** The text of the class: it lists the patterns it knows, and says of a fact whether it meets one of them, by its number. */
    public static String write(String pack, Collection<Condition> conditions) {
        List<Condition> each = conditions.stream().toList();
        var text = new StringBuilder("""
                package %s;

                import dev.licet.facts.*;
                import java.util.List;
                import java.util.function.BiPredicate;
                import java.util.function.Supplier;

                /** The conditions of the pack %s, written by the build from its rule files. */
                public final class Conditions implements BiPredicate<Integer, Object>, Supplier<List<String>> {
                    /** For the loader alone. */
                    public Conditions() {}

                    @Override
                    public boolean test(Integer number, Object fact) {
                        return switch (number) {
                """.formatted(className(pack).replace(".Conditions", ""), pack));
        for (int i = 0; i < each.size(); i++) {
            text.append("            case %d -> c%d((%s) fact);\n".formatted(i, i, name(each.get(i))));
        }
        text.append("""
                            default -> throw new IllegalArgumentException("no condition has the number " + number);
                        };
                    }

                    @Override
                    public List<String> get() {
                        return List.of(
                """);
        for (int i = 0; i < each.size(); i++) {
            text.append("                %s%s\n"
                    .formatted(quoted(each.get(i).pattern()), i + 1 < each.size() ? "," : ");"));
        }
        text.append("    }\n");
        for (int i = 0; i < each.size(); i++) {
            text.append("\n    private static boolean c%d(%s fact) {\n        return %s;\n    }\n"
                    .formatted(i, name(each.get(i)), expression(each.get(i))));
        }
        return text.append("}\n").toString();
    }

    private static String name(Condition condition) {
        return condition.type().patternName();
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + "\"";
    }

    /** The constraints as one Java expression on the variable {@code fact}. */
    static String expression(Condition condition) {
        if (condition.asksNothing()) {
            return "true";
        }
        var java = new StringBuilder("(");
        List<String> tokens = TOKEN.matcher(condition.constraints())
                .results()
                .map(result -> result.group())
                .toList();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
            if (token.equals(",") && depth == 0) {
                java.append(") && (");
            } else if (condition.type().member(token).isEmpty()) {
                java.append(token).append(' ');
            } else if (called) {
                java.append("fact.").append(token);
            } else if (i + 1 < tokens.size() && tokens.get(i + 1).equals("in")) {
                int end = i + tokens.subList(i, tokens.size()).indexOf(")");
                String property = "fact.%s() == ".formatted(token);
                java.append('(').append(property);
                tokens.subList(i + 3, end).forEach(value -> java.append(value.equals(",") ? " || " + property : value));
                java.append(')');
                i = end;
            } else {
                java.append("fact.").append(token).append("()");
            }
        }
        return java.append(')').toString();
    }
}
