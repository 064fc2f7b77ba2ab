package dev.licet.names;

import dev.licet.names.Names.Entry;
import dev.licet.names.Resolution.Candidate;
import dev.licet.names.Resolution.How;
import dev.licet.names.Resolution.Possible;
import dev.licet.names.Resolution.Resolved;
import dev.licet.names.Resolution.Unresolved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the names of parties and services. A name is resolved if it is equal but for spelling, and its legal form is the same or
 * one of the two has none. All else that is alike is a possible match.
 */
record OrganizationReader(Names names) {

    private static final Pattern PARENTHESES =
            Pattern.compile("^([^()\\[\\]]*)[(\\[]([^()\\[\\]]*)[)\\]]([^()\\[\\]]*)$");
    private static final Pattern BETWEEN_NAMES = Pattern.compile(
            "(?i)\\s+(?:d/?b/?a|[afn]/?k/?a|trading as|doing business as|formerly(?: known as)?|via|on|through)\\s+|[/;|]");
    private static final int HOLDS_THE_NAME = 95;
    private static final int ANOTHER_FORM = 95;
    private static final int BEGINS_WITH_THE_NAME = 80;

    Resolution read(NameType type, String name) {
        return certainly(type, name).orElseGet(() -> {
            Map<String, Candidate> candidates = new LinkedHashMap<>();
            namesIn(name)
                    .forEach(part -> exactly(type, part)
                            .or(() -> exactly(NameType.PARTY, part))
                            .ifPresent(found -> candidatesOf(found, part).forEach(each -> keep(candidates, each))));
            OrganizationName stated = OrganizationName.of(name);
            (type == NameType.PROVIDER ? Stream.concat(names.all(type), names.all(NameType.PARTY)) : names.all(type))
                    .forEach(entry -> compare(type, stated, entry).ifPresent(each -> keep(candidates, each)));
            return candidates.isEmpty() ? new Unresolved(List.of()) : possible(candidates.values());
        });
    }

    /** A service or a party whose name is the same but for spelling and legal form; empty if there is none. */
    Optional<Resolution> certainly(NameType type, String name) {
        OrganizationName stated = OrganizationName.of(name);
        Optional<Resolution> service = exactly(type, name, stated);
        return service.isPresent() || type != NameType.PROVIDER ? service : exactly(NameType.PARTY, name, stated);
    }

    /** A party whose name is the same but for spelling and legal form; empty if there is none. */
    Optional<Resolution> exactly(NameType type, String name) {
        return exactly(type, name, OrganizationName.of(name));
    }

    private Optional<Resolution> exactly(NameType type, String name, OrganizationName stated) {
        List<Entry> found = names.at(type, stated.key());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (Names.canonicals(found).contains(name)) {
            return Optional.of(new Resolved(name, How.WRITTEN, List.of()));
        }
        if (found.stream().anyMatch(Entry::isReserved)) {
            return Optional.of(new Unresolved(List.of()));
        }
        var sameForm = new ArrayList<Entry>();
        var noForm = new ArrayList<Entry>();
        for (Entry entry : found) {
            OrganizationName other = entry.organization().orElseThrow();
            if (stated.forms().equals(other.forms())) {
                sameForm.add(entry);
            } else if (stated.mayShareFormWith(other)) {
                noForm.add(entry);
            }
        }
        Set<String> meanings = Names.canonicals(sameForm.isEmpty() ? noForm : sameForm);
        if (meanings.size() == 1) {
            How how = sameForm.isEmpty() ? How.LEGAL_FORM : How.ALIAS;
            return Optional.of(new Resolved(meanings.iterator().next(), how, List.of()));
        }
        return Optional.of(
                meanings.isEmpty()
                        ? possible(Names.canonicals(found), ANOTHER_FORM, "Only the legal form differs")
                        : possible(meanings, 100, "Several have this name"));
    }

    private static Possible possible(Set<String> canonicals, int score, String reason) {
        return possible(canonicals.stream()
                .map(canonical -> new Candidate(canonical, score, reason))
                .toList());
    }

    private static Possible possible(Collection<Candidate> candidates) {
        return new Possible(candidates.stream()
                .sorted(Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::canonical))
                .limit(Names.MOST)
                .toList());
    }

    private static void keep(Map<String, Candidate> candidates, Candidate candidate) {
        candidates.merge(candidate.canonical(), candidate, (one, other) -> other.score() > one.score() ? other : one);
    }

    /** The names that a name with parentheses or an "also known as" holds. */
    private static List<String> namesIn(String name) {
        String visible = Spelling.visible(name).strip();
        var parts = new ArrayList<String>();
        var parentheses = PARENTHESES.matcher(visible);
        if (parentheses.matches()) {
            parts.add(parentheses.group(1) + " " + parentheses.group(3));
            parts.add(parentheses.group(2));
        }
        parts.addAll(List.of(BETWEEN_NAMES.split(visible)));
        parts.removeIf(part -> Spelling.words(part).isEmpty());
        return parts;
    }

    private static List<Candidate> candidatesOf(Resolution found, String part) {
        if (found instanceof Resolved resolved) {
            return List.of(new Candidate(
                    resolved.canonical(), HOLDS_THE_NAME, "The name holds the name (%s)".formatted(part.strip())));
        }
        return found instanceof Possible possible ? possible.candidates() : List.of();
    }

    private Optional<Candidate> compare(NameType type, OrganizationName stated, Entry entry) {
        int score = Similarity.ofNames(stated.words(), entry.words(), names::isOfAPlace);
        if (score >= Similarity.POSSIBLE) {
            return Optional.of(new Candidate(entry.canonical(), Math.min(score, 99), "The names are alike"));
        }
        return type == NameType.PARTY && begins(stated.words(), entry.words())
                ? Optional.of(new Candidate(
                        entry.canonical(), BEGINS_WITH_THE_NAME, "The name begins with the whole of this one"))
                : Optional.empty();
    }

    private boolean begins(List<String> words, List<String> other) {
        if (words.isEmpty() || other.stream().allMatch(word -> Similarity.isShared(word) || names.isOfAPlace(word))) {
            return false;
        }
        return words.size() > other.size() && words.subList(0, other.size()).equals(other)
                || other.size() == 1
                        && Spelling.isUnspaced(other.get(0))
                        && words.get(0).startsWith(other.get(0));
    }
}
