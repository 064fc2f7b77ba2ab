package dev.licet.desk;

import picocli.CommandLine.Help.Ansi;

/**
 * What is known of the terminal.
 *
 * @param ansi whether the standard output shows colour
 * @param width the length of a line of an explanation
 * @param progress whether a progress bar may be drawn on the standard error
 */
record Terminal(Ansi ansi, int width, boolean progress) {
    static final int LEAST_WIDTH = 40;
    private static final int USUAL_WIDTH = 100;

    /** None: the output goes to a file or a program. */
    static Terminal none() {
        return new Terminal(Ansi.OFF, USUAL_WIDTH, false);
    }

    /** The one that the launcher has found. Where records run over the same screen, a bar would tear them. */
    static Terminal found() {
        int columns = Integer.getInteger("licet.columns", 0);
        int width = columns > 0 ? Math.max(columns, LEAST_WIDTH) : USUAL_WIDTH;
        return new Terminal(Ansi.AUTO, width, Boolean.getBoolean("licet.progress") && columns == 0);
    }
}
