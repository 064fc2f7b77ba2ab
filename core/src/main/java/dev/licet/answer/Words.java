package dev.licet.answer;

import dev.licet.answer.Passage.Span;
import dev.licet.request.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of explanations in one language. Not a {@code ResourceBundle}, which falls back to the language of the machine where
 * the one asked for is missing.
 */
public final class Words {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");
    private static final Map<String, Words> ALL = Map.of("en", read("en"), "de", read("de"));

    private final String language;
    private final Map<String, String> words;

    private Words(String language, Map<String, String> words) {
        this.language = language;
        this.words = words;
    }

    private static Words read(String language) {
        String file = "words_%s.properties".formatted(language);
        var lines = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            lines.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var words = new TreeMap<String, String>();
        lines.stringPropertyNames().forEach(key -> words.put(key, lines.getProperty(key)));
        return new Words(language, words);
    }

    /**
     * The words in a language.
     *
     * @param language English or German, of whatever country
     * @return the words
     * @throws IllegalArgumentException if the language has no words
     */
    public static Words in(Locale language) {
        if (!ALL.containsKey(language.getLanguage())) {
            throw new IllegalArgumentException(
                    "No explanation is written in the language (%s).\nMaybe one of %s is meant."
                            .formatted(language.toLanguageTag(), languages()));
        }
        return ALL.get(language.getLanguage());
    }

    static List<String> languages() {
        return List.copyOf(new TreeSet<>(ALL.keySet()));
    }

    String language() {
        return language;
    }

    /** Every key with its words. */
    Map<String, String> all() {
        return Map.copyOf(words);
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    String of(String key) {
        return Objects.requireNonNull(words.get(key), key);
    }

    /**
     * What a constant is called.
     *
     * @param constant a layer, status, stance, effect or review policy, or a constant that requests state
     * @return a noun or a phrase
     */
    public String of(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /**
     * What a model is called.
     *
     * @param model the model
     * @return its name, or that it has none
     */
    public String model(Model model) {
        return model.name().equals(Model.UNNAMED) ? of("asked.model.unnamed") : model.name();
    }

    /** A sentence with its gaps filled in. */
    String fill(String key, String... parts) {
        return Passage.of(Passage.Style.LINE, say(key, (Object[]) parts)).text();
    }

    /** A sentence with its gaps filled in, each by a text, a span or a list of spans. */
    List<Span> say(String key, Object... parts) {
        String sentence = of(key);
        var spans = new ArrayList<Span>();
        Matcher gaps = GAP.matcher(sentence);
        int from = 0;
        while (gaps.find()) {
            spans.add(Span.plain(sentence.substring(from, gaps.start())));
            Object part = parts[Integer.parseInt(gaps.group(1))];
            if (part instanceof List<?> several) {
                several.forEach(one -> spans.add((Span) one));
            } else {
                spans.add(part instanceof Span span ? span : Span.plain(part.toString()));
            }
            from = gaps.end();
        }
        spans.add(Span.plain(sentence.substring(from)));
        spans.removeIf(span -> span.text().isEmpty());
        return spans;
    }

    /** Spans with a text between them. */
    static List<Span> join(String between, List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (Span span : spans) {
            if (!joined.isEmpty()) {
                joined.add(Span.plain(between));
            }
            joined.add(span);
        }
        return joined;
    }
}
