package dev.licet.names;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.licet.law.RulePackException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a table of aliases. Its columns are {@code alias}, {@code since}, {@code until} (the first day on which it no longer holds;
 * blank if open), {@code cite}, and one that says what the names are of ({@code model}, {@code provider}, {@code party}, {@code
 * license}, {@code region} or {@code country}) and holds the canonical name; {@code confidence} and {@code note} are optional.
 */
public final class AliasFile {
    private AliasFile() {}

    /** The column that no other table has. */
    public static final String ALIAS = "alias";

    private static final Set<String> NEEDED = Set.of(ALIAS, "since", "until", "cite");
    private static final Set<String> OPTIONAL = Set.of("confidence", "note");

    /**
     * The rows of a table.
     *
     * @param at the name of the file, for refusals
     * @param text its text
     * @throws RulePackException if a row is not sound; the message names the file and the line
     */
    public static List<Alias> read(String at, String text) {
        var rows = new ArrayList<Alias>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : csv) {
                rows.add(row(at + ":" + line.getStartingLineNumber(), line));
            }
        } catch (CsvParseException | IOException broken) {
            throw refuse(
                    at,
                    "it is not a table (%s)".formatted(broken.getMessage()),
                    "a row has a comma too many or too few.");
        }
        return List.copyOf(rows);
    }

    private static Alias row(String at, NamedCsvRecord line) {
        List<String> columns = line.getHeader();
        List<NameType> types = Arrays.stream(NameType.values())
                .filter(type -> columns.contains(column(type)))
                .toList();
        if (types.size() != 1 || !columns.containsAll(NEEDED)) {
            throw refuse(
                    at,
                    "the header (%s) is not that of a table of aliases".formatted(columns),
                    "write model,alias,since,until,cite, or another type for model.");
        }
        if (line.getFieldCount() != columns.size()) {
            throw refuse(
                    at,
                    "the row has (%s) cells, the header has (%s)".formatted(line.getFieldCount(), columns.size()),
                    "a comma is missing, or a text with a comma has no quotes.");
        }
        NameType type = types.get(0);
        for (String column : columns) {
            if (!NEEDED.contains(column) && !OPTIONAL.contains(column) && !column.equals(column(type))) {
                throw refuse(at, "the column (%s) does not exist".formatted(column), "it is misspelt.");
            }
        }
        for (String column : List.of(column(type), "alias", "cite")) {
            if (line.getField(column).isBlank()) {
                throw refuse(at, "the column %s is empty ()".formatted(column), "the row was not finished.");
            }
        }
        LocalDate since = date(at, "since", line.getField("since").strip());
        String until = line.getField("until").strip();
        Optional<LocalDate> end = until.isEmpty() ? Optional.empty() : Optional.of(date(at, "until", until));
        try {
            return new Alias(
                    type,
                    line.getField(column(type)).strip(),
                    line.getField("alias").strip(),
                    since,
                    end,
                    line.getField("cite").strip());
        } catch (IllegalArgumentException unsound) {
            String[] fault = String.valueOf(unsound.getMessage()).split("\\.\nMaybe ", 2);
            throw refuse(at, fault[0], fault[1]);
        }
    }

    private static String column(NameType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static LocalDate date(String at, String column, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException notDate) {
            throw refuse(at, "%s (%s) is not a date".formatted(column, value), "write it as 2025-05-15.");
        }
    }

    private static RulePackException refuse(String at, String fault, String remedy) {
        return new RulePackException(at, fault, remedy);
    }
}
