package dev.licet.engine;

import static dev.licet.PackFiles.FLAG;
import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licet.Licet;
import dev.licet.PackFiles;
import dev.licet.answer.Changes;
import dev.licet.answer.Changes.Counterfactual;
import dev.licet.answer.Changes.Lever;
import dev.licet.answer.Changes.Step;
import dev.licet.answer.Decision;
import dev.licet.answer.Form;
import dev.licet.facts.EndUse;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The changes that would lead to a milder outcome are true, and none is larger than it must be. */
class ChangesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int REQUESTS = Integer.getInteger("licet.changes", 120);
    private static final int VALUES = 12;

    private Licet licet;

    @BeforeEach
    void packs(@TempDir Path temp) {
        licet = PackFiles.in(temp, "t")
                .countries("far", "CN", "RU", "IR")
                .countries("near", "GB", "FR", "DE")
                .parties("bad", "Bad Co")
                .figure("large", 1e26)
                .rule(
                        "weights",
                        "Artifact( kind == TransferKind.WEIGHTS )\nPublication( !published )\nDestination( !on(\"t.near\") )",
                        LICENSE)
                .rule("far", "Destination( on(\"t.far\") )\nPublicOffer( offered )", PROHIBIT)
                .rule("large", "Training( reaches(\"t.large\") )\nHeadquarters( !on(\"t.near\") )", LICENSE)
                .rule("bad", "Recipient( on(\"t.bad\") )\nOrigin( includes(\"US\") )", PROHIBIT)
                .rule("use", "Purpose( endUse == EndUse.MILITARY )\nDestination( !is(\"GB\") )", PROHIBIT)
                .rule("flag", "RedFlags( includes(RedFlag.PROXY) )", FLAG)
                .rule("safe", "Attestations( includes(\"safe\") )", "findings.except( \"t.weights\", \"x\" );")
                .rule(
                        "both",
                        "Attestations( includes(\"one\") && includes(\"two\") )",
                        "findings.except( \"t.large\", \"x\", \"keep it so\" );")
                .licet();
    }

    private Changes changes(Model.Builder model, Transfer.Builder transfer, boolean hypotheticals) {
        return licet.changes(licet.decide(new Request(model.build(), transfer.on(DAY))), hypotheticals);
    }

    private static Model.Builder closed() {
        return Model.named("m")
                .developer("d", "US")
                .closed()
                .trainingCompute(1e24)
                .lineage(List.of());
    }

    @Test
    void theLeversOfAPlainRequestAreFoundEachWithItsOutcome() {
        Changes changes = changes(
                closed(),
                Transfer.of(TransferKind.WEIGHTS)
                        .to("BR")
                        .recipient(Party.named("Acme").screened())
                        .endUse(EndUse.CIVIL)
                        .offeredToPublic(false)
                        .redFlags(),
                false);
        assertThat(changes.decision().outcome()).isEqualTo(Outcome.LICENSE_REQUIRED);
        assertThat(changes.counterfactuals())
                .extracting(
                        each -> each.steps().get(0).lever(),
                        each -> each.steps().get(0).field(),
                        Counterfactual::outcome)
                .containsExactly(
                        tuple(Lever.ATTESTATION, "transfer.attestations", Outcome.PERMITTED),
                        tuple(Lever.PUBLICATION, "model.release", Outcome.PERMITTED),
                        tuple(Lever.PLACE, "transfer.destination", Outcome.PERMITTED),
                        tuple(Lever.WAY, "transfer.kind", Outcome.PERMITTED));
        assertThat(changes.counterfactuals().get(2).steps().get(0).values()).containsExactly("DE", "FR", "GB");
        assertThat(changes.explain(Form.TEXT, Locale.ENGLISH))
                .contains("PERMITTED, if these were attested: safe")
                .contains("if it went to DE, FR or GB");
        assertThat(changes.explain(Form.TEXT, Locale.GERMAN))
                .contains("wenn es zum dortigen Gebrauch nach DE, FR oder GB ginge");
        assertThat(changes.toJson()).contains("\"hypotheticals\":false");
    }

    @Test
    void a_fact_that_nobody_can_change_is_not_a_lever() {
        Transfer.Builder transfer = Transfer.of(TransferKind.API).to("BR").recipient(Party.named("Bad Co"));
        assertThat(changes(closed(), transfer, false).counterfactuals())
                .allMatch(Counterfactual::lawful)
                .noneMatch(each ->
                        each.steps().stream().anyMatch(step -> step.field().startsWith("model.developers")));
        Changes all = changes(closed(), transfer, true);
        assertThat(all.toJson()).contains("\"hypotheticals\":true");
        assertThat(all.counterfactuals())
                .anyMatch(each -> each.steps().get(0).field().equals("model.developers.0.country")
                        && each.steps().get(0).lever() == Lever.HYPOTHETICAL);
    }

    @Test
    void another_kind_of_item_is_not_another_way_and_kept_weights_are_not_given() {
        Transfer.Builder api = Transfer.of(TransferKind.API).to("RU").offeredToPublic(true);
        assertThat(ofField(changes(closed(), api, true), "transfer.kind"))
                .allMatch(step -> Set.of("WEIGHTS", "APP", "FINE_TUNING").containsAll(step.values()));
        Transfer.Builder weights = Transfer.of(TransferKind.WEIGHTS)
                .to("BR")
                .recipient(Party.named("A").screened());
        assertThat(ofField(changes(closed(), weights, false), "transfer.kind"))
                .extracting(Step::values)
                .containsExactly(List.of("API", "APP", "FINE_TUNING"));
        Transfer.Builder hardware = Transfer.of(TransferKind.HARDWARE).to("RU").offeredToPublic(true);
        assertThat(ofField(changes(closed(), hardware, true), "transfer.kind")).isEmpty();
    }

    @Test
    void a_fact_not_stated_becomes_known_and_is_not_an_action() {
        Changes changes = changes(
                closed(),
                Transfer.of(Given.unknown())
                        .recipient(Party.named("A").screened().headquarteredIn("BR"))
                        .to("BR"),
                false);
        assertThat(ofField(changes, "transfer.kind")).isNotEmpty().allMatch(step -> step.lever() == Lever.INFORMATION);
        assertThat(changes.explain(Form.TEXT, Locale.ENGLISH).replaceAll("\\s+", " "))
                .contains("if it turns out that it is provided as");
    }

    @Test
    void a_place_where_it_may_not_go_either_is_not_proposed() {
        Changes changes = changes(
                closed(),
                Transfer.of(TransferKind.WEIGHTS)
                        .to("CN")
                        .offeredToPublic(true)
                        .endUse(EndUse.CIVIL)
                        .redFlags()
                        .recipient(Party.named("A").screened()),
                false);
        assertThat(changes.decision().outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(ofField(changes, "transfer.destination"))
                .extracting(Step::values)
                .contains(List.of("DE", "FR", "GB"))
                .noneMatch(values -> values.contains("RU"));
        assertThat(changes.counterfactuals())
                .filteredOn(each -> each.steps().get(0).lever() == Lever.PLACE)
                .allMatch(each -> each.outcome() == Outcome.PERMITTED);
    }

    @Test
    void sending_it_elsewhere_to_somebody_based_in_the_old_place_is_not_a_lever() {
        Transfer.Builder transfer = Transfer.of(TransferKind.WEIGHTS)
                .to("BR")
                .recipient(Party.named("Acme").screened().headquarteredIn("BR"));
        assertThat(ofField(changes(closed(), transfer, false), "transfer.destination"))
                .isEmpty();
        assertThat(ofField(changes(closed(), transfer, true), "transfer.destination"))
                .isNotEmpty()
                .allMatch(step -> step.lever() == Lever.HYPOTHETICAL);
    }

    @Test
    void a_false_assumption_is_not_a_lever() {
        Transfer.Builder transfer = Transfer.of(TransferKind.WEIGHTS).to("BR").recipient(Party.named("Bad Co"));
        assertThat(changes(closed(), transfer, false).counterfactuals())
                .allSatisfy(each -> assertThat(each.steps())
                        .filteredOn(step -> step.lever() == Lever.INFORMATION
                                && step.field().equals("transfer.recipient.headquarters"))
                        .allMatch(step -> step.values().equals(List.of("BR"))));
    }

    private static List<Step> ofField(Changes changes, String field) {
        return changes.counterfactuals().stream()
                .flatMap(each -> each.steps().stream())
                .filter(step -> step.field().equals(field))
                .toList();
    }

    @Test
    void twoAttestationsTogetherAreFound() {
        Changes changes = changes(
                closed().trainingCompute(1e27),
                Transfer.of(TransferKind.API)
                        .to("BR")
                        .recipient(Party.named("A").screened().headquarteredIn("BR")),
                false);
        assertThat(changes.counterfactuals())
                .anyMatch(each -> each.steps().size() == 1
                        && each.steps().get(0).values().equals(List.of(List.of("one", "two"))));
    }

    @Test
    void nothingIsMilderThanPermitted() {
        Changes changes = changes(
                closed(),
                Transfer.of(TransferKind.API)
                        .to("GB")
                        .recipient(Party.named("A").screened().headquarteredIn("GB"))
                        .endUse(EndUse.CIVIL)
                        .offeredToPublic(false)
                        .redFlags(),
                true);
        assertThat(changes.decision().permitted()).isTrue();
        assertThat(changes.counterfactuals()).isEmpty();
    }

    @Test
    void eachChangeLeadsWhereItSaysAndNoPartOfItDoes() {
        Random random = new Random(20261123);
        Set<Lever> seen = EnumSet.noneOf(Lever.class);
        int pairs = 0;
        for (int i = 0; i < REQUESTS; i++) {
            Decision decision = licet.decide(Request.of(request(random)));
            Changes changes = licet.changes(decision, random.nextBoolean());
            for (Counterfactual each : changes.counterfactuals()) {
                assertThat(decision.outcome().stricterThan(each.outcome()))
                        .as("%s", each)
                        .isTrue();
                each.steps().forEach(step -> seen.add(step.lever()));
                for (int value = 0; value < VALUES; value++) {
                    Map<String, Object> changed = decision.request().document();
                    for (Step step : each.steps()) {
                        Object written =
                                step.values().get(random.nextInt(step.values().size()));
                        changed = Counterfactuals.with(changed, step.field(), written);
                        if (each.steps().size() > 1) {
                            Outcome alone = licet.decide(Request.of(Counterfactuals.with(
                                            decision.request().document(), step.field(), written)))
                                    .outcome();
                            assertThat(alone.stricterThan(each.outcome()))
                                    .as("%s alone, of %s", step, each)
                                    .isTrue();
                        }
                    }
                    Decision there = licet.decide(Request.of(changed));
                    assertThat(there.outcome())
                            .as("%s of %s", each, decision.request().document())
                            .isEqualTo(each.outcome());
                    assertThat(there.layers().get(there.stance())).isEqualTo(each.layers());
                }
                pairs += each.steps().size() > 1 ? 1 : 0;
            }
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(Lever.class));
        assertThat(pairs).isGreaterThan(REQUESTS / 10);
    }

    private static Map<String, Object> request(Random random) {
        var model = new TreeMap<String, Object>(Map.of("name", "m"));
        var transfer = new TreeMap<String, Object>(Map.of("on", "2026-11-23"));
        var recipient = new TreeMap<String, Object>();
        maybe(random, model, "release", "HOSTED", "WEIGHTS_PUBLIC", "INTERNAL");
        maybe(random, model, "trainingCompute", 1e24, 1e27, "unknown");
        maybe(random, model, "developers", List.of(Map.of("name", "d", "country", "US")));
        maybe(random, transfer, "kind", "WEIGHTS", "API", "unknown");
        maybe(random, transfer, "destination", "BR", "CN", "GB", "unknown");
        maybe(random, transfer, "endUse", "CIVIL", "MILITARY", "unknown");
        maybe(random, transfer, "offeredToPublic", true, false, "unknown");
        maybe(random, transfer, "redFlags", List.of("PROXY"), List.of());
        maybe(random, transfer, "attestations", List.of("one"), List.of());
        maybe(random, recipient, "name", "Bad Co", "Acme");
        maybe(random, recipient, "headquarters", "BR", "GB", "unknown");
        maybe(random, recipient, "lists", List.of(), List.of("t.bad"));
        transfer.put("recipient", recipient);
        return Map.of("model", model, "transfer", transfer);
    }

    private static void maybe(Random random, Map<String, Object> tree, String field, Object... values) {
        if (random.nextInt(4) > 0) {
            tree.put(field, values[random.nextInt(values.length)]);
        }
    }
}
