package dev.licet.pack;

import dev.licet.facts.Findings;
import dev.licet.json.Constants;
import dev.licet.law.Layer;
import dev.licet.law.Rule;
import dev.licet.law.RulePackException;
import dev.licet.law.Status;
import dev.licet.vocabulary.Atom;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.Expr;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.FactType.Member;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** One rule file, read by Drools' own parser and held to what a rule may say; nothing of it has run yet. */
public record RuleFile(Rule rule, String path, String text, List<Condition> conditions, List<Verb> verbs) {

    private static final String IMPORT = "dev.licet.facts.*";
    /** What rule files of the first edition import; those of companies still do. */
    private static final String FORMER_IMPORT = "dev.licet.*";

    private static final List<String> VERBS = List.of(Findings.class.getName(), "dev.licet.Findings");
    private static final Set<String> KEYS =
            Set.of("title", "cite", "source", "since", "until", "status", "confidence", "layer");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u+[0-9A-Fa-f]{0,4}");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern STATUS =
            Pattern.compile("([A-Z_]+) since (\\S+?)(?: until (\\S+?))?: (.+)", Pattern.DOTALL);

    public RuleFile {
        conditions = List.copyOf(conditions);
        verbs = List.copyOf(verbs);
    }

    /** What it asks, of all facts. */
    public List<Atom> atoms() {
        return conditions.stream()
                .flatMap(condition -> condition.atoms().stream())
                .toList();
    }

    /**
     * Reads a rule file.
     *
     * @param path where the file stands, for messages
     * @param text its text
     * @param expectedId the id that its place in the pack gives it
     * @param pack the name of its pack
     * @param defaultLayer the pack's layer
     */
    static RuleFile read(String path, String text, String expectedId, String pack, Layer defaultLayer) {
        return new Reader(path, text, expectedId, pack, defaultLayer, new TreeMap<>()).read();
    }

