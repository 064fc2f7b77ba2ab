package dev.licet.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names without what only looks different: letters of one width and case, no accents, nothing invisible. */
final class Spelling {
    private Spelling() {}

    /** Characters that format, and fillers: nobody sees them. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\uFE00-\\uFE0F]+");

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['`\\u00B4\\u2018\\u2019\\u02BB\\u02BC\\u02B9]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern INITIALS =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:\\. ?\\p{L}(?![\\p{L}\\p{N}]))+\\.?");
    private static final Pattern DOTS = Pattern.compile("[. ]");
    private static final Pattern MIXED =
            Pattern.compile("(?=\\p{L}*[a-z])(?=\\p{L}*[\\p{IsCyrillic}\\p{IsGreek}])\\p{L}+");
    private static final String LOOKS_LATIN =
            "\u0430\u0432\u0435\u043A\u043C\u043D\u043E\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u051B\u051D\u04CF\u03B1\u03B5\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7";
    private static final String AS_LATIN = "abekmhopctyxijshdqwlaeikvoptux";
    private static final Pattern LETTER_THEN_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{N})");

    /** The name with characters of one kind for each meaning, and without what nobody sees. */
    static String visible(String name) {
        return isAscii(name)
                ? name
                : INVISIBLE
                        .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    /** Lower case, no accents, initials without dots; the rest as it is. */
    static String plain(String name) {
        String folded = visible(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        if (!isAscii(folded)) {
            String apart = Normalizer.normalize(folded, Normalizer.Form.NFD);
            folded = Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC)
                    .replace("ø", "o")
                    .replace("ł", "l")
                    .replace("đ", "d")
                    .replace("ı", "i")
                    .replace("æ", "ae")
                    .replace("œ", "oe");
            folded = MIXED.matcher(folded).replaceAll(word -> latin(word.group()));
        }
        String spelled =
                APOSTROPHES.matcher(folded).replaceAll("").replace("&", " and ").replace("+", " plus ");
        return spelled.indexOf('.') < 0
                ? spelled
                : INITIALS.matcher(spelled)
                        .replaceAll(initials -> DOTS.matcher(initials.group()).replaceAll("") + " ");
    }

    /** Letters that only look Latin, in a word that is otherwise Latin. */
    private static String latin(String word) {
        var latin = new StringBuilder(word);
        for (int i = 0; i < latin.length(); i++) {
            int at = LOOKS_LATIN.indexOf(latin.charAt(i));
            if (at >= 0) {
                latin.setCharAt(i, AS_LATIN.charAt(at));
            }
        }
        return latin.toString();
    }

    // The tables for the rest take their time to load.
    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** The words of a name: all that is not a letter or a digit separates. */
    static List<String> words(String name) {
        return split(plain(name));
    }

    /** The same, but a digit after a letter begins a word, so that {@code gpt4o} is written as {@code GPT 4o}. */
    static List<String> wordsAndNumbers(String name) {
        return split(LETTER_THEN_DIGIT.matcher(plain(name)).replaceAll(" "));
    }

    private static List<String> split(String plain) {
        var words = new ArrayList<String>();
        for (Matcher word = WORD.matcher(plain); word.find(); ) {
            words.add(word.group());
        }
        return List.copyOf(words);
    }

    /** Whether a word is in a writing that puts no spaces between words. */
    static boolean isUnspaced(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isIdeographic);
    }

    static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    static boolean beginsWithDigit(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** The words run together, so that spaces do not matter; a dot keeps numbers apart. */
    static String key(List<String> words) {
        var key = new StringBuilder();
        for (String word : words) {
            if (!key.isEmpty() && Character.isDigit(key.charAt(key.length() - 1)) && beginsWithDigit(word)) {
                key.append('.');
            }
            key.append(word);
        }
        return key.toString();
    }

    /** A copy without some words; as it was, if nothing would be left. */
    static List<String> without(List<String> words, Set<String> dropped) {
        var kept = new ArrayList<>(words);
        kept.removeIf(dropped::contains);
        return kept.isEmpty() ? words : kept;
    }
}
