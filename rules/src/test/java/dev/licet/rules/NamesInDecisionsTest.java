package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.facts.RecipientType;
import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as people, catalogs and gateways write them decide as the names on the lists do. */
class NamesInDecisionsTest {

    private static final Licet LICET = Licet.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 8, 17);

    private static Outcome terms(Model model, Transfer transfer) {
        return LICET.decide(model, transfer).outcome(Layer.PROVIDER_TERMS);
    }

    private static Transfer.Builder api(String to) {
        return Transfer.of(TransferKind.API).to(to);
    }

    private static Transfer of(Transfer.Builder transfer) {
        return transfer.on(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gpt-5.2-mini", "openai/gpt-5.2-mini", "GPT 5.2 mini", "openrouter/openai/o4-mini", "assistant"})
    void a_gateway_hides_neither_the_developer_nor_the_model(String name) {
        Model model = Model.named(name).developer("OpenAI", "US").closed().build();

        assertThat(terms(model, of(api("MO").from(Party.named("Some Gateway").in("US")))))
                .isEqualTo(Outcome.PROHIBITED);
        assertThat(terms(model, of(api("MO")))).isEqualTo(Outcome.PROHIBITED);
    }

    @Test
    void an_application_on_top_of_a_model_keeps_its_developers_places() {
        Model model = Model.named("claude-opus-4")
                .developer("Anthropic", "US")
                .closed()
                .build();
        Transfer.Builder app = Transfer.of(TransferKind.APP).to("MO");

        assertThat(terms(model, of(app.from(Party.named("Some Editor").in("US")))))
                .isEqualTo(Outcome.PROHIBITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft Azure", "Azure", "Azure OpenAI Service", "azure openai"})
    void Azure_keeps_its_own_places_under_each_of_its_names(String service) {
        Model model =
                Model.named("gpt-4o-mini").developer("OpenAI", "US").closed().build();
        Transfer.Builder azure = api("CN").from(Party.named(service).in("US"));

        assertThat(terms(model, of(azure.recipient(Party.unnamed().ofType(RecipientType.COMPANY)))))
                .isNotEqualTo(Outcome.PROHIBITED);
        assertThat(terms(model, of(azure.recipient(Party.unnamed().ofType(RecipientType.INDIVIDUAL)))))
                .isEqualTo(Outcome.PROHIBITED);
    }

    @ParameterizedTest
    @CsvSource({"Vertex AI, ", "gemini-2.5-flash, Vertex AI", "gemini-2.5-flash, Google Cloud", "gemini-2.5-flash, GCP"
    })
    void Googles_cloud_is_no_Gemini_API(String name, String exporter) {
        Model model = Model.named(name).developer("Google", "US").closed().build();
        Transfer.Builder transfer = api("RU");
        Decision decision = LICET.decide(
                model,
                of(
                        exporter == null
                                ? transfer
                                : transfer.from(Party.named(exporter).in("US"))));

        assertThat(decision.findings())
                .extracting(finding -> finding.rule().id())
                .contains("providers.google-cloud-unread")
                .noneMatch(id -> id.startsWith("providers.gemini-"));
    }

    @ParameterizedTest
    @CsvSource({
        "llama3.3, Llama 3.3 Community License Agreement",
        "gemma, Gemma Terms of Use",
        "mit, The MIT License",
        "apache-2.0, Apache-2.0",
        "cc-by-nc-4.0, Creative Commons Attribution-NonCommercial 4.0"
    })
    void a_license_says_the_same_by_its_title(String id, String title) {
        assertThat(licensed("w", title)).isEqualTo(licensed("w", id)).isNotEmpty();
    }

    private static List<String> licensed(String name, String license) {
        Model model = Model.named(name)
                .developer("Example AI", "US")
                .open()
                .license(license)
                .modalities("text")
                .lineage(List.of())
                .build();
        Transfer transfer = of(Transfer.of(TransferKind.WEIGHTS).to("JP"));
        return LICET.decide(model, transfer).findings().stream()
                .filter(finding -> finding.rule().layer() == Layer.MODEL_LICENSE)
                .map(Finding::rule)
                .map(rule -> rule.id())
                .sorted()
                .toList();
    }

    @Test
    void a_namespace_is_no_part_of_the_name_that_a_license_asks_for() {
        assertThat(licensed("meta-llama/Llama-3.1-70B-Instruct", "llama3.1"))
                .isEqualTo(licensed("Llama-3.1-70B-Instruct", "llama3.1"))
                .contains("licenses.llama-notices")
                .doesNotContain("licenses.llama-name");
        assertThat(licensed("llama-fans/Tower-70B", "llama3.1")).contains("licenses.llama-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OpenAI, L.L.C.", "OpenAI OpCo, LLC", "Anthropic, P.B.C.", "ANTHROPIC PBC"})
    void a_provider_is_known_by_the_name_of_its_company(String developer) {
        Model model =
                Model.named("assistant").developer(developer, "US").closed().build();

        assertThat(terms(model, of(api("KP")))).isEqualTo(Outcome.PROHIBITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Huawei Technologies Company Limited", "HUAWEI TECHNOLOGIES CO LTD", "华为技术有限公司"})
    void a_listed_party_is_known_however_its_legal_form_is_written(String name) {
        Model model = Model.named("m").developer("Example AI", "US").closed().build();
        Transfer transfer = of(Transfer.of(TransferKind.WEIGHTS)
                .to("SG")
                .recipient(Party.named(name).in("CN")));

        assertThat(LICET.decide(model, transfer).outcome(Layer.EXPORT_LAW)).isEqualTo(Outcome.LICENSE_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({"UA-DPR, UA-DNR", "UA-LPR, UA-LNR", "UA-CRM, UA-CRIMEA"})
    void a_region_decides_by_each_of_its_codes(String code, String listed) {
        assertThat(inUkraine(code)).isEqualTo(inUkraine(listed)).isEqualTo(Outcome.LICENSE_REQUIRED);
    }

    @Test
    void a_region_that_no_table_has_is_not_elsewhere() {
        assertThat(inUkraine("UA-QQQ")).isEqualTo(Outcome.UNDETERMINED);
        assertThat(inUkraine("UA-DONETSK")).isEqualTo(Outcome.UNDETERMINED);
        assertThat(inUkraine("UA-30")).isNotIn(Outcome.LICENSE_REQUIRED, Outcome.PROHIBITED);
    }

    private static Outcome inUkraine(String region) {
        Model model = Model.named("GPT-5").developer("OpenAI", "US").closed().build();
        return LICET.decide(model, of(Transfer.of(TransferKind.WEIGHTS).to("UA").region(region)))
                .outcome(Layer.EXPORT_LAW);
    }
}
