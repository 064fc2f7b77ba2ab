package dev.licet.engine;

import dev.licet.answer.Decision;
import dev.licet.answer.LegalChange;
import dev.licet.answer.LegalChange.FigureChanges;
import dev.licet.answer.LegalChange.RowsBegin;
import dev.licet.answer.LegalChange.RowsEnd;
import dev.licet.answer.LegalChange.RuleBegins;
import dev.licet.answer.LegalChange.RuleEnds;
import dev.licet.answer.LegalChange.StatusChanges;
import dev.licet.answer.LegalChange.What;
import dev.licet.law.Rule;
import dev.licet.law.Status;
import dev.licet.pack.Figure;
import dev.licet.pack.NamedList;
import dev.licet.pack.RuleFile;
import dev.licet.pack.Verb;
import dev.licet.request.Request;
import dev.licet.vocabulary.Atom;
import dev.licet.vocabulary.FactType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changes on which day: every beginning, end and change of status of a rule, a row of a list or a figure. */
public final class LegalChanges {

    /** A list that a rule asks for, and the fact of which it asks it. */
    private record Asked(FactType type, NamedList list) {}

    /** All that one rule rests on: itself, its figures and definitions, and lists. */
    private record Needs(Set<String> names, Set<Asked> lists) {}

    private final Function<LocalDate, PointInTimeLaw> laws;
    private final Map<String, List<LegalChange>> changes = new HashMap<>();
    private final Map<String, LocalDate> last = new HashMap<>();
    private final Map<String, Needs> needs = new HashMap<>();
    private final Map<String, List<String>> exceptions = new HashMap<>();

    LegalChanges(
            Collection<RuleFile> rules,
            Map<String, NamedList> lists,
            Collection<Figure> figures,
            Function<LocalDate, PointInTimeLaw> laws) {
        this.laws = laws;
        rules.forEach(file -> ofRule(file.rule()));
        lists.values().forEach(this::ofList);
        figures.stream()
                .collect(Collectors.groupingBy(Figure::name, TreeMap::new, Collectors.toList()))
                .forEach(this::ofFigure);
        List<RuleFile> definitions =
                rules.stream().filter(file -> !file.rule().defines().isEmpty()).toList();
        for (RuleFile file : rules) {
            var needed = new Needs(new TreeSet<>(), new HashSet<>());
            need(file, definitions, lists, needed);
            needs.put(file.rule().id(), needed);
            for (Verb verb : file.verbs()) {
                if (verb instanceof Verb.Except exception) {
                    exceptions
                            .computeIfAbsent(exception.rule(), none -> new ArrayList<>())
                            .add(file.rule().id());
                }
            }
        }
    }

    private static void need(
            RuleFile file, Collection<RuleFile> definitions, Map<String, NamedList> lists, Needs needed) {
        if (!needed.names().add(file.rule().id())) {
            return;
        }
        for (Atom atom : file.atoms()) {
            for (String value : atom.values()) {
                Optional.ofNullable(lists.get(value))
                        .filter(list -> atom.values(list.subject().argument()).anyMatch(value::equals))
                        .ifPresent(list -> needed.lists().add(new Asked(atom.type(), list)));
            }
            atom.values(FactType.Member.Argument.FIGURE).forEach(needed.names()::add);
            atom.values(FactType.Member.Argument.TERM)
                    .forEach(term -> definitions.stream()
                            .filter(other -> other.rule().defines().contains(term))
                            .forEach(other -> need(other, definitions, lists, needed)));
        }
    }

    private void ofRule(Rule rule) {
        Function<LocalDate, Optional<Status>> state =
                day -> Optional.of(day).filter(rule::inWindow).map(rule::statusOn);
        var dates = new TreeSet<LocalDate>();
        bounds(dates, rule.since(), rule.until());
        rule.statuses().forEach(window -> bounds(dates, window.since(), window.until()));
        String id = rule.id();
        between(dates, state, (day, before, after) -> {
            What what = after.isEmpty()
                    ? new RuleEnds()
                    : before.isPresent() ? new StatusChanges(before.get(), after.get()) : new RuleBegins(after.get());
            add(id, new LegalChange(day, id, what));
        });
    }

