package dev.licet;

import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.licet.answer.Decision;
import dev.licet.answer.Replay;
import dev.licet.facts.TransferKind;
import dev.licet.law.Stance;
import dev.licet.request.Model;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import dev.licet.verify.Manifest;
import dev.licet.verify.VerificationTest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record decided again: equal bytes, or the first difference. */
class ReplayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path temp;

    private PackFiles pack(String name) {
        return PackFiles.in(temp.resolve(name))
                .countries("far", "CN", "RU")
                .rule("a", "Destination( on(\"t.far\") ) Publication( closed )", PROHIBIT);
    }

    private static Decision decide(Licet licet) {
        return licet.decide(
                Model.named("M").developer("D", "US").closed().build(),
                Transfer.of(TransferKind.WEIGHTS).to("CN").on(DAY));
    }

    @Test
    void theSamePacksGiveTheSameBytes() {
        Decision decision = decide(pack("one").licet());
        Replay replay = pack("other").licet().under(Stance.AS_ENFORCED).strict().replay(decision.record());

        assertThat(replay.equal()).isTrue();
        assertThat(replay.first()).isEmpty();
        assertThat(replay.decision().toJson()).isEqualTo(decision.toJson());
    }

    @Test
    void theStanceAndTheStrictnessAreThoseOfTheRecord() {
        Licet licet = pack("one").licet();
        Decision decision = decide(licet.under(Stance.AS_ENFORCED).strict());

        assertThat(licet.replay(decision.record()).decision()).isEqualTo(decision);
        assertThat(decision.strict()).isTrue();
    }

    @Test
    void anotherLawIsNamedFirstThoughTheAnswerIsTheSame() {
        Replay replay = pack("two")
                .set("version", "2")
                .licet()
                .replay(decide(pack("one").licet()).record());

        assertThat(replay.differences()).extracting(Replay.Difference::place).containsExactly("/law", "/digest");
        assertThat(replay.firstInAnswer()).isEmpty();
    }

    @Test
    void theManifestOfTheLawTellsTheVersionOfAPack() {
        Licet then = pack("one").licet();
        Replay replay =
                pack("two").set("version", "2").licet().replay(decide(then).record(), List.of(then.manifest(DAY)));

        assertThat(replay.differences().get(0))
                .hasToString("/law/packs/0/digest: pack t: recorded "
                        + replay.differences().get(0).recorded()
                        + ", now "
                        + replay.differences().get(0).replayed());
        assertThat(replay.differences())
                .contains(new Replay.Difference("/law/packs/0/version", "pack t", "\"1\"", "\"2\""));
        assertThat(replay.firstInAnswer()).isEmpty();
    }

    @Test
    void theManifestOfAnotherLawIsRefused() {
        Licet licet = pack("one").licet();
        Manifest other = pack("two").set("version", "2").licet().manifest(DAY);

        assertThatThrownBy(() -> licet.replay(decide(licet).record(), List.of(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("law of the record (sha256:")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void anotherListIsSeenInTheRuleThatNoLongerSpeaks() {
        Licet other = PackFiles.in(temp.resolve("other"))
                .countries("far", "RU")
                .rule("a", "Destination( on(\"t.far\") ) Publication( closed )", PROHIBIT)
                .licet();
        Replay replay = other.replay(decide(pack("one").licet()).record());

        assertThat(replay.first().orElseThrow().place()).isEqualTo("/law");
        assertThat(replay.firstInAnswer().orElseThrow())
                .extracting(Replay.Difference::place, Replay.Difference::subject, Replay.Difference::replayed)
                .containsExactly("/findings/0", "rule t.a PROHIBIT", "");
    }

    @Test
    void aRuleThatIsNewIsNamed() {
        Licet other = pack("other").rule("b", "Publication( closed )", LICENSE).licet();
        Replay replay = other.replay(decide(pack("one").licet()).record());

        assertThat(replay.firstInAnswer().orElseThrow())
                .extracting(Replay.Difference::place, Replay.Difference::subject, Replay.Difference::recorded)
                .containsExactly("/findings/-", "rule t.b REQUIRE_LICENSE", "");
    }

    @Test
    void aListThatIsNewlyAskedForIsNamed() {
        Licet then = pack("one").licet();
        Licet other = pack("other")
                .countries("more", "FR")
                .rule("b", "Destination( on(\"t.more\") )", LICENSE)
                .licet();

        assertThat(other.replay(decide(then).record(), List.of(then.manifest(DAY)))
                        .differences())
                .extracting(Replay.Difference::place, Replay.Difference::subject)
                .contains(tuple("/law/lists/-", "list t.more"), tuple("/law/rules/t.b", "rule t.b"));
    }

    @Test
    void anAlteredWordOfTheRecordIsNamedWithBothValues() {
        Licet licet = pack("one").licet();
        Map<String, Object> record = VerificationTest.copy(decide(licet).record());
        VerificationTest.at(record, "findings", "0").put("because", "T.a");

        assertThat(licet.replay(record).first().orElseThrow())
                .hasToString("/findings/0/because: rule t.a PROHIBIT: recorded \"T.a\", now \"x\"");
    }

    @Test
    void whatIsNoRecordOfThisVersionIsRefused() {
        Licet licet = pack("one").licet();
        Map<String, Object> older = VerificationTest.copy(decide(licet).record());
        older.put("schema", "https://licet.dev/schema/record-1.json");

        for (Map<String, Object> record : List.of(older, Map.<String, Object>of("model", Map.of()))) {
            assertThatThrownBy(() -> licet.replay(record))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("schema of the record (")
                    .hasMessageContaining("\nMaybe ");
        }
    }

    @Test
    void aFieldThatCannotBeReadIsNamed() {
        Licet licet = pack("one").licet();
        for (String field : List.of("request", "stance", "strict")) {
            Map<String, Object> record = VerificationTest.copy(decide(licet).record());
            record.put(field, "x");

            assertThatThrownBy(() -> licet.replay(record))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("field %s of the record (\"x\")".formatted(field));
        }
    }

    @Test
    void theOrderOfDevelopersOwnersAndAncestorsNeverShows() {
        Licet licet = PackFiles.in(temp)
                .countries("far", "CN", "RU")
                .parties("bad", "Bad Co")
                .licenses("loose", "mit", "llama3.1")
                .figure("half", 50)
                .rule("a", "Origin( on(\"t.far\") )", PROHIBIT)
                .rule("b", "Ownership( heldBy(\"t.bad\", \"t.half\") )", PROHIBIT)
                .rule("c", "Licenses( on(\"t.loose\") )", LICENSE)
                .rule("d", "Provider( !on(\"t.bad\") )", LICENSE)
                .licet();
        Random random = new Random(3);
        var developers =
                new ArrayList<>(List.of(developer("Zeta", "CN"), developer("Alpha", "US"), developer("Mid", "RU")));
        var owners = new ArrayList<>(List.of(owner("Bad Co", 30.0), owner("Bad Co", 25.0), owner("Good Co", 45.0)));
        var lineage =
                new ArrayList<>(List.of(ancestor("B", "mit"), ancestor("A", "llama3.1"), ancestor("C", "apache-2.0")));
        var records = new TreeSet<String>();
        var requests = new HashSet<Request>();
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(developers, random);
            Collections.shuffle(owners, random);
            Collections.shuffle(lineage, random);
            Request request = Request.of(Map.of(
                    "model",
                    Map.of("name", "M", "developers", developers, "lineage", lineage, "license", "mit"),
                    "transfer",
                    Map.of("on", DAY.toString(), "recipient", Map.of("owners", owners))));
            requests.add(request);
            records.add(licet.decide(request).toJson());
        }

        assertThat(records).hasSize(1);
        assertThat(requests).hasSize(1);
        assertThat(records.first()).contains("t.a", "t.b", "t.c", "t.d", "Alpha", "Zeta");
    }

    private static Map<String, Object> developer(String name, String country) {
        return Map.of("name", name, "country", country);
    }

    private static Map<String, Object> owner(String name, double share) {
        return Map.of("name", name, "share", share);
    }

    private static Map<String, Object> ancestor(String name, String license) {
        return Map.of(
                "relation", "MERGE", "model", Map.of("name", name, "license", license, "release", "WEIGHTS_PUBLIC"));
    }
}
