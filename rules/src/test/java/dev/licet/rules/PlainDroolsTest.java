package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** The rule files are plain Drools: whole, with their consequences, they compile in any tool for it. */
class PlainDroolsTest {

    @Test
    void every_rule_file_compiles_as_a_whole() throws IOException {
        KnowledgeBuilder builder =
                KnowledgeBuilderFactory.newKnowledgeBuilder(KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                        new Properties(), PlainDroolsTest.class.getClassLoader()));
        int compiled = 0;
        for (Path folder : Packs.folders()) {
            for (Path file : ruleFiles(folder)) {
                builder.add(ResourceFactory.newFileResource(file.toFile()), ResourceType.DRL);
                assertThat(builder.getErrors()).as("%s", file).isEmpty();
                compiled++;
            }
        }
        assertThat(compiled).isGreaterThan(Packs.folders().size());
    }

    private static List<Path> ruleFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }
}