    private void ofFigure(String name, List<Figure> rows) {
        Function<LocalDate, Optional<Double>> state = day -> rows.stream()
                .filter(row -> Rule.within(day, row.since(), row.until()))
                .map(Figure::value)
                .findFirst();
        var dates = new TreeSet<LocalDate>();
        rows.forEach(row -> bounds(dates, row.since(), row.until()));
        between(
                dates,
                state,
                (day, before, after) -> add(name, new LegalChange(day, name, new FigureChanges(before, after))));
    }

    private void ofList(NamedList list) {
        list.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> NamedList.written(list.subject(), row.key()), TreeMap::new, Collectors.toList()))
                .forEach((written, rows) -> {
                    Function<LocalDate, Optional<Boolean>> state = day ->
                            Optional.of(rows.stream().anyMatch(row -> Rule.within(day, row.since(), row.until())));
                    var dates = new TreeSet<LocalDate>();
                    rows.forEach(row -> bounds(dates, row.since(), row.until()));
                    List<String> shown = List.of(rows.get(0).key());
                    between(
                            dates,
                            state,
                            (day, before, after) -> add(
                                    key(list, written),
                                    new LegalChange(
                                            day,
                                            list.name(),
                                            after.orElse(false) ? new RowsBegin(shown) : new RowsEnd(shown))));
                });
    }

    private interface Changed<T> {
        void on(LocalDate day, Optional<T> before, Optional<T> after);
    }

    private static <T> void between(Set<LocalDate> dates, Function<LocalDate, Optional<T>> state, Changed<T> changed) {
        for (LocalDate day : dates) {
            Optional<T> before = day.equals(LocalDate.MIN) ? Optional.empty() : state.apply(day.minusDays(1));
            Optional<T> after = state.apply(day);
            if (!before.equals(after)) {
                changed.on(day, before, after);
            }
        }
    }

    private static void bounds(Set<LocalDate> dates, LocalDate since, Optional<LocalDate> until) {
        dates.add(since);
        until.ifPresent(dates::add);
    }

    private void add(String of, LegalChange change) {
        changes.computeIfAbsent(of, none -> new ArrayList<>()).add(change);
        last.merge(change.name(), change.day(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static String key(NamedList list, String written) {
        return list.name() + "\n" + written;
    }

    /** The next changes after the request's day of what these rules rest on, all on one day; none if none is known. */
    List<LegalChange> next(Collection<String> rules, Request request) {
        LocalDate asked = request.transfer().on();
        List<LegalChange> later = restingOn(rules, request, asked)
                .filter(change -> change.day().isAfter(asked))
                .toList();
        return later.stream()
                .map(LegalChange::day)
                .min(Comparator.naturalOrder())
                .map(day ->
                        together(later.stream().filter(change -> change.day().equals(day))))
                .orElse(List.of());
    }

    /**
     * The causes for which one answer differs from another: the changes of that day in what those rules rest on that decide one of
     * the two alone; if there is none, in what those rules rest on whose findings differ; else all changes of the day.
     */
    public List<LegalChange> between(Decision before, Decision after) {
        LocalDate day = after.request().transfer().on();
        List<Set<String>> suspects = List.of(
                difference(Set.copyOf(deciding(before)), Set.copyOf(deciding(after))).stream()
                        .map(entry -> entry.substring(entry.indexOf(' ') + 1))
                        .collect(Collectors.toSet()),
                difference(said(before), said(after)).stream()
                        .map(entry -> entry.substring(entry.lastIndexOf(' ') + 1))
                        .collect(Collectors.toSet()));
        for (Set<String> rules : suspects) {
            Set<String> with = new TreeSet<>(rules);
            rules.forEach(rule -> with.addAll(exceptions.getOrDefault(rule, List.of())));
            List<LegalChange> found = together(restingOn(with, after.request(), day.minusDays(1))
                    .filter(change -> change.day().equals(day)));
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<LegalChange> all = changes.values().stream()
                .flatMap(List::stream)
                .filter(change -> change.day().equals(day))
                .toList();
        List<LegalChange> withoutRows =
                together(all.stream().filter(change -> keys(change).isEmpty()));
        return withoutRows.isEmpty() ? together(all.stream()) : withoutRows;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static List<String> deciding(Decision decision) {
        return decision.decidedBy().entrySet().stream()
                .flatMap(layer -> layer.getValue().stream().map(id -> layer.getKey() + " " + id))
                .toList();
    }

    private static Set<String> said(Decision decision) {
        Stream<String> found = Stream.concat(decision.findings().stream(), decision.pending().stream())
                .flatMap(finding -> Stream.concat(
                        Stream.of(finding.status() + " " + finding.excepted() + " "
                                + finding.rule().id()),
                        finding.exceptions().stream()
                                .map(exception -> "exceptions " + finding.rule().id() + " "
                                        + exception.rule().id())));
        Stream<String> provided = decision.assumptions().stream()
                .flatMap(assumption -> assumption.rules().stream().map(id -> assumption.noneOf() + " " + id));
        Stream<String> asked = decision.questions().stream()
                .flatMap(question -> question.answers().stream())
                .flatMap(answer -> answer.rules().stream().map(id -> answer.members() + " " + id));
        return Stream.of(found, provided, asked).flatMap(Function.identity()).collect(Collectors.toSet());
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> all = union(one, other);
        all.removeIf(each -> one.contains(each) && other.contains(each));
        return all;
    }

    private boolean changesAfter(String name, LocalDate day) {
        return last.getOrDefault(name, LocalDate.MIN).isAfter(day);
    }

    /** The changes of what rules rest on; those up to a day may be left out. */
    private Stream<LegalChange> restingOn(Collection<String> rules, Request request, LocalDate after) {
        var names = new HashSet<String>();
        var lists = new HashSet<Asked>();
        for (String rule : rules) {
            Needs needed = Objects.requireNonNull(needs.get(rule), rule);
            for (String name : needed.names()) {
                if (changesAfter(name, after)) {
                    names.add(name);
                }
            }
            for (Asked asked : needed.lists()) {
                if (changesAfter(asked.list().name(), after)) {
                    lists.add(asked);
                }
            }
        }
        PointInTimeLaw law = laws.apply(request.transfer().on());
        Stream<String> rows = lists.stream()
                .flatMap(asked -> asked.type()
                        .shape()
                        .keys(request)
                        .flatMap(key -> law.written(asked.list().subject(), key).stream())
                        .map(written -> key(asked.list(), written)));
        return Stream.concat(names.stream(), rows.distinct())
                .flatMap(of -> changes.getOrDefault(of, List.of()).stream());
    }

    /** Rows of one list that begin on one day, or end on it, are one change. */
    private static List<LegalChange> together(Stream<LegalChange> some) {
        var together = new TreeMap<String, LegalChange>();
        some.distinct()
                .sorted(Comparator.comparing(change -> keys(change).toString()))
                .forEach(change -> together.merge(
                        change.name() + "\n" + change.what().getClass().getSimpleName(), change, LegalChanges::both));
        return List.copyOf(together.values());
    }

    private static LegalChange both(LegalChange one, LegalChange other) {
        var keys = new ArrayList<>(keys(one));
        keys.addAll(keys(other));
        return new LegalChange(
                one.day(), one.name(), one.what() instanceof RowsEnd ? new RowsEnd(keys) : new RowsBegin(keys));
    }

    /** The keys of rows of a list; empty if a rule or a figure changes. */
    private static List<String> keys(LegalChange change) {
        return change.what() instanceof RowsBegin begin
                ? begin.keys()
                : change.what() instanceof RowsEnd end ? end.keys() : List.of();
    }
}
