package dev.licet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.Decision;
import dev.licet.answer.Form;
import dev.licet.facts.TransferKind;
import dev.licet.request.Country;
import dev.licet.request.Model;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README shows is what its command prints. */
class ReadmeTest {

    @Test
    void the_answer_in_the_readme_is_the_answer() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Matcher command = Pattern.compile("(?m)^\\./licet (decide --model .*)$").matcher(readme);
        Matcher answer = Pattern.compile("(?s)```\n(LICENSE_REQUIRED.*?)…\n```").matcher(readme);
        assertThat(command.find()).isTrue();
        assertThat(answer.find()).isTrue();
        var out = new ByteArrayOutputStream();

        int status = Main.run(
                List.of(command.group(1).split(" ")),
                InputStream.nullInputStream(),
                out,
                new PrintStream(OutputStream.nullOutputStream()));

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith(answer.group(1));
    }

    @Test
    void the_calls_in_the_readme_run() throws IOException {
        Licet licet = Licet.of(List.of(RulePack.folder(Path.of("..", "rules", "guardrails"))));
        Model model = Model.named("Example-70B")
                .developer("Example AI", "US")
                .closed()
                .build();
        LocalDate from = LocalDate.of(2024, 1, 1);
        LocalDate until = LocalDate.of(2026, 11, 24);
        Transfer transfer = Transfer.of(TransferKind.WEIGHTS).to("CN").on(LocalDate.of(2026, 11, 23));
        var request = new Request(model, transfer);
        Decision decision = licet.decide(request);
        Map<String, Object> record = decision.record();
        Stream<Request> requests = Stream.of(request, request);

        assertThat(licet.decideAll(requests)).containsExactly(decision, decision);
        assertThat(licet.whyNot(licet.decide(
                        model, Transfer.of(TransferKind.WEIGHTS).to("GB").on(transfer.on()))))
                .isNotEmpty();
        assertThat(licet.changes(decision).counterfactuals()).isNotEmpty();
        assertThat(licet.map(model, transfer).decisions()).hasSameSizeAs(Country.all());
        assertThat(licet.timeline(request, from, until).spans()).hasSize(2);
        assertThat(decision.explain(Form.HTML, Locale.GERMAN)).startsWith("<article");
        assertThat(licet.replay(record).differences()).isEmpty();
        assertThat(licet.manifest(transfer.on()).join(record)).containsKey("examined");
        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains(
                        "licet.decideAll(requests);",
                        "licet.whyNot(decision);",
                        "licet.changes(decision);",
                        "licet.map(model, transfer);",
                        "licet.timeline(request, from, until);",
                        "decision.explain(Form.HTML, Locale.GERMAN);",
                        "licet.replay(record);",
                        "licet.manifest(day);");
    }
}
