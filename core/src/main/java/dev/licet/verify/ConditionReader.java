package dev.licet.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the conditions that a record quotes from rule files and answers them from the values that the record holds. A second reader
 * beside the one that decides, on purpose: what both say is said twice.
 */
final class ConditionReader {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Z0-9_]+)?|&&|\\|\\||==|!=|[!(),])");

    private final String type;
    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ConditionReader(String type, String text) {
        this.type = type;
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.region(end, text.length()).lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw unreadable();
        }
    }

    /**
     * Reads the conditions on one fact.
     *
     * @param type the fact's name in rule files
     * @throws IllegalArgumentException if they cannot be read
     */
    static Predicate<Map<?, ?>> read(String type, String text) {
        var reader = new ConditionReader(type, text);
        Predicate<Map<?, ?>> all = reader.or();
        while (reader.accept(",")) {
            all = all.and(reader.or());
        }
        if (reader.next < reader.tokens.size()) {
            throw reader.unreadable();
        }
        return all;
    }

    private Predicate<Map<?, ?>> or() {
        Predicate<Map<?, ?>> some = and();
        while (accept("||")) {
            some = some.or(and());
        }
        return some;
    }

    private Predicate<Map<?, ?>> and() {
        Predicate<Map<?, ?>> all = not();
        while (accept("&&")) {
            all = all.and(not());
        }
        return all;
    }

    private Predicate<Map<?, ?>> not() {
        if (accept("!")) {
            return not().negate();
        }
        if (accept("(")) {
            Predicate<Map<?, ?>> inner = or();
            expect(")");
            return inner;
        }
        String member = take();
        if (accept("==")) {
            return is(member, List.of(constant()));
        }
        if (accept("!=")) {
            return is(member, List.of(constant())).negate();
        }
        if (accept("in")) {
            return is(member, list(this::constant));
        }
        return accept("(") ? call(member) : flag(member);
    }

    private List<String> list(Supplier<String> item) {
        expect("(");
        var items = new ArrayList<>(List.of(item.get()));
        while (accept(",")) {
            items.add(item.get());
        }
        expect(")");
        return items;
    }

    private String constant() {
        String token = take();
        if (token.indexOf('.') < 0) {
            throw unreadable();
        }
        return token.substring(token.indexOf('.') + 1);
    }

    private static Predicate<Map<?, ?>> is(String property, List<String> constants) {
        return value -> constants.contains(String.valueOf(value.get(property)));
    }

    private Predicate<Map<?, ?>> flag(String name) {
        return switch (name) {
            case "published" -> is("release", List.of("WEIGHTS_PUBLIC"));
            case "gated" -> is("release", List.of("WEIGHTS_GATED_AUTO", "WEIGHTS_GATED_MANUAL"));
            case "closed" ->
                is("release", List.of("WEIGHTS_PUBLIC", "WEIGHTS_GATED_AUTO", "WEIGHTS_GATED_MANUAL"))
                        .negate();
            case "offered", "commercial", "refuses", "unlisted" -> value -> Boolean.TRUE.equals(value.get(name));
            case "derived" -> holds("truths", "derived|");
            default -> throw unreadable();
        };
    }

    private Predicate<Map<?, ?>> call(String name) {
        next--;
        List<String> arguments = list(this::quoted);
        String first = arguments.get(0);
        return switch (name) {
            case "on" -> holds("lists", first);
            case "is" -> is(type.equals("Classification") ? "entry" : "country", List.of(first));
            case "includes" ->
                switch (type) {
                    case "Origin", "Exporter" -> holds("countries", first);
                    case "RedFlags" -> holds("redFlags", first);
                    case "Ownership" -> holds("truths", "includes|" + first);
                    default -> holds("names", first);
                };
            case "reaches", "exceed", "reachesWithSynthetic" -> holds("reached", String.join("|", arguments));
            case "within",
                    "heldBy",
                    "seatedIn",
                    "seatedOutside",
                    "unpublishedFrom",
                    "basedIn",
                    "basedOutside",
                    "headquarteredIn",
                    "ofType",
                    "usersExceed",
                    "ownedBy" -> holds("truths", name + "|" + String.join("|", arguments));
            case "offeredBy" -> holds("offering", first);
            case "beginsWith" -> value -> String.valueOf(value.get("name")).startsWith(first);
            default -> throw unreadable();
        };
    }

    private static Predicate<Map<?, ?>> holds(String set, String item) {
        return value -> value.get(set) instanceof List<?> items && items.contains(item);
    }

    /** A name in quotes, or a constant. */
    private String quoted() {
        String token = take();
        return token.startsWith("\"")
                ? token.substring(1, token.length() - 1)
                : token.substring(token.indexOf('.') + 1);
    }

    private String take() {
        if (next == tokens.size()) {
            throw unreadable();
        }
        return tokens.get(next++);
    }

    private boolean accept(String token) {
        boolean found = next < tokens.size() && tokens.get(next).equals(token);
        next += found ? 1 : 0;
        return found;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw unreadable();
        }
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("(%s) cannot be read as conditions on %s".formatted(text, type));
    }
}
