package dev.licet.verify;

import static dev.licet.PackFiles.FLAG;
import static dev.licet.PackFiles.IMPOSE;
import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.util.Arrays;
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
            "verify.Manifest",
            "verify.FormerRecord",
            "verify.RecordShape",
            "verify.RecordCheck",
            "verify.Tree",
            "verify.WholeRecord",
            "verify.WholeRecord$Joined",
            "verify.RecordCheck$Ask",
            "verify.RecordCheck$Check",
            "verify.ConditionReader",
            "json.Pointer",
            "json.CanonicalJson");

    @TempDir
    private Path temp;

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** A prohibition, a license excepted on an obligation, an obligation, a flag on an unknown fact, a bar on an assumed one, and a plan. */
    private Licet licet() {
        return PackFiles.in(temp)
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
                .rule("ending", "@until( \"2027-01-01\" )", "Publication( published )", PROHIBIT)
                .licet();
    }

    private static Decision decision(Licet licet) {
        Model model = Model.named("M").developer("D", "US").closed().build();
        return licet.decide(
                model,
                Transfer.of(TransferKind.WEIGHTS).to("CN").endUse(EndUse.CIVIL).on(DAY));
    }

    private Decision decision() {
        return decision(licet());
    }

    @Test
    void aRecordHolds() {
        Licet licet = licet();
        Decision decision = decision(licet);
        Verification found = Verification.of(decision.record(), decision.toJson(), List.of(licet.manifest(DAY)));

        assertThat(found.faults()).isEmpty();
        assertThat(found.unchecked()).isEmpty();
        assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(decision.findings())
                .extracting(finding -> finding.rule().id())
                .contains("t.bar", "t.need", "t.mark");
        assertThat(decision.pending()).hasSize(1);
        assertThat(decision.assumptions()).hasSize(1);
        assertThat(decision.questions()).hasSize(1);
    }

    @Test
    void withoutTheManifestTheReaderSaysWhatItDidNotCheck() {
        Decision decision = decision();
        Verification found = Verification.of(decision.record());

        assertThat(found.faults()).isEmpty();
        assertThat(found.unchecked())
                .containsExactly(
                        "the layers, days and conditions of rules, because the manifest of the law (%s) was not given"
                                .formatted(decision.law()));
    }

    @Test
    void theManifestOfAnotherLawIsRefused() {
        Licet licet = licet();
        Decision decision = decision(licet);
        Manifest later = licet.manifest(LocalDate.of(2027, 1, 1));

        assertThat(Verification.of(decision.record(), List.of(later)).faults())
                .containsExactly(new Verification.Fault(
                        "/law", "(%s) is the digest of no manifest that was given".formatted(decision.law())));
        assertThat(Verification.of(decision.record(), List.of(later, licet.manifest(DAY)))
                        .holds())
                .isTrue();
    }

    @Test
    void aManifestIsTheSameOnAllDaysUntilTheNextChange() {
        Licet licet = licet();

        assertThat(licet.manifest(DAY).toJson())
                .isEqualTo(licet.manifest(LocalDate.of(2026, 12, 31)).toJson());
        assertThat(copy(licet.manifest(DAY).tree())).containsEntry("until", "2027-01-01");
        assertThat(licet.manifest(LocalDate.of(2027, 1, 1)).digest())
                .isNotEqualTo(licet.manifest(DAY).digest());
        assertThat(licet.manifest(DAY).digest()).isEqualTo(decision(licet).law());
    }

    @Test
    void aRecordJoinedWithItsManifestNamesCitationsAndConditions() {
        Licet licet = licet();
        Map<String, Object> whole = licet.manifest(DAY).join(decision(licet).record());

        assertThat(at(whole, "findings", "0")).containsEntry("rule", "t.bar").containsEntry("cite", "Book of t.bar");
        assertThat(at(whole, "findings", "0", "facts", "0"))
                .containsEntry("conditions", List.of("closed"))
                .containsEntry("basis", "STATED");
        assertThat(items(whole, "examined", "packs")).hasSize(1);
    }

    @Test
    void anAlteredManifestIsNotRead() {
        Manifest manifest = licet().manifest(DAY);
        for (String place : List.of("/rules/t.bar/cite", "/rules/t.bar/ways/0/0/fact", "/packs/0/version", "/engine")) {
            Map<String, Object> altered = copy(manifest.tree());
            String[] path = place.substring(1).split("/");
            Map<String, Object> object = at(altered, Arrays.copyOf(path, path.length - 1));
            object.put(path[path.length - 1], "other");

            assertThatIllegalArgumentException()
                    .as(place)
                    .isThrownBy(() -> Manifest.of(altered))
                    .withMessageContaining("/digest: (sha256:")
                    .withMessageContaining("\nMaybe ");
        }
        Map<String, Object> further = copy(manifest.tree());
        at(further, "rules", "t.bar").put("note", "x");
        seal(further);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifest.of(further))
                .withMessageContaining("/rules/t.bar/note: has no place");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifest.of(manifest.tree(), manifest.toJson().replace(",", ", ")))
                .withMessageContaining("canonical");
    }

    @Test
    void theReaderUsesNothingOfWhatDecides() {
        for (JavaClass type : new ClassFileImporter()
                .importClasses(
                        Verification.class,
                        Manifest.class,
                        FormerRecord.class,
                        RecordShape.class,
                        RecordCheck.class,
                        Tree.class,
                        WholeRecord.class,
                        WholeRecord.Joined.class,
                        ConditionReader.class,
                        Pointer.class)) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            dependency.getTargetClass().getBaseComponentType().getName())
                    .filter(name -> !name.startsWith("java.")
                            && !List.of("int", "boolean").contains(name))
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
                        "a layer is milder",
                        "/layers/AS_WRITTEN/EXPORT_LAW",
                        record -> at(record, "layers", "AS_WRITTEN").put("EXPORT_LAW", "CONDITIONAL")),
                tampering(
                        "a layer as enforced is milder",
                        "/layers/AS_ENFORCED/EXPORT_LAW",
                        record -> at(record, "layers", "AS_ENFORCED").put("EXPORT_LAW", "PERMITTED")),
                tampering("all outcomes are milder", "/layers/AS_WRITTEN/EXPORT_LAW", record -> {
                    record.put("outcome", "UNDETERMINED");
                    at(record, "layers", "AS_WRITTEN").put("EXPORT_LAW", "UNDETERMINED");
                }),
                tampering(
                        "a layer is left out",
                        "/layers/AS_WRITTEN",
                        record -> at(record, "layers", "AS_WRITTEN").remove("SANCTIONS")),
                tampering(
                        "a finding is dropped",
                        "/layers/AS_WRITTEN/EXPORT_LAW",
                        record -> items(record, "findings").remove(0)),
                tampering(
                        "a finding does less",
                        "/findings/0/effect",
                        record -> at(record, "findings", "0").put("effect", "IMPOSE")),
                tampering(
                        "a finding does not bind",
                        "/findings/0/status",
                        record -> at(record, "findings", "0").put("status", "SUSPENDED")),
                tampering(
                        "a finding moves to another layer",
                        "/findings/0/layer",
                        record -> at(record, "findings", "0").put("layer", "HOUSE_POLICY")),
                tampering("an exception is moved to another finding", "/findings/0/exceptions/0/rule", record -> {
                    at(record, "findings", "0").put("exceptions", items(record, "findings", "1", "exceptions"));
                    at(record, "findings", "1").remove("exceptions");
                }),
                tampering(
                        "an exception loses its obligation",
                        "/findings/1/exceptions/0/rule",
                        record -> at(record, "findings", "1", "exceptions", "0").remove("obligation")),
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
                        "/facts/Destination/value",
                        record -> at(record, "facts", "Destination").put("value", "FR")),
                tampering(
                        "a stated fact has no value",
                        "/facts/Destination/value",
                        record -> at(record, "facts", "Destination").remove("value")),
                tampering(
                        "what was asked is another",
                        "/facts/Destination/value",
                        record -> at(record, "request", "transfer").put("destination", "FR")),
                tampering(
                        "the day is another",
                        "/law",
                        record -> at(record, "request", "transfer").put("on", "2027-01-01")),
                tampering(
                        "what a rule saw is another",
                        "/findings/0/facts/1",
                        record ->
                                at(record, "facts", "Destination", "seen", "0").put("lists", List.of("t.near"))),
                tampering(
                        "a fact of a finding is another",
                        "/findings/0/facts",
                        record -> at(record, "findings", "0").put("facts", List.of("Publication", "Artifact"))),
                tampering(
                        "a fact of a finding is not recorded",
                        "/findings/0/facts/1",
                        record -> at(record, "facts").remove("Destination")),
                tampering(
                        "a rule is met in a way that there is not",
                        "/findings/0/ways",
                        record -> at(record, "findings", "0").put("ways", List.of(1))),
                tampering(
                        "an exception does not apply",
                        "/findings/1/exceptions/0/facts/0",
                        record ->
                                at(record, "facts", "Destination", "seen", "0").put("lists", List.of("t.far"))),
                tampering(
                        "a rule is none of the law",
                        "/findings/0/rule",
                        record -> at(record, "findings", "0").put("rule", "t.none")),
                tampering(
                        "an assumption is dropped",
                        "/layers/AS_WRITTEN/SANCTIONS",
                        record -> record.remove("assumptions")),
                tampering(
                        "an assumption is about another rule",
                        "/assumptions/0/rules/0",
                        record -> at(record, "assumptions", "0").put("rules", List.of("t.none"))),
                tampering(
                        "a question is dropped",
                        "/layers/AS_WRITTEN/PROVIDER_TERMS",
                        record -> record.remove("questions")),
                tampering("a question is called an assumption", "/layers/AS_WRITTEN/PROVIDER_TERMS", record -> {
                    record.remove("questions");
                    at(record, "assumptions", "0").put("rules", List.of("t.party", "t.size"));
                }),
                tampering("a plan is called in force", "/findings/2/status", record -> {
                    items(record, "findings").add(2, at(record, "pending", "0"));
                    record.remove("pending");
                }),
                tampering(
                        "a status is of a plan",
                        "/pending/0/status",
                        record -> at(record, "pending", "0").put("status", "SUSPENDED")),
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
                        "a list is empty",
                        "/questions",
                        record -> items(record, "questions").clear()),
                tampering(
                        "the schema is another",
                        "/schema",
                        record -> record.put("schema", "https://licet.dev/schema/record-1.json")),
                tampering("the digest of the law is cut", "/law", record -> record.put("law", "sha256:0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void whatDoesNotFollowIsCaughtWhateverTheDigest(String name, String place, Consumer<Map<String, Object>> how) {
        Licet licet = licet();
        Map<String, Object> record = copy(decision(licet).record());
        how.accept(record);
        seal(record);

        assertThat(Verification.of(record, List.of(licet.manifest(DAY))).faults())
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
        Licet licet = licet();
        Map<String, Object> otherReason = copy(decision(licet).record());
        at(otherReason, "findings", "0").put("because", "nothing of note");
        Map<String, Object> ruleLeftOut = copy(decision(licet).record());
        ruleLeftOut.remove("assumptions");
        at(ruleLeftOut, "layers", "AS_WRITTEN").put("SANCTIONS", "PERMITTED");
        for (Map<String, Object> record : List.of(otherReason, ruleLeftOut)) {
            seal(record);

            assertThat(Verification.of(record, List.of(licet.manifest(DAY))).faults())
                    .isEmpty();
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
        List<Manifest> law = List.of(licet.manifest(DAY));
        assertThat(Verification.of(decision.record(), law).faults()).isEmpty();

        Map<String, Object> oneWay = copy(decision.record());
        items(oneWay, "findings", "0", "ways").remove(1);
        assertThat(Verification.of(oneWay, law).faults())
                .extracting(Verification.Fault::place)
                .contains("/findings/0/facts");
        Map<String, Object> oneException = copy(decision.record());
        items(oneException, "findings", "0", "exceptions").remove(0);
        assertThat(Verification.of(oneException, law).faults())
                .extracting(Verification.Fault::place)
                .contains("/findings/0/exceptions");
    }

    @Test
    void anotherTextOfTheSameRecordIsTold() {
        Decision decision = decision();

        assertThat(Verification.of(decision.record(), decision.toJson().replace(",", ", "), List.of())
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
}
