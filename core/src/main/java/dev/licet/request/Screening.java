package dev.licet.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which lists a party was screened against, and when. It clears those lists and no other.
 *
 * @param lists the names of the lists, each with the day of its screening if it is known; {@link #ALL} for all lists that the loaded packs
 *     hold names for
 */
public record Screening(Map<String, Optional<LocalDate>> lists) {

    /** All lists that the loaded packs hold names for. */
    public static final String ALL = "all";

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the name of a list is blank
     */
    public Screening {
        lists.keySet().forEach(list -> Checks.notBlank("list's name", list));
        lists = Collections.unmodifiableMap(new TreeMap<>(lists));
    }

    /**
     * A screening on a day that is not stated.
     *
     * @param lists the names of the lists, or {@link #ALL}
     * @return the screening
     */
    public static Screening against(String... lists) {
        return of(Optional.empty(), lists);
    }

    /**
     * A screening on a day.
     *
     * @param day the day
     * @param lists the names of the lists, or {@link #ALL}
     * @return the screening
     */
    public static Screening on(LocalDate day, String... lists) {
        return of(Optional.of(day), lists);
    }

    private static Screening of(Optional<LocalDate> day, String... lists) {
        var all = new TreeMap<String, Optional<LocalDate>>();
        for (String list : lists) {
            all.put(list, day);
        }
        return new Screening(all);
    }
}
