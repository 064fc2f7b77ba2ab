package dev.licet.pack;

import dev.licet.facts.ReviewPolicy;
import dev.licet.json.Constants;
import dev.licet.law.Effect;
import dev.licet.law.RulePackException;
import dev.licet.pack.Verb.Words;
import java.util.ArrayList;
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

    private record Token(String text, int line) {}

    private final String file;
    private final Set<String> variables;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Verb> verbs = new ArrayList<>();
    private int next;

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
    static List<Verb> read(String text, String file, int line, Set<String> variables) {
        var consequence = new Consequence(FormerWords.constants(text), file, line, variables);
        while (consequence.next < consequence.tokens.size()) {
            consequence.call();
        }
        return consequence.verbs;
    }

    private void call() {
        expect("findings");
        expect(".");
        Token word = take();
        expect("(");
        switch (FormerWords.verb(word.text)) {
            case "prohibit" -> {
                arguments(word, 1, 1);
                find(Effect.PROHIBIT, ReviewPolicy.NOT_STATED, Words.NONE, words());
            }
            case "requireLicense" -> {
                arguments(word, 2, 2);
                ReviewPolicy policy = policy();
                expect(",");
                find(Effect.REQUIRE_LICENSE, policy, Words.NONE, words());
            }
            case "impose" -> {
                arguments(word, 2, 2);
                Words obligation = words();
                expect(",");
                find(Effect.IMPOSE, ReviewPolicy.NOT_STATED, obligation, words());
            }
            case "flag" -> {
                arguments(word, 1, 1);
                find(Effect.FLAG, ReviewPolicy.NOT_STATED, Words.NONE, words());
            }
            case "except" -> {
                arguments(word, 2, 3);
                int line = tokens.get(Math.min(next, tokens.size() - 1)).line;
                String rule = name("excepted rule");
                expect(",");
                Words because = words();
                verbs.add(new Verb.Except(rule, because, accept(",") ? words() : Words.NONE, line));
            }
            case "define" -> {
                arguments(word, 1, 1);
                verbs.add(new Verb.Define(name("term")));
            }
            default -> throw refuse(word.line, "the verb (%s) does not exist".formatted(word.text));
        }
        expect(")");
        expect(";");
    }

    private void arguments(Token verb, int fewest, int most) {
        long count = 1
                + tokens.subList(next, tokens.size()).stream()
                        .takeWhile(token -> !token.text.equals(")"))
                        .filter(token -> token.text.equals(","))
                        .count();
        if (count < fewest || count > most) {
            throw refuse(verb.line, "the verb (%s) has (%s) arguments".formatted(verb.text, count));
        }
    }

    private void find(Effect effect, ReviewPolicy policy, Words obligation, Words because) {
        verbs.add(new Verb.Find(effect, policy, because, obligation));
    }

    private String name(String what) {
        Token name = take();
        if (!name.text.startsWith("\"")) {
            throw refuse(name.line, "the %s (%s) is not a name in quotes".formatted(what, name.text));
        }
        if (unquoted(name).isBlank()) {
            throw refuse(name.line, "the %s (%s) has no name".formatted(what, name.text));
        }
        return unquoted(name);
    }

    private ReviewPolicy policy() {
        Token token = take();
        String constant = token.text.equals("ReviewPolicy") && accept(".") ? take().text : "";
        return Constants.named(ReviewPolicy.class, constant)
                .orElseThrow(() -> refuse(
                        token.line,
                        "the review policy (%s) does not exist".formatted(constant.isEmpty() ? token.text : constant)));
    }

    private Words words() {
        var words = new ArrayList<Verb.Word>();
        do {
            Token token = take();
            boolean quoted = token.text.startsWith("\"");
            if (quoted && unquoted(token).isBlank()) {
                throw refuse(token.line, "the words (%s) say nothing".formatted(token.text));
            }
            if (!quoted && !variables.contains(token.text)) {
                throw refuse(
                        token.line, "(%s) is neither words in quotes nor a variable bound above".formatted(token.text));
            }
            words.add(new Verb.Word(quoted ? unquoted(token) : token.text, !quoted));
        } while (accept("+"));
        return new Words(words);
    }

    private String unquoted(Token token) {
        try {
            return token.text.substring(1, token.text.length() - 1).translateEscapes();
        } catch (IllegalArgumentException unknownEscape) {
            throw refuse(token.line, "the text (%s) has an escape that does not exist".formatted(token.text));
        }
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
        one of these is meant: findings.prohibit("because"); findings.requireLicense(ReviewPolicy.X, "because"); \
        findings.impose("obligation", "because"); findings.flag("because"); findings.except("rule", "because"[, "obligation"]); \
        findings.define("term");""");
    }
}
