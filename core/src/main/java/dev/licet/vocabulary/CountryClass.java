package dev.licet.vocabulary;

import java.util.List;
import java.util.Set;

/** Countries that the rules of a day cannot tell apart when they ask for one fact, by their codes. */
public record CountryClass(Set<String> lists, List<String> countries) {

    String representative() {
        return countries.get(0);
    }
}
