package dev.licet.desk;

import java.util.ArrayList;
import java.util.List;

/** A table for people: each cell in as many lines as it needs. */
final class Rows {
    private static final String GAP = "  ";

    private final List<Integer> widths = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a table.
     *
     * @param width of the whole; the last column takes what the others leave of it
     * @param others the widths of the other columns
     */
    Rows(int width, List<String> headings, Integer... others) {
        widths.addAll(List.of(others));
        int taken = widths.stream().mapToInt(each -> each + GAP.length()).sum();
        widths.add(Math.max(10, width - taken));
        add(headings.toArray(String[]::new));
    }

    void add(String... cells) {
        var columns = new ArrayList<List<String>>();
        for (int i = 0; i < cells.length; i++) {
            columns.add(wrapped(cells[i], widths.get(i)));
        }
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < height; row++) {
            var line = new StringBuilder();
            for (int i = 0; i < cells.length; i++) {
                String part = row < columns.get(i).size() ? columns.get(i).get(row) : "";
                line.append(part)
                        .append(" ".repeat(widths.get(i) - part.length()))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static List<String> wrapped(String cell, int width) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : cell.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? word : line + " " + word;
            while (line.length() > width) {
                lines.add(line.substring(0, width));
                line = line.substring(width);
            }
        }
        lines.add(line);
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