    private record Reader(
            String path,
            String text,
            String expectedId,
            String pack,
            Layer defaultLayer,
            Map<String, Metadata.Entry> metadata) {

        RuleFile read() {
            Matcher escape = ESCAPE.matcher(text);
            if (escape.find()) {
                throw refuse(
                        Metadata.lineAt(text, escape.start()),
                        "the escape (%s) has no place in a rule file".formatted(escape.group()),
                        "write the sign itself.");
            }
            PackageDescr file = parse();
            refuseAllBut(file);
            if (file.getRules().size() != 1) {
                throw refuse(
                        1,
                        "it holds (%s) rules".formatted(file.getRules().size()),
                        "give each provision a file of its own.");
            }
            String home =
                    "licet." + expectedId.substring(0, expectedId.indexOf('.')).replace('-', '_');
            if (!file.getName().equals(home)) {
                throw refuse(
                        1,
                        "the package (%s) is not the pack's".formatted(file.getName()),
                        "write: package %s".formatted(home));
            }
            RuleDescr rule = file.getRules().get(0);
            int line = rule.getLine();
            if (!rule.getName().equals(expectedId)) {
                throw refuse(
                        line,
                        "the rule is named (%s)".formatted(rule.getName()),
                        "name it \"%s\", as its file.".formatted(expectedId));
            }
            if (rule instanceof QueryDescr) {
                throw refuse(line, "a query has no place in a rule file", "write a rule.");
            }
            if (!rule.getAttributes().isEmpty() || rule.getParentName() != null) {
                Object what = rule.getParentName() != null
                        ? "extends"
                        : rule.getAttributes().keySet();
                throw refuse(line, "the attribute (%s) has no place in a rule".formatted(what), "leave it out.");
            }
            if (!rule.getNamedConsequences().isEmpty()) {
                throw refuse(line, "a named consequence has no place in a rule", "write two rules.");
            }
            refuseWithout(file);
            metadata.putAll(Metadata.read(path, text, expectedId, line));
            List<Condition> conditions = patterns(rule);
            Set<String> variables = conditions.stream()
                    .flatMap(condition -> condition.variables().keySet().stream())
                    .collect(Collectors.toSet());
            String then = rule.getConsequence() instanceof String consequence ? consequence : "";
            int thenLine = then.isBlank()
                    ? rule.getConsequenceLine()
                    : Metadata.lineAt(text, Math.max(0, text.lastIndexOf(then.stripTrailing())));
            List<Verb> verbs = Consequence.read(then.stripTrailing(), path, thenLine, variables);
            List<String> terms = verbs.stream()
                    .filter(Verb.Define.class::isInstance)
                    .map(verb -> ((Verb.Define) verb).term())
                    .toList();
            return new RuleFile(metadata(rule, terms), path, text, conditions, verbs);
        }

        private PackageDescr parse() {
            var parser = new DrlParser(LanguageLevelOption.DRL6);
            PackageDescr file;
            try {
                file = parser.parse(false, text);
            } catch (DroolsParserException unreadable) {
                throw refuse(1, "it cannot be read (%s)".formatted(unreadable.getMessage()), "it is not a rule file.");
            }
            if (parser.hasErrors()) {
                var error = parser.getErrors().get(0);
                int line = error.getLines().length > 0 ? error.getLines()[0] : 1;
                throw refuse(
                        line,
                        error.getMessage().replaceAll("\\s+", " ").strip(),
                        "a bracket, a quote or a word is missing on this line or just above.");
            }
            if (file == null) {
                throw refuse(1, "it is empty", "the rule was not saved.");
            }
            return file;
        }

        private void refuseAllBut(PackageDescr file) {
            for (ImportDescr line : file.getImports()) {
                if (!line.getTarget().equals(IMPORT) && !line.getTarget().equals(FORMER_IMPORT)) {
                    throw refuse(
                            line.getLine(),
                            "the import (%s) has no place in a rule file".formatted(line.getTarget()),
                            "leave it out.");
                }
            }
            for (GlobalDescr global : file.getGlobals()) {
                if (!global.getIdentifier().equals("findings") || !VERBS.contains(global.getType())) {
                    throw refuse(
                            global.getLine(),
                            "the global (%s %s) has no place in a rule file"
                                    .formatted(global.getType(), global.getIdentifier()),
                            "write: global %s findings".formatted(VERBS.get(0)));
                }
            }
            var foreign = new LinkedHashMap<String, List<? extends BaseDescr>>();
            foreign.put("function", file.getFunctions());
            foreign.put("import function", file.getFunctionImports());
            foreign.put("import accumulate", file.getAccumulateImports());
            foreign.put("declare", file.getTypeDeclarations());
            foreign.put("declare enum", file.getEnumDeclarations());
            foreign.put("attribute", file.getAttributes());
            foreign.put("declare entry-point", List.copyOf(file.getEntryPointDeclarations()));
            foreign.put("declare window", List.copyOf(file.getWindowDeclarations()));
            foreign.forEach((word, found) -> {
                if (!found.isEmpty()) {
                    throw refuse(
                            Math.max(1, found.get(0).getLine()),
                            "(%s) has no place in a rule file".formatted(word),
                            "leave it out.");
                }
            });
            if (file.getUnit() != null) {
                throw refuse(1, "(unit) has no place in a rule file", "leave it out.");
            }
        }

        // Plain Drools would not compile the file without them.
        private void refuseWithout(PackageDescr file) {
            if (file.getImports().stream().noneMatch(line -> line.getTarget().equals(IMPORT))) {
                throw refuse(1, "it has no import (%s)".formatted(IMPORT), "write below the package: import " + IMPORT);
            }
            if (file.getGlobals().isEmpty()) {
                throw refuse(
                        1,
                        "it has no global (findings)",
                        "write below the import: global %s findings".formatted(VERBS.get(0)));
            }
        }

        private List<Condition> patterns(RuleDescr rule) {
            var used = new TreeSet<FactType>();
            var bound = new TreeSet<String>();
            var conditions = new ArrayList<Condition>();
            for (BaseDescr part : rule.getLhs().getDescrs()) {
                int line = Math.max(part.getLine(), rule.getLine());
                if (!(part instanceof PatternDescr pattern)
                        || pattern.getSource() != null
                        || pattern.isQuery()
                        || pattern.getIdentifier() != null
                        || !pattern.getBehaviors().isEmpty()) {
                    throw refuse(
                            line,
                            "after when stands something other than a plain pattern (%s)"
                                    .formatted(part.getClass()
                                            .getSimpleName()
                                            .replace("Descr", "")
                                            .toLowerCase(Locale.ROOT)),
                            "put the negation or the alternative inside a pattern, such as Origin( !includes(\"US\") ), or write two rules.");
                }
                FactType type = FactType.ofPattern(String.valueOf(pattern.getObjectType()))
                        .orElseThrow(() -> refuse(
                                line,
                                "the fact (%s) does not exist"
                                        .formatted(Optional.ofNullable(pattern.getObjectType())
                                                .orElse("/…")),
                                "it is one of %s."
                                        .formatted(Stream.of(FactType.values())
                                                .map(FactType::patternName)
                                                .collect(Collectors.joining(", ")))));
                if (!used.add(type)) {
                    throw refuse(
                            line,
                            "the fact (%s) stands in two patterns".formatted(pattern.getObjectType()),
                            "join the constraints in one pattern.");
                }
                if (!pattern.getAnnotations().isEmpty()) {
                    throw refuse(
                            line,
                            "behind the pattern stands (@%s)"
                                    .formatted(pattern.getAnnotations()
                                            .iterator()
                                            .next()
                                            .getName()),
                            "leave it out.");
                }
                var constraints = new ArrayList<Constraint>();
                for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
                    if (!(constraint instanceof ExprConstraintDescr)) {
                        throw refuse(
                                line,
                                "a constraint of (%s) is of no plain kind".formatted(type.patternName()),
                                "write it plainly.");
                    }
                    int at = constraint.getLine() > 0 ? constraint.getLine() : line;
                    Constraint read = Constraint.read(type, constraint.getText(), path, at);
                    for (String variable : read.variables().keySet()) {
                        if (!bound.add(variable)) {
                            throw refuse(at, "the variable (%s) is bound twice".formatted(variable), "rename one.");
                        }
                    }
                    constraints.add(read);
                }
                if (pattern.getConstraint().getDescrs().isEmpty()) {
                    throw refuse(line, "the pattern (%s) asks nothing".formatted(type.patternName()), "leave it out.");
                }
                conditions.add(condition(type, constraints));
            }
            if (used.isEmpty()) {
                throw refuse(rule.getLine(), "nothing stands between when and then", "say when the rule applies.");
            }
            return conditions;
        }

