package dev.licet.answer;

import dev.licet.law.Outcome;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A paragraph of an explanation, with those below it; every form writes the same passages. */
record Passage(Style style, List<Span> spans, List<Passage> below) {

    /** What a passage is to those around it. */
    enum Style {
        ANSWER,
        PARAGRAPH,
        SECTION,
        NUMBERED,
        BULLET,
        LINE
    }

    /** What a part of a passage is. */
    enum Mark {
        PLAIN,
        OUTCOME,
        RULE,
        ADDRESS
    }

    /**
     * A part of a passage. A name can hold anything, so white space becomes a blank, and what would move the cursor or turn the
     * direction of writing becomes the replacement character.
     */
    record Span(Mark mark, String text) {
        private static final Pattern SPACE = Pattern.compile("[\\s\\x85\\u2028\\u2029]+");
        private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

        Span {
            text = CONTROL.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("\uFFFD");
        }

        static Span plain(String text) {
            return new Span(Mark.PLAIN, text);
        }

        static Span of(Outcome outcome) {
            return new Span(Mark.OUTCOME, outcome.name());
        }

        static Span rule(String id) {
            return new Span(Mark.RULE, id);
        }
    }

    Passage {
        spans = List.copyOf(spans);
        below = List.copyOf(below);
    }

    static Passage of(Style style, List<Span> spans) {
        return new Passage(style, spans, List.of());
    }

    /** The passage without its marks. */
    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining()).strip();
    }
}
