package dev.licet.pack;

import dev.licet.law.RulePackException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands between a rule's name and its {@code when}: keys with one quoted text each, and comments. Drools would
 * evaluate anything else that stands in the parentheses when it compiles the rule.
 */
final class Metadata {

    private static final Pattern PART = Pattern.compile("\\s*(?:(//[^\n]*|/\\*[\\s\\S]*?\\*/)"
            + "|@([A-Za-z_]\\w*)(?:\\s*\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\")\\s*\\))?|(when\\b)|(\\S+))");

    /** A text and the line on which its key stands. */
    record Entry(String value, int line) {}

    private Metadata() {}

    /**
     * Reads the metadata of the one rule of a file.
     *
     * @param path where the file stands, for messages
     * @param text the whole file
     * @param name the rule's name
     * @param ruleLine the line on which the parser found the rule; an earlier one may stand in a comment
     */
    static Map<String, Entry> read(String path, String text, String name, int ruleLine) {
        Matcher rule =
                Pattern.compile("\\s*rule\\s+\"?" + Pattern.quote(name) + "\"?").matcher(text);
        int start = text.lines()
                .limit(ruleLine - 1L)
                .mapToInt(line -> line.length() + 1)
                .sum();
        if (start > text.length() || !rule.region(start, text.length()).lookingAt()) {
            throw new RulePackException(
                    path + ":1",
                    "the line that names the rule (%s) cannot be found".formatted(name),
                    "begin a line with: rule \"%s\"".formatted(name));
        }
        var entries = new LinkedHashMap<String, Entry>();
        String last = "";
        Matcher part = PART.matcher(text);
        part.region(rule.end(), text.length());
        while (part.lookingAt() && part.group(4) == null) {
            int line = lineAt(text, part.end() - part.group().stripLeading().length());
            if (part.group(5) != null) {
                String behind = entries.isEmpty() ? "" : " behind (@%s)".formatted(last);
                throw new RulePackException(
                        path + ":" + line,
                        "(%s) has no place before when%s".formatted(part.group(5), behind),
                        "write @key( \"…\" ), with one text in quotes.");
            }
            String key = part.group(2);
            if (key != null) {
                last = key;
                String value = part.group(3) == null ? "" : part.group(3);
                Entry entry = new Entry(unquoted(value), line);
                if (entries.putIfAbsent(FormerWords.key(key), entry) != null) {
                    throw new RulePackException(
                            path + ":" + line, "the key (@%s) stands twice".formatted(key), "leave one out.");
                }
            }
            part.region(part.end(), text.length());
        }
        return entries;
    }

    private static String unquoted(String value) {
        return value.isEmpty()
                ? value
                : value.substring(1, value.length() - 1)
                        .replaceAll("\\\\(.)", "$1")
                        .strip();
    }

    static int lineAt(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
    }
}
