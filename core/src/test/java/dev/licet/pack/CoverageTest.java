package dev.licet.pack;

import static dev.licet.PackFiles.PROHIBIT;
import static dev.licet.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.PackFiles;
import dev.licet.RulePack;
import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

    private static final String HEADER = "layer,holder,list,kinds,extent,since,until,checked,good_for,note\n";
    private static final String ROW = "EXPORT_LAW,GB,,API APP,WHOLE,2024-01-01,2026-01-01,2025-11-01,30,Gazette 7\n";

    @TempDir
    private Path temp;

    @Test
    void a_row_tells_whose_word_is_held_for_what_and_when() {
        assertThat(held(ROW).coverage())
                .containsExactly(new Coverage(
                        Layer.EXPORT_LAW,
                        "GB",
                        Optional.empty(),
                        Set.of(TransferKind.API, TransferKind.APP),
                        true,
                        Set.of(),
                        LocalDate.of(2024, 1, 1),
                        Optional.of(LocalDate.of(2026, 1, 1)),
                        Optional.of(LocalDate.of(2025, 11, 1)),
                        Optional.of(30),
                        "Gazette 7"));
    }

    @Test
    void a_pack_need_not_say_what_it_holds_and_then_holds_nothing() {
        assertThat(sound().withoutCoverage().contents().coverage()).isEmpty();
        assertThat(held("").coverage()).isEmpty();
    }

    @Test
    void the_column_of_lists_may_be_left_out() {
        String text = HEADER.replace("list,", "") + ROW.replace(",,API", ",API");

        assertThat(sound().file("coverage.csv", text).contents().coverage())
                .isEqualTo(held(ROW).coverage());
    }

    @Test
    void all_stands_for_every_transfer_kind() {
        assertThat(held(ROW.replace("API APP", "ALL")).coverage())
                .singleElement()
                .extracting(Coverage::kinds)
                .isEqualTo(EnumSet.allOf(TransferKind.class));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31, false",
        "2024-01-01, true",
        "2025-12-01, true",
        "2025-12-02, false",
    })
    void it_holds_from_its_first_day_until_it_was_checked_too_long_ago(LocalDate day, boolean held) {
        assertThat(held(ROW).holds(Layer.EXPORT_LAW, "GB", TransferKind.API, day))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, true", "2026-01-01, false"})
    void it_holds_until_its_last_day(LocalDate day, boolean held) {
        assertThat(held(ROW.replace(",30,", ",365,")).holds(Layer.EXPORT_LAW, "GB", TransferKind.API, day))
                .isEqualTo(held);
        assertThat(held(ROW.replace(",30,", ",,")).holds(Layer.EXPORT_LAW, "GB", TransferKind.API, day))
                .isEqualTo(held);
        assertThat(held(ROW.replace("2025-11-01,30,", ",,")).holds(Layer.EXPORT_LAW, "GB", TransferKind.API, day))
                .isEqualTo(held);
    }

    @Test
    void what_has_no_last_day_and_never_changes_is_held_for_good() {
        assertThat(held(ROW.replace("2026-01-01,2025-11-01,30,", ",2025-11-01,,"))
                        .holds(Layer.EXPORT_LAW, "GB", TransferKind.API, LocalDate.of(2100, 1, 1)))
                .isTrue();
    }

    @Test
    void another_layer_another_holder_and_another_kind_are_not_held() {
        PackContents pack = held(ROW);
        LocalDate day = LocalDate.of(2025, 1, 1);

        assertThat(pack.holds(Layer.EXPORT_LAW, "GB", TransferKind.APP, day)).isTrue();
        assertThat(pack.holds(Layer.SANCTIONS, "GB", TransferKind.APP, day)).isFalse();
        assertThat(pack.holds(Layer.EXPORT_LAW, "FR", TransferKind.APP, day)).isFalse();
        assertThat(pack.holds(Layer.EXPORT_LAW, "GB", TransferKind.WEIGHTS, day))
                .isFalse();
    }

    @Test
    void a_part_is_told_and_not_held() {
        PackContents pack = held(ROW.replace("WHOLE", "PART"));

        assertThat(pack.coverage())
                .singleElement()
                .matches(row -> row.names(LocalDate.EPOCH).contains("GB"));
        assertThat(pack.holds(Layer.EXPORT_LAW, "GB", TransferKind.API, LocalDate.of(2025, 1, 1)))
                .isFalse();
    }

    @Test
    void a_union_is_held_for_each_of_its_countries_while_it_is_one() {
        PackContents pack = sound().file(
                        "lists/members.csv", "country,since,until,cite\nFR,2020-01-01,,c\nGB,2020-01-01,2024-06-01,c\n")
                .file("coverage.csv", HEADER + ROW.replace("GB,", "EU,t.members"))
                .contents();

        assertThat(pack.holds(Layer.EXPORT_LAW, "EU", TransferKind.API, LocalDate.of(2024, 6, 1)))
                .isTrue();
        assertThat(pack.holds(Layer.EXPORT_LAW, "FR", TransferKind.API, LocalDate.of(2024, 6, 1)))
                .isTrue();
        assertThat(pack.holds(Layer.EXPORT_LAW, "GB", TransferKind.API, LocalDate.of(2024, 5, 31)))
                .isTrue();
        assertThat(pack.holds(Layer.EXPORT_LAW, "GB", TransferKind.API, LocalDate.of(2024, 6, 1)))
                .isFalse();
        assertThat(pack.holds(Layer.EXPORT_LAW, "JP", TransferKind.API, LocalDate.of(2024, 6, 1)))
                .isFalse();
    }

    @Test
    void providers_and_licenses_are_held_by_all_their_names() {
        PackContents pack = sound().parties("acme", "Acme Inc.")
                .licenses("open", "open-1.0")
                .file(
                        "coverage.csv",
                        HEADER
                                + "PROVIDER_TERMS,Acme,t.acme,API,WHOLE,2024-01-01,,,,terms\n"
                                + "PROVIDER_TERMS,Solo,,API,WHOLE,2024-01-01,,,,terms\n"
                                + "MODEL_LICENSE,Open,t.open,WEIGHTS,WHOLE,2024-01-01,,,,text\n")
                .contents();
        LocalDate day = LocalDate.of(2025, 1, 1);

        assertThat(List.of("Acme", "acme, inc", "SOLO"))
                .allMatch(name -> pack.holds(Layer.PROVIDER_TERMS, name, TransferKind.API, day));
        assertThat(pack.holds(Layer.PROVIDER_TERMS, "Acme Labs", TransferKind.API, day))
                .isFalse();
        assertThat(pack.holds(Layer.MODEL_LICENSE, "OPEN-1.0", TransferKind.WEIGHTS, day))
                .isTrue();
        assertThat(pack.holds(Layer.MODEL_LICENSE, "open 1.0", TransferKind.WEIGHTS, day))
                .isFalse();
    }

    @Test
    void a_house_policy_has_no_holder() {
        String policy = "HOUSE_POLICY,,,ALL,WHOLE,2024-01-01,,,,ours\n";

        assertThat(held(policy).holds(Layer.HOUSE_POLICY, "", TransferKind.OUTPUT, LocalDate.of(2024, 1, 1)))
                .isTrue();
        refused(policy.replace(",,,ALL", ",US,,ALL"), "coverage.csv:2", "house policy", "(US)", "empty");
        refused(policy.replace(",,,ALL", ",,t.l,ALL"), "coverage.csv:2", "(t.l)", "column party");
    }

    @Test
    void a_row_that_is_not_sound_is_refused() {
        rowRefused("EXPORT_LAW", "EXPORT_LAWS", "layer", "(EXPORT_LAWS)", "RECIPIENT_POLICY");
        rowRefused("GB", "", "holder", "()");
        rowRefused("GB", "EU", "holder", "(EU)", "column list");
        rowRefused("GB", "gb", "holder", "(gb)");
        rowRefused("GB,", "GB,t.nowhere", "list", "(t.nowhere)", "t.l");
        rowRefused("API APP", "API,APP", "(11)", "(10)");
        rowRefused("API APP", "API CHAT", "transfer kind", "(CHAT)", "FINE_TUNING");
        rowRefused("API APP", "API API", "(API)", "twice");
        rowRefused("API APP", "", "transfer kind", "()");
        rowRefused("WHOLE", "ALL", "extent", "(ALL)", "PART");
        rowRefused("2024-01-01", "2024", "since", "(2024)");
        rowRefused("2024-01-01", "", "since", "()");
        rowRefused("2026-01-01", "soon", "until", "(soon)");
        rowRefused("2026-01-01", "2024-01-01", "(2024-01-01 to 2024-01-01)", "exclusive");
        rowRefused("2026-01-01", "2023-01-01", "(2024-01-01 to 2023-01-01)");
        rowRefused("2025-11-01", "1 Nov 2025", "checked", "(1 Nov 2025)");
        rowRefused("2025-11-01", "", "good_for", "(30)", "last checked");
        rowRefused(",30,", ",0,", "good_for", "(0)", "180");
        rowRefused(",30,", ",-1,", "good_for", "(-1)");
        rowRefused(",30,", ",a month,", "good_for", "(a month)");
        rowRefused("Gazette 7", "", "note", "()");
    }

    @Test
    void a_list_must_be_of_what_the_layer_has_for_holders() {
        refused(
                sound().parties("acme", "Acme"),
                "EXPORT_LAW,EU,t.acme,API,WHOLE,2024-01-01,,,,c\n",
                "coverage.csv:2",
                "(t.acme)",
                "(EXPORT_LAW)",
                "column country");
    }

    @Test
    void two_rows_that_speak_of_the_same_at_one_time_are_refused() {
        refused(ROW + ROW, "coverage.csv:3", "(GB)", "([API, APP])", "(EXPORT_LAW)", "twice");
        refused(ROW + ROW.replace("API APP", "WEIGHTS APP"), "coverage.csv:3", "([APP])");
        refused(ROW + ROW.replace("WHOLE", "PART"), "coverage.csv:3", "twice");
        refused(ROW + ROW.replace("2024-01-01,2026-01-01", "2025-12-31,"), "coverage.csv:3", "twice");
        refused(ROW + ROW.replace("2024-01-01,2026-01-01", "2023-01-01,2024-01-02"), "coverage.csv:3", "twice");

        assertThat(held(ROW
                                + ROW.replace("2024-01-01,2026-01-01", "2026-01-01,")
                                + ROW.replace("API APP", "WEIGHTS")
                                + ROW.replace("GB", "FR")
                                + ROW.replace("EXPORT_LAW", "SANCTIONS"))
                        .coverage())
                .hasSize(5);
    }

    @Test
    void a_header_that_is_not_known_is_refused() {
        assertRefused(
                sound().file("coverage.csv", HEADER.replace("note", "remark")), "coverage.csv:1", "(note)", "good_for");
        assertRefused(sound().file("coverage.csv", HEADER.replace("note", "note,color")), "coverage.csv:1", "(color)");
        assertRefused(sound().file("coverage.csv", ""), "coverage.csv", "empty");
    }

    @Test
    void coverage_that_is_not_named_in_the_properties_is_refused() {
        assertRefused(sound().stray("coverage.csv", HEADER), "coverage.csv", "pack.properties", "files");
    }

    @Test
    void another_coverage_is_another_digest() {
        String before = RulePack.folder(covered(ROW).write()).digest();

        assertThat(RulePack.folder(covered(ROW.replace("30", "31")).write()).digest())
                .isNotEqualTo(before);
    }

    @Test
    void what_is_built_ahead_is_what_was_read() throws Exception {
        PackContents read = sound().file(
                        "coverage.csv",
                        HEADER + ROW + ROW.replace("GB,", "EU,t.l").replace("WHOLE", "PART")
                                + "HOUSE_POLICY,,,ALL,WHOLE,2024-01-01,,,,ours\n")
                .contents();
        byte[] ahead = Prebuilt.bytes(read);

        PackContents again = PackContents.read(new Beside(read.source(), ahead));

        assertThat(again.ahead()).isTrue();
        assertThat(again.coverage()).hasSize(3).isEqualTo(read.coverage());
    }

    /** A pack with what was built of it beside it. */
    private record Beside(Packs.Source source, byte[] ahead) implements Packs.Source {
        @Override
        public String name() {
            return source.name();
        }

        @Override
        public String path(String file) {
            return source.path(file);
        }

        @Override
        public Optional<byte[]> bytes(String file) {
            return source.bytes(file);
        }

        @Override
        public Optional<Set<String>> present() {
            return source.present();
        }

        @Override
        public Optional<byte[]> prebuilt() {
            return Optional.of(ahead);
        }
    }

    private PackFiles sound() {
        return PackFiles.in(temp)
                .rule("r", "Destination( on(\"t.l\") )", PROHIBIT)
                .countries("l", "CN");
    }

    private PackFiles covered(String rows) {
        return sound().bytes("coverage.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private PackContents held(String rows) {
        return covered(rows).contents();
    }

    private void rowRefused(String sound, String spoilt, String... words) {
        refused(ROW.replaceFirst(sound, spoilt), "coverage.csv:2", words);
    }

    private void refused(String rows, String where, String... words) {
        refused(sound(), rows, where, words);
    }

    private static void refused(PackFiles files, String rows, String where, String... words) {
        assertRefused(files.file("coverage.csv", HEADER + rows), where, words);
    }
}
