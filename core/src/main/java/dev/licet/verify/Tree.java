package dev.licet.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads fields of a tree whose shape was checked before. */
final class Tree {
    private Tree() {}

    static String text(Map<?, ?> object, String field) {
        return String.valueOf(object.get(field));
    }

    static List<String> texts(Map<?, ?> object, String field) {
        return ((List<?>) below(object, field)).stream().map(String::valueOf).toList();
    }

    static Map<?, ?> object(Map<?, ?> object, String field) {
        return (Map<?, ?>) below(object, field);
    }

    /** The objects of a list; none if the field is absent. */
    static List<Map<?, ?>> objects(Map<?, ?> object, String field) {
        return object.get(field) instanceof List<?> list ? objects(list) : List.of();
    }

    static List<Map<?, ?>> objects(List<?> list) {
        var all = new ArrayList<Map<?, ?>>();
        list.forEach(each -> all.add((Map<?, ?>) each));
        return all;
    }

    /** What is below a field that is there. */
    static Object below(Map<?, ?> object, String field) {
        return Objects.requireNonNull(object.get(field), field);
    }
}
