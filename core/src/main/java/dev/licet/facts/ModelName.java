package dev.licet.facts;

import java.util.Set;

/**
 * The name of the model.
 *
 * @param name the name as stated, without namespaces and gateways
 * @param lists the lists of models that it is on that day
 */
public record ModelName(String name, Set<String> lists) implements Listed {

    /**
     * Whether it begins with certain letters, case included.
     *
     * @param start the letters
     * @return true if it does
     */
    public boolean beginsWith(String start) {
        return name.startsWith(start);
    }
}
