package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.licet.law.RulePackException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How every refusal reads: where, what with its (value), and a last line that begins with "Maybe". */
public final class Refusals {
    private Refusals() {}

    /** Asserts that loading is refused with a message that begins with a place and holds certain words. */
    public static void assertRefused(ThrowingCallable load, String where, String... words) {
        var refusal = catchThrowableOfType(RulePackException.class, load);
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.getMessage()).startsWith(where + ": ").contains(words);
        assertRemedy(refusal.getMessage());
    }

    /** Asserts that a pack is refused, with a place inside its folder. */
    public static void assertRefused(PackFiles files, String where, String... words) {
        Path folder = files.write();
        assertRefused(
                () -> Licet.of(List.of(RulePack.folder(folder))),
                folder.resolve(where).toString(),
                words);
    }

    /** Asserts that a caller's value is refused with certain words. */
    public static void assertWrong(ThrowingCallable call, String... words) {
        var refusal = catchThrowableOfType(IllegalArgumentException.class, call);
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.getMessage()).contains(words);
        assertRemedy(refusal.getMessage());
    }

    private static void assertRemedy(String message) {
        List<String> lines = message.lines().toList();
        assertThat(lines).as(message).hasSizeGreaterThan(1);
        assertThat(lines.get(lines.size() - 1)).startsWith("Maybe ");
    }
}
