package dev.licet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.answer.Assumption;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.answer.Question;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.request.Country;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Owner;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a recipient is held by whom; and definitions, through which one rule of this pack asks. */
class OwnershipTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Model MODEL =
            Model.named("m").developer("d", "US").closed().build();

    @TempDir
    private Path folder;

    private Licet licet;

    @BeforeEach
    void load() throws IOException {
        Path pack = folder.resolve("t");
        Files.createDirectories(pack.resolve("lists"));
        Files.writeString(
                pack.resolve("pack.properties"),
                "title=t\nversion=1\njurisdiction=t\nauthority=EXPORT_LAW\nasOf=2026-11-23\n"
                        + "files=coverage.csv,held.drl,seated.drl,listed.drl,item.drl,figures.csv,lists/bad.csv,lists/worse.csv,lists/served.csv\nwithin=worse:bad\n");
        Files.writeString(
                pack.resolve("figures.csv"),
                "figure,value,since,until,cite\nhalf,50,2024-01-01,,c\nmajority,50,2024-01-01,,c\n");
        Files.writeString(pack.resolve("lists/bad.csv"), "party,since,until,cite\nBad Co.,2024-01-01,,c\n");
        Files.writeString(pack.resolve("lists/worse.csv"), "party,since,until,cite\nWorse Co.,2024-01-01,,c\n");
        Files.writeString(
                pack.resolve("lists/served.csv"), "country,since,until,cite\nGB,2024-01-01,,c\nUS,2024-01-01,,c\n");
        rule(pack, "item", "Origin( includes(\"US\") )", "define( \"t.item\" )");
        rule(
                pack,
                "held",
                "Ownership( heldBy(\"t.bad\", \"t.half\") )\n    Term( is(\"t.item\") )",
                "requireLicense( ReviewPolicy.DENIAL, \"held\" )");
        rule(pack, "listed", "Ownership( includes(\"t.bad\") )", "impose( \"look closer\", \"an owner is listed\" )");
        rule(
                pack,
                "seated",
                "Ownership( seatedOutside(\"t.served\", \"t.majority\") )",
                "prohibit( \"owned from outside\" )");
        Files.writeString(
                pack.resolve("coverage.csv"),
                "layer,holder,kinds,extent,since,until,checked,good_for,note\nEXPORT_LAW,*,ALL,WHOLE,2024-01-01,,,,t\n");
        licet = Licet.of(List.of(RulePack.folder(pack)));
    }

    private static void rule(Path pack, String name, String when, String then) throws IOException {
        Files.writeString(pack.resolve(name + ".drl"), """
                package licet.t
                import dev.licet.facts.*
                global dev.licet.facts.Findings findings

                rule "t.%s"
                    @title( "t" )
                    @cite( "c" )
                    @source( "https://licet.dev" )
                    @since( "2024-01-01" )
                    @confidence( "A" )
                when
                    %s
                then
                    findings.%s;
                end
                """.formatted(name, when, then));
    }

    private Decision decide(Owner... owners) {
        return decide(MODEL, Given.of(List.of(owners)));
    }

    private Decision decide(Model model, Given<List<Owner>> owners) {
        Party recipient = Party.named("r").in("SG").screened().ownedBy(owners);
        return licet.decide(
                model,
                Transfer.of(TransferKind.API).to("SG").recipient(recipient).on(DAY));
    }

    private static Owner owner(String name, String country, double share) {
        return new Owner(name, Given.of(Country.of(country)), Given.of(share), Given.of(Set.of())).ownedBy();
    }

    private static List<String> standing(Decision decision) {
        return decision.findings().stream()
                .filter(finding -> !finding.excepted())
                .map(finding -> finding.rule().id())
                .toList();
    }

    @Test
    void owners_found_on_a_list_by_name_hold_half_together() {
        assertThat(standing(decide(owner("BAD CO", "GB", 30), owner("bad co.", "GB", 20))))
                .containsExactly("t.held", "t.listed");
        assertThat(standing(decide(owner("Bad Co", "GB", 49.9)))).containsExactly("t.listed");
    }

    @Test
    void just_half_seated_outside_is_not_a_majority() {
        assertThat(standing(decide(owner("x", "CN", 50)))).isEmpty();
        assertThat(standing(decide(owner("x", "CN", 30), owner("y", "RU", 20.1))))
                .containsExactly("t.seated");
    }

    @Test
    void a_share_that_is_not_known_is_a_question_where_it_could_reach_the_figure() {
        var unknown = new Owner("Bad Co", Given.of(Country.of("GB")), Given.unknown(), Given.of(Set.of()));
        Decision decision = decide(unknown);
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(decision.questions()).extracting(Question::fact).containsExactly("owners of the recipient");
        assertThat(standing(decide(unknown, owner("x", "GB", 60)))).containsExactly("t.listed");
        assertThat(decide(unknown, owner("x", "GB", 60)).outcome()).isEqualTo(Outcome.CONDITIONAL);
    }

    @Test
    void a_seat_that_is_not_known_is_a_question_where_it_decides() {
        var unknown = new Owner("x", Given.unknown(), Given.of(80.0), Given.of(Set.of()));
        assertThat(decide(unknown).outcome()).isEqualTo(Outcome.UNDETERMINED);
        var minor = new Owner("x", Given.unknown(), Given.of(40.0), Given.of(Set.of())).ownedBy();
        assertThat(decide(minor, owner("y", "GB", 60)).permitted()).isTrue();
    }

    @Test
    void owners_of_whom_nothing_is_said_are_presumed_to_be_harmless_and_the_presumption_is_reported() {
        Decision decision = decide(MODEL, Given.unstated());
        assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(decision.assumptions()).extracting(Assumption::fact).containsExactly("owners of the recipient");
        assertThat(decide(MODEL, Given.unknown()).outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void a_chain_of_blocked_companies_counts_whole_and_any_other_does_not() {
        Owner half = owner("Bad Co", "GB", 50);
        Owner less = owner("Bad Co", "GB", 49.9);
        Owner direct = owner("Bad Co", "GB", 3);
        assertThat(standing(decide(direct, owner("Between", "GB", 47).ownedBy(half))))
                .containsExactly("t.held", "t.listed");
        assertThat(standing(decide(direct, owner("Between", "GB", 97).ownedBy(less))))
                .containsExactly("t.listed");
    }

    @Test
    void owners_of_owners_that_are_left_out_are_an_assumption_and_unknown_ones_a_question() {
        Owner between = owner("Between", "GB", 100).ownedBy(Given.unstated());
        Decision decision = decide(between);
        assertThat(decision.outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(decision.assumptions()).extracting(Assumption::fact).containsExactly("owners of the recipient");
        assertThat(decide(between.ownedBy()).outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(decide(between.ownedBy(Given.unknown())).questions())
                .extracting(Question::fact)
                .containsExactly("owners of the recipient");
    }

    @Test
    void shares_that_do_not_add_up_leave_somebody_out() {
        assertThat(decide(owner("x", "GB", 99)).outcome()).isEqualTo(Outcome.CONDITIONAL);
        assertThat(decide(owner("x", "GB", 99), owner("y", "GB", 1)).outcome()).isEqualTo(Outcome.PERMITTED);
        assertThat(decide().outcome()).isEqualTo(Outcome.PERMITTED);
    }

    @Test
    void a_minority_held_through_a_company_is_multiplied_for_seats() {
        Owner direct = owner("x", "CN", 30);
        Owner company = owner("Between", "GB", 60).ownedBy(owner("y", "CN", 40), owner("z", "GB", 60));
        assertThat(standing(decide(direct, company))).as("30 + 24").containsExactly("t.seated");
        assertThat(standing(decide(owner("x", "CN", 26), company)))
                .as("26 + 24")
                .isEmpty();
    }

    @Test
    void whoever_is_on_a_sublist_is_on_the_list_it_lies_within() {
        Owner stated = new Owner("x", Given.of(Country.of("GB")), Given.of(60.0), Given.of(Set.of("t.worse")));
        assertThat(standing(decide(stated))).containsExactly("t.held", "t.listed");
        assertThat(standing(decide(owner("Worse Co", "GB", 60)))).containsExactly("t.held", "t.listed");
    }

    @Test
    void a_list_lies_within_another_of_its_pack_and_never_within_itself() throws IOException {
        Path properties = folder.resolve("t/pack.properties");
        String sound = Files.readString(properties);
        for (String within : List.of("worse:none", "worse", "worse:served", "worse:worse", "worse:bad, bad:worse")) {
            Files.writeString(properties, sound.replace("within=worse:bad", "within=" + within));
            assertThatThrownBy(() -> RulePack.folder(folder.resolve("t")))
                    .as(within)
                    .hasMessageContaining("Maybe ");
        }
    }

    @Test
    void a_definition_hands_on_the_facts_it_rests_on() {
        Decision known = decide(owner("Bad Co", "GB", 60));
        assertThat(known.findings().get(0).facts())
                .extracting(Finding.FactUsed::fact)
                .containsExactly("origin of the model", "owners of the recipient");
        Decision foreign = decide(
                Model.named("m").developer("d", "FR").closed().build(), Given.of(List.of(owner("Bad Co", "GB", 60))));
        assertThat(standing(foreign)).containsExactly("t.listed");
        Decision open = decide(Model.named("m").closed().build(), Given.of(List.of(owner("Bad Co", "GB", 60))));
        assertThat(open.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(open.questions()).extracting(Question::fact).containsExactly("origin of the model");
    }
}
