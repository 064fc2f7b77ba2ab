package dev.licet.answer;

import dev.licet.answer.Passage.Style;
import java.util.List;

/** Writes the passages of an explanation as plain text. */
final class TextForm {
    private static final int LEAST_WIDTH = 40;

    private final int width;
    private final StringBuilder text = new StringBuilder();

    private TextForm(int width) {
        this.width = width;
    }

    static String write(List<Passage> passages, int width) {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException(
                    "The width (%s) is too small to read.\nMaybe write %s or more.".formatted(width, LEAST_WIDTH));
        }
        var form = new TextForm(width);
        form.all("", passages);
        return form.text.toString();
    }

    private void all(String indent, List<Passage> passages) {
        int number = 1;
        for (Passage passage : passages) {
            Style style = passage.style();
            if (style == Style.SECTION) {
                text.append('\n');
            }
            String first = indent
                    + switch (style) {
                        case NUMBERED -> number++ + ". ";
                        case BULLET -> "- ";
                        case ANSWER, PARAGRAPH, SECTION, LINE -> "";
                    };
            line(first, passage.text());
            boolean marked = style == Style.NUMBERED || style == Style.BULLET;
            all(marked && style == Style.NUMBERED ? " ".repeat(first.length()) : indent + "  ", passage.below());
        }
    }

    /** Adds a paragraph: the first line begins with the indent, the others with as many blanks. */
    private void line(String indent, String paragraph) {
        String hang = " ".repeat(indent.length());
        var line = new StringBuilder(indent);
        boolean begun = false;
        for (String word : paragraph.split("\\s+")) {
            if (begun && line.length() + 1 + word.length() > width) {
                text.append(line).append('\n');
                line = new StringBuilder(hang);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        text.append(line).append('\n');
    }
}
