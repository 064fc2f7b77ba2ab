package dev.licet;

import java.util.function.Supplier;

/** A value that is worked out when it is first asked for, and kept; safe for use by many threads. */
final class Lazy<T> {
    // Whoever comes first stands for all: a value worked out twice at once is the same value.
    private volatile Supplier<T> value;

    Lazy(Supplier<T> value) {
        this.value = () -> keep(value.get());
    }

    private T keep(T worked) {
        value = () -> worked;
        return worked;
    }

    T get() {
        return value.get();
    }
}
