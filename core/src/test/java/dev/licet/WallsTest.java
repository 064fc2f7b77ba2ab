package dev.licet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.licet.request.Country;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house: what core may know, use and show. */
class WallsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final JavaClasses CORE = new ClassFileImporter()
            .importUrl(Licet.class.getProtectionDomain().getCodeSource().getLocation());

    /** The packages whose public types are a promise to users. */
    private static final Set<String> EXPORTED = Set.of(
            "dev.licet",
            "dev.licet.answer",
            "dev.licet.facts",
            "dev.licet.law",
            "dev.licet.request",
            "dev.licet.verify");

    /** The codes of countries that core names: Kosovo's, which no standard has, and those in examples and remedies. */
    private static final Map<String, Set<String>> COUNTRIES_NAMED = Map.of(
            "Country.java", Set.of("XK", "GB"),
            "Constraint.java", Set.of("GB"),
            "PackReader.java", Set.of("GB", "UA"),
            "RuleFile.java", Set.of("US"),
            "Licet.java", Set.of("US", "CN"),
            "Transfer.java", Set.of("UA"));

    /** The rooms, each with those whose types it may use. */
    private static final Map<String, Set<String>> CALLS = rooms();

    private static Map<String, Set<String>> rooms() {
        var rooms = new TreeMap<String, Set<String>>();
        rooms.put("dev.licet.json", Set.of());
        rooms.put("dev.licet.facts", Set.of());
        rooms.put("dev.licet.law", Set.of());
        rooms.put("dev.licet.verify", Set.of("json"));
        rooms.put("dev.licet.request", Set.of("json", "facts"));
        rooms.put("dev.licet.names", Set.of("law", "request"));
        rooms.put("dev.licet.vocabulary", Set.of("json", "facts", "law", "request"));
        rooms.put("dev.licet.pack", Set.of("json", "facts", "law", "request", "names", "vocabulary"));
        rooms.put("dev.licet.answer", Set.of("json", "facts", "law", "request", "vocabulary", "verify"));
        rooms.put(
                "dev.licet.engine",
                Set.of("json", "facts", "law", "request", "names", "vocabulary", "pack", "answer", "verify"));
        rooms.put(
                "dev.licet",
                Set.of("json", "facts", "law", "request", "vocabulary", "pack", "answer", "engine", "verify"));
        return rooms;
    }

    @Test
    void everyRoomCallsOnlyThoseBelowIt() {
        CALLS.forEach((room, below) -> {
            Set<String> allowed = new TreeSet<>();
            below.forEach(each -> allowed.add("dev.licet." + each));
            allowed.add(room);
            assertThat(CORE).as(room).anyMatch(type -> type.getPackageName().equals(room));
            Set<String> used = new TreeSet<>();
            for (JavaClass type : CORE) {
                if (type.getPackageName().equals(room)) {
                    type.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                            .map(JavaClass::getPackageName)
                            .filter(CALLS::containsKey)
                            .forEach(used::add);
                }
            }
            assertThat(used).as("rooms that %s uses", room).isSubsetOf(allowed);
        });
    }

    @Test
    void theModuleExportsWhatUsersNeedAndHidesTheRest() {
        ModuleDescriptor module = ModuleFinder.of(Path.of("target/classes"))
                .findAll()
                .iterator()
                .next()
                .descriptor();
        assertThat(module.name()).isEqualTo("dev.licet.core");
        assertThat(module.exports())
                .allMatch(exports -> exports.targets().isEmpty())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(EXPORTED);
    }

    @Test
    void onlyOneCornerKnowsDrools() {
        noClasses()
                .that(areNot("engine.RuleBase", "pack.RuleFile"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..", "org.antlr.."))
                .check(CORE);
    }

    @Test
    void theWordsOfRuleFilesKnowNothingElse() {
        classes()
                .that()
                .resideInAPackage("dev.licet.facts")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("dev.licet.facts", "java..", "org.jspecify.."))
                .check(CORE);
    }

    @Test
    void coreUsesOnlyItsOwnLibraries() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.licet..",
                        "java..",
                        "org.drools..",
                        "org.kie..",
                        "com.github.benmanes.caffeine.cache..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "de.siegmar.fastcsv..",
                        "org.apache.commons.text.similarity..",
                        "org.erdtman.jcs.."))
                .check(CORE);
    }

    /** Whether a user of the module can name a type. */
    private static boolean exported(JavaClass type) {
        return EXPORTED.contains(type.getPackageName()) && seenFromOutside(type);
    }

    private static boolean seenFromOutside(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(WallsTest::seenFromOutside).orElse(true);
    }

    @Test
    void noPublicTypeShowsDroolsOrAPrivateType() {
        for (JavaClass type : CORE) {
            if (exported(type)) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(method -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream()))
                        .filter(used -> used.getName().startsWith("dev.licet"))
                        .forEach(used -> assertThat(exported(used.getBaseComponentType()))
                                .as("%s shows %s", type.getName(), used.getName())
                                .isTrue());
            }
        }
    }

    @Test
    void nothingReadsAClock() {
        for (Class<?> clock : List.of(
                LocalDate.class,
                LocalDateTime.class,
                ZonedDateTime.class,
                OffsetDateTime.class,
                Instant.class,
                Year.class,
                YearMonth.class)) {
            noClasses().should().callMethodWhere(named(clock, "now")).check(CORE);
        }
        noClasses()
                .should()
                .callMethodWhere(named(System.class, "currentTimeMillis"))
                .check(CORE);
        noClasses().should().callMethodWhere(named(System.class, "nanoTime")).check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Date.class, Calendar.class, TimeZone.class, ZoneId.class)
                .check(CORE);
    }

    @Test
    void nothingIsLeftToChanceOrToThePlatform() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, UUID.class, ThreadLocalRandom.class)
                .check(CORE);
        noClasses().should().callMethodWhere(named(Locale.class, "getDefault")).check(CORE);
        noClasses().should().callMethodWhere(named(System.class, "getProperty")).check(CORE);
        noClasses().should().callMethodWhere(named(System.class, "getenv")).check(CORE);
        noClasses().should().callMethod(String.class, "toLowerCase").check(CORE);
        noClasses().should().callMethod(String.class, "toUpperCase").check(CORE);
        noClasses().should().callMethod(String.class, "getBytes").check(CORE);
    }

    @Test
    void nothingWritesToTheConsole() {
        noClasses().should().accessField(System.class, "out").check(CORE);
        noClasses().should().accessField(System.class, "err").check(CORE);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(CORE);
    }

    @Test
    void everyPackageIsNullMarked() throws ClassNotFoundException {
        Set<String> packages = new TreeSet<>();
        CORE.forEach(type -> packages.add(type.getPackageName()));
        packages.remove(""); // the module's descriptor
        assertThat(packages).isEqualTo(CALLS.keySet());
        for (String name : packages) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void coreNamesNoCountry() throws IOException {
        Set<String> codes = new TreeSet<>();
        Country.all().forEach(country -> codes.add(country.code()));
        codes.remove("AI"); // here it is a word
        for (Path file : sources()) {
            Set<String> named = new TreeSet<>();
            Matcher words = Pattern.compile("(?<![A-Za-z0-9_])([A-Z]{2})(?![A-Za-z0-9_])")
                    .matcher(Files.readString(file));
            while (words.find()) {
                if (codes.contains(words.group(1))) {
                    named.add(words.group(1));
                }
            }
            assertThat(named)
                    .as("countries named in %s", file)
                    .isSubsetOf(COUNTRIES_NAMED.getOrDefault(file.getFileName().toString(), Set.of()));
        }
    }

    @Test
    void coreNamesNoStatute() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readString(file))
                    .as("%s", file)
                    .doesNotContainPattern(
                            "\\b(CFR|ECCN|EAR|ITAR|OFAC|BIS|U\\.S\\.C|Fed\\. ?Reg|EAR99|4E091|Entity List|Wassenaar)\\b");
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(java).hasSizeGreaterThan(60);
            return java;
        }
    }

    private static DescribedPredicate<JavaClass> areNot(String... names) {
        return DescribedPredicate.describe(
                "are none of " + List.of(names),
                type -> Stream.of(names)
                        .noneMatch(name -> type.getName().equals("dev.licet." + name)
                                || type.getName().startsWith("dev.licet." + name + "$")));
    }

    private static DescribedPredicate<JavaMethodCall> named(Class<?> owner, String name) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + name,
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().equals(name));
    }
}
