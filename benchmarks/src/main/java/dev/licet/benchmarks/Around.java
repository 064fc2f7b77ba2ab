package dev.licet.benchmarks;

import dev.licet.facts.RecipientType;
import java.util.Set;

/**
 * What else the bundled packs ask about a transfer, besides what a {@link Case} says.
 *
 * @param exporter the country of the exporter
 * @param residence the recipient's country
 * @param parent the country of its ultimate parent
 * @param nationality its nationality
 * @param type what it is
 * @param license the license of the model
 * @param lists the lists of parties that it is on
 * @param offered whether the model is offered to the public
 * @param commercial whether it is used in commerce
 */
record Around(
        String exporter,
        String residence,
        String parent,
        String nationality,
        RecipientType type,
        String license,
        Set<String> lists,
        boolean offered,
        boolean commercial) {

    /** That of an ordinary transfer: the exporter is at home where the model is, and the recipient where it goes. */
    static Around ordinary(Case asked) {
        return new Around(
                asked.origin(),
                asked.destination(),
                asked.headquarters(),
                asked.destination(),
                RecipientType.COMPANY,
                "apache-2.0",
                Set.of(),
                false,
                true);
    }
}
