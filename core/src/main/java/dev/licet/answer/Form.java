package dev.licet.answer;

import java.util.List;

/** In which form an explanation is written. */
public enum Form {
    /** Plain text in lines of at most 100 characters. */
    TEXT,
    /** Markdown (CommonMark), a paragraph a line; what Markdown would read as markup in a name is escaped. */
    MARKDOWN,
    /** One HTML element that is also well-formed XML and needs no style sheet: a page can hold it as it is. */
    HTML,
    /** The canonical record of the decision, {@link Decision#toJson()}: the same in every language. */
    JSON;

    /** The length of a line of plain text. */
    static final int WIDTH = 100;

    /** Writes passages in this form; a record is none of them. */
    String write(List<Passage> passages, Words words) {
        return switch (this) {
            case TEXT -> TextForm.write(passages, WIDTH);
            case MARKDOWN -> MarkdownForm.write(passages);
            case HTML -> HtmlForm.write(passages, words);
            case JSON -> throw new AssertionError("a record has no passages");
        };
    }

    /**
     * The languages in which explanations are written.
     *
     * @return their codes of ISO 639-1, in order
     */
    public static List<String> languages() {
        return Words.languages();
    }
}
