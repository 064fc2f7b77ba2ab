package dev.licet.vocabulary;

import dev.licet.request.Country;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules, lists and figures of a day make of names and numbers, as far as the values of facts depend on it. */
public interface RulesOfDay {

    /** What rules ask of a fact, each thing once: names of lists, countries, constants. */
    Set<String> asked(FactType type, Argument argument);

    /** What rules ask of a fact by its members, each thing once. */
    List<Atom> asked(FactType type);

    /** What each rule asks of a fact together. */
    List<Set<String>> askedTogether(FactType type, Argument argument);

    /**
     * The lists that hold a country by its code, a party or a model by its name, a region or a license by its identifier, or by
     * another name with the same meaning.
     */
    Set<String> listsOf(Subject subject, String key);

    /** Some lists with those that they lie within: whoever is on a sublist is on its list. */
    Set<String> implied(Set<String> lists);

    /** Whether a list names anybody that day. */
    boolean namesAnybody(String list);

    /** Whether a list has other rows on a day than under this law. */
    boolean differsOn(String list, LocalDate day);

    /** The id of a model without namespaces and gateways. */
    String bare(String model);

    /** Whether a region is in no list and no table of names, though tables have the regions of its country. */
    boolean isUnknownRegion(Country country, String region);

    /** The keys that the rows of some lists have. */
    Set<String> keys(Subject subject, Set<String> lists);

    /** The regions that lists name in a country, or in any country if it is not known. */
    Set<String> regionsOf(Optional<Country> country);

    /** All countries, those together that the rules cannot tell apart when they ask for this fact. */
    List<CountryClass> classes(FactType type);

    /** The figures that rules ask of a number. */
    Scale scale(FactType type);

    /** The value of each figure. */
    Map<String, Double> figures();

    /** The lists that hold a country. */
    default Set<String> listsOfCountry(String code) {
        return listsOf(Subject.COUNTRY, code);
    }
}
