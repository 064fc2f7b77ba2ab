package dev.licet.pack;

import dev.licet.law.ListRow;
import dev.licet.law.Rule;
import dev.licet.vocabulary.Subject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A dated list of countries, parties or regions. */
public record NamedList(String name, Subject subject, String path, List<ListRow> rows) {

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    public NamedList {
        rows = List.copyOf(rows);
    }

    public Set<String> keysOn(LocalDate day) {
        var keys = new TreeSet<String>();
        for (ListRow row : rows) {
            if (Rule.within(day, row.since(), row.until())) {
                keys.add(row.key());
            }
        }
        return keys;
    }

    /** Whether a row begins or ends after a day and not after another. */
    public boolean changedBetween(LocalDate day, LocalDate last) {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.since()), row.until().stream()))
                .anyMatch(change -> change.isAfter(day) && !change.isAfter(last));
    }

    /** Some lists with those that they lie within. */
    public static Set<String> implied(Set<String> lists, Map<String, Set<String>> within) {
        var all = new TreeSet<>(lists);
        var next = new ArrayDeque<>(lists);
        while (!next.isEmpty()) {
            for (String list : within.getOrDefault(next.remove(), Set.of())) {
                if (all.add(list)) {
                    next.add(list);
                }
            }
        }
        return all;
    }

    /** Names of parties and models are compared without case and without what separates words. */
    public static String written(Subject subject, String key) {
        return switch (subject) {
            case PARTY, MODEL ->
                APART.matcher(normalized(key).toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip();
            case LICENSE -> key.toLowerCase(Locale.ROOT);
            case COUNTRY, REGION -> key;
        };
    }

    // ASCII is normalized as it is; the tables for the rest take their time to load.
    private static String normalized(String key) {
        return key.chars().allMatch(sign -> sign < 128) ? key : Normalizer.normalize(key, Normalizer.Form.NFKC);
    }
}
