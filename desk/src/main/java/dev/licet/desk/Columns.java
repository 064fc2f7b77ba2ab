package dev.licet.desk;

import dev.licet.request.Request;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns that a table of transfers may have. */
final class Columns {
    private static final Pattern COUNTRY_OF_DEVELOPER = Pattern.compile("model\\.developers\\.(\\d{1,4})\\.country");

    private Columns() {}

    static String path(String column) {
        return Request.columns().getOrDefault(column, column);
    }

    /** Whether two columns state the same fact, or one of them a part of what the other states whole. */
    static boolean overlap(String one, String other) {
        if (!one.equals("origin") && !other.equals("origin")) {
            return within(path(one), path(other)) || within(path(other), path(one));
        }
        String countries = one.equals("origin") ? other : one;
        return countries.equals("origin")
                || countries.equals("model.developers")
                || COUNTRY_OF_DEVELOPER.matcher(countries).matches();
    }

    /** Whether the cells of two columns that overlap exclude each other when both are filled. */
    static boolean clash(String one, String other, Map<String, String> cells) {
        Matcher developer = COUNTRY_OF_DEVELOPER.matcher(one.equals("origin") ? other : one);
        if (!developer.matches()) {
            return true;
        }
        // The origin states the first countries; a further developer may be named beside it.
        int countries = cells.getOrDefault("origin", "").split("[\\s;]+").length;
        return Integer.parseInt(developer.group(1)) < countries;
    }

    private static boolean within(String path, String whole) {
        return path.equals(whole) || path.startsWith(whole + ".");
    }
}
