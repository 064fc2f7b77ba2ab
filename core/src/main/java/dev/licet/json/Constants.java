package dev.licet.json;

import java.util.Arrays;
import java.util.Optional;

/** The constants of enumerations, as documents and rule files write them. */
public final class Constants {
    private Constants() {}

    /** The constant of that very name, if there is one. */
    public static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
