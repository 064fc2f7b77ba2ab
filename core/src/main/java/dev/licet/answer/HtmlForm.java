package dev.licet.answer;

import dev.licet.answer.Passage.Span;
import dev.licet.answer.Passage.Style;
import dev.licet.law.Outcome;
import java.util.List;

/** Writes the passages of an explanation as one element of HTML that is well-formed XML too and needs no style sheet. */
final class HtmlForm {
    private static final String ARTICLE =
            "max-width:50em;margin-bottom:3em;font:16px/1.5 sans-serif;color:#111;background:#fff;overflow-wrap:anywhere";
    private static final String OUTCOME = "padding:0 .3em;border:1px solid #111;border-radius:.2em;background:";

    private final StringBuilder html = new StringBuilder();

    private HtmlForm() {}

    static String write(List<Passage> passages, Words words) {
        var form = new HtmlForm();
        form.html.append("<article class=\"licet\" lang=\"%s\" style=\"%s\">\n".formatted(words.language(), ARTICLE));
        form.all(passages);
        return form.html.append("</article>\n").toString();
    }

    private void all(List<Passage> passages) {
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Style style = passage.style();
            switch (style) {
                case ANSWER -> element("h1 style=\"font-size:1.4em\"", passage);
                case PARAGRAPH -> element("p", passage);
                case SECTION -> element("h2 style=\"font-size:1.15em\"", passage);
                case LINE -> element("div", passage);
                case NUMBERED, BULLET -> {
                    String list = style == Style.NUMBERED ? "ol" : "ul";
                    if (i == 0 || passages.get(i - 1).style() != style) {
                        html.append("<").append(list).append(">\n");
                    }
                    element("li", passage);
                    if (i == passages.size() - 1 || passages.get(i + 1).style() != style) {
                        html.append("</").append(list).append(">\n");
                    }
                }
            }
        }
    }

    // Passages below a heading or a paragraph follow it; those below another passage are inside it.
    private void element(String tag, Passage passage) {
        boolean block = passage.style().compareTo(Style.SECTION) <= 0;
        html.append("<").append(tag).append(">");
        passage.spans().forEach(this::span);
        if (!block && !passage.below().isEmpty()) {
            html.append("\n<div style=\"margin-left:1em\">\n");
            all(passage.below());
            html.append("</div>");
        }
        html.append("</").append(tag.split(" ")[0]).append(">\n");
        if (block) {
            all(passage.below());
        }
    }

    private void span(Span span) {
        String text = escaped(span.text());
        html.append(
                switch (span.mark()) {
                    case PLAIN -> text;
                    case OUTCOME ->
                        "<strong style=\"%s%s\">%s</strong>"
                                .formatted(OUTCOME, colour(Outcome.valueOf(span.text())), text);
                    case RULE -> "<code>" + text + "</code>";
                    case ADDRESS ->
                        span.text().matches("https?://.*") ? "<a href=\"%s\">%s</a>".formatted(text, text) : text;
                });
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case PERMITTED -> "#d5f5e3";
            case CONDITIONAL, UNDETERMINED -> "#fdebd0";
            case LICENSE_REQUIRED, PROHIBITED -> "#fadbd8";
        };
    }

    /** Without what is markup, and without what XML does not admit even escaped. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
