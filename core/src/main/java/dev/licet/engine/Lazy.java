package dev.licet.engine;

import java.util.function.Supplier;

/** A value that is worked out when it is first asked for, and kept; safe for use by many threads. */
public final class Lazy<T> implements Supplier<T> {
    // Whoever comes first stands for all: a value worked out twice at once is the same value.
    private volatile Supplier<T> value;

    public Lazy(Supplier<T> value) {
        this.value = () -> keep(value.get());
    }

    private T keep(T worked) {
        value = () -> worked;
        return worked;
    }

    @Override
    public T get() {
        return value.get();
    }
}
