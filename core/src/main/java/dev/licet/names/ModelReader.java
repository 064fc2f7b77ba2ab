package dev.licet.names;

import dev.licet.names.Names.Entry;
import dev.licet.names.Resolution.Candidate;
import dev.licet.names.Resolution.How;
import dev.licet.names.Resolution.Possible;
import dev.licet.names.Resolution.Resolved;
import dev.licet.names.Resolution.Unresolved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the ids of models. What is before the last slash, or before a dot after a word without digits, is a namespace or a gateway.
 * The rest is the longest name of a model that it begins with, word for word, and a tail: version, size, date, revision, variant.
 * A tail of words that say nothing of the kind may belong to something else with such a beginning.
 *
 * @param suggesting whether to look for what is alike, which takes its time
 */
record ModelReader(Names names, boolean suggesting) {

    private static final Pattern BETWEEN = Pattern.compile("[^/:]+");
    private static final Pattern HEAD = Pattern.compile("(\\p{L}[\\p{L}\\p{N}_-]*)([.:])(?=\\p{L})");
    private static final Pattern ONLY_LETTERS = Pattern.compile("[\\p{L}_-]+");
    private static final Pattern NUMBER_OR_SIZE = Pattern.compile("\\d+(?:\\p{L}{0,2}|bit)");
    private static final Pattern POINT = Pattern.compile("(?<=\\d)[pP](?=\\d)");
    private static final Set<String> CONNECTING = Set.of("on", "via", "in", "through", "from", "by");

    /** Words that name a variant of a model, not another thing. */
    private static final Set<String> VARIANTS = Set.of("""
            alpha api app audio awq base beta chat code coder dev distill edit embed embedding exp experimental extended
            fast flash free gguf gptq guard hd hf high image instruct it large latest lite live long low math max medium
            micro mini mlx moderation nano omni onnx plus preview pro prover quantized realtime reasoner reasoning
            research safeguard search small speech stable standard think thinking tiny transcribe tts turbo ultra video
            vision vl vlm xhigh xl""".split("\\s+"));

    private static final int LONGEST_PARTY = 3;

