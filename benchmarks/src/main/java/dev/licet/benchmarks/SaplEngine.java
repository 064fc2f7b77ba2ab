package dev.licet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The fifteen rules as SAPL policies that deny, each with an obligation that names it. SAPL stands in a class loader of its own: it
 * needs ANTLR 3.2, and Drools 3.5.
 */
final class SaplEngine implements Engine {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Function<JsonNode[], List<String>> policies;

    SaplEngine() {
        try {
            Path antlr = Files.createTempFile("antlr-runtime", ".jar");
            antlr.toFile().deleteOnExit();
            try (InputStream in = Resources.open("sapl/antlr-runtime.jar")) {
                Files.copy(in, antlr, StandardCopyOption.REPLACE_EXISTING);
            }
            Class<?> type = new Apart(antlr.toUri().toURL()).loadClass("dev.licet.benchmarks.sapl.SaplPolicies");
            Constructor<?> constructor = type.getConstructor(List.class, Map.class);
            List<String> texts = List.of(Resources.text("peers/rules.sapl").split("(?m)^---$"));
            @SuppressWarnings("unchecked")
            var made = (Function<JsonNode[], List<String>>) constructor.newInstance(texts, Lists.all());
            policies = made;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public Answer decide(Case asked) {
        JsonNode subject = JSON.objectNode()
                .put("name", asked.recipient())
                .put("headquarters", asked.headquarters())
                .put("endUse", asked.endUse().name());
        JsonNode action = JSON.textNode(asked.kind().name());
        JsonNode resource = JSON.objectNode()
                .put("origin", asked.origin())
                .put("compute", asked.compute())
                .put("published", asked.published())
                .put("gated", asked.gated())
                .put("closed", asked.closed())
                .put("destination", asked.destination());
        return Answer.of(policies.apply(new JsonNode[] {subject, action, resource}));
    }

    /** Has SAPL, its parser and what they stand on for itself; all else comes from the class path. */
    private static final class Apart extends URLClassLoader {
        private static final String ANTLR = "org.antlr.runtime.";
        private static final Set<String> OWN =
                Set.of(ANTLR, "org.eclipse.", "io.sapl.", "com.google.inject.", "dev.licet.benchmarks.sapl.");

        Apart(URL antlr) {
            super(new URL[] {antlr}, SaplEngine.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (OWN.stream().noneMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : name.startsWith(ANTLR) ? findClass(name) : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException broken) {
                throw new ClassNotFoundException(name, broken);
            }
        }
    }
}
