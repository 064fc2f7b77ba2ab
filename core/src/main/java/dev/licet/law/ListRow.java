package dev.licet.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of a dated list.
 *
 * @param key a country's code, a party's or a model's name, a region or a license
 * @param since the first day on which it is on the list
 * @param until the day on which that ends, itself outside; empty if open
 * @param cite where that stands
 */
public record ListRow(String key, LocalDate since, Optional<LocalDate> until, String cite) {}
