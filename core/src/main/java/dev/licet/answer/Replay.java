package dev.licet.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A recorded decision decided again.
 *
 * @param decision the decision as it comes out now
 * @param differences what differs, what the rest depends on first: the law, with its versions, packs and lists where its manifest is
 *     known, then the rules that apply, then what follows from them; empty if the bytes of the two records are equal
 */
public record Replay(Decision decision, List<Difference> differences) {

    /** What differs where other packs or another version decide, though the answer is the same. */
    private static final Set<String> VERSIONS = Set.of("schema", "law", "examined", "digest");

    /** Copies. */
    public Replay {
        differences = List.copyOf(differences);
    }

    /**
     * Whether the record comes out again to the byte.
     *
     * @return true if nothing differs
     */
    public boolean equal() {
        return differences.isEmpty();
    }

    /**
     * The first difference.
     *
     * @return empty if there is none
     */
    public Optional<Difference> first() {
        return differences.stream().findFirst();
    }

    /**
     * The first difference in what was asked or answered, beside those of versions, packs and lists.
     *
     * @return empty if the answer is the same
     */
    public Optional<Difference> firstInAnswer() {
        return differences.stream()
                .filter(difference -> !VERSIONS.contains(difference.place().split("/")[1]))
                .findFirst();
    }

    /**
     * One thing that differs.
     *
     * @param place where in the record, as a JSON pointer (RFC 6901); below {@code /law} it is a place in the manifest of the law; what is
     *     new is at the end of a list, {@code -}
     * @param subject the pack, list, rule or fact that it is of; empty if it is of none
     * @param recorded the value in the record, as JSON; empty if there is none
     * @param replayed the value that comes out now, as JSON; empty if there is none
     */
    public record Difference(String place, String subject, String recorded, String replayed) {
        private static final int LONGEST = 80;

        /**
         * The place, what it is of, and both values, long ones cut.
         *
         * @return one line
         */
        @Override
        public String toString() {
            String of = subject.isEmpty() ? "" : " " + subject + ":";
            return "%s:%s recorded %s, now %s".formatted(place, of, shown(recorded), shown(replayed));
        }

        private static String shown(String value) {
            if (value.isEmpty()) {
                return "nothing";
            }
            int end = value.offsetByCodePoints(0, Math.min(LONGEST, value.codePointCount(0, value.length())));
            return end < value.length() ? value.substring(0, end) + "…" : value;
        }
    }
}
