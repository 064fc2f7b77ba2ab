package dev.licet.examples.embed;

import static dev.licet.testkit.LicetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.examples.embed.ModelGateway.Customer;
import dev.licet.examples.embed.ModelGateway.Response;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.request.Country;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import dev.licet.testkit.CaseTables;
import dev.licet.testkit.PackCheck;
import dev.licet.testkit.WithLicet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@WithLicet(packs = "guardrails")
class ModelGatewayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Path ACME = Path.of("rules", "acme");
    private static final Model MODEL =
            Model.named("Example-70B").developer("Example AI", "US").closed().build();

    private final List<String> prompts = new ArrayList<>();

    private Response ask(Licet licet, String country) {
        var gateway = new ModelGateway(licet, MODEL, prompt -> {
            prompts.add(prompt);
            return "42";
        });
        return gateway.complete(new Customer(Party.named("Acme Ltd").screened(), country), "What is six by nine?", DAY);
    }

    @Test
    void a_customer_in_britain_gets_an_answer(Licet licet) {
        assertThat(ask(licet, "GB")).isEqualTo(new Response.Completion("42"));
    }

    @Test
    void a_customer_in_china_is_refused_and_the_model_is_not_called(Licet licet) {
        assertThat(ask(licet, "CN"))
                .isInstanceOfSatisfying(
                        Response.Refusal.class,
                        refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.LICENSE_REQUIRED));
        assertThat(prompts).isEmpty();
    }

    @Test
    void conditions_are_no_yes_and_the_duties_are_shown() {
        Licet licet = Licet.of(List.of(RulePack.bundled("guardrails"), RulePack.folder(ACME)));

        assertThat(ask(licet, "FR"))
                .isInstanceOfSatisfying(
                        Response.Refusal.class,
                        refusal -> assertThat(refusal.obligations())
                                .containsExactly("keep a log of the call for 90 days"));
        assertThat(prompts).isEmpty();
    }

    @Test
    void a_decision_is_tested_by_what_it_says(Licet licet) {
        Transfer transfer =
                Transfer.of(TransferKind.API).to(Given.<Country>unknown()).on(DAY);

        assertThat(licet.decide(MODEL, transfer)).isUndetermined().asks("destination");
    }

    @TestFactory
    Stream<DynamicTest> our_own_rules_decide_as_their_tables_say() {
        return Stream.concat(CaseTables.of(ACME), PackCheck.of(ACME).tests());
    }
}
