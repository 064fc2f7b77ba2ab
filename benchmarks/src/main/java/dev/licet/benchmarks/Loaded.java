package dev.licet.benchmarks;

import dev.licet.Licet;
import dev.licet.RulePack;
import java.util.List;

/** Which rules are loaded. */
public enum Loaded {
    /** The fifteen rules. */
    FIFTEEN("the fifteen rules"),
    /** Sixty made from them. */
    SIXTY("60 rules"),
    /** All bundled packs. */
    STANDARD("all bundled packs");

    /** How many rules {@link #SIXTY} has. */
    static final int MADE = 60;

    private final String title;

    Loaded(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Compiles them. */
    Licet licet() {
        return switch (this) {
            case FIFTEEN -> Licet.of(List.of(RulePack.bundled("benchmark")));
            case SIXTY -> Generated.pack(folder -> Generated.rules(folder, MADE), pack -> Licet.of(List.of(pack)));
            case STANDARD -> Licet.standard();
        };
    }

    /** The same rules in Java. */
    Engine handWritten() {
        return switch (this) {
            case FIFTEEN -> new HandWritten();
            case SIXTY -> HandWrittenSixty.engine();
            case STANDARD ->
                throw new IllegalArgumentException(
                        "Nobody has written all bundled packs in Java (%s).\nMaybe the fifteen rules are meant."
                                .formatted(this));
        };
    }
}
