package dev.licet.answer;

import dev.licet.answer.Passage.Span;
import dev.licet.answer.Passage.Style;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the passages of an explanation as CommonMark, so that no name is read as markup. */
final class MarkdownForm {
    private final StringBuilder text = new StringBuilder();

    private MarkdownForm() {}

    static String write(List<Passage> passages) {
        var form = new MarkdownForm();
        form.all("", passages);
        return form.text.toString();
    }

    private void all(String indent, List<Passage> passages) {
        int number = 1;
        for (Passage passage : passages) {
            String mark = switch (passage.style()) {
                case ANSWER -> "# ";
                case PARAGRAPH -> "";
                case SECTION -> "## ";
                case NUMBERED -> number++ + ". ";
                case BULLET, LINE -> "- ";
            };
            boolean block = passage.style().compareTo(Style.SECTION) <= 0;
            if (block && !text.isEmpty()) {
                text.append('\n');
            }
            text.append(indent).append(mark).append(line(passage)).append('\n');
            if (block && !passage.below().isEmpty()) {
                text.append('\n');
            }
            all(block ? indent : indent + " ".repeat(mark.length()), passage.below());
        }
    }

    private static String line(Passage passage) {
        String line = passage.spans().stream().map(MarkdownForm::span).collect(Collectors.joining());
        // At the beginning of a line these begin a list or underline a heading.
        return line.strip().replaceFirst("^([-+=]|\\d+(?=[.)]))", "\\\\$1").replaceFirst("^\\\\(\\d+)", "$1\\\\");
    }

    private static String span(Span span) {
        return switch (span.mark()) {
            case PLAIN -> escaped(span.text());
            case OUTCOME -> "**" + escaped(span.text()) + "**";
            case RULE -> span.text().matches("[\\w.:-]+") ? "`" + span.text() + "`" : escaped(span.text());
            case ADDRESS ->
                span.text().matches("https?://[^<>\\s\\p{Cntrl}]+") ? "<" + span.text() + ">" : escaped(span.text());
        };
    }

    /** With a backslash before what is markup anywhere in a line. A reader that makes links of bare addresses still does so. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]<>#|~&$!]", "\\\\$0");
    }
}
