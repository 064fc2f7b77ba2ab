package dev.licet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.Decision;
import dev.licet.facts.RedFlag;
import dev.licet.law.Layer;
import dev.licet.pack.Constraint;
import dev.licet.pack.NamedList;
import dev.licet.pack.PackContents;
import dev.licet.pack.Packs;
import dev.licet.pack.RuleFile;
import dev.licet.request.Request;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.Expr;
import dev.licet.vocabulary.Expr.Comparison;
import dev.licet.vocabulary.FactType;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build has made of the packs answers as the rule files do that Drools compiles. */
class PrebuiltTest {

    private static final int VALUES = Integer.getInteger("licet.values", 7_000);

    /** How many trees are made up for each fact. */
    private static final int SHAPES = Integer.getInteger("licet.shapes", 15);

    private static final List<PackContents> BUNDLED = PackContents.bundled();
    private static final List<PackContents> FOLDERS = PackContents.folders(Path.of(""));

    @Test
    void bundled_packs_are_read_ahead_and_folders_are_not() {
        assertThat(BUNDLED).isNotEmpty().allMatch(PackContents::ahead);
        assertThat(FOLDERS).isNotEmpty().noneMatch(PackContents::ahead);
    }

    @Test
    void a_pack_read_ahead_is_the_pack_as_its_files_are_read() {
        for (int i = 0; i < BUNDLED.size(); i++) {
            PackContents bundled = BUNDLED.get(i);
            PackContents folder = FOLDERS.get(i);

            assertThat(bundled.digest()).isEqualTo(folder.digest());
            assertThat(bundled.files())
                    .extracting(RuleFile::rule, RuleFile::text, RuleFile::verbs)
                    .isEqualTo(files(folder));
            assertThat(shown(bundled.files())).isEqualTo(shown(folder.files()));
            assertThat(bundled.lists())
                    .usingRecursiveComparison()
                    .ignoringFields("path")
                    .isEqualTo(folder.lists());
            assertThat(bundled.figures())
                    .usingRecursiveComparison()
                    .ignoringFields("path")
                    .isEqualTo(folder.figures());
            assertThat(bundled.coverage())
                    .usingRecursiveComparison()
                    .ignoringFields("list.value.path")
                    .isEqualTo(folder.coverage());
            assertThat(bundled.aliases()).isEqualTo(folder.aliases());
            assertThat(Stream.concat(
                            bundled.files().stream().map(RuleFile::path),
                            bundled.lists().stream().map(NamedList::path)))
                    .allMatch(path ->
                            PrebuiltTest.class.getClassLoader().getResource(path.replace("classpath:", "")) != null);
        }
    }

    @Test
    void trees_answer_as_drools_does_of_every_value() {
        List<RuleFile> files =
                BUNDLED.stream().flatMap(pack -> pack.files().stream()).toList();
        RuleBase trees = RuleBase.of(files, pattern -> true);
        RuleBase drools = RuleBase.of(files, pattern -> false);
        var random = new Random(7);
        long pairs = 0;
        for (FactType type : FactType.values()) {
            int conditions = drools.conditions(type);
            assertThat(conditions)
                    .as("%s", type)
                    .isEqualTo(trees.conditions(type))
                    .isPositive();
            List<Object> values = values(type, VALUES, random);
            var seen = new BitSet();
            alike(type, trees, drools, values).forEach(seen::or);
            assertThat(seen.cardinality())
                    .as("conditions that some %s meets", type)
                    .isEqualTo(conditions);
            pairs += (long) conditions * values.size();
        }
        assertThat(pairs).isGreaterThan(1_000_000);
    }

    @Test
    void trees_of_any_shape_answer_as_drools_does_and_are_read_as_they_are_written() {
        var random = new Random(11);
        for (FactType type : FactType.values()) {
            List<Expr.Test> asked = conditions(BUNDLED)
                    .filter(condition -> condition.type() == type)
                    .flatMap(Condition::tests)
                    .flatMap(PrebuiltTest::comparedInEachWay)
                    .distinct()
                    .toList();
            List<Condition> conditions = IntStream.range(0, SHAPES)
                    .mapToObj(i -> new Condition(
                            type,
                            IntStream.rangeClosed(0, random.nextInt(2))
                                    .mapToObj(none -> shape(asked, 4, random))
                                    .toList(),
                            Map.of()))
                    .toList();
            for (Condition condition : conditions) {
                assertThat(Constraint.readAll(type, condition.text())).isEqualTo(condition.constraints());
            }
            RuleFile any = BUNDLED.get(0).files().get(0);
            List<RuleFile> files = List.of(new RuleFile(any.rule(), any.path(), any.text(), conditions, any.verbs()));
            alike(
                    type,
                    RuleBase.of(files, pattern -> true),
                    RuleBase.of(files, pattern -> false),
                    values(type, VALUES / 10, random));
        }
    }

