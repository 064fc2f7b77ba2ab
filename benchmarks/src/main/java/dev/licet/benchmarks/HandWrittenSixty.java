package dev.licet.benchmarks;

import static java.util.Map.entry;

import dev.licet.law.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The sixty generated rules as a developer would write them who has no engine: one {@code if} a rule, lists as constants, a method
 * for each law. The source is made from the conditions below and compiled by the JDK's own compiler; there is nothing in it that
 * goes over rules as data.
 */
final class HandWrittenSixty {
    private static final String NAME = "SixtyRules";
    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            entry("embargo", "EMBARGOED.contains(to)"),
            entry("closed-weights", "weights && closed && asked.compute() >= 1e26 && !to.equals(\"US\")"),
            entry("closed-us-models", "closed && usOrigin && toRestricted"),
            entry("gated-us-models", "asked.gated() && usOrigin && toRestricted"),
            entry("military-end-use", "asked.endUse() == EndUse.MILITARY && ARMS.contains(to)"),
            entry("military-intelligence", "asked.endUse() == EndUse.MILITARY_INTELLIGENCE && ARMS.contains(to)"),
            entry("weapons", "asked.endUse() == EndUse.WEAPONS_OF_MASS_DESTRUCTION"),
            entry("surveillance", "asked.endUse() == EndUse.SURVEILLANCE && !ALLIES.contains(to)"),
            entry("entities", "!asked.published() && ENTITIES.contains(asked.recipient())"),
            entry("denied-persons", "DENIED.contains(asked.recipient())"),
            entry("headquarters", "weights && closed && RESTRICTED.contains(asked.headquarters())"),
            entry("compute", "asked.kind() == TransferKind.COMPUTE && toRestricted"),
            entry("notice", "asked.compute() >= 1e25 && UNION.contains(to)"),
            entry("keep-a-log", "asked.kind() == TransferKind.API && closed && !to.equals(\"US\")"));

    private HandWrittenSixty() {}

    /** Made once: a class can be defined once only. */
    private static final class Made {
        private static final Class<?> SIXTY = compile(source(Generated.copies(Loaded.MADE)));
    }

    static Engine engine() {
        try {
            return (Engine) Made.SIXTY.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String source(List<Generated.Copy> copies) {
        Map<Integer, List<Generated.Copy>> laws = copies.stream()
                .collect(Collectors.groupingBy(Generated.Copy::group, TreeMap::new, Collectors.toList()));
        return """
                package dev.licet.benchmarks;

                import dev.licet.facts.EndUse;
                import dev.licet.facts.TransferKind;
                import dev.licet.law.Outcome;
                import java.util.Set;

                final class %s implements Engine {
                %s
                    @Override
                    public Answer decide(Case asked) {
                        var standing = new Answer.Standing();
                %s        return standing.answer();
                    }
                %s}
                """.formatted(
                        NAME,
                        laws.keySet().stream().map(HandWrittenSixty::constants).collect(Collectors.joining()),
                        laws.keySet().stream()
                                .map("        law%d(asked, standing);\n"::formatted)
                                .collect(Collectors.joining()),
                        laws.entrySet().stream()
                                .map(law -> method(law.getKey(), law.getValue()))
                                .collect(Collectors.joining()));
    }

    private static String constants(int law) {
        return Lists.all().entrySet().stream()
                .map(list -> "    private static final Set<String> %s = Set.of(%s);\n"
                        .formatted(constant(list.getKey(), law), quoted(list.getValue())))
                .collect(Collectors.joining());
    }

    private static String quoted(Set<String> keys) {
        return keys.stream().sorted().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    private static String constant(String list, int law) {
        return list.toUpperCase(Locale.ROOT) + "_" + law;
    }

    private static String method(int law, List<Generated.Copy> copies) {
        String rules = copies.stream()
                .map(copy -> """
                                if (%s) {
                                    standing.add("benchmark.%s", Outcome.%s);
                                }
                        """.formatted(
                                CONDITIONS.get(copy.of()), copy.name(), Answer.OUTCOMES.get("benchmark." + copy.of())))
                .collect(Collectors.joining());
        String text = """

                    private static void law%d(Case asked, Answer.Standing standing) {
                        String to = asked.destination();
                        boolean weights = asked.kind() == TransferKind.WEIGHTS;
                        boolean closed = asked.closed();
                        boolean usOrigin = asked.origin().equals("US");
                        boolean toRestricted = RESTRICTED.contains(to);
                %s    }
                """.formatted(law, rules);
        for (String list : Lists.all().keySet()) {
            String plain = list.toUpperCase(Locale.ROOT);
            text = text.replace(plain + ".contains", constant(list, law) + ".contains");
        }
        return text;
    }

    private static Class<?> compile(String source) {
        try {
            Path folder = Files.createTempDirectory("licet-benchmark");
            try {
                Path file = Files.writeString(folder.resolve(NAME + ".java"), source);
                int failed = ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                classPath(),
                                "-d",
                                folder.toString(),
                                file.toString());
                if (failed != 0) {
                    throw new IllegalStateException(
                            "The sixty rules do not compile (%d).\nMaybe a condition misses a sign.".formatted(failed));
                }
                Path compiled = folder.resolve(Case.class.getPackageName().replace('.', '/'))
                        .resolve(NAME + ".class");
                return MethodHandles.lookup().defineClass(Files.readAllBytes(compiled));
            } finally {
                Generated.delete(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (IllegalAccessException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String classPath() {
        return Stream.of(Case.class, Outcome.class)
                .map(HandWrittenSixty::place)
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String place(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
