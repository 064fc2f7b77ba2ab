package dev.licet.pack;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.licet.json.Constants;
import dev.licet.law.Layer;
import dev.licet.law.ListRow;
import dev.licet.law.RulePackException;
import dev.licet.names.Alias;
import dev.licet.names.AliasFile;
import dev.licet.request.Country;
import dev.licet.request.Transfer;
import dev.licet.vocabulary.Subject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the files of a pack and refuses what is not sound. */
record PackReader(Packs.Source source) {

    private static final String WITHIN = "within";
    private static final Set<String> KEYS =
            Set.of("title", "version", "jurisdiction", "layer", "asOf", "namespace", "uses", WITHIN, "files");
    private static final Set<String> OPTIONAL = Set.of("namespace", "uses", WITHIN);
    static final String PROPERTIES = "pack.properties";
    private static final Pattern FILE =
            Pattern.compile("[\\w.-]+\\.drl|coverage\\.csv|figures\\.csv|lists/[\\w.-]+\\.csv");

    /** Short and long rows are refused below with a better word; a quote left open would swallow the rows that follow. */
    private static CsvReader.CsvReaderBuilder csv() {
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    PackContents read() {
        String name = source.name();
        Map<String, String> properties = properties();
        String namespace = properties.getOrDefault("namespace", name);
        if (!namespace.matches("[a-z][a-z0-9-]*")) {
            throw refuse(
                    PROPERTIES,
                    "the namespace (%s) cannot begin the id of a rule".formatted(namespace),
                    "write namespace= and lower-case letters, digits and hyphens.");
        }
        Layer layer = Constants.named(Layer.class, properties.getOrDefault("layer", ""))
                .orElseThrow(() -> refuse(
                        PROPERTIES,
                        "the layer (%s) does not exist".formatted(properties.get("layer")),
                        "it is one of %s.".formatted(List.of(Layer.values()))));
        LocalDate asOf = date(source.path(PROPERTIES), "asOf", properties.getOrDefault("asOf", ""));
        Set<String> named = files(properties.getOrDefault("files", ""));
        MessageDigest digest = sha256();
        digest.update(text(PROPERTIES).getBytes(StandardCharsets.UTF_8));
        var texts = new TreeMap<String, String>();
        for (String file : named) {
            String text = text(file);
            texts.put(file, text);
            digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        String hex = "sha256:" + HexFormat.of().formatHex(digest.digest());
        Optional<Prebuilt> ahead = Prebuilt.read(source, hex, texts);
        Prebuilt read = ahead.orElseGet(() -> parse(namespace, layer, texts));
        if (read.files().isEmpty()
                && read.lists().isEmpty()
                && read.figures().isEmpty()
                && read.aliases().isEmpty()) {
            throw refuse(
                    PROPERTIES,
                    "the pack is empty (files=%s)".formatted(properties.get("files")),
                    "name its rule files under files.");
        }
        return new PackContents(
                name,
                properties,
                asOf,
                read.files(),
                read.lists(),
                read.figures(),
                read.coverage(),
                within(namespace, properties.getOrDefault(WITHIN, ""), read.lists()),
                read.aliases(),
                hex,
                source,
                ahead.isPresent());
    }

    /** Which lists lie within others: {@code within=SUBLIST:LIST, …}. Whoever is on the sublist is on the list. */
    private Map<String, Set<String>> within(String namespace, String value, List<NamedList> lists) {
        var within = new TreeMap<String, Set<String>>();
        for (String pair : value.split("[,\\s]+")) {
            if (pair.isEmpty()) {
                continue;
            }
            List<String> names = Arrays.stream(pair.split(":", -1))
                    .map(name -> namespace + "." + name)
                    .toList();
            Set<Subject> subjects = lists.stream()
                    .filter(list -> names.contains(list.name()))
                    .map(NamedList::subject)
                    .collect(Collectors.toSet());
            boolean held = names.stream()
                    .allMatch(
                            name -> lists.stream().anyMatch(list -> list.name().equals(name)));
            if (names.size() != 2 || !held || subjects.size() != 1) {
                throw refuse(
                        PROPERTIES,
                        "within (%s) is not a list and another of the same kind in this pack".formatted(pair),
                        "write within=SUBLIST:LIST, with names of its lists.");
            }
            within.computeIfAbsent(names.get(0), none -> new TreeSet<>()).add(names.get(1));
            if (NamedList.implied(Set.of(names.get(1)), within).contains(names.get(0))) {
                throw refuse(
                        PROPERTIES,
                        "the list (%s) lies within itself".formatted(names.get(0)),
                        "one of the pairs under within is the wrong way round.");
            }
        }
        return within;
    }

    private Prebuilt parse(String namespace, Layer layer, Map<String, String> texts) {
        var files = new ArrayList<RuleFile>();
        var lists = new TreeMap<String, NamedList>();
        var figures = new ArrayList<Figure>();
        var aliases = new ArrayList<Alias>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                String id = namespace + "." + file.substring(0, file.length() - ".drl".length());
                files.add(RuleFile.read(source.path(file), text, id, source.name(), layer));
            } else if (file.equals("figures.csv")) {
                figures.addAll(figures(namespace, file, text));
            } else if (!file.equals(CoverageReader.FILE)
                    && table(file, text).columns().contains(AliasFile.ALIAS)) {
                aliases.addAll(AliasFile.read(source.path(file), text));
            } else if (!file.equals(CoverageReader.FILE)) {
                for (NamedList list : lists(namespace, file, text)) {
                    NamedList other = lists.putIfAbsent(list.name(), list);
                    if (other != null) {
                        throw refuse(
                                file,
                                "the list (%s) stands in %s too".formatted(list.name(), other.path()),
                                "rename one.");
                    }
                }
            }
        });
        List<Coverage> coverage = Optional.ofNullable(texts.get(CoverageReader.FILE))
                .map(new CoverageReader(this, lists)::read)
                .orElse(List.of());
        return new Prebuilt(files, List.copyOf(lists.values()), figures, coverage, aliases);
    }

    private Map<String, String> properties() {
        String remedy = "the folder or the name of the pack (%s) is misspelt; a pack has a pack.properties."
                .formatted(source.name());
        var loaded = new Properties() {
            private static final long serialVersionUID = 1;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (containsKey(key)) {
                    throw refuse(PROPERTIES, "the key (%s) stands twice".formatted(key), "leave one out.");
                }
                return super.put(key, value);
            }
        };
        try {
            loaded.load(new StringReader(source.text(PROPERTIES, remedy)));
        } catch (IOException | IllegalArgumentException broken) {
            throw refuse(
                    PROPERTIES, "it cannot be read (%s)".formatted(broken.getMessage()), "a \\u escape is malformed.");
        }
        var properties = new TreeMap<String, String>();
        loaded.forEach((key, value) -> {
            if (properties.put(FormerWords.key(key.toString()), value.toString().strip()) != null) {
                throw refuse(
                        PROPERTIES, "the key (%s) is there under its former name too".formatted(key), "leave one out.");
            }
        });
        for (String key : properties.keySet()) {
            if (!KEYS.contains(key)) {
                throw refuse(
                        PROPERTIES,
                        "the key (%s) does not exist".formatted(key),
                        "it is one of %s.".formatted(new TreeSet<>(KEYS)));
            }
        }
        for (String key : new TreeSet<>(KEYS)) {
            if (!OPTIONAL.contains(key) && properties.getOrDefault(key, "").isEmpty()) {
                throw refuse(PROPERTIES, "the key (%s) is missing".formatted(key), "add a line %s=…".formatted(key));
            }
        }
        return properties;
    }

    private Set<String> files(String value) {
        var named = new TreeSet<String>();
        Arrays.stream(value.split("[,\\s]+")).filter(file -> !file.isEmpty()).forEach(file -> {
            boolean known = FILE.matcher(file).matches();
            if (!known) {
                throw refuse(
                        PROPERTIES,
                        "the file (%s) is neither a rule, a list, the figures nor the coverage".formatted(file),
                        "write NAME.drl, lists/NAME.csv, figures.csv or coverage.csv; case tables are not named.");
            }
            if (!named.add(file)) {
                throw refuse(PROPERTIES, "the file (%s) is named twice".formatted(file), "one is to be left out.");
            }
        });
        for (String present : source.present().orElse(named)) {
            if (!named.contains(present)) {
                throw refuse(present, "the file is not named in %s".formatted(PROPERTIES), "add it to files.");
            }
        }
        return named;
    }

    private List<NamedList> lists(String namespace, String file, String text) {
        String whole = file.substring("lists/".length(), file.length() - ".csv".length());
        Table table = table(file, text);
        Subject subject = Arrays.stream(Subject.values())
                .filter(candidate -> table.columns().contains(candidate.column()))
                .findFirst()
                .orElseThrow(() -> refuse(
                        file + ":1",
                        "the header (%s) does not say what the list is of".formatted(table.columns()),
                        "it has a column country, party or region."));
        var rows = new LinkedHashMap<String, List<ListRow>>();
        var ofKey = new HashMap<String, List<ListRow>>();
        if (!table.columns().contains("list")) {
            rows.put(namespace + "." + whole, new ArrayList<>());
        }
        table.require(this, file, subject.column(), "since", "until", "cite");
        table.allow(this, file, Set.of("list", subject.column(), "since", "until", "cite", "confidence", "note"));
        for (Map.Entry<Long, Map<String, String>> line : table.rows().entrySet()) {
            String at = source.path(file) + ":" + line.getKey();
            Map<String, String> row = line.getValue();
            String key = filled(at, row, subject.column());
            String cite = filled(at, row, "cite");
            refuseKey(at, subject, key);
            String name = namespace + "." + (row.containsKey("list") ? filled(at, row, "list") : whole);
            List<ListRow> others = ofKey.computeIfAbsent(name + "\n" + key, none -> new ArrayList<>());
            var read = new ListRow(key, since(at, row), until(at, row), cite);
            for (ListRow other : others) {
                if (read.until().map(other.since()::isBefore).orElse(true)
                        && other.until().map(read.since()::isBefore).orElse(true)) {
                    throw new RulePackException(
                            at,
                            "the %s (%s) is on the list (%s) twice at one time".formatted(subject.column(), key, name),
                            "end one row where the next begins.");
                }
            }
            others.add(read);
            rows.computeIfAbsent(name, none -> new ArrayList<>()).add(read);
        }
        return rows.entrySet().stream()
                .map(entry -> new NamedList(entry.getKey(), subject, source.path(file), entry.getValue()))
                .toList();
    }

    private List<Figure> figures(String namespace, String file, String text) {
        Table table = table(file, text);
        table.require(this, file, "figure", "value", "since", "until", "cite");
        table.allow(this, file, Set.of("figure", "value", "since", "until", "cite", "confidence", "note"));
        var figures = new ArrayList<Figure>();
        for (Map.Entry<Long, Map<String, String>> line : table.rows().entrySet()) {
            String at = source.path(file) + ":" + line.getKey();
            Map<String, String> row = line.getValue();
            String name = filled(at, row, "figure");
            String cite = filled(at, row, "cite");
            String number = row.getOrDefault("value", "");
            if (!number.matches("\\d+(\\.\\d+)?([eE]\\+?\\d{1,3})?") || Double.isInfinite(Double.parseDouble(number))) {
                throw new RulePackException(
                        at, "the value (%s) is not a number".formatted(number), "write it as 1e26.");
            }
            var figure = new Figure(
                    namespace + "." + name,
                    Double.parseDouble(number),
                    since(at, row),
                    until(at, row),
                    cite,
                    source.path(file));
            for (Figure other : figures) {
                if (other.name().equals(figure.name())
                        && figure.until().map(other.since()::isBefore).orElse(true)
                        && other.until().map(figure.since()::isBefore).orElse(true)) {
                    throw new RulePackException(
                            at,
                            "the figure (%s) has two values at one time".formatted(figure.name()),
                            "end one row where the next begins.");
                }
            }
            figures.add(figure);
        }
        return figures;
    }

    private void refuseKey(String at, Subject subject, String key) {
        switch (subject) {
            case COUNTRY -> country(at, key);
            case REGION -> {
                if (!Transfer.REGION.matcher(key).matches()) {
                    throw new RulePackException(
                            at,
                            "the region (%s) is not a code".formatted(key),
                            "write COUNTRY-REGION, such as UA-DNR.");
                }
                if (!Country.isCode(key.substring(0, 2))) {
                    throw new RulePackException(
                            at, "the region (%s) is in no country".formatted(key), "its first two letters are wrong.");
                }
            }
            case PARTY, MODEL, LICENSE -> {
                if (NamedList.written(subject, key).isEmpty()) {
                    throw new RulePackException(
                            at,
                            "the %s (%s) has no letter and no digit".formatted(subject.column(), key),
                            "it is misspelt.");
                }
            }
        }
    }

    private void country(String at, String code) {
        try {
            Country.of(code);
        } catch (IllegalArgumentException notACountry) {
            throw new RulePackException(
                    at,
                    "the country (%s) is not an ISO 3166-1 alpha-2 code".formatted(code),
                    "write two upper-case letters, such as GB.");
        }
    }

    LocalDate since(String at, Map<String, String> row) {
        return date(at, "since", row.getOrDefault("since", ""));
    }

    Optional<LocalDate> until(String at, Map<String, String> row) {
        String until = row.getOrDefault("until", "");
        if (until.isEmpty()) {
            return Optional.empty();
        }
        LocalDate end = date(at, "until", until);
        LocalDate since = since(at, row);
        if (!since.isBefore(end)) {
            throw new RulePackException(
                    at,
                    "the window (%s to %s) is empty".formatted(since, end),
                    "the two days are exchanged; the last is exclusive.");
        }
        return Optional.of(end);
    }

    LocalDate date(String at, String what, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException notADate) {
            throw new RulePackException(at, "%s (%s) is not a date".formatted(what, value), "write it as 2025-05-15.");
        }
    }

    static String filled(String at, Map<String, String> row, String column) {
        String value = row.getOrDefault(column, "");
        if (value.isEmpty()) {
            throw new RulePackException(at, "the column %s is empty ()".formatted(column), "the row was not finished.");
        }
        return value;
    }

    Table table(String file, String text) {
        try (CsvReader<CsvRecord> csv = csv().ofCsvRecord(text)) {
            List<String> columns = List.of();
            var rows = new LinkedHashMap<Long, Map<String, String>>();
            for (CsvRecord line : csv) {
                List<String> cells =
                        line.getFields().stream().map(String::strip).toList();
                if (columns.isEmpty()) {
                    columns = cells;
                    if (new TreeSet<>(columns).size() < columns.size()) {
                        throw refuse(
                                file + ":1", "the header (%s) has a column twice".formatted(columns), "rename one.");
                    }
                    continue;
                }
                if (cells.size() != columns.size()) {
                    throw refuse(
                            file + ":" + line.getStartingLineNumber(),
                            "the row has (%s) cells, the header has (%s)".formatted(cells.size(), columns.size()),
                            "a comma is missing, or a text with a comma has no quotes.");
                }
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < cells.size(); i++) {
                    row.put(columns.get(i), cells.get(i));
                }
                rows.put(line.getStartingLineNumber(), row);
            }
            if (columns.isEmpty()) {
                throw refuse(file, "the file is empty", "it was not saved.");
            }
            return new Table(columns, rows);
        } catch (CsvParseException | IOException broken) {
            throw refuse(file, "it is not a table (%s)".formatted(broken.getMessage()), "a quote is not closed.");
        }
    }

    private String text(String file) {
        return source.text(file, "the name in files of pack.properties is misspelt.")
                .replace("\r\n", "\n");
    }

    private RulePackException refuse(String file, String fault, String remedy) {
        return new RulePackException(source.path(file), fault, remedy);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError("every Java platform has SHA-256", never);
        }
    }

    record Table(List<String> columns, Map<Long, Map<String, String>> rows) {

        void require(PackReader reader, String file, String... needed) {
            for (String column : needed) {
                if (!columns.contains(column)) {
                    throw reader.refuse(
                            file + ":1",
                            "the column (%s) is missing".formatted(column),
                            "the header is %s.".formatted(String.join(",", needed)));
                }
            }
        }

        void allow(PackReader reader, String file, Set<String> allowed) {
            for (String column : columns) {
                if (!allowed.contains(column)) {
                    throw reader.refuse(
                            file + ":1",
                            "the column (%s) does not exist".formatted(column),
                            "it is one of %s.".formatted(new TreeSet<>(allowed)));
                }
            }
        }
    }
}
