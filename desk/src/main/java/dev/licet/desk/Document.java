package dev.licet.desk;

import dev.licet.request.Request;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One document of the input.
 *
 * @param line where it begins
 * @param dated whether it states its day
 * @param request reads it, with what the options state; throws IllegalArgumentException if it is not sound
 * @param tree the document as it is; throws IllegalArgumentException if it is not sound
 * @param text the line, if it is alone on one; empty if there is none
 */
record Document(
        long line, boolean dated, Function<Preset, Request> request, Supplier<Map<String, Object>> tree, String text) {

    static Document unsound(long line, String fault, String remedy) {
        var unsound = new IllegalArgumentException(fault + "\nMaybe " + remedy);
        return new Document(
                line,
                true,
                preset -> {
                    throw unsound;
                },
                () -> {
                    throw unsound;
                },
                "");
    }

    /** A row of a table, which holds a request and nothing else. */
    static Document row(long line, boolean dated, Function<Preset, Request> request) {
        return new Document(
                line,
                dated,
                request,
                () -> {
                    throw new IllegalArgumentException("The row of a table is no record.\nMaybe JSON is meant.");
                },
                "");
    }
}
