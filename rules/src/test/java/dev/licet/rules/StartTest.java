package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.facts.TransferKind;
import dev.licet.request.Model;
import dev.licet.request.Transfer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a service starts that decides by bundled packs, each in a Java of its own. */
class StartTest {
    private static final String DECIDED = "decided: LICENSE_REQUIRED";

    /** Decides one request; run by the tests in a Java of its own. */
    public static void main(String[] arguments) {
        Model model = Model.named("Example-70B")
                .developer("Example AI", "US")
                .closed()
                .build();
        Transfer transfer = Transfer.of(TransferKind.WEIGHTS).to("CN").on(LocalDate.of(2026, 11, 23));
        System.out.println(
                "decided: " + Licet.standard().decide(model, transfer).outcome());
    }

    @Test
    void bundled_packs_decide_without_Drools() throws IOException, InterruptedException {
        String printed =
                java("-Xlog:class+load", "-cp", System.getProperty("java.class.path"), StartTest.class.getName());

        assertThat(printed).contains(DECIDED).contains("dev.licet.engine.RuleBase ");
        assertThat(printed.lines().filter(line -> line.matches(".* org\\.(drools|kie|mvel2)\\..*")))
                .isEmpty();
    }

    @Test
    void core_decides_on_the_module_path() throws IOException, InterruptedException {
        List<String> path = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        String tests = Path.of("target", "test-classes").toString();
        String modules = String.join(
                File.pathSeparator,
                path.stream().filter(each -> !each.contains(tests)).toList());

        String printed = java(
                "--module-path",
                modules,
                "--class-path",
                Path.of("target", "classes").toString(),
                "--patch-module",
                "dev.licet.core=" + tests,
                "-m",
                "dev.licet.core/" + StartTest.class.getName());

        assertThat(printed).contains(DECIDED);
    }

    private static String java(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Stream.of(arguments).toList());
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor())
                .as(printed.lines().limit(40).toList().toString())
                .isZero();
        return printed;
    }
}
