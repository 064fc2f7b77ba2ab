package dev.licet.answer;

import dev.licet.law.Rule;
import dev.licet.request.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for English words in German texts. */
final class GermanText {
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern ID = Pattern.compile("https?:\\S+|\\S*[\\p{L}\\d][._:-][\\p{L}\\d]\\S*|[A-Z_]{2,}");

    /** Words of both languages, and what requests and lists name. */
    private static final Set<String> NAMES = Set.of("text", "image", "other", "teacher");

    private GermanText() {}

    /** The words of the English explanations that the German ones do not use, and that are in a text beyond what it quotes. */
    static Set<String> english(String text, Collection<String> quoted) {
        String rest = text;
        for (String quote : quoted) {
            rest = rest.replace(quote, " ");
        }
        Set<String> english = words(Words.in(Locale.ENGLISH).all().values());
        english.removeAll(words(Words.in(Locale.GERMAN).all().values()));
        english.removeAll(NAMES);
        english.retainAll(words(List.of(ID.matcher(rest).replaceAll(" "))));
        return english;
    }

    private static Set<String> words(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is quoted from rules, and the names of the request, the longest first. */
    static List<String> quoted(Decision decision) {
        var quoted = new ArrayList<String>();
        Stream.concat(decision.findings().stream(), decision.pending().stream()).forEach(finding -> {
            quoted.add(finding.because());
            quoted.add(finding.obligation());
            quoted.addAll(quoted(finding.rule()));
            finding.exceptions().forEach(exception -> {
                quoted.add(exception.because());
                quoted.add(exception.obligation());
                quoted.addAll(quoted(exception.rule()));
            });
        });
        decision.availableExceptions().forEach(available -> quoted.addAll(quoted(available.exception())));
        decision.examined().packs().forEach(pack -> quoted.add(pack.name()));
        Model model = decision.request().model();
        quoted.add(model.name());
        decision.request().transfer().recipient().name().value().ifPresent(quoted::add);
        quoted.removeIf(String::isEmpty);
        quoted.sort((one, other) -> other.length() - one.length());
        return quoted;
    }

    static List<String> quoted(Rule rule) {
        return Stream.concat(
                        Stream.of(rule.title(), rule.cite()),
                        rule.statuses().stream().map(Rule.StatusWindow::source))
                .toList();
    }
}
