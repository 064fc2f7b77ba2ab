package dev.licet.names;

import java.util.List;
import java.util.stream.Stream;

/** What became of a name. Only {@link Resolved} may be decided on. */
public sealed interface Resolution {

    /** How a name was recognized. */
    enum How {
        /** It is the canonical name, letter for letter. */
        WRITTEN,
        /** It is the canonical name or an alias, but for spelling. */
        ALIAS,
        /** It is the canonical name or an alias, but for the legal form, which one of the two leaves out. */
        LEGAL_FORM,
        /** It is a variant or a version of the model: it begins with its name. */
        FAMILY
    }

    /**
     * The name means one thing.
     *
     * @param canonical the name that rules and lists use
     * @param how how it was recognized
     * @param wider the families that the model belongs to as well, the narrowest first; empty for other types
     */
    record Resolved(String canonical, How how, List<String> wider) implements Resolution {
        public Resolved {
            wider = List.copyOf(wider);
        }

        /** The canonical name and the wider families: the name is on a list if any of these is. */
        public List<String> all() {
            return Stream.concat(Stream.of(canonical), wider.stream()).toList();
        }
    }

    /**
     * The name may mean one of these, and somebody has to find out: a question.
     *
     * @param candidates the best first, never empty
     */
    record Possible(List<Candidate> candidates) implements Resolution {
        public Possible {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * The name means nothing that the tables hold.
     *
     * @param suggestions what may have been meant, the best first; often empty
     */
    record Unresolved(List<String> suggestions) implements Resolution {
        public Unresolved {
            suggestions = List.copyOf(suggestions);
        }

        /** The suggestions as a sentence that begins with "Maybe". */
        public String maybe() {
            return suggestions.isEmpty()
                    ? "Maybe it is misspelt."
                    : "Maybe write %s.".formatted(String.join(" or ", suggestions));
        }
    }

    /**
     * A name that may be meant.
     *
     * @param canonical the name that rules and lists use
     * @param score how alike the two are, from 0 to 100
     * @param reason in what they are alike, as a sentence without its period
     */
    record Candidate(String canonical, int score, String reason) {}
}
