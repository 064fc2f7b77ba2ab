package dev.licet.vocabulary;

import dev.licet.request.FactValue;
import java.util.List;
import java.util.Set;

/** Countries that the rules of a day cannot tell apart when they ask for one fact, by their codes. */
public record CountryClass(Set<String> lists, List<String> countries) {

    String representative() {
        return countries.get(0);
    }

    /** Each country alone. */
    List<FactValue> members() {
        return countries.stream().map(FactValue::name).toList();
    }
}
