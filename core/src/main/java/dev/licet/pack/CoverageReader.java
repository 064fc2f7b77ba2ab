package dev.licet.pack;

import dev.licet.facts.TransferKind;
import dev.licet.json.Constants;
import dev.licet.law.Layer;
import dev.licet.law.RulePackException;
import dev.licet.request.Country;
import dev.licet.vocabulary.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a pack holds.
 *
 * @param reader the reader of the pack
 * @param lists the lists of the pack, by name
 */
record CoverageReader(PackReader reader, Map<String, NamedList> lists) {

    static final String FILE = "coverage.csv";
    private static final String ALL = "ALL";

    /** How much of a holder's word the rules examine. */
    private enum Extent {
        WHOLE,
        PART
    }

    List<Coverage> read(String text) {
        PackReader.Table table = reader.table(FILE, text);
        table.require(
                reader, FILE, "layer", "holder", "kinds", "extent", "since", "until", "checked", "good_for", "note");
        table.allow(
                reader,
                FILE,
                Set.of(
                        "layer",
                        "holder",
                        "list",
                        "kinds",
                        "extent",
                        "with",
                        "since",
                        "until",
                        "checked",
                        "good_for",
                        "note"));
        var all = new ArrayList<Coverage>();
        table.rows().forEach((line, row) -> {
            String at = reader.source().path(FILE) + ":" + line;
            Coverage read = row(at, row);
            for (Coverage other : all) {
                if (read.overlaps(other)) {
                    Set<TransferKind> twice = EnumSet.copyOf(read.kinds());
                    twice.retainAll(other.kinds());
                    throw new RulePackException(
                            at,
                            "the holder (%s) has (%s) in the layer (%s) twice at one time"
                                    .formatted(read.holder(), twice, read.layer()),
                            "end one row where the next begins.");
                }
            }
            all.add(read);
        });
        return all;
    }

    private Coverage row(String at, Map<String, String> row) {
        Layer layer = constant(at, "layer", Layer.class, row.getOrDefault("layer", ""));
        Optional<NamedList> list = list(at, layer, row.getOrDefault("list", ""));
        refuseHolder(at, layer, row.getOrDefault("holder", ""), list.isPresent());
        String note = PackReader.filled(at, row, "note");
        var checked = Optional.of(row.getOrDefault("checked", ""))
                .filter(day -> !day.isEmpty())
                .map(day -> reader.date(at, "checked", day));
        var goodFor = goodFor(at, row.getOrDefault("good_for", ""));
        if (goodFor.isPresent() && checked.isEmpty()) {
            throw new RulePackException(
                    at,
                    "good_for (%s) has no day from which it counts".formatted(goodFor.get()),
                    "fill in the day on which the row was last checked.");
        }
        return new Coverage(
                layer,
                row.getOrDefault("holder", ""),
                list,
                kinds(at, row.getOrDefault("kinds", "")),
                constant(at, "extent", Extent.class, row.getOrDefault("extent", "")) == Extent.WHOLE,
                with(row.getOrDefault("with", "")),
                reader.date(at, "since", row.getOrDefault("since", "")),
                reader.until(at, row),
                checked,
                goodFor,
                note);
    }

    private Optional<NamedList> list(String at, Layer layer, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        NamedList list = lists.get(name);
        if (list == null) {
            throw new RulePackException(
                    at,
                    "the list (%s) is not in the pack".formatted(name),
                    "it is one of %s.".formatted(lists.keySet()));
        }
        if (list.subject() != Coverage.subject(layer)) {
            throw new RulePackException(
                    at,
                    "the list (%s) cannot name a holder of the layer (%s)".formatted(name, layer),
                    "it needs a list with a column %s."
                            .formatted(Coverage.subject(layer).column()));
        }
        return Optional.of(list);
    }

    private static void refuseHolder(String at, Layer layer, String holder, boolean listed) {
        if (layer == Layer.HOUSE_POLICY) {
            if (!holder.isEmpty() || listed) {
                throw new RulePackException(
                        at,
                        "a house policy has no holder (%s)".formatted(holder),
                        "leave the columns holder and list empty.");
            }
        } else if (holder.equals(Coverage.EVERYBODY)) {
            if (listed) {
                throw new RulePackException(
                        at, "everybody (%s) has no list of names".formatted(holder), "leave the column list empty.");
            }
        } else if (NamedList.written(Subject.PARTY, holder).isEmpty()) {
            throw new RulePackException(
                    at, "the holder (%s) has no letter and no digit".formatted(holder), "say whose word it is.");
        } else if (!listed && Coverage.subject(layer) == Subject.COUNTRY && !Country.isCode(holder)) {
            throw new RulePackException(
                    at,
                    "the holder (%s) is not an ISO 3166-1 alpha-2 code".formatted(holder),
                    "it is a union of countries: name the list of them in the column list.");
        }
    }

    private static Set<TransferKind> kinds(String at, String kinds) {
        if (kinds.equals(ALL)) {
            return EnumSet.allOf(TransferKind.class);
        }
        var read = EnumSet.noneOf(TransferKind.class);
        for (String kind : kinds.split("\\s+")) {
            if (!read.add(constant(at, "transfer kind", TransferKind.class, kind))) {
                throw new RulePackException(
                        at, "the transfer kind (%s) is named twice".formatted(kind), "leave one out.");
            }
        }
        return read;
    }

    private static Set<String> with(String packs) {
        return packs.isEmpty() ? Set.of() : Set.of(packs.split("\\s+"));
    }

    private static Optional<Integer> goodFor(String at, String days) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        if (!days.matches("[1-9]\\d{0,4}")) {
            throw new RulePackException(
                    at, "good_for (%s) is not a number of days".formatted(days), "write it as 180, or leave it empty.");
        }
        return Optional.of(Integer.valueOf(days));
    }

    private static <E extends Enum<E>> E constant(String at, String what, Class<E> type, String name) {
        return Constants.named(type, name)
                .orElseThrow(() -> new RulePackException(
                        at,
                        "the %s (%s) does not exist".formatted(what, name),
                        "it is one of %s.".formatted(List.of(type.getEnumConstants()))));
    }
}
