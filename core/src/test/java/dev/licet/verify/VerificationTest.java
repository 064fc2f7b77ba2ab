package dev.licet.verify;

import static dev.licet.PackFiles.FLAG;
import static dev.licet.PackFiles.IMPOSE;
import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.licet.Licet;
import dev.licet.PackFiles;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.facts.EndUse;
import dev.licet.facts.TransferKind;
import dev.licet.json.CanonicalJson;
import dev.licet.json.Pointer;
import dev.licet.law.Outcome;
import dev.licet.request.Model;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The second reader: what it confirms, what it catches, and what it cannot catch. */
public class VerificationTest {

    private static final List<String> READER = List.of(
            "verify.Verification",
            "verify.Verification$Fault",
            "verify.FormerRecord",
            "verify.RecordShape",
            "verify.RecordCheck",
            "verify.RecordCheck$Ask",
            "verify.RecordCheck$Check",
            "verify.ConditionReader",
            "json.Pointer",
            "json.CanonicalJson");

    @TempDir
    private Path temp;

    /** A prohibition, a license excepted on an obligation, an obligation, a flag on an unknown fact, a bar on an assumed one, and a plan. */
    private Decision decision() {
        Licet licet = PackFiles.in(temp)
                .countries("far", "CN", "RU")
                .countries("near", "GB", "CN")
                .parties("bad", "Bad Co")
                .figure("large", 1e26)
                .rule("bar", "Destination( on(\"t.far\"), !is(\"RU\") ) Publication( closed )", PROHIBIT)
                .rule(
                        "need",
                        "Artifact( kind in (TransferKind.WEIGHTS, TransferKind.API) ) Destination( on(\"t.far\") && !is(\"RU\") )",
                        LICENSE)
                .rule(
                        "friend",
                        "Destination( (on(\"t.near\") || is(\"FR\")) )",
                        "findings.except( \"t.need\", \"friend\", \"tell us\" );")
                .rule("mark", "@layer( \"HOUSE_POLICY\" )", "Purpose( endUse == EndUse.CIVIL )", IMPOSE)
                .rule("size", "@layer( \"PROVIDER_TERMS\" )", "Training( reaches(\"t.large\") )", FLAG)
                .rule("party", "@layer( \"SANCTIONS\" )", "Recipient( on(\"t.bad\") )", PROHIBIT)
                .rule("plan", "@status( \"PENDING since 2024-01-01: x\" )", "Publication( closed )", PROHIBIT)
                .licet();
        Model model = Model.named("M").developer("D", "US").closed().build();
        return licet.decide(
                model,
                Transfer.of(TransferKind.WEIGHTS).to("CN").endUse(EndUse.CIVIL).on(LocalDate.of(2026, 11, 23)));
    }

    @Test
    void aRecordHolds() {
        Decision decision = decision();

        assertThat(Verification.of(decision.record(), decision.toJson()).faults())
                .isEmpty();
        assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(decision.findings())
                .extracting(finding -> finding.rule().id())
                .contains("t.bar", "t.need", "t.mark");
        assertThat(decision.pending()).hasSize(1);
        assertThat(decision.assumptions()).hasSize(1);
        assertThat(decision.questions()).hasSize(1);
    }

