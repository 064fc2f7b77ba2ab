package dev.licet.vocabulary;

import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.Locale;

/** What the rows of a list name. */
public enum Subject {
    COUNTRY(Argument.COUNTRY_LIST),
    PARTY(Argument.PARTY_LIST),
    REGION(Argument.REGION_LIST),
    MODEL(Argument.MODEL_LIST),
    LICENSE(Argument.LICENSE_LIST);

    private final Argument argument;

    Subject(Argument argument) {
        this.argument = argument;
    }

    /** The kind of argument by which rules ask for such a list. */
    public Argument argument() {
        return argument;
    }

    /** The column of a list that holds the keys. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
