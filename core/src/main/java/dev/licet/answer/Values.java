package dev.licet.answer;

import dev.licet.request.Compute;
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.AllOf;
import dev.licet.request.FactValue.AnyOf;
import dev.licet.request.FactValue.Band;
import dev.licet.request.FactValue.Constants;
import dev.licet.request.FactValue.CountryOn;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.FactValue.Holds;
import dev.licet.request.FactValue.SeveralCountries;
import dev.licet.vocabulary.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the values of facts in the words of a language. */
final class Values {
    private static final Set<Fixed> NOTHING = EnumSet.of(
            Fixed.TRUE, Fixed.FALSE, Fixed.NONE, Fixed.NOT_LISTED, Fixed.NO_NAMED_ENTRY, Fixed.NOTHING_ASKED);

    private final Words words;

    Values(Words words) {
        this.words = words;
    }

    /** What the fact is called. */
    String name(String fact) {
        return FactType.labelled(fact).map(words::of).orElse(fact);
    }

    /** Whether a value says no more than that there is nothing to say. */
    static boolean nothing(FactValue value) {
        return value instanceof Fixed fixed && NOTHING.contains(fixed);
    }

    /** Whether a value is one that gathers the others. */
    static boolean other(FactValue value) {
        return value == Fixed.OTHER
                || value instanceof CountryOn country && country.lists().isEmpty();
    }

    /** The fact, as the subject of a sentence. */
    String subject(String fact) {
        return FactType.labelled(fact).map(type -> words.of("subject." + type)).orElse(fact);
    }

    /** That a fact is yes, or that it is no, as a sentence; empty if it is neither. */
    Optional<String> holds(String fact, FactValue value) {
        return holds("is.", fact, value);
    }

    /** Like {@link #holds(String, FactValue)}, as what follows "if". */
    Optional<String> ifHolds(String fact, FactValue value) {
        return holds("if.", fact, value);
    }

    private Optional<String> holds(String key, String fact, FactValue value) {
        return FactType.labelled(fact)
                .map(type -> "%s%s.%s".formatted(key, type.name(), value))
                .filter(sentence -> value == Fixed.TRUE || value == Fixed.FALSE)
                .filter(words::has)
                .map(words::of);
    }

    /** A value, as a rule saw it or as an answer. */
    String write(FactValue value) {
        if (value instanceof Fixed fixed) {
            return words.of(fixed);
        }
        if (value instanceof Constants constants) {
            return constants.constants().stream().map(words::of).collect(Collectors.joining(", "));
        }
        if (value instanceof FactValue.Amount number) {
            return compute(number.bounds());
        }
        if (value instanceof Band band) {
            return band(band);
        }
        if (value instanceof CountryOn country) {
            return country.lists().isEmpty()
                    ? words.of("value.otherCountry")
                    : words.fill("value.countryOn", String.join(", ", country.lists()));
        }
        if (value instanceof SeveralCountries several) {
            return several.without()
                    .map(country -> words.fill("value.severalCountriesBut", country))
                    .orElseGet(() -> words.of("value.severalCountries"));
        }
        if (value instanceof Holds holds) {
            return words.fill("value." + holds.question(), holds.about().toArray(String[]::new));
        }
        if (value instanceof AnyOf any) {
            return either(any.values().stream().map(this::write).toList());
        }
        if (value instanceof AllOf all) {
            return all.values().stream().map(this::write).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    private String compute(Compute bounds) {
        String least = Compute.inWords(bounds.atLeast());
        return bounds.atLeast() == bounds.atMost()
                ? least
                : Double.isInfinite(bounds.atMost())
                        ? words.fill("value.atLeast", least)
                        : words.fill("value.range", least, Compute.inWords(bounds.atMost()));
    }

    private String band(Band band) {
        String key = "value."
                + (Double.isInfinite(band.to())
                        ? band.from() == 0 ? "anyNumber" : "atLeast"
                        : band.from() == 0 ? "fewer" : "band");
        String plain = words.fill(
                key, Compute.inWords(band.from()), Double.isInfinite(band.to()) ? "" : Compute.inWords(band.to()));
        return band.withTeachers() ? words.fill("value.withTeachers", plain) : plain;
    }

    /** Several values, those that touch or differ in one name alone as one. */
    List<String> several(List<FactValue> values) {
        var bands = new ArrayList<Band>();
        var alike = new LinkedHashMap<List<String>, List<String>>();
        var written = new ArrayList<String>();
        boolean severalCountries = values.contains(new SeveralCountries(Optional.empty()));
        for (FactValue value : values) {
            if (value instanceof Band band) {
                bands.add(band);
            } else if (value instanceof Holds holds && !holds.about().isEmpty()) {
                var rest = new ArrayList<>(holds.about());
                rest.set(0, holds.question());
                alike.computeIfAbsent(rest, none -> new ArrayList<>())
                        .add(holds.about().get(0));
            } else if (!severalCountries
                    || !(value instanceof SeveralCountries several)
                    || several.without().isEmpty()) {
                written.add(write(value));
            }
        }
        joined(bands).forEach(band -> written.add(band(band)));
        alike.forEach((rest, names) -> {
            var gaps = new ArrayList<>(rest);
            gaps.set(0, either(names));
            written.add(words.fill("value." + rest.get(0), gaps.toArray(String[]::new)));
        });
        return written;
    }

    /** One of several. */
    String either(List<String> written) {
        if (written.size() < 2) {
            return String.join("", written);
        }
        String or = " " + words.of("or") + " ";
        boolean parted = written.stream().anyMatch(one -> one.contains(", ") || one.contains(or));
        String rest = String.join(parted ? "; " : ", ", written.subList(0, written.size() - 1));
        return rest + (parted ? ";" : "") + or + written.get(written.size() - 1);
    }

    /** Bands of which one begins where another ends, as one. */
    private static List<Band> joined(List<Band> bands) {
        var joined = new ArrayList<Band>();
        for (Band band : bands.stream().sorted(Comparator.comparing(Band::from)).toList()) {
            int last = joined.size() - 1;
            if (last >= 0
                    && joined.get(last).to() == band.from()
                    && joined.get(last).withTeachers() == band.withTeachers()) {
                joined.set(last, new Band(joined.get(last).from(), band.to(), band.withTeachers()));
            } else {
                joined.add(band);
            }
        }
        return joined;
    }
}
