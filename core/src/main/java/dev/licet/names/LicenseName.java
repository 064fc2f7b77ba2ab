package dev.licet.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a license's id, title or address by which it is known. */
final class LicenseName {
    private LicenseName() {}

    private static final Pattern PREFIX =
            Pattern.compile("(?i)^(?:https?://(?:www\\.)?)?(?:licenseref-)?(?:scancode-)?|\\.(?:html|txt|md|php)$");
    private static final Pattern GLUED_VERSION = Pattern.compile("(?<=\\p{L})v(?=\\d)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Set<String> SHARED =
            Set.of("the", "license", "licence", "agreement", "version", "v", "international", "unported");

    /** Without the words that titles share and a year at the end; "2.0" is "2", and "or later" only gives a choice of more. */
    static List<String> words(String name) {
        String id = PREFIX.matcher(Spelling.visible(name).strip()).replaceAll("");
        String apart = GLUED_VERSION.matcher(Spelling.plain(id)).replaceAll(" ");
        var words = new ArrayList<>(Spelling.without(Spelling.wordsAndNumbers(apart), SHARED));
        drop(words, "or", "later");
        drop(words, "only");
        if (words.size() > 2 && Spelling.isNumber(words.get(words.size() - 2))) {
            drop(words, "plus");
        }
        if (words.size() > 1 && YEAR.matcher(words.get(words.size() - 1)).matches()) {
            words.remove(words.size() - 1);
        }
        if (words.size() > 2 && Spelling.isNumber(words.get(words.size() - 2))) {
            drop(words, "0");
        }
        return words;
    }

    private static void drop(List<String> words, String... last) {
        int rest = words.size() - last.length;
        if (rest > 0 && words.subList(rest, words.size()).equals(List.of(last))) {
            words.subList(rest, words.size()).clear();
        }
    }
}
