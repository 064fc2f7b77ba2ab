package dev.licet.json;

/** Places in a JSON document, as RFC 6901 writes them. */
public final class Pointer {
    private Pointer() {}

    /** The name of a field, as a step of a place. */
    public static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
