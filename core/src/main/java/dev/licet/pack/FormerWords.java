package dev.licet.pack;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of the first edition: rule files and packs that use them still load. */
final class FormerWords {
    private static final Map<String, String> CONSTANTS =
            Map.of("Kind", "TransferKind", "Signal", "RedFlag", "Policy", "ReviewPolicy");

    private static final Map<String, String> KEYS = Map.of("authority", "layer");

    private static final Map<String, String> VERBS = Map.of("lift", "except");

    private static final Pattern CONSTANT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\b(Kind|Signal|Policy)(?=\\s*\\.)");

    private FormerWords() {}

    /** Conditions or the right side of a rule, with the constants under today's names; what stands in quotes stays. */
    static String constants(String text) {
        return CONSTANT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : CONSTANTS.get(found.group(1))));
    }

    /** A key of a rule's metadata or of {@code pack.properties}. */
    static String key(String name) {
        return KEYS.getOrDefault(name, name);
    }

    /** A verb of the right side. */
    static String verb(String name) {
        return VERBS.getOrDefault(name, name);
    }
}