        private static Condition condition(FactType type, List<Constraint> read) {
            List<Expr> constraints = read.stream()
                    .flatMap(constraint -> constraint.expr().stream())
                    .toList();
            var variables = new TreeMap<String, Member>();
            read.forEach(constraint -> variables.putAll(constraint.variables()));
            return new Condition(type, constraints, variables);
        }

        private Rule metadata(RuleDescr rule, List<String> defines) {
            metadata.forEach((key, entry) -> {
                if (!KEYS.contains(key)) {
                    throw refuse(
                            entry.line(),
                            "the key (@%s) does not exist".formatted(key),
                            "it is one of %s.".formatted(new TreeSet<>(KEYS)));
                }
                if (entry.value().isEmpty()) {
                    throw refuse(
                            entry.line(),
                            "the key (@%s) says nothing ()".formatted(key),
                            "write @%s( \"…\" ).".formatted(key));
                }
            });
            Map<String, String> values = new TreeMap<>();
            metadata.forEach((key, entry) -> values.put(key, entry.value()));
            // The parser may have read other metadata than stands where it should.
            for (AnnotationDescr annotation : rule.getAnnotations()) {
                String value =
                        Optional.ofNullable(annotation.getSingleValueAsString()).orElse("");
                boolean quoted = annotation.getValueMap().size() == 1
                        && QUOTED.matcher(value).matches();
                if (!quoted) {
                    throw refuse(
                            rule.getLine(),
                            "the key (@%s) holds something other than one text in quotes"
                                    .formatted(annotation.getName()),
                            "write @%s( \"…\" ).".formatted(annotation.getName()));
                }
            }
            Function<String, String> required = key -> Optional.ofNullable(values.get(key))
                    .orElseThrow(() -> refuse(
                            rule.getLine(),
                            "the rule has no (@%s)".formatted(key),
                            "add @%s( \"…\" ) below the rule's name.".formatted(key)));
            LocalDate since = date("@since", required.apply("since"));
            Optional<LocalDate> until = Optional.ofNullable(values.get("until")).map(day -> date("@until", day));
            refuseEmptyWindow("@until", since, until);
            return new Rule(
                    expectedId,
                    pack,
                    required.apply("title"),
                    layer(values),
                    required.apply("cite"),
                    uri(required.apply("source")),
                    since,
                    until,
                    statuses(values.getOrDefault("status", ""), since, until),
                    required.apply("confidence"),
                    defines);
        }