    private static List<BitSet> alike(FactType type, RuleBase trees, RuleBase drools, List<Object> values) {
        List<BitSet> expected = drools.met(values);
        List<BitSet> met = trees.met(values);
        for (int v = 0; v < values.size(); v++) {
            if (!met.get(v).equals(expected.get(v))) {
                var different = (BitSet) met.get(v).clone();
                different.xor(expected.get(v));
                assertThat(different.stream().mapToObj(c -> drools.condition(type, c)))
                        .as("answered otherwise of %s", values.get(v))
                        .isEmpty();
            }
        }
        return expected;
    }

    /** A test as the packs have it; one that compares, in each way. */
    private static Stream<Expr.Test> comparedInEachWay(Expr.Test test) {
        if (test.comparison() == Comparison.HOLDS) {
            return Stream.of(new Expr.Test(test.type(), test.member(), Comparison.HOLDS, test.arguments(), 1));
        }
        List<String> first = test.arguments().subList(0, 1);
        return Stream.of(
                new Expr.Test(test.type(), test.member(), Comparison.EQUALS, first, 1),
                new Expr.Test(test.type(), test.member(), Comparison.DIFFERS, first, 1),
                new Expr.Test(test.type(), test.member(), Comparison.ONE_OF, test.arguments(), 1));
    }

    private static Expr shape(List<Expr.Test> asked, int deep, Random random) {
        if (deep == 0 || random.nextInt(4) == 0) {
            return asked.get(random.nextInt(asked.size()));
        }
        if (random.nextInt(3) == 0) {
            return new Expr.Not(shape(asked, deep - 1, random));
        }
        List<Expr> parts = IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(i -> shape(asked, deep - 1, random))
                .toList();
        return random.nextBoolean() ? new Expr.And(parts) : new Expr.Or(parts);
    }

    @Test
    void every_worked_case_is_decided_alike() throws IOException {
        Licet prebuilt = Licet.of(RulePack.bundled());
        Licet drools = Licet.of(RulePack.folders(Path.of("")));
        int cases = 0;
        for (Path table : tables()) {
            for (Request request : requests(table)) {
                Decision decision = prebuilt.decide(request);
                assertThat(decision).as("%s %s", table, request.document()).isEqualTo(drools.decide(request));
                assertThat(decision.toJson()).isEqualTo(drools.decide(request).toJson());
                cases++;
            }
        }
        assertThat(cases).isGreaterThan(200);
    }

    @Test
    void what_is_not_as_it_was_written_is_not_used_and_the_files_are_read() throws IOException {
        var source = new Packs.Bundled("uk");
        byte[] whole = source.prebuilt().orElseThrow();
        assertThat(PackContents.read(new Altered(source, whole, text -> text)).ahead())
                .isTrue();

        var altered = new ArrayList<byte[]>();
        IntStream.range(0, whole.length)
                .filter(i -> i % 97 == 0 || i > whole.length - 9)
                .forEach(i -> {
                    altered.add(Arrays.copyOf(whole, i));
                    byte[] flipped = whole.clone();
                    flipped[i] ^= 1;
                    altered.add(flipped);
                });
        altered.add(Arrays.copyOf(whole, whole.length + 1));
        altered.add(new Packs.Bundled("eu").prebuilt().orElseThrow());
        for (byte[] bytes : altered) {
            PackContents read = PackContents.read(new Altered(source, bytes, text -> text));
            assertThat(read.ahead()).isFalse();
            assertThat(read.files())
                    .extracting(RuleFile::rule)
                    .isEqualTo(PackContents.bundled("uk").files().stream()
                            .map(RuleFile::rule)
                            .toList());
        }
    }

