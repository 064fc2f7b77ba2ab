package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.licet.answer.Decision;
import dev.licet.answer.Replay;
import dev.licet.facts.RedFlag;
import dev.licet.law.Outcome;
import dev.licet.request.Compute;
import dev.licet.request.Request;
import dev.licet.verify.Verification;
import dev.licet.verify.VerificationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people have from the first edition is still read: records, packs, documents and tables. */
class FormerEditionTest {
    private static final Licet LICET = Licet.of(RulePack.folders(Path.of("src/test/resources/golden/packs")));

    private static List<Map<String, Object>> records() throws IOException {
        var json = new ObjectMapper();
        var records = new ArrayList<Map<String, Object>>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/records-2.ndjson"))) {
            records.add(json.readValue(line, new TypeReference<TreeMap<String, Object>>() {}));
        }
        return records;
    }

    @Test
    void records_of_version_2_hold() throws IOException {
        assertThat(records()).hasSizeGreaterThan(15).allSatisfy(record -> {
            assertThat(record.get("schema")).isEqualTo("https://licet.dev/schema/record-2.json");
            assertThat(Verification.of(record).faults()).isEmpty();
        });
    }

    @Test
    void an_altered_record_of_version_2_does_not_hold() throws IOException {
        for (Map<String, Object> record : records()) {
            record.put("outcome", record.get("outcome").equals("PERMITTED") ? "PROHIBITED" : "PERMITTED");
            assertThat(Verification.of(record).faults())
                    .extracting(Verification.Fault::place)
                    .contains("/outcome", "/digest");
        }
    }

    @Test
    void a_field_under_both_names_is_a_fault_of_a_record() throws IOException {
        for (Map<String, Object> record : records()) {
            record.put("obligations", List.of());
            assertThat(Verification.of(record).faults())
                    .extracting(Verification.Fault::toString)
                    .contains("/duties: has no place in a record");
        }
    }

    @Test
    void records_of_version_2_are_replayed_to_the_same_outcome() throws IOException {
        assertThat(records())
                .allSatisfy(record -> assertThat(LICET.replay(record).differences())
                        .extracting(Replay.Difference::place)
                        .doesNotContain("/outcome"));
    }

    @Test
    void the_spaces_of_a_condition_in_a_record_of_version_2_are_no_difference() throws IOException {
        Map<String, Object> record = VerificationTest.copy(records().get(0));
        Map<String, Object> fact = VerificationTest.at(record, "findings", "0", "facts", "3");
        assertThat(fact).containsEntry("fact", "destination").containsEntry("conditions", List.of("!is(\"GB\")"));

        fact.put("conditions", List.of("( !is(\n    \"GB\" ) )"));
        assertThat(LICET.replay(record).firstInAnswer()).isEmpty();

        fact.put("conditions", List.of("!is(\"FR\")"));
        assertThat(LICET.replay(record).firstInAnswer().orElseThrow().subject())
                .isEqualTo("rule arcadia.large-weights REQUIRE_LICENSE, fact Destination");

        fact.put("conditions", List.of("!is(\"GB"));
        assertThat(LICET.replay(record).firstInAnswer()).isPresent();
    }

    @Test
    void rule_files_and_packs_in_the_former_words_load(@TempDir Path folder) throws IOException {
        Path pack = Files.createDirectories(folder.resolve("old"));
        Files.writeString(
                pack.resolve("pack.properties"),
                "title=T\nversion=1\njurisdiction=J\nauthority=EXPORT_LAW\nasOf=2026-11-23\nfiles=r.drl, e.drl\n");
        Files.writeString(pack.resolve("r.drl"), rule("r", "findings.requireLicense( Policy.DENIAL, \"x\" );"));
        Files.writeString(
                pack.resolve("e.drl"), rule("e", "findings.lift( \"old.r\", \"Kind.API stays in quotes\" );"));

        Decision decision = Licet.of(RulePack.folders(pack))
                .decide(Request.of(document(Map.of("name", "m"), Map.of("kind", "API"))));

        // The pack says nothing of what it holds, so its silence is no answer.
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(decision.gaps()).isNotEmpty();
        assertThat(decision.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.excepted()).isTrue();
            assertThat(finding.exceptions().get(0).because()).isEqualTo("Kind.API stays in quotes");
            assertThat(finding.facts().get(0).conditions())
                    .extracting(Object::toString)
                    .containsExactly("kind == TransferKind.API");
        });
    }

    private static String rule(String name, String then) {
        return """
                package licet.old
                import dev.licet.*
                import dev.licet.facts.*
                global dev.licet.Findings findings

                rule "old.%s"
                    @title( "T" )
                    @cite( "c" )
                    @source( "https://licet.dev/" )
                    @since( "2024-01-01" )
                    @confidence( "A" )
                    @authority( "SANCTIONS" )
                when
                    Artifact( kind == Kind.API )
                then
                    %s
                end
                """.formatted(name, then);
    }

    @Test
    void documents_and_tables_with_former_names_are_read() {
        Request request = Request.of(document(
                Map.of(
                        "name",
                        "m",
                        "trainingOperations",
                        3e26,
                        "lineage",
                        List.of(Map.of("relation", "MERGE", "operations", 1e20, "model", Map.of("name", "base")))),
                Map.of("signals", List.of("PROXY"))));
        Request row = Request.ofRow(Map.of("on", "2026-11-23", "model", "m", "operations", "3e26", "signals", "PROXY"));

        for (Request each : List.of(request, row)) {
            assertThat(each.model().trainingCompute().value()).contains(Compute.of(3e26));
            assertThat(each.transfer().redFlags().value().orElseThrow()).containsExactly(RedFlag.PROXY);
        }
        assertThat(request.model()
                        .lineage()
                        .value()
                        .orElseThrow()
                        .get(0)
                        .compute()
                        .value())
                .contains(Compute.of(1e20));
    }

    @Test
    void a_field_under_both_names_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.of(
                        document(Map.of("name", "m", "trainingOperations", 1e20, "trainingCompute", 3e26), Map.of())))
                .withMessageContaining("model.trainingCompute")
                .withMessageContaining("\nMaybe ");
    }

    private static Map<String, Object> document(Map<String, Object> model, Map<String, Object> transfer) {
        var dated = new TreeMap<>(transfer);
        dated.put("on", LocalDate.of(2026, 11, 23).toString());
        return Map.of("model", model, "transfer", dated);
    }
}
