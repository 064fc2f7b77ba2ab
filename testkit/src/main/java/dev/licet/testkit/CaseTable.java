package dev.licet.testkit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.licet.Licet;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.request.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of cases: a line each, with what is asked and what is to come out. It is a CSV file with commas, in UTF-8, that opens in
 * a spreadsheet.
 *
 * <p>The first column is {@code case}, a short sentence that no other case has. Columns of facts follow, named as {@link
 * Request#columns()} or by the path of a field. Then comes what is expected:
 *
 * <ul>
 *   <li>{@code outcome}: what the rules make of it as written; gaps in what packs hold are not counted;
 *   <li>{@code enforced}, optional: the outcome as enforced; blank if it is the same;
 *   <li>a column named as an {@link Layer}, optional: the outcome of that layer; blank if it is not to be looked at;
 *   <li>{@code rules}: every rule that has an effect, with blanks between: {@code ID} the rule applies, {@code ~ID} it is excepted,
 *       {@code by:ID} the exception that applies to it, {@code ?ID} it depends on a question, {@code !ID} it depends on an assumption,
 *       {@code ^ID} it is pending, {@code #ID} it is suspended, {@code >ID} the exception is available; blank if none has an effect;
 *   <li>{@code asks}, optional: all the facts that are asked for, with {@code ;} between; blank if none is;
 *   <li>{@code ref}, optional: the citation, or the worked case, that it comes from;
 *   <li>{@code doubt}, optional: why the expected answer may be wrong.
 * </ul>
 */
public final class CaseTable {

    private static final String CASE = "case";
    private static final String OUTCOME = "outcome";
    private static final String ENFORCED = "enforced";
    private static final String RULES = "rules";
    private static final String ASKS = "asks";
    private static final String REF = "ref";
    private static final String DOUBT = "doubt";
    private static final Set<String> LAYERS =
            Stream.of(Layer.values()).map(Layer::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> EXPECTATIONS = Stream.concat(
                    Stream.of(CASE, OUTCOME, ENFORCED, RULES, ASKS, REF, DOUBT), LAYERS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Path file;
    private final List<Case> cases;

    private CaseTable(Path file, List<Case> cases) {
        this.file = file;
        this.cases = List.copyOf(cases);
    }

    /**
     * Reads a table.
     *
     * @param csv the file
     * @return the table
     * @throws IllegalArgumentException if the file cannot be read, or a row is not sound; the message names file and line
     */
    public static CaseTable read(Path csv) {
        List<CsvRecord> lines = lines(csv);
        if (lines.isEmpty()) {
            throw refuse(csv, "", "the table is empty", "it was not saved.");
        }
        List<String> columns = cells(lines.get(0));
        checkHeader(csv, columns);
        var cases = new ArrayList<Case>();
        var names = new TreeMap<String, Long>();
        for (CsvRecord line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            String at = ":" + line.getStartingLineNumber();
            if (cells.size() != columns.size()) {
                throw refuse(
                        csv,
                        at,
                        "the row has (%s) cells, the header has (%s)".formatted(cells.size(), columns.size()),
                        "a comma is missing, or a text with a comma has no quotes.");
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            Case read = read(csv, line.getStartingLineNumber(), row);
            Long other = names.putIfAbsent(read.name(), read.line());
            if (other != null) {
                throw refuse(
                        csv,
                        at,
                        "the case (%s) is on line %s too".formatted(read.name(), other),
                        "say in what the two differ.");
            }
            cases.add(read);
        }
        if (cases.isEmpty()) {
            throw refuse(csv, "", "the table has no case (0)", "add a row.");
        }
        return new CaseTable(csv, cases);
    }

    /**
     * The cases as tests.
     *
     * @param licet what decides them, {@link dev.licet.law.Stance#AS_WRITTEN as written} and with assumptions on
     * @return a test for each case, in the order of the table
     */
    public Stream<DynamicTest> tests(Licet licet) {
        return cases.stream()
                .map(each ->
                        DynamicTest.dynamicTest(stem(file) + ": " + each.name(), each.uri(), () -> each.check(licet)));
    }

    List<Case> cases() {
        return cases;
    }

    /** The name of a file without its ending. */
    static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private static void checkHeader(Path csv, List<String> columns) {
        if (!columns.get(0).equals(CASE)) {
            throw refuse(
                    csv,
                    ":1",
                    "the first column is (%s)".formatted(columns.get(0)),
                    columns.get(0).startsWith(CASE)
                            ? "the spreadsheet has put something else between the cells; save it with commas."
                            : "it is to be the column case, a sentence for each row.");
        }
        var seen = new TreeSet<String>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw refuse(csv, ":1", "the column (%s) is there twice".formatted(column), "rename one.");
            }
        }
        for (String needed : List.of(OUTCOME, RULES)) {
            if (!columns.contains(needed)) {
                throw refuse(
                        csv,
                        ":1",
                        "the column (%s) is missing".formatted(needed),
                        "a table has the columns case, those of facts, outcome and rules.");
            }
        }
    }

    private static Case read(Path csv, long line, Map<String, String> row) {
        String at = ":" + line;
        if (cell(row, CASE).isEmpty()) {
            throw refuse(csv, at, "the case has no name ()", "say in a sentence what it tries.");
        }
        var facts = new LinkedHashMap<>(row);
        facts.keySet().removeAll(EXPECTATIONS);
        try {
            Outcome outcome = outcome(OUTCOME, cell(row, OUTCOME))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the column outcome is empty ()\nMaybe the row was not finished."));
            var layers = new EnumMap<Layer, Outcome>(Layer.class);
            for (Layer layer : Layer.values()) {
                outcome(layer.name(), row.getOrDefault(layer.name(), ""))
                        .ifPresent(expected -> layers.put(layer, expected));
            }
            Optional<Set<String>> asks = Optional.ofNullable(row.get(ASKS)).map(CaseTable::facts);
            return new Case(
                    csv,
                    line,
                    cell(row, CASE),
                    Request.ofRow(facts),
                    outcome,
                    outcome(ENFORCED, row.getOrDefault(ENFORCED, "")).orElse(outcome),
                    layers,
                    Said.read(cell(row, RULES)),
                    asks,
                    row.getOrDefault(REF, ""),
                    row.getOrDefault(DOUBT, ""));
        } catch (IllegalArgumentException unsound) {
            throw new IllegalArgumentException(csv + at + ": " + unsound.getMessage(), unsound);
        }
    }

    /** A cell of a column that every table has. */
    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static Optional<Outcome> outcome(String column, String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(Outcome.values())
                .filter(outcome -> outcome.name().equals(cell))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the outcome (%s) of the column %s does not exist\nMaybe one of %s is meant."
                                .formatted(cell, column, List.of(Outcome.values())))));
    }

    private static Set<String> facts(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> cells(CsvRecord line) {
        return line.getFields().stream().map(String::strip).toList();
    }

    /** The lines of a CSV file, the header's included. */
    static List<CsvRecord> lines(Path csv) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text(csv))) {
            return reader.stream().toList();
        } catch (CsvParseException | IOException broken) {
            throw refuse(csv, "", "it is not a table (%s)".formatted(broken.getMessage()), "a quote is not closed.");
        }
    }

    private static String text(Path csv) {
        if (!Files.isRegularFile(csv)) {
            throw refuse(csv, "", "the file is missing", "its name is misspelt.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(csv)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw refuse(csv, "", "the file is not UTF-8", "save it again with the encoding UTF-8.");
        } catch (IOException unreadable) {
            throw refuse(csv, "", "it cannot be read (%s)".formatted(unreadable), "its permissions forbid it.");
        }
    }

    private static IllegalArgumentException refuse(Path csv, String line, String fault, String remedy) {
        return new IllegalArgumentException(csv + line + ": " + fault + "\nMaybe " + remedy);
    }

    @Override
    public String toString() {
        return file + " (" + cases.size() + " cases)";
    }
}
