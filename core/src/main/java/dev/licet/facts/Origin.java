package dev.licet.facts;

import java.util.Set;

/**
 * Where the model's developers are; several countries make a joint model.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param lists the lists that at least one of them is on that day
 */
public record Origin(Set<String> countries, Set<String> lists) implements Listed {

    /**
     * Whether a country is among them.
     *
     * @param code ISO 3166-1 alpha-2
     * @return true if it is
     */
    public boolean includes(String code) {
        return countries.contains(code);
    }
}
