package dev.licet.desk;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.licet.RulePack;
import dev.licet.law.Layer;
import dev.licet.law.ListRow;
import dev.licet.law.Rule;
import dev.licet.law.Status;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rule book: all that packs hold, for people who read law and not code, as one HTML page that needs nothing else. */
final class RuleBook {

    private static final String STYLE = """
            body{font:16px/1.5 serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111;background:#fff}
            h1,h2,h3,summary,table,.bar,.facts{font-family:sans-serif} h2{border-top:2px solid #111;padding-top:.5em}
            h3{margin-bottom:.2em} .facts{font-size:.85em;color:#333} code{font-size:.9em}
            table{border-collapse:collapse;font-size:.75em} td,th{border:1px solid #999;padding:.15em .4em;text-align:left;vertical-align:top}
            details{margin:.4em 0;overflow-x:auto} pre{font-size:.8em;background:#f4f4f4;padding:.6em;overflow-x:auto}
            .bar{display:flex;height:1.5em;font-size:.7em;margin:.4em 0;border:1px solid #111}
            .bar span{overflow:hidden;white-space:nowrap;padding:0 .3em;border-right:1px solid #111}
            .IN_FORCE{background:#1b4f72;color:#fff} .NOT_ENFORCED{background:#f7dc6f} .SUSPENDED{background:#d5d8dc}
            .PENDING{background:#fff}
            """;

    private final List<RulePack> packs;
    private final LocalDate end;
    private final Words words = Words.in(Locale.ENGLISH);

    private RuleBook(List<RulePack> packs) {
        this.packs = packs;
        this.end = packs.stream().map(RulePack::asOf).max(LocalDate::compareTo).orElseThrow();
    }

    /** The page for packs, at least one. */
    static String of(List<RulePack> packs) {
        return new RuleBook(packs).page();
    }

    private String page() {
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width"),
                                title("Licet: the rule book"),
                                style(rawHtml(STYLE))),
                        body(
                                h1("The rule book"),
                                p("Every rule, with its citation, its days and its cases. This is not legal advice."),
                                p("Layers without a rule in these packs: " + uncovered()
                                        + ". Silence is not clearance."),
                                ul(each(
                                        packs,
                                        pack -> li(
                                                a(pack.name()).withHref("#" + pack.name()),
                                                span(": %s (%s rules)"
                                                        .formatted(
                                                                pack.title(),
                                                                pack.rules().size()))))),
                                each(packs, this::pack)))
                .attr("lang", "en"));
    }

    private String uncovered() {
        Set<Layer> uncovered = new TreeSet<>(List.of(Layer.values()));
        packs.forEach(pack -> pack.rules().forEach(rule -> uncovered.remove(rule.layer())));
        return uncovered.isEmpty() ? "none" : uncovered.stream().map(words::of).collect(Collectors.joining(", "));
    }

    private DomContent pack(RulePack pack) {
        return section(
                        h2(pack.title()),
                        p("%s; pack %s %s, as of %s"
                                        .formatted(pack.jurisdiction(), pack.name(), pack.version(), pack.asOf()))
                                .withClass("facts"),
                        p(code(pack.digest())).withClass("facts"),
                        each(pack.rules(), rule -> rule(pack, rule)),
                        each(pack.lists(), list -> list(list, pack.rows(list))))
                .withId(pack.name());
    }

    private DomContent rule(RulePack pack, Rule rule) {
        return div(
                        h3(rule.title()),
                        p(
                                        code(rule.id()),
                                        span(" · " + words.of(rule.layer()) + " · confidence " + rule.confidence()
                                                + " · "),
                                        a(rule.cite()).withHref(rule.source().toString()))
                                .withClass("facts"),
                        p(comment(pack.text(rule))),
                        timeline(rule),
                        cases(pack, rule),
                        details(summary("The rule as written"), pre(pack.text(rule))))
                .withId(rule.id());
    }

    /** The comment with which a rule file begins: the law's words in short. */
    private static String comment(String text) {
        return text.lines()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining(" "));
    }

    /** A part of a rule's window in which one status holds. */
    private record Part(LocalDate since, LocalDate until, Status status, String label) {
        long days() {
            return Math.max(1, ChronoUnit.DAYS.between(since, until));
        }
    }

    private DomContent timeline(Rule rule) {
        return div(each(
                        parts(rule),
                        part -> span(part.label())
                                .withClass(part.status().name())
                                .withStyle("flex:" + part.days() + " 1 0")
                                .withTitle(part.label())))
                .withClass("bar");
    }

    private List<Part> parts(Rule rule) {
        LocalDate last = rule.until().orElse(end.plusDays(1));
        var starts = new TreeSet<LocalDate>(List.of(rule.since()));
        for (Rule.StatusWindow window : rule.statuses()) {
            starts.add(window.since());
            window.until().ifPresent(starts::add);
        }
        starts.removeIf(day -> day.isBefore(rule.since()) || !day.isBefore(last));
        var parts = new ArrayList<Part>();
        for (LocalDate since : starts) {
            LocalDate until = Optional.ofNullable(starts.higher(since)).orElse(last);
            Status status = rule.statusOn(since);
            boolean open = until.equals(last) && rule.until().isEmpty();
            String label = "%s to %s: %s".formatted(since, open ? "…" : until.minusDays(1), words.of(status));
            parts.add(new Part(since, until, status, label));
        }
        return parts;
    }

    private static DomContent cases(RulePack pack, Rule rule) {
        Optional<String> csv = pack.cases(rule);
        if (csv.isEmpty()) {
            return p("No case table.").withClass("facts");
        }
        List<List<String>> lines;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv.get())) {
            lines = reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return details(
                summary("%s cases".formatted(lines.size() - 1)),
                table(
                        thead(row(lines.get(0), true)),
                        tbody(each(lines.subList(1, lines.size()), line -> row(line, false)))));
    }

    private static DomContent row(Collection<String> cells, boolean header) {
        return tr(each(cells, cell -> header ? th(cell) : td(cell)));
    }

    private static DomContent list(String name, List<ListRow> rows) {
        return details(
                        summary("List %s: %s rows".formatted(name, rows.size())),
                        table(
                                thead(row(List.of("key", "since", "until", "cite"), true)),
                                tbody(each(
                                        rows,
                                        one -> row(
                                                List.of(
                                                        one.key(),
                                                        one.since().toString(),
                                                        one.until()
                                                                .map(LocalDate::toString)
                                                                .orElse(""),
                                                        one.cite()),
                                                false)))))
                .withId(name);
    }
}
