package dev.licet.engine;

import static dev.licet.PackFiles.PROHIBIT;
import static dev.licet.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.PackFiles;
import dev.licet.answer.Decision;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names by which no list has somebody, and that mean somebody on a list. */
class MeaningsTest {

    private static final String HEADER = ",alias,since,until,cite\n";

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path temp;

    private PackFiles pack(String pattern) {
        return PackFiles.in(temp)
                .rule("r", pattern, PROHIBIT)
                .parties("p", "Bad Company Holdings")
                .models("m", "Famous")
                .licenses("n", "own-1.0")
                .regions("r", "UA-DNR");
    }

    private PackFiles withAliases(String pattern) {
        return pack(pattern)
                .file(
                        "lists/other-parties.csv",
                        "party" + HEADER + "Bad Co,Bad Company Holdings,2024-01-01,,c\n"
                                + "Bad Co,Worst,2024-01-01,2026-01-01,c\n")
                .file("lists/other-models.csv", "model" + HEADER + "Famous,Renowned,2024-01-01,,c\n")
                .file("lists/other-licenses.csv", "license" + HEADER + "own-1.0,Our Own Terms 1.0,2024-01-01,,c\n")
                .file(
                        "lists/other-regions.csv",
                        "region" + HEADER + "UA-DNR,UA-DPR,2024-01-01,,c\n" + "UA-30,Kyiv,2024-01-01,,c\n");
    }

    private static Transfer.Builder to(String country) {
        return Transfer.of(TransferKind.API).to(country);
    }

    private static Decision decide(Licet licet, Model.Builder model, Transfer.Builder transfer) {
        return licet.decide(model.build(), transfer.on(DAY));
    }

    private static Outcome ofExporter(Licet licet, String name, LocalDate day) {
        return licet.decide(
                        Model.named("m").build(),
                        to("JP").from(Party.named(name)).on(day))
                .outcome();
    }

    private static Outcome ofModel(Licet licet, String name) {
        return decide(licet, Model.named(name), to("JP")).outcome();
    }

    private static Decision inRegion(Licet licet, String region) {
        return decide(licet, Model.named("m"), to("UA").region(region));
    }

    @Test
    void a_party_is_on_the_lists_of_every_name_with_its_meaning_while_the_alias_holds() {
        Licet licet = withAliases("Provider( on(\"t.p\") )").licet();

        assertThat(ofExporter(licet, "Bad Co, Ltd.", DAY)).isEqualTo(Outcome.PROHIBITED);
        assertThat(ofExporter(licet, "bad company holdings", DAY)).isEqualTo(Outcome.PROHIBITED);
        assertThat(ofExporter(licet, "Good Co", DAY)).isEqualTo(Outcome.PERMITTED);
        assertThat(ofExporter(licet, "Worst", LocalDate.of(2025, 12, 31))).isEqualTo(Outcome.PROHIBITED);
        assertThat(ofExporter(licet, "Worst", LocalDate.of(2026, 1, 1))).isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void a_model_is_on_the_lists_of_its_family_and_begins_after_its_namespace() {
        Licet lists = withAliases("ModelName( on(\"t.m\") )").licet();
        Licet letters = withAliases("ModelName( beginsWith(\"Famous\") )").licet();

        assertThat(ofModel(lists, "gateway/famous-2-mini")).isEqualTo(Outcome.PROHIBITED);
        assertThat(ofModel(lists, "Renowned")).isEqualTo(Outcome.PROHIBITED);
        assertThat(ofModel(lists, "infamous-2")).isEqualTo(Outcome.PERMITTED);
        assertThat(ofModel(letters, "gateway/Famous-2")).isEqualTo(Outcome.PROHIBITED);
        assertThat(ofModel(letters, "Famous/other-2")).isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void a_license_is_known_by_its_title() {
        Licet licet = withAliases("Licenses( on(\"t.n\") )").licet();
        Model.Builder titled = Model.named("m").license("Our own terms, version 1.0");

        assertThat(decide(licet, titled, to("JP")).outcome()).isEqualTo(Outcome.PROHIBITED);
    }

    @Test
    void a_region_that_nobody_knows_may_be_any_where_lists_name_regions() {
        Licet licet = withAliases("Region( on(\"t.r\") )").licet();

        assertThat(inRegion(licet, "UA-DPR").outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(inRegion(licet, "UA-30").outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(inRegion(licet, "UA-OTHER").outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(inRegion(licet, "UA-ZZZ").outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(decide(licet, Model.named("m"), to("FR").region("FR-ZZZ")).outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void without_aliases_a_name_means_what_is_written() {
        Licet licet = pack("Provider( on(\"t.p\") )").licet();

        assertThat(ofExporter(licet, "Bad Company Holdings, Ltd.", DAY)).isEqualTo(Outcome.PERMITTED);
        assertThat(inRegion(pack("Region( on(\"t.r\") )").licet(), "UA-ZZZ").outcome())
                .isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void an_unsound_alias_is_refused_with_its_line() {
        assertRefused(
                pack("Region( on(\"t.r\") )")
                        .file("lists/a.csv", "party" + HEADER + "Bad Co,Worst,2024-01-01,2024-01-01,c\n"),
                "lists/a.csv:2",
                "(Worst)");
    }

    @Test
    void aliases_are_in_the_digest_of_their_pack() {
        String without = pack("Region( on(\"t.r\") )").contents().digest();

        assertThat(withAliases("Region( on(\"t.r\") )").contents().digest()).isNotEqualTo(without);
    }
}
