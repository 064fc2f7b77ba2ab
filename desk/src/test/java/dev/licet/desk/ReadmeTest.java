package dev.licet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
}
