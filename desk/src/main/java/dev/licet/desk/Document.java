package dev.licet.desk;

import dev.licet.Request;
import java.util.function.Function;

/**
 * One document of the input.
 *
 * @param line where it begins
 * @param dated whether it states its day
 * @param request reads it, with what the options state; throws IllegalArgumentException if it is not sound
 */
record Document(long line, boolean dated, Function<Preset, Request> request) {

    static Document unsound(long line, String fault, String remedy) {
        return new Document(line, true, preset -> {
            throw new IllegalArgumentException(fault + "\nMaybe " + remedy);
        });
    }
}