    @Test
    void theReaderUsesNothingOfWhatDecides() {
        for (JavaClass type : new ClassFileImporter()
                .importClasses(
                        Verification.class,
                        FormerRecord.class,
                        RecordShape.class,
                        RecordCheck.class,
                        ConditionReader.class,
                        Pointer.class)) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            dependency.getTargetClass().getBaseComponentType().getName())
                    .filter(name -> !name.startsWith("java.") && !name.equals("int"))
                    .forEach(name -> assertThat(name.replace("dev.licet.", ""))
                            .as("used by %s", type.getName())
                            .isIn(READER));
        }
    }

    private static Arguments tampering(String name, String place, Consumer<Map<String, Object>> how) {
        return Arguments.of(name, place, how);
    }

    /** What is altered, the place that must be named, and the alteration; the digest is reckoned anew each time. */
    static Stream<Arguments> alterations() {
        return Stream.of(
                tampering("the outcome is milder", "/outcome", record -> record.put("outcome", "PERMITTED")),
                tampering(
                        "an outcome under a stance is milder",
                        "/stances/AS_ENFORCED",
                        record -> at(record, "stances").put("AS_ENFORCED", "PERMITTED")),
                tampering(
                        "a layer is milder",
                        "/layers/EXPORT_LAW",
                        record -> at(record, "layers").put("EXPORT_LAW", "CONDITIONAL")),
                tampering(
                        "a layer as enforced is milder",
                        "/stanceLayers/AS_ENFORCED/EXPORT_LAW",
                        record -> at(record, "stanceLayers", "AS_ENFORCED").put("EXPORT_LAW", "PERMITTED")),
                tampering("all outcomes are milder", "/layers/EXPORT_LAW", record -> {
                    record.put("outcome", "UNDETERMINED");
                    at(record, "stances").put("AS_WRITTEN", "UNDETERMINED");
                    at(record, "layers").put("EXPORT_LAW", "UNDETERMINED");
                    at(record, "stanceLayers", "AS_WRITTEN").put("EXPORT_LAW", "UNDETERMINED");
                }),
                tampering(
                        "a finding is dropped",
                        "/layers/EXPORT_LAW",
                        record -> items(record, "findings").remove(0)),
                tampering(
                        "a finding does less",
                        "/findings/0/effect",
                        record -> at(record, "findings", "0").put("effect", "IMPOSE")),
                tampering(
                        "a finding does not bind",
                        "/layers/EXPORT_LAW",
                        record -> at(record, "findings", "0").put("status", "SUSPENDED")),
                tampering(
                        "a finding is called excepted",
                        "/findings/0/excepted",
                        record -> at(record, "findings", "0").put("excepted", true)),
                tampering(
                        "a finding moves to another layer",
                        "/layers/EXPORT_LAW",
                        record -> at(record, "findings", "0").put("layer", "HOUSE_POLICY")),
                tampering("an exception is moved to another finding", "/layers/EXPORT_LAW", record -> {
                    at(record, "findings", "0").put("excepted", true);
                    items(record, "findings", "0", "exceptions").add(at(record, "findings", "1", "exceptions", "0"));
                    at(record, "findings", "1").put("excepted", false);
                    items(record, "findings", "1", "exceptions").clear();
                }),
                tampering("an exception loses its obligation", "/layers/EXPORT_LAW", record -> {
                    items(record, "findings").remove(0);
                    at(record, "findings", "0", "exceptions", "0").remove("obligation");
                }),
                tampering(
                        "an obligation is dropped",
                        "/obligations",
                        record -> items(record, "obligations").remove(0)),
                tampering(
                        "an obligation is made easier",
                        "/obligations",
                        record -> at(record, "obligations", "0").put("obligation", "nothing")),
                tampering(
                        "a stated fact is another",
                        "/findings/0/facts/1/value",
                        record -> at(record, "findings", "0", "facts", "1").put("value", "FR")),
                tampering(
                        "what was asked is another",
                        "/findings/0/facts/1/value",
                        record -> at(record, "request", "transfer").put("destination", "FR")),
                tampering(
                        "what a rule saw is another",
                        "/findings/0/facts/1/conditions",
                        record -> seen(record, "destination").put("lists", List.of("t.near"))),
                tampering(
                        "a condition is another",
                        "/findings/0/facts/1/conditions",
                        record ->
                                at(record, "findings", "0", "facts", "1").put("conditions", List.of("on(\"t.bad\")"))),
                tampering(
                        "a condition is no condition",
                        "/findings/0/facts",
                        record -> at(record, "findings", "0", "facts", "1").put("conditions", List.of("eval(true)"))),
                tampering(
                        "an exception does not apply",
                        "/findings/1/exceptions/0/facts/0/conditions",
                        record -> at(record, "findings", "1", "exceptions", "0", "facts", "0")
                                .put("conditions", List.of("is(\"RU\")"))),
                tampering(
                        "a rule is not in force yet",
                        "/findings/0/since",
                        record -> at(record, "findings", "0").put("since", "2027-01-01")),
                tampering(
                        "a rule has ended",
                        "/findings/0/until",
                        record -> at(record, "findings", "0").put("until", "2026-11-23")),
                tampering(
                        "an assumption is dropped",
                        "/assumptions",
                        record -> items(record, "assumptions").remove(0)),
                tampering(
                        "a question is dropped",
                        "/questions",
                        record -> items(record, "questions").remove(0)),
                tampering(
                        "an answer leads to less",
                        "/questions/0/answers/0/outcome",
                        record -> at(record, "questions", "0", "answers", "0").put("outcome", "CONDITIONAL")),
                tampering(
                        "an open rule is dropped",
                        "/layers/SANCTIONS",
                        record -> items(record, "open")
                                .removeIf(
                                        open -> ((Map<?, ?>) open).get("layer").equals("SANCTIONS"))),
                tampering(
                        "a plan is called in force",
                        "/pending/0/status",
                        record -> at(record, "pending", "0").put("status", "IN_FORCE")),
                tampering(
                        "an layer is called covered",
                        "/examined/uncovered",
                        record -> items(record, "examined", "uncovered").remove(0)),
                tampering("an assumption where none is made", "/strict", record -> record.put("strict", "no")),
                tampering(
                        "a field is added",
                        "/findings/0/note",
                        record -> at(record, "findings", "0").put("note", "x")),
                tampering(
                        "a field is taken away",
                        "/findings/0/rule",
                        record -> at(record, "findings", "0").remove("rule")),
                tampering(
                        "the schema is another",
                        "/schema",
                        record -> record.put("schema", "https://licet.dev/schema/record-1.json")),
                tampering(
                        "the digest of a pack is cut",
                        "/examined/packs/0/digest",
                        record -> at(record, "examined", "packs", "0").put("digest", "sha256:0")),
                tampering(
                        "a day is none",
                        "/findings/0/since",
                        record -> at(record, "findings", "0").put("since", "2026-02-30")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void whatDoesNotFollowIsCaughtWhateverTheDigest(String name, String place, Consumer<Map<String, Object>> how) {
        Map<String, Object> record = copy(decision().record());
        how.accept(record);
        seal(record);

        assertThat(Verification.of(record).faults())
                .extracting(Verification.Fault::place)
                .contains(place)
                .doesNotContain("/digest");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void theDigestTellsEachAlterationToo(String name, String place, Consumer<Map<String, Object>> how) {
        Map<String, Object> record = copy(decision().record());
        how.accept(record);

        assertThat(Verification.of(record).faults())
                .extracting(Verification.Fault::place)
                .contains("/digest");
    }

    /** These the second reader takes as recorded; whoever has the packs finds them by a replay. */
    @Test
    void whatFollowsFromTheAlterationItselfIsCaughtByReplayAlone() {
        Decision decision = decision();
        Licet licet = PackFiles.in(temp.resolve("other"))
                .rule("r", "Destination( is(\"CN\") )", PROHIBIT)
                .licet();
        Map<String, Object> otherTitle = copy(decision.record());
        at(otherTitle, "findings", "0").put("title", "Nothing of note");
        Map<String, Object> ruleLeftOut = copy(decision.record());
        items(ruleLeftOut, "open")
                .removeIf(open -> ((Map<?, ?>) open).get("layer").equals("SANCTIONS"));
        items(ruleLeftOut, "assumptions").clear();
        at(ruleLeftOut, "layers").put("SANCTIONS", "PERMITTED");
        at(ruleLeftOut, "stanceLayers", "AS_WRITTEN").put("SANCTIONS", "PERMITTED");
        for (Map<String, Object> record : List.of(otherTitle, ruleLeftOut)) {
            seal(record);

            assertThat(Verification.of(record).faults()).isEmpty();
            assertThat(licet.replay(record).equal()).isFalse();
        }
    }

    @Test
    void waysThatHoldOnlyTogetherAreConfirmedAndNoneCanBeLeftOut() {
        Licet licet = PackFiles.in(temp)
                .countries("far", "CN", "RU")
                .rule(
                        "there",
                        "Origin( includes(\"US\") ) Destination( on(\"t.far\") )",
                        "findings.define( \"t.thing\" );")
                .rule("elsewhere", "Origin( !includes(\"US\") )", "findings.define( \"t.thing\" );")
                .rule("bar", "Term( is(\"t.thing\") ) Artifact( kind == TransferKind.WEIGHTS )", LICENSE)
                .rule("one", "Origin( includes(\"US\") )", "findings.except( \"t.bar\", \"x\" );")
                .rule("other", "Origin( !includes(\"US\") )", "findings.except( \"t.bar\", \"y\" );")
                .licet();
        Decision decision = licet.decide(
                Model.named("M").closed().build(),
                Transfer.of(TransferKind.WEIGHTS).to("CN").on(LocalDate.of(2026, 11, 23)));
        Finding finding = decision.findings().get(0);
        assertThat(finding.otherWays()).hasSize(1);
        assertThat(finding.exceptions()).hasSize(2);
        assertThat(Verification.of(decision.record()).faults()).isEmpty();

        Map<String, Object> oneWay = copy(decision.record());
        at(oneWay, "findings", "0").remove("otherWays");
        assertThat(Verification.of(oneWay).faults())
                .extracting(Verification.Fault::place)
                .contains("/findings/0/facts");
        Map<String, Object> oneException = copy(decision.record());
        items(oneException, "findings", "0", "exceptions").remove(0);
        assertThat(Verification.of(oneException).faults())
                .extracting(Verification.Fault::place)
                .contains("/findings/0/exceptions");
    }

    @Test
    void anotherTextOfTheSameRecordIsTold() {
        Decision decision = decision();

        assertThat(Verification.of(decision.record(), decision.toJson().replace(",", ", "))
                        .faults())
                .hasToString("[the text is not canonical JSON (RFC 8785), though it says the same]");
    }

    @Test
    void aNullIsAFaultAndNoError() {
        Map<String, Object> record = copy(decision().record());
        record.put("outcome", null);
        at(record, "findings", "0").put("facts", null);

        assertThat(Verification.of(record).faults())
                .extracting(Verification.Fault::place)
                .contains("/outcome", "/findings/0/facts");
    }

    private static void seal(Map<String, Object> record) {
        record.remove("digest");
        record.put("digest", CanonicalJson.digest(CanonicalJson.write(record)));
    }

    public static Map<String, Object> copy(Map<?, ?> tree) {
        var copy = new TreeMap<String, Object>();
        tree.forEach((field, value) -> copy.put(field.toString(), copied(value)));
        return copy;
    }

    private static Object copied(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>();
            list.forEach(item -> copy.add(copied(item)));
            return copy;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> at(Map<String, Object> record, String... path) {
        return (Map<String, Object>) below(record, path);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Map<String, Object> record, String... path) {
        return (List<Object>) below(record, path);
    }

    private static Object below(Object tree, String... path) {
        for (String step : path) {
            tree = tree instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) tree).get(step);
        }
        return tree;
    }

    /** The only value of a fact. */
    private static Map<String, Object> seen(Map<String, Object> record, String fact) {
        for (int i = 0; ; i++) {
            Map<String, Object> seen = at(record, "facts", String.valueOf(i));
            if (seen.get("fact").equals(fact)) {
                return at(seen, "values", "0");
            }
        }
    }
}
