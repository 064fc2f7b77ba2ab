package dev.licet.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON tree whose fields are put in their canonical order, so that nothing is sorted when it is written. Unmodifiable
 * but for {@link #add}.
 *
 * <p>Two arrays, one of names and one of values. Finding a field costs a look at each name before it; objects have few.
 */
public final class Fields extends AbstractMap<String, Object> {
    private String[] names = new String[8];
    private Object[] values = new Object[8];
    private int size;

    /** Adds a field that comes after all others. */
    public Fields add(String name, Object value) {
        if (size > 0 && names[size - 1].compareTo(name) >= 0) {
            throw new IllegalStateException("The field (%s) comes before (%s).".formatted(name, names[size - 1]));
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size++] = value;
        return this;
    }

    String name(int i) {
        return names[i];
    }

    Object value(int i) {
        return values[i];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Object get(Object name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object name) {
        return IntStream.range(0, size).anyMatch(i -> names[i].equals(name));
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return IntStream.range(0, size)
                        .mapToObj(i -> Map.entry(names[i], values[i]))
                        .iterator();
            }
        };
    }
}
