package dev.licet.pack;

import java.time.LocalDate;
import java.util.Optional;

/** A dated number of the law, such as a threshold of training compute. */
public record Figure(String name, double value, LocalDate since, Optional<LocalDate> until, String cite, String path) {}
