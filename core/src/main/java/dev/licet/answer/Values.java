package dev.licet.answer;

import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.FactType.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the values of facts in the words of a language. A decision holds them as records do: names, constants, and phrases that
 * stand in the English words as {@code value.…}. What is neither constant nor phrase is a name and stays.
 */
final class Values {
    private static final String KEY = "value.";
    private static final Map<String, Pattern> PHRASES = phrases();

    private final Words words;

    Values(Words words) {
        this.words = words;
    }

    /** A value: a phrase with what fills its gaps, or a name. */
    private record Value(String key, List<String> gaps, String name) {

        static Value of(String text) {
            for (Map.Entry<String, Pattern> phrase : PHRASES.entrySet()) {
                Matcher match = phrase.getValue().matcher(text);
                if (match.matches()) {
                    List<String> gaps = new ArrayList<>();
                    for (int group = 1; group <= match.groupCount(); group++) {
                        gaps.add(match.group(group));
                    }
                    return new Value(phrase.getKey(), gaps, text);
                }
            }
            return new Value("", List.of(), text);
        }

        boolean is(String... phrases) {
            return Stream.of(phrases).anyMatch(phrase -> key.equals(KEY + phrase));
        }
    }

    private static Map<String, Pattern> phrases() {
        var phrases = new TreeMap<String, Pattern>();
        // A gap holds a name, or several parted by commas.
        Words.in(Locale.ENGLISH).all().forEach((key, phrase) -> {
            if (key.startsWith(KEY)) {
                phrases.put(
                        key,
                        Pattern.compile(
                                "\\Q" + phrase.replaceAll("\\{\\d}", "\\\\E(\\\\S+(?:, \\\\S+)*)\\\\Q") + "\\E"));
            }
        });
        return phrases;
    }

    /** What the fact is called. */
    String name(String fact) {
        return FactType.labelled(fact).map(words::of).orElse(fact);
    }

    /** Whether a value says no more than that there is nothing to say. */
    static boolean nothing(String value) {
        return Value.of(value).is("yes", "no", "none", "notListed", "noneThatARuleNames", "nothingAskedFor");
    }

    /** Whether a value says that nothing holds of all that rules ask for. */
    static boolean unasked(String value) {
        return Value.of(value).is("nothingAskedFor");
    }

    /** Whether a value is one that gathers the others. */
    static boolean other(String value) {
        return Stream.of(value.split("; ")).anyMatch(part -> Value.of(part).is("other", "otherCountry"));
    }

    /** A value, as a rule saw it or as an answer. */
    String say(String fact, String value) {
        Optional<FactType> type = FactType.labelled(fact);
        return Stream.of(value.split("; ")).map(part -> one(type, part)).collect(Collectors.joining("; "));
    }

    private String one(Optional<FactType> type, String value) {
        UnaryOperator<String> constant = name -> constant(type, name).orElse("");
        for (String between : List.of(", ", " or ")) {
            List<String> parts = Stream.of(value.split(between)).map(constant).toList();
            if (!parts.contains("")) {
                return between.equals(", ") ? String.join(between, parts) : either(parts);
            }
        }
        return say(Value.of(value));
    }

    private String say(Value value) {
        return value.key().isEmpty()
                ? value.name()
                : words.fill(value.key(), value.gaps().toArray(String[]::new));
    }

    private Optional<String> constant(Optional<FactType> type, String name) {
        return type.stream()
                .flatMap(fact -> fact.members().stream())
                .map(Member::arguments)
                .flatMap(List::stream)
                .flatMap(argument -> argument.constants().stream())
                .flatMap(constants -> Arrays.stream(constants.getEnumConstants()))
                .filter(constant -> constant.name().equals(name))
                .map(words::of)
                .findFirst();
    }

    /** Several values, those that touch or differ in one name alone as one. */
    List<String> several(String fact, List<String> values) {
        Optional<FactType> type = FactType.labelled(fact);
        var bands = new ArrayList<Band>();
        var alike = new LinkedHashMap<List<String>, List<String>>();
        var said = new ArrayList<String>();
        List<Value> read = values.stream().map(Value::of).toList();
        boolean severalCountries = read.stream().anyMatch(value -> value.is("severalCountries"));
        for (Value value : read) {
            if (Band.of(value).isPresent()) {
                bands.add(Band.of(value).get());
            } else if (value.is("heldBy", "owner", "seatedIn", "seatedOutside")) {
                List<String> rest =
                        new ArrayList<>(value.gaps().subList(1, value.gaps().size()));
                rest.add(0, value.key());
                alike.computeIfAbsent(rest, none -> new ArrayList<>())
                        .add(value.gaps().get(0));
            } else if (!severalCountries || !value.is("severalCountriesBut")) {
                said.add(one(type, value.name()));
            }
        }
        Band.joined(bands).forEach(band -> said.add(say(band.value())));
        alike.forEach((rest, names) -> {
            List<String> gaps = new ArrayList<>(rest.subList(1, rest.size()));
            gaps.add(0, either(names));
            said.add(words.fill(rest.get(0), gaps.toArray(String[]::new)));
        });
        return said;
    }

    /** One of several. */
    String either(List<String> said) {
        if (said.size() < 2) {
            return String.join("", said);
        }
        String or = " " + words.of("or") + " ";
        boolean parted = said.stream().anyMatch(one -> one.contains(", ") || one.contains(or));
        String rest = String.join(parted ? "; " : ", ", said.subList(0, said.size() - 1));
        return rest + (parted ? ";" : "") + or + said.get(said.size() - 1);
    }

    /** Numbers from one figure to the next. */
    private record Band(String from, String to) {

        private static final String END = "";

        static Optional<Band> of(Value value) {
            if (value.is("anyNumber")) {
                return Optional.of(new Band(END, END));
            }
            if (value.is("fewer")) {
                return Optional.of(new Band(END, value.gaps().get(0)));
            }
            if (value.is("atLeast")) {
                return Optional.of(new Band(value.gaps().get(0), END));
            }
            return value.is("band")
                    ? Optional.of(new Band(value.gaps().get(0), value.gaps().get(1)))
                    : Optional.empty();
        }

        private double least() {
            return from.equals(END) ? 0 : Double.parseDouble(from);
        }

        static List<Band> joined(List<Band> bands) {
            var joined = new ArrayList<Band>();
            for (Band band :
                    bands.stream().sorted(Comparator.comparing(Band::least)).toList()) {
                int last = joined.size() - 1;
                if (last >= 0
                        && !band.from().equals(END)
                        && joined.get(last).to().equals(band.from())) {
                    joined.set(last, new Band(joined.get(last).from(), band.to()));
                } else {
                    joined.add(band);
                }
            }
            return joined;
        }

        Value value() {
            String key =
                    from.equals(END) ? to.equals(END) ? "anyNumber" : "fewer" : to.equals(END) ? "atLeast" : "band";
            List<String> gaps =
                    Stream.of(from, to).filter(figure -> !figure.equals(END)).toList();
            return new Value(KEY + key, gaps, "");
        }
    }
}
