package dev.licet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code then} of a rule and refuses all but calls of Licet's verbs with words, variables and policies: a rule file
 * could otherwise run any Java there, and no switch of the engine stops it.
 */
final class Consequence {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|([$A-Za-z_][A-Za-z0-9_]*)|([().,+;])|(//[^\n]*)|(\\S))");

    /** The verbs, each with the number of its arguments and what the first of them is. */
    private enum Verb {
        PROHIBIT("prohibit", 1, 1),
        REQUIRE_LICENSE("requireLicense", 2, 2),
        IMPOSE("impose", 2, 2),
        FLAG("flag", 1, 1),
        LIFT("lift", 2, 3),
        DEFINE("define", 1, 1);

        private final String word;
        private final int fewest;
        private final int most;

        Verb(String word, int fewest, int most) {
            this.word = word;
            this.fewest = fewest;
            this.most = most;
        }
    }

    private record Token(String text, int line) {}

    private final String file;
    private final Set<String> variables;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Lift> lifts = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();
    private int next;

    /** A rule that is lifted, and the line that says so. */
    record Lift(String rule, int line) {}

    private Consequence(String text, String file, int line, Set<String> variables) {
        this.file = file;
        this.variables = variables;
        Matcher matcher = TOKEN.matcher(text.stripTrailing());
        while (matcher.lookingAt()) {
            int start = matcher.end() - matcher.group().stripLeading().length();
            int at = line
                    + (int) text.substring(0, start)
                            .chars()
                            .filter(sign -> sign == '\n')
                            .count();
            if (matcher.group(5) != null) {
                throw refuse(at, "the sign (%s) has no place after then".formatted(matcher.group(5)));
            }
            if (matcher.group(4) == null) {
                tokens.add(new Token(matcher.group().strip(), at));
            }
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        if (tokens.isEmpty()) {
            throw refuse(line, "nothing stands after then");
        }
    }

    /** Reads a consequence; throws {@link RulePackException} for anything but calls of the verbs. */
    static Consequence read(String text, String file, int line, Set<String> variables) {
        var consequence = new Consequence(text, file, line, variables);
        while (consequence.next < consequence.tokens.size()) {
            consequence.call();
        }
        return consequence;
    }

    List<Lift> lifts() {
        return lifts;
    }

    /** The terms that are defined. */
    List<String> terms() {
        return terms;
    }

    private void call() {
        expect("findings");
        expect(".");
        Token word = take();
        Verb verb = Arrays.stream(Verb.values())
                .filter(candidate -> candidate.word.equals(word.text))
                .findFirst()
                .orElseThrow(() -> refuse(word.line, "the verb (%s) does not exist".formatted(word.text)));
        expect("(");
        int arguments = 0;
        do {
            if (verb == Verb.DEFINE) {
                terms.add(name("term"));
            } else if (arguments == 0 && verb == Verb.LIFT) {
                int line = tokens.get(Math.min(next, tokens.size() - 1)).line;
                lifts.add(new Lift(name("lifted rule"), line));
            } else if (arguments == 0 && verb == Verb.REQUIRE_LICENSE) {
                policy();
            } else {
                words();
            }
            arguments++;
        } while (accept(","));
        if (arguments < verb.fewest || arguments > verb.most) {
            throw refuse(word.line, "the verb (%s) has (%s) arguments".formatted(word.text, arguments));
        }
        expect(")");
        expect(";");
    }

    private String name(String what) {
        Token name = take();
        if (!name.text.startsWith("\"")) {
            throw refuse(name.line, "the %s (%s) is not a name in quotes".formatted(what, name.text));
        }
        if (name.text.substring(1, name.text.length() - 1).isBlank()) {
            throw refuse(name.line, "the %s (%s) has no name".formatted(what, name.text));
        }
        return name.text.substring(1, name.text.length() - 1);
    }

    private void policy() {
        Token token = take();
        boolean named = token.text.equals("Policy") && accept(".");
        String constant = named ? take().text : token.text;
        if (!named
                || Arrays.stream(Policy.values())
                        .noneMatch(policy -> policy.name().equals(constant))) {
            throw refuse(token.line, "the review policy (%s) does not exist".formatted(constant));
        }
    }

    private void words() {
        do {
            Token token = take();
            if (token.text.startsWith("\"")
                    && token.text.substring(1, token.text.length() - 1).isBlank()) {
                throw refuse(token.line, "the words (%s) say nothing".formatted(token.text));
            }
            if (token.text.startsWith("$") ? !variables.contains(token.text) : !token.text.startsWith("\"")) {
                throw refuse(
                        token.line, "(%s) is neither words in quotes nor a variable bound above".formatted(token.text));
            }
        } while (accept("+"));
    }

    private Token take() {
        if (next == tokens.size()) {
            throw refuse(
                    tokens.get(next - 1).line,
                    "the call after (%s) is not finished".formatted(tokens.get(next - 1).text));
        }
        return tokens.get(next++);
    }

    private boolean accept(String text) {
        boolean found = next < tokens.size() && tokens.get(next).text.equals(text);
        next += found ? 1 : 0;
        return found;
    }

    private void expect(String text) {
        Token token = take();
        if (!token.text.equals(text)) {
            throw refuse(token.line, "(%s) stands where %s is expected".formatted(token.text, text));
        }
    }

    private RulePackException refuse(int line, String fault) {
        return new RulePackException(file + ":" + line, fault, """
        one of these is meant: findings.prohibit("because"); findings.requireLicense(Policy.X, "because"); \
        findings.impose("duty", "because"); findings.flag("because"); findings.lift("rule", "because"[, "duty"]); \
        findings.define("term");""");
    }
}
