package dev.licet.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of a dated list.
 *
 * @param key what is listed: a country (ISO 3166-1 alpha-2), a region (ISO 3166-2, or a code that lists use), or the name
 *     of a party, a model or a license
 * @param since the first day on which it is on the list
 * @param until the day on which that ends, itself outside; empty if open
 * @param cite the citation of the text that lists it
 */
public record ListRow(String key, LocalDate since, Optional<LocalDate> until, String cite) {}
