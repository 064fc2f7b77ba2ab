package dev.licet.desk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.licet.law.Layer;
import dev.licet.request.Request;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table: a header, and a document a row. */
final class CsvDocuments implements Documents {
    /** As in a document: for its author, read by no rule. */
    private static final Set<String> REMARKS = Set.of("source", "note");

    /** What a table of cases, which begins with the column "case", holds besides facts. */
    private static final Set<String> EXPECTATIONS = Stream.concat(
                    Stream.of("case", "outcome", "enforced", "rules", "asks", "ref", "doubt"),
                    Arrays.stream(Layer.values()).map(Layer::name))
            .collect(Collectors.toUnmodifiableSet());

    /** fastcsv writes the number in the digits of the locale. */
    private static final Pattern PLACE = Pattern.compile(" \\(record starting at line (\\p{Nd}+)\\)");

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> rows;
    private final long linesBefore;
    private final List<String> columns;
    private final Set<String> remarks;
    private final List<List<String>> overlapping = new ArrayList<>();
    private long line;

    CsvDocuments(Reader reader, long firstLine) throws IOException {
        this.csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader);
        this.rows = csv.iterator();
        this.linesBefore = firstLine - 1;
        this.line = firstLine;
        this.columns = cells(row().orElseThrow());
        this.remarks = columns.get(0).equals("case") ? EXPECTATIONS : REMARKS;
        checkHeader();
    }

    private static List<String> cells(CsvRecord row) {
        return row.getFields().stream().map(String::strip).toList();
    }

    private void checkHeader() throws Broken {
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (!Request.isColumn(column) && !remarks.contains(column)) {
                throw new Broken(line, "The column (%s) does not exist.".formatted(column), remedy(column));
            }
            for (String earlier : columns.subList(0, i)) {
                if (Columns.path(earlier).equals(Columns.path(column))) {
                    throw new Broken(
                            line,
                            earlier.equals(column)
                                    ? "The column (%s) is there twice.".formatted(column)
                                    : "The columns (%s) and (%s) state the same fact.".formatted(earlier, column),
                            "one of the two is to be taken out.");
                }
                if (Columns.overlap(earlier, column)) {
                    overlapping.add(List.of(earlier, column));
                }
            }
        }
    }

    private static String remedy(String column) {
        if (column.isEmpty()) {
            return "the header has a comma too many.";
        }
        if (column.contains(";") || column.contains("\t")) {
            return "the cells are parted by semicolons or tabs: save the table with commas.";
        }
        return "one of %s is meant, or the path of a field such as model.lineage.0.relation."
                .formatted(List.copyOf(Request.columns().keySet()));
    }

    @Override
    public Optional<Supplier<Document>> next() throws IOException {
        Optional<CsvRecord> row = row();
        // What a spreadsheet leaves of a row whose cells were cleared.
        while (row.isPresent() && row.get().getFields().stream().allMatch(String::isBlank)) {
            row = row();
        }
        long at = line;
        return row.map(cells -> () -> document(at, cells));
    }

    private Document document(long at, CsvRecord row) {
        List<String> cells = cells(row);
        if (cells.size() != columns.size()) {
            return Document.unsound(
                    at,
                    "The row has (%s) cells, the header has (%s).".formatted(cells.size(), columns.size()),
                    "a comma is missing or too many, or a text with a comma has no quotes.");
        }
        var stated = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && !remarks.contains(columns.get(i))) {
                stated.put(columns.get(i), cells.get(i));
            }
        }
        for (List<String> two : overlapping) {
            if (stated.keySet().containsAll(two) && Columns.clash(two.get(0), two.get(1), stated)) {
                return Document.unsound(
                        at,
                        "The cells of (%s) and (%s) state the same fact.".formatted(two.get(0), two.get(1)),
                        "one of the two is to be left empty.");
            }
        }
        boolean dated = stated.keySet().stream().anyMatch(column -> Columns.overlap(column, "on"));
        return Document.row(at, dated, preset -> preset.fillRow(Map.copyOf(stated)));
    }

    private Optional<CsvRecord> row() throws IOException {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            CsvRecord row = rows.next();
            line = linesBefore + row.getStartingLineNumber();
            return Optional.of(row);
        } catch (CsvParseException broken) {
            String why = Optional.ofNullable(broken.getMessage()).orElse("");
            Matcher place = PLACE.matcher(why);
            long at = place.find() ? linesBefore + Long.parseLong(place.group(1)) : line;
            throw new Broken(
                    at,
                    "The table is broken (%s).".formatted(place.replaceAll("")),
                    "a quote is not closed, or not doubled.");
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
