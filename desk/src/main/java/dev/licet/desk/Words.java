package dev.licet.desk;

import dev.licet.answer.Decision;
import dev.licet.answer.LegalChange;
import dev.licet.answer.Timeline;
import dev.licet.request.Country;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The words of tables and pictures in one language. */
final class Words {
    private static final int MANY = 4;

    private final Locale language;
    private final dev.licet.answer.Words library;
    private final Properties words = new Properties();

    private Words(Locale language) {
        this.language = language;
        this.library = dev.licet.answer.Words.in(language);
        String file = "words_%s.properties".formatted(language.getLanguage());
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The words in a language, whatever the country. */
    static Words in(Locale language) {
        return new Words(language);
    }

    /** A sentence with its gaps filled in. */
    String say(String key, Object... parts) {
        String sentence = Objects.requireNonNull(words.getProperty(key), key);
        for (int i = 0; i < parts.length; i++) {
            sentence = sentence.replace("{" + i + "}", parts[i].toString());
        }
        return sentence;
    }

    String of(Enum<?> constant) {
        return library.of(constant);
    }

    String country(Country country) {
        return new Locale.Builder().setRegion(country.code()).build().getDisplayCountry(language);
    }

    String countries(long count) {
        return count == 1 ? say("country.one") : say("country.several", count);
    }

    /** The rules that decide, the first of many. */
    String reason(Decision decision) {
        return reason(decision.rulesBehind());
    }

    String reason(List<String> rules) {
        return rules.size() <= MANY
                ? String.join(", ", rules)
                : say("reason.many", String.join(", ", rules.subList(0, MANY - 1)), rules.size() - MANY + 1);
    }

    /** A request in a line, without its place and day. */
    String asked(Request request) {
        return say("asked", library.model(request.model()), kind(request.transfer()));
    }

    String kind(Transfer transfer) {
        return transfer.kind().value().map(this::of).orElseGet(() -> say("kind.unknown"));
    }

    String destination(Transfer transfer) {
        return transfer.destination().value().map(Object::toString).orElseGet(() -> say("place.unknown"));
    }

    /** The causes of a change. */
    String causes(Timeline.Span span) {
        return span.causes().stream().map(this::cause).collect(Collectors.joining("; "));
    }

    private String cause(LegalChange change) {
        return change.explain(language);
    }

    /** How many more there are than are printed; empty if none. */
    String more(int printed, int all) {
        return all == printed ? "" : say("more", all - printed, all);
    }
}
