package dev.licet.desk;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The standard error: messages, and where there is a terminal, a bar below them that counts documents. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 70;

    private final PrintStream err;
    private final Optional<ProgressBar> bar;

    Progress(PrintStream err, boolean drawn) {
        this.err = err;
        this.bar = drawn ? Optional.of(bar()) : Optional.empty();
    }

    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName("licet")
                .setUnit(" documents", 1)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                // A width of our own, so that the library asks no terminal.
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    private void draw(String line) {
        synchronized (err) {
            err.print("\r" + line);
            err.flush();
        }
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    void say(String message) {
        synchronized (err) {
            bar.ifPresent(drawn -> err.print("\r" + " ".repeat(WIDTH) + "\r"));
            err.println(message);
        }
    }

    @Override
    public void close() {
        bar.ifPresent(drawn -> {
            drawn.close();
            err.println();
        });
    }
}
