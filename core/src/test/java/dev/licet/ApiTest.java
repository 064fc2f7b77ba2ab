package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users can call. Each line of the listed API is a promise to them; add one only if they cannot do without. */
class ApiTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path LISTED = Path.of("src/test/resources/api.txt");

    private static final Set<String> OF_EVERY_CLASS = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    @Test
    void the_exported_types_and_their_members_are_those_that_are_listed() throws IOException {
        List<String> api = api();
        if (Boolean.getBoolean("licet.api")) {
            Files.write(LISTED, api);
        }
        Set<String> now = withTheirTypes(api);
        Set<String> listed = withTheirTypes(Files.readAllLines(LISTED));
        assertThat(Stream.concat(without(listed, now, "gone: "), without(now, listed, "new: ")))
                .as(
                        "The API is not as core/%s lists it.\nMaybe the change is meant: rewrite the file with "
                                + "\"mvn -pl core test -Dtest=ApiTest -Dlicet.api=true\", and name the change in CHANGELOG.md.",
                        LISTED)
                .isEmpty();
    }

    private static Stream<String> without(Set<String> some, Set<String> others, String how) {
        return some.stream().filter(line -> !others.contains(line)).map(how::concat);
    }

    private static Set<String> withTheirTypes(List<String> lines) {
        var whole = new LinkedHashSet<String>();
        String type = "";
        for (String line : lines) {
            type = line.startsWith(" ") ? type : line;
            whole.add(line.equals(type) ? type : type + ": " + line.strip());
        }
        return whole;
    }

    private static List<String> api() throws IOException {
        var types = new TreeMap<String, Class<?>>();
        for (ModuleDescriptor.Exports exported : ModuleFinder.of(CLASSES)
                .find("dev.licet.core")
                .orElseThrow()
                .descriptor()
                .exports()) {
            try (Stream<Path> files =
                    Files.list(CLASSES.resolve(exported.source().replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                        .map(file -> load(exported.source() + "." + file.replace(".class", "")))
                        .filter(ApiTest::isOpen)
                        .forEach(type -> types.put(type.getName(), type));
            }
        }
        var api = new ArrayList<String>();
        types.values().forEach(type -> {
            api.add(header(type));
            if (type.isEnum()) {
                // In their order, which comparisons use.
                api.add("    "
                        + Stream.of(type.getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.joining(", ")));
            }
            api.addAll(members(type));
        });
        return api;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(name, gone);
        }
    }

    private static boolean isOpen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isOpen(type.getEnclosingClass()));
    }

    private static String header(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        boolean isClass = kind.equals("class");
        return (type.isSealed() ? "sealed " : "")
                + (isClass && Modifier.isFinal(type.getModifiers()) ? "final " : "")
                + (isClass && Modifier.isAbstract(type.getModifiers()) ? "abstract " : "")
                + (kind + " " + type.getName() + joined(type.getTypeParameters(), "<", ">"))
                + (isClass ? " extends " + type.getGenericSuperclass().getTypeName() : "")
                + joined(type.getGenericInterfaces(), type.isInterface() ? " extends " : " implements ", "");
    }

    private static String joined(Type[] types, String before, String after) {
        return types.length == 0
                ? ""
                : Stream.of(types).map(Type::getTypeName).collect(Collectors.joining(", ", before, after));
    }

    private static List<String> members(Class<?> type) {
        return Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .<Member>flatMap(Arrays::stream)
                .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                .filter(member -> !member.isSynthetic())
                .filter(member -> !(member instanceof Field field && field.isEnumConstant()))
                .filter(member -> !OF_EVERY_CLASS.contains(member.getName()))
                .filter(member -> !(type.isEnum() && OF_EVERY_ENUM.contains(member.getName())))
                .sorted(Comparator.comparing(ApiTest::name).thenComparing(Member::toString))
                .map(member -> written(type, member))
                .toList();
    }

    /** Constructors come first. */
    private static String name(Member member) {
        return member instanceof Constructor ? "" : member.getName();
    }

    private static String written(Class<?> type, Member member) {
        String whole =
                member instanceof Field field ? field.toGenericString() : ((Executable) member).toGenericString();
        String own = type.getName() + "." + member.getName();
        return "    " + PACKAGE.matcher(whole.replace(own, member.getName())).replaceAll("");
    }
}