        private Layer layer(Map<String, String> values) {
            String name = values.get("layer");
            if (name == null) {
                return defaultLayer;
            }
            return Constants.named(Layer.class, name)
                    .orElseThrow(() -> refuse(
                            lineOf("@layer"),
                            "the layer (%s) does not exist".formatted(name),
                            "it is one of %s.".formatted(List.of(Layer.values()))));
        }

        private URI uri(String value) {
            try {
                var uri = new URI(value);
                if (uri.isAbsolute() && uri.getScheme().matches("https?") && uri.getHost() != null) {
                    return uri;
                }
            } catch (URISyntaxException notAnAddress) {
                // refused below, with the remedy
            }
            throw refuse(
                    lineOf("@source"), "the source (%s) is not an address".formatted(value), "write it with https://.");
        }

        private List<Rule.StatusWindow> statuses(String value, LocalDate since, Optional<LocalDate> until) {
            var windows = new ArrayList<Rule.StatusWindow>();
            for (String part : value.isEmpty() ? new String[0] : value.split("\\|")) {
                Matcher matcher = STATUS.matcher(part.strip());
                Optional<Status> status =
                        matcher.matches() ? Constants.named(Status.class, matcher.group(1)) : Optional.empty();
                if (status.isEmpty() || status.get() == Status.IN_FORCE) {
                    throw refuse(
                            lineOf("@status"),
                            "the status (%s) cannot be read".formatted(part.strip()),
                            "write STATUS since DAY [until DAY]: who said so, with | between two; a status is one of [NOT_ENFORCED, SUSPENDED, PENDING].");
                }
                LocalDate from = date("@status", matcher.group(2));
                Optional<LocalDate> end = Optional.ofNullable(matcher.group(3)).map(day -> date("@status", day));
                refuseEmptyWindow("@status", from, end);
                if (until.map(last -> !from.isBefore(last)).orElse(false)
                        || end.map(last -> !since.isBefore(last)).orElse(false)) {
                    throw refuse(
                            lineOf("@status"),
                            "the status (%s) lies outside the rule's window".formatted(part.strip()),
                            "a day is wrong.");
                }
                if (windows.stream().anyMatch(other -> overlap(other, from, end))) {
                    throw refuse(
                            lineOf("@status"),
                            "two status windows overlap (%s)".formatted(part.strip()),
                            "end one where the next begins.");
                }
                windows.add(new Rule.StatusWindow(
                        status.get(), from, end, matcher.group(4).strip()));
            }
            return windows;
        }

        private static boolean overlap(Rule.StatusWindow one, LocalDate since, Optional<LocalDate> until) {
            return until.map(one.since()::isBefore).orElse(true)
                    && one.until().map(since::isBefore).orElse(true);
        }

        private void refuseEmptyWindow(String key, LocalDate since, Optional<LocalDate> until) {
            if (until.isPresent() && !since.isBefore(until.get())) {
                throw refuse(
                        lineOf(key),
                        "the window (%s to %s) is empty".formatted(since, until.get()),
                        "the two days are exchanged; the last is exclusive.");
            }
        }

        private LocalDate date(String key, String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException notADate) {
                throw refuse(
                        lineOf(key),
                        "the day (%s) of %s is not a date".formatted(value, key),
                        "write it as 2025-05-15.");
            }
        }

        private int lineOf(String key) {
            return Optional.ofNullable(metadata.get(key.substring(1)))
                    .map(Metadata.Entry::line)
                    .orElse(1);
        }

        private RulePackException refuse(int line, String fault, String remedy) {
            return new RulePackException(path + ":" + line, fault, remedy);
        }
    }
}
