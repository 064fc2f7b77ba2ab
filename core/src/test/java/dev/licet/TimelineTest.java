package dev.licet;

import static dev.licet.PackFiles.FLAG;
import static dev.licet.PackFiles.IMPOSE;
import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static dev.licet.PackFiles.drl;
import static dev.licet.Refusals.assertWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licet.answer.Decision;
import dev.licet.answer.LegalChange;
import dev.licet.answer.LegalChange.FigureChanges;
import dev.licet.answer.LegalChange.RowsBegin;
import dev.licet.answer.LegalChange.RowsEnd;
import dev.licet.answer.LegalChange.RuleBegins;
import dev.licet.answer.LegalChange.RuleEnds;
import dev.licet.answer.LegalChange.StatusChanges;
import dev.licet.answer.LegalChange.What;
import dev.licet.answer.Timeline;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.request.Model;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One request over time, in a pack in which all that can turn does turn. */
class TimelineTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);
    private static final String LISTED = "Destination( on(\"t.places\") )";

    @TempDir
    private Path temp;

    private PackFiles pack() {
        return PackFiles.in(temp);
    }

    private Licet legalChanges() {
        return pack().file(
                        "lists/places.csv",
                        "country,since,until,cite\nCN,2025-02-01,2025-11-01,c\nCN,2025-11-01,2025-12-01,c\n"
                                + "FR,2024-01-01,,c\nIN,2025-04-01,,c\nRU,2025-02-01,,c\n")
                .file(
                        "figures.csv",
                        "figure,value,since,until,cite\nsize,1e25,2024-01-01,2025-07-01,c\nsize,1e26,2025-07-01,,c\n")
                .rule("old", "@until( \"2025-06-01\" )", LISTED, LICENSE)
                .file("new.drl", drl("t.new", "", LISTED, PROHIBIT).replace("2024-01-01", "2025-06-01"))
                .rule("paused", "@status( \"SUSPENDED since 2025-08-01 until 2025-10-01: x\" )", LISTED, IMPOSE)
                .rule("large", "Training( reaches(\"t.size\") )", FLAG)
                .rule("unenforced", "@status( \"NOT_ENFORCED since 2025-03-01: x\" )", LISTED, IMPOSE)
                .file(
                        "planned.drl",
                        drl(
                                        "t.planned",
                                        "@status( \"PENDING since 2025-05-01 until 2025-09-01: x\" )",
                                        "Destination( is(\"GB\") )",
                                        LICENSE)
                                .replace("2024-01-01", "2025-05-01"))
                .licet();
    }

    private static Request to(String country, double compute) {
        return new Request(
                Model.named("M")
                        .developer("D", "US")
                        .closed()
                        .trainingCompute(compute)
                        .lineage(List.of())
                        .build(),
                Transfer.of(TransferKind.WEIGHTS).to(country).on(FROM));
    }

    @Test
    void the_answer_changes_on_the_days_on_which_the_law_it_rests_on_changes() {
        Timeline china = legalChanges().timeline(to("CN", 1e20), FROM, UNTIL);

        assertThat(china.spans())
                .extracting(
                        span -> span.from().toString(),
                        span -> span.decision().outcome(),
                        span -> span.decision().outcome(Stance.AS_ENFORCED),
                        span -> whats(span.causes()))
                .containsExactly(
                        tuple("2025-01-01", Outcome.PERMITTED, Outcome.PERMITTED, List.of()),
                        tuple(
                                "2025-02-01",
                                Outcome.LICENSE_REQUIRED,
                                Outcome.LICENSE_REQUIRED,
                                List.of(new RowsBegin(List.of("CN")))),
                        tuple(
                                "2025-06-01",
                                Outcome.PROHIBITED,
                                Outcome.PROHIBITED,
                                List.of(new RuleBegins(Status.IN_FORCE), new RuleEnds())),
                        tuple("2025-12-01", Outcome.PERMITTED, Outcome.PERMITTED, List.of(new RowsEnd(List.of("CN")))));
    }

    @Test
    void a_plan_that_becomes_law_and_a_figure_that_rises_change_it() {
        assertThat(legalChanges().timeline(to("GB", 1e20), FROM, UNTIL).spans())
                .extracting(span -> span.from().toString(), Timeline.Span::causes)
                .containsExactly(
                        tuple("2025-01-01", List.of()),
                        tuple(
                                "2025-09-01",
                                List.of(new LegalChange(
                                        LocalDate.of(2025, 9, 1),
                                        "t.planned",
                                        new StatusChanges(Status.PENDING, Status.IN_FORCE)))));
        assertThat(legalChanges().timeline(to("JP", 5e25), FROM, UNTIL).spans())
                .extracting(span -> span.decision().decidingRules(), span -> whats(span.causes()))
                .containsExactly(
                        tuple(List.of("t.large"), List.of()),
                        tuple(List.of(), List.of(new FigureChanges(Optional.of(1e25), Optional.of(1e26)))));
    }

    @Test
    void a_change_under_one_stance_alone_begins_a_span() {
        Licet licet = pack().rule("r", "@status( \"NOT_ENFORCED since 2025-03-01: x\" )", LISTED, LICENSE)
                .countries("places", "CN")
                .licet();

        assertThat(licet.timeline(to("CN", 1e20), FROM, UNTIL).spans())
                .extracting(
                        span -> span.decision().outcome(),
                        span -> span.decision().outcome(Stance.AS_ENFORCED),
                        span -> whats(span.causes()))
                .containsExactly(
                        tuple(Outcome.LICENSE_REQUIRED, Outcome.LICENSE_REQUIRED, List.of()),
                        tuple(
                                Outcome.LICENSE_REQUIRED,
                                Outcome.PERMITTED,
                                List.of(new StatusChanges(Status.IN_FORCE, Status.NOT_ENFORCED))));
    }

    @Test
    void an_exception_that_begins_is_a_cause() {
        String exception = drl(
                "t.exception", "", "Artifact( kind == TransferKind.WEIGHTS )", "findings.except( \"t.r\", \"x\" );");
        Licet licet = pack().rule("r", LISTED, LICENSE)
                .countries("places", "CN")
                .file("exception.drl", exception.replace("2024-01-01", "2025-03-01"))
                .licet();

        List<Timeline.Span> spans = licet.timeline(to("CN", 1e20), FROM, UNTIL).spans();

        assertThat(spans)
                .extracting(span -> span.decision().outcome())
                .containsExactly(Outcome.LICENSE_REQUIRED, Outcome.PERMITTED);
        assertThat(spans.get(1).causes())
                .containsExactly(
                        new LegalChange(LocalDate.of(2025, 3, 1), "t.exception", new RuleBegins(Status.IN_FORCE)));
    }

    @ParameterizedTest
    @EnumSource(Stance.class)
    void everyDayIsDecidedAsItsSpanSays(Stance stance) {
        Licet licet = legalChanges().under(stance);
        for (Request request : List.of(to("CN", 1e20), to("FR", 5e25), to("GB", 5e25), to("IN", 1e27), unstated())) {
            Timeline timeline = licet.timeline(request, FROM, UNTIL);
            var ends = new ArrayList<LocalDate>(List.of(FROM));
            for (Timeline.Span span : timeline.spans()) {
                assertThat(span.from()).isEqualTo(ends.get(ends.size() - 1));
                ends.add(span.until());
                for (LocalDate day = span.from(); day.isBefore(span.until()); day = day.plusDays(1)) {
                    Decision alone =
                            licet.decide(request.model(), request.transfer().takingPlaceOn(day));
                    assertThat(alone.layers()).isEqualTo(span.decision().layers());
                    assertThat(alone.decidedBy()).isEqualTo(span.decision().decidedBy());
                }
            }
            assertThat(ends.get(ends.size() - 1)).isEqualTo(UNTIL);
            assertThat(timeline.spans()).hasSizeBetween(2, 9);
            for (int i = 1; i < timeline.spans().size(); i++) {
                Timeline.Span span = timeline.spans().get(i);
                Decision before = timeline.spans().get(i - 1).decision();
                assertThat(span.decision().layers().equals(before.layers())
                                && span.decision().decidedBy().equals(before.decidedBy()))
                        .isFalse();
                assertThat(span.causes())
                        .isNotEmpty()
                        .allSatisfy(change -> assertThat(change.day()).isEqualTo(span.from()));
            }
        }
    }

    private static Request unstated() {
        return new Request(
                Model.named("M").build(), Transfer.of(TransferKind.WEIGHTS).on(FROM));
    }

    @Test
    void aTimelineNeedsADay() {
        assertWrong(() -> legalChanges().timeline(to("CN", 1e20), FROM, FROM), "(2025-01-01)");
    }

    @Test
    void a_decision_names_the_next_change_of_the_law_it_rests_on() {
        Licet licet = legalChanges();
        // To China a license is required by a rule that ends on 2025-06-01; Russia's row and the figure are nothing to
        // it.
        Decision march = licet.decide(to("CN", 1e20).model(), on(LocalDate.of(2025, 3, 2), "CN"));
        assertThat(march.nextChanges())
                .containsExactly(new LegalChange(LocalDate.of(2025, 6, 1), "t.old", new RuleEnds()));
        assertThat(march.explain()).contains("\nNext known change: 2025-06-01 (t.old ends)\n");
        assertThat(march.toJson())
                .contains("\"nextChanges\":[{\"day\":\"2025-06-01\",\"name\":\"t.old\",\"what\":\"t.old ends\"}]");

        Decision july = licet.decide(to("CN", 1e20).model(), on(LocalDate.of(2025, 7, 2), "CN"));
        assertThat(whats(july.nextChanges())).containsExactly(new StatusChanges(Status.IN_FORCE, Status.SUSPENDED));

        Decision october = licet.decide(to("CN", 1e20).model(), on(LocalDate.of(2025, 10, 1), "CN"));
        assertThat(whats(october.nextChanges())).containsExactly(new RowsEnd(List.of("CN")));
    }

    @Test
    void a_plan_names_the_day_on_which_it_binds() {
        Decision june = legalChanges().decide(to("GB", 1e20).model(), on(LocalDate.of(2025, 6, 1), "GB"));

        assertThat(june.outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(june.pending()).hasSize(1);
        assertThat(whats(june.nextChanges())).containsExactly(new StatusChanges(Status.PENDING, Status.IN_FORCE));
    }

    @Test
    void no_change_is_named_where_none_is_known() {
        Decision decision = legalChanges().decide(to("JP", 1e20).model(), on(LocalDate.of(2025, 3, 2), "JP"));

        assertThat(decision.findings()).isEmpty();
        assertThat(decision.nextChanges()).isEmpty();
        assertThat(decision.explain()).doesNotContain("Next known change");
    }

    private static List<What> whats(List<LegalChange> changes) {
        return changes.stream().map(LegalChange::what).toList();
    }

    private static Transfer on(LocalDate day, String country) {
        return Transfer.of(TransferKind.WEIGHTS).to(country).on(day);
    }
}