    @Test
    void a_rule_that_is_edited_after_the_build_is_read_as_it_stands() {
        var source = new Packs.Bundled("uk");
        String rule = "used-in-russia";
        assertThat(source.text(rule + ".drl", "")).contains("Destination(");

        PackContents pack = PackContents.read(new Altered(
                source,
                source.prebuilt().orElseThrow(),
                text -> text.contains("." + rule + "\"") ? text.replace("Destination(", "Residence(") : text));

        assertThat(pack.ahead()).isFalse();
        assertThat(conditions(List.of(pack)).map(Condition::type)).contains(FactType.RESIDENCE);
    }

    /** A pack of which files were edited, or beside which something else is prebuilt. */
    private record Altered(Packs.Source source, byte[] beside, UnaryOperator<String> edit) implements Packs.Source {
        @Override
        public String name() {
            return source.name();
        }

        @Override
        public String path(String file) {
            return source.path(file);
        }

        @Override
        public Optional<byte[]> bytes(String file) {
            return source.bytes(file)
                    .map(bytes -> edit.apply(new String(bytes, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<Set<String>> present() {
            return source.present();
        }

        @Override
        public Optional<byte[]> prebuilt() {
            return Optional.of(beside);
        }
    }

    private static Stream<Condition> conditions(List<PackContents> packs) {
        return packs.stream().flatMap(pack -> pack.files().stream()).flatMap(file -> file.conditions().stream());
    }

    private static List<?> files(PackContents pack) {
        return pack.files().stream()
                .map(file -> tuple(file.rule(), file.text(), file.verbs()))
                .toList();
    }

    private static List<Condition> shown(List<RuleFile> files) {
        return files.stream().flatMap(file -> file.conditions().stream()).toList();
    }

    /** Values of a fact, different ones, made of all that its conditions ask for and of what none asks for. */
    private static List<Object> values(FactType type, int most, Random random) {
        var words = new TreeSet<String>(Set.of("", "ZZ"));
        conditions(BUNDLED)
                .filter(condition -> condition.type() == type)
                .flatMap(condition -> condition.atoms().stream())
                .forEach(atom -> {
                    words.addAll(atom.values());
                    words.add(atom.key());
                    words.add(String.join("|", atom.values()));
                    atom.values().forEach(value -> words.add(value + " 3"));
                });
        List<String> vocabulary = List.copyOf(words);
        var values = new HashSet<Object>();
        for (int i = 0; i < most; i++) {
            double density = random.nextInt(4) == 0 ? random.nextDouble() : 2.0 / vocabulary.size();
            RecordComponent[] components = type.factClass().getRecordComponents();
            Object[] arguments = Arrays.stream(components)
                    .map(component -> value(component, vocabulary, density, random))
                    .toArray();
            values.add(made(type.factClass(), components, arguments));
        }
        return List.copyOf(values);
    }

    private static Object value(RecordComponent component, List<String> vocabulary, double density, Random random) {
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == String.class) {
            return vocabulary.get(random.nextInt(vocabulary.size()));
        }
        assertThat(type).isEqualTo(Set.class);
        if (component.getGenericType().getTypeName().contains("RedFlag")) {
            var redFlags = EnumSet.noneOf(RedFlag.class);
            Stream.of(RedFlag.values())
                    .filter(redFlag -> random.nextInt(6) == 0)
                    .forEach(redFlags::add);
            return redFlags;
        }
        return vocabulary.stream().filter(word -> random.nextDouble() < density).collect(Collectors.toSet());
    }

    private static Object made(Class<?> type, RecordComponent[] components, Object[] arguments) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new))
                    .newInstance(arguments);
        } catch (ReflectiveOperationException never) {
            throw new AssertionError(never);
        }
    }

    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("worked-cases"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Request> requests(Path table) throws IOException {
        Set<String> expectations =
                new TreeSet<>(Set.of("case", "outcome", "enforced", "rules", "asks", "ref", "doubt"));
        Stream.of(Layer.values()).map(Layer::name).forEach(expectations::add);
        var requests = new ArrayList<Request>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord line : csv) {
                Map<String, String> row = new LinkedHashMap<>();
                line.getFieldsAsMap().forEach((column, cell) -> row.put(column.strip(), cell.strip()));
                row.keySet().removeAll(expectations);
                requests.add(Request.ofRow(row));
            }
        }
        return requests;
    }
}