    /** The words of an id: a number begins a word, and a letter that only says "version" is left out. */
    static List<String> words(String name) {
        String pointed = POINT.matcher(Spelling.visible(name)).replaceAll(".");
        List<String> all = Spelling.wordsAndNumbers(pointed);
        var words = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            boolean version = all.get(i).equals("v") && i + 1 < all.size() && Spelling.beginsWithDigit(all.get(i + 1));
            if (!version || all.size() == 2) {
                words.add(all.get(i));
            }
        }
        return words;
    }

    /** Whom the words around a model's name say: its developer, and the service that offers it. */
    private record Hints(Optional<String> developer, Optional<String> provider) {
        static final Hints NONE = new Hints(Optional.empty(), Optional.empty());

        /** The developer of these and the service of others, if both say one: a gateway comes before a namespace. */
        Hints after(Hints others) {
            return new Hints(developer.or(others::developer), others.provider().or(this::provider));
        }
    }

    /** A meaning, how many words say it, and whom the other words say. */
    private record Match(Resolution resolution, int length, Hints hints) {

        boolean isSure() {
            return !(resolution instanceof Possible);
        }

        boolean isWhole(List<String> words) {
            return length == words.size();
        }

        boolean saysMoreThan(Match other) {
            return !other.isSure() || length > other.length;
        }

        /** The same, and in the families of a match of fewer words as well. */
        Match alsoIn(Match other) {
            if (!(resolution instanceof Resolved narrow) || !(other.resolution instanceof Resolved wide)) {
                return this;
            }
            var families = new LinkedHashSet<>(narrow.wider());
            families.addAll(wide.all());
            families.remove(narrow.canonical());
            return new Match(new Resolved(narrow.canonical(), narrow.how(), List.copyOf(families)), length, hints);
        }

        Match after(Hints others) {
            return new Match(resolution, length, hints.after(others));
        }
    }

    ModelId read(String id) {
        String visible = Spelling.visible(id).strip();
        List<Segment> segments = segments(visible);
        Segment last = segments.get(segments.size() - 1);
        Hints hints = Hints.NONE;
        for (int i = segments.size() - 2; i >= 0; i--) {
            hints = hints.after(
                    organization(OrganizationName.of(segments.get(i).text()).words())
                            .orElse(Hints.NONE));
        }
        Optional<Match> best = Optional.empty();
        int from = last.start();
        for (int i = segments.size() - 1; i >= 0 && !best.map(Match::isSure).orElse(false); i--) {
            Segment first = segments.get(i);
            int least = first.equals(last) || first.isTagged()
                    ? 0
                    : words(first.text()).size();
            Optional<Match> match = match(words(visible.substring(first.start())), !hints.equals(Hints.NONE))
                    .filter(found -> found.length() > least && (found.isSure() || first.equals(last)));
            if (match.isPresent()) {
                best = match;
                from = first.start();
            }
        }
        Match found = best.orElseGet(() -> new Match(unresolved(last.text()), 0, Hints.NONE))
                .after(hints);
        return new ModelId(
                found.resolution() instanceof Resolved resolved
                                && resolved.canonical().equals(id)
                        ? new Resolved(id, How.WRITTEN, resolved.wider())
                        : found.resolution(),
                visible.substring(from),
                found.hints().developer(),
                found.hints().provider());
    }

    /** A part of an id, where it begins, and whether a tag follows, which may say the model as well: {@code zeta:7b}. */
    private record Segment(String text, int start, boolean isTagged) {}

    /** The namespaces and gateways of an id, and last the model. */
    private List<Segment> segments(String id) {
        var segments = new ArrayList<Segment>();
        int last = id.lastIndexOf('/') + 1;
        Matcher before = BETWEEN.matcher(id).region(0, last);
        while (before.find()) {
            segments.add(new Segment(before.group(), before.start(), false));
        }
        for (Matcher head = HEAD.matcher(id).region(last, id.length());
                head.lookingAt() && isNamespace(head.group(1));
                head.region(last, id.length())) {
            segments.add(new Segment(head.group(1), last, head.group(2).equals(":")));
            last = head.end();
        }
        segments.add(new Segment(id.substring(last), last, false));
        return segments;
    }

    private boolean isNamespace(String head) {
        return ONLY_LETTERS.matcher(head).matches()
                || organization(OrganizationName.of(head).words()).isPresent();
    }

    /** A developer or a service by its name; who is both counts as the developer. */
    private Optional<Hints> organization(List<String> words) {
        return names.organizationCalled(NameType.PARTY, words)
                .map(party -> new Hints(Optional.of(party), Optional.empty()))
                .or(() -> names.organizationCalled(NameType.PROVIDER, words)
                        .map(service -> new Hints(Optional.empty(), Optional.of(service))));
    }

    /** The model that words begin with; or that they go on with after the name of an organization, if more words say that. */
    private Optional<Match> match(List<String> words, boolean known) {
        Optional<Match> best = beginning(words, known);
        for (int length = Math.min(LONGEST_PARTY, words.size() - 1); length > 0; length--) {
            int skipped = length;
            Optional<Match> behind = organization(words.subList(0, length))
                    .flatMap(hints -> beginning(words.subList(skipped, words.size()), true)
                            .map(match -> new Match(match.resolution(), skipped + match.length(), hints)))
                    .filter(Match::isSure);
            if (behind.isPresent() && best.map(behind.get()::saysMoreThan).orElse(true)) {
                best = best.map(behind.get()::alsoIn).or(() -> behind);
            }
        }
        return best.map(match -> match.isWhole(words) ? match : match.after(offeredOn(words)));
    }

    /** The organization that is named last, after a word such as "on". */
    private Hints offeredOn(List<String> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (CONNECTING.contains(words.get(i))) {
                return organization(words.subList(i + 1, words.size())).orElse(Hints.NONE);
            }
        }
        return Hints.NONE;
    }

    private Optional<Match> beginning(List<String> words, boolean known) {
        Optional<Match> possible = Optional.empty();
        for (int length = words.size(); length > 0; length--) {
            List<Entry> entries = names.at(NameType.MODEL, Spelling.key(words.subList(0, length)));
            if (entries.isEmpty()) {
                continue;
            }
            Resolution meaning = meaning(entries, words.subList(0, length), words.subList(length, words.size()), known);
            var match = new Match(meaning, length, Hints.NONE);
            if (match.isSure()) {
                return Optional.of(match);
            }
            possible = possible.or(() -> Optional.of(match));
        }
        return possible.or(() -> otherVersion(words).map(versions -> new Match(versions, words.size(), Hints.NONE)));
    }

    private Resolution meaning(List<Entry> entries, List<String> name, List<String> tail, boolean known) {
        Set<String> meanings = Names.canonicals(entries);
        if (entries.stream().anyMatch(Entry::isReserved)) {
            return new Unresolved(List.of());
        }
        if (meanings.size() > 1) {
            return new Possible(meanings.stream()
                    .map(each -> new Candidate(each, 100, "Several have this name"))
                    .toList());
        }
        String canonical = meanings.iterator().next();
        if (tail.isEmpty()) {
            return new Resolved(canonical, How.ALIAS, wider(canonical));
        }
        if (known || isVersioned(name) || tail.stream().anyMatch(this::isOfAVariant)) {
            return new Resolved(canonical, How.FAMILY, wider(canonical));
        }
        return new Possible(List.of(new Candidate(
                canonical,
                80,
                "The name goes on with words (%s) that no variant has".formatted(String.join(" ", tail)))));
    }

    /** Whether a name says so much that whatever follows is a variant: a word and a number. */
    private static boolean isVersioned(List<String> words) {
        return Spelling.beginsWithDigit(words.get(words.size() - 1))
                && words.get(0).length() > 2;
    }

    private boolean isOfAVariant(String word) {
        return NUMBER_OR_SIZE.matcher(word).matches() || VARIANTS.contains(word);
    }

    /** The families that a model belongs to by the beginning of its canonical name. */
    private List<String> wider(String canonical) {
        List<String> words = words(canonical);
        var wider = new LinkedHashSet<String>();
        for (int length = words.size(); length > 0; length--) {
            names.at(NameType.MODEL, Spelling.key(words.subList(0, length))).stream()
                    .filter(entry -> !entry.isReserved() && !entry.canonical().equals(canonical))
                    .forEach(entry -> wider.add(entry.canonical()));
        }
        return List.copyOf(wider);
    }

    /** Models whose names differ from the words in the number of the version alone. */
    private Optional<Resolution> otherVersion(List<String> words) {
        if (!suggesting) {
            return Optional.empty();
        }
        List<Candidate> versions = names.all(NameType.MODEL)
                .filter(entry -> isOtherVersion(entry.words(), words))
                .map(Entry::canonical)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(3)
                .map(canonical -> new Candidate(canonical, 90, "Another version has this name"))
                .toList();
        return versions.isEmpty() ? Optional.empty() : Optional.of(new Possible(versions));
    }

    private static boolean isOtherVersion(List<String> known, List<String> words) {
        int head = known.size() - 1;
        return head > 0
                && words.size() > head
                && known.subList(0, head).equals(words.subList(0, head))
                && isVersion(known.get(head))
                && isVersion(words.get(head));
    }

    private static boolean isVersion(String word) {
        return word.length() < 3 && Spelling.isNumber(word);
    }

    private Resolution unresolved(String name) {
        if (!suggesting) {
            return new Unresolved(List.of());
        }
        List<String> words = words(name);
        var suggested = new LinkedHashSet<String>();
        for (int length = words.size(); length > 0; length--) {
            String key = Spelling.key(words.subList(0, length));
            if (key.length() > 3) {
                suggested.addAll(names.similar(NameType.MODEL, key));
            }
        }
        return new Unresolved(suggested.stream().limit(3).toList());
    }
}
