package dev.licet.desk;

import java.io.IOException;

/** The input cannot be read on from a line; the message holds the fault and, on a second line, the remedy. */
final class Broken extends IOException {
    private static final long serialVersionUID = 1;

    private final long line;

    Broken(long line, String fault, String remedy) {
        super(fault + "\nMaybe " + remedy);
        this.line = line;
    }

    /** The line; 0 if it is the whole. */
    long line() {
        return line;
    }
}
