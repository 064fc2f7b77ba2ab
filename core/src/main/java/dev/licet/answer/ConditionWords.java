package dev.licet.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says the conditions that rules put on facts, as rule files have them, in the words of a language. */
final class ConditionWords {
    private static final String ARGUMENT = "(?:\"[^\"]*\"|\\w+\\.\\w+)";
    private static final Pattern PART = Pattern.compile(
            "(!\\s*)?(?:(?<call>\\w+)\\s*\\(\\s*(?<arguments>ARG(?:\\s*,\\s*ARG)*)\\s*\\)".replace("ARG", ARGUMENT)
                    + "|(?<property>\\w+)\\s*(?<sign>==|!=|in\\b)\\s*(?<constants>\\([^)]*\\)|\\w+\\.\\w+)"
                    + "|(?<flag>\\w+))|(?<and>&&|,)|(?<or>\\|\\|)|(?<other>[!()])");

    private static final Pattern EITHER = Pattern.compile("\\|\\||\\bin\\s*\\([^)]*,");

    private final Words words;

    ConditionWords(Words words) {
        this.words = words;
    }

    /** Several conditions that must hold together. */
    String all(List<String> conditions) {
        return conditions.stream()
                .map(condition ->
                        conditions.size() > 1 && EITHER.matcher(condition).find()
                                ? "(" + of(condition) + ")"
                                : of(condition))
                .collect(Collectors.joining(" " + words.of("and") + " "));
    }

    String of(String condition) {
        var said = new ArrayList<String>();
        Matcher part = PART.matcher(condition);
        while (part.find()) {
            said.add(part(part));
        }
        return String.join(" ", said).replace("( ", "(").replace(" )", ")");
    }

    private String part(Matcher part) {
        if (part.group("and") != null) {
            return words.of("and");
        }
        if (part.group("or") != null) {
            return words.of("or");
        }
        if (part.group("other") != null) {
            return part.group().equals("!")
                    ? words.of("asked.not").replace("{0}", "").strip()
                    : part.group();
        }
        boolean not = part.group(1) != null;
        String told;
        if (part.group("call") != null) {
            String[] arguments = Stream.of(part.group("arguments").split(","))
                    .map(this::argument)
                    .toArray(String[]::new);
            told = words.fill("asked." + part.group("call"), arguments);
        } else if (part.group("property") != null) {
            not |= part.group("sign").equals("!=");
            told = new Values(words)
                    .either(Stream.of(part.group("constants")
                                    .replaceAll("[()]", "")
                                    .split(","))
                            .map(this::argument)
                            .toList());
        } else {
            told = words.of("asked." + part.group("flag"));
        }
        return not ? words.fill("asked.not", told) : told;
    }

    private String argument(String written) {
        String argument = written.strip();
        if (argument.equals("\"\"")) {
            return words.of("value.none");
        }
        return argument.startsWith("\"") ? argument.substring(1, argument.length() - 1) : words.of(argument);
    }
}
