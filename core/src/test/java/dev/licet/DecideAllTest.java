package dev.licet;

import static dev.licet.PackFiles.FLAG;
import static dev.licet.PackFiles.LICENSE;
import static dev.licet.PackFiles.PROHIBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.answer.Decision;
import dev.licet.answer.Replay;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many decisions are each as one alone, in the order of what was asked. */
class DecideAllTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private static Path temp;

    private static Licet licet;

    @BeforeAll
    static void pack() {
        licet = PackFiles.in(temp)
                .countries("far", "CN", "RU", "IR")
                .parties("p", "Bad Co")
                .figure("large", 1e26)
                .rule("a", "Destination( on(\"t.far\") ) Publication( closed )", LICENSE)
                .rule("b", "Training( reaches(\"t.large\") ) Headquarters( on(\"t.far\") )", PROHIBIT)
                .rule("c", "Recipient( on(\"t.p\") )", FLAG)
                .licet();
    }

    private static Request request(int seed) {
        var random = new Random(seed);
        Model.Builder model = Model.named("Model " + random.nextInt(3_000)).developer("D", "US");
        if (random.nextBoolean()) {
            model.closed();
        }
        if (random.nextBoolean()) {
            model.trainingCompute(random.nextBoolean() ? 1e25 : 3e26);
        }
        Transfer.Builder transfer = Transfer.of(random.nextBoolean() ? TransferKind.WEIGHTS : TransferKind.API)
                .to(List.of("CN", "GB", "RU", "FR").get(random.nextInt(4)));
        if (random.nextBoolean()) {
            transfer.recipient(Party.named(random.nextBoolean() ? "Bad Co" : "Acme")
                    .headquarteredIn(random.nextBoolean() ? "IR" : "GB"));
        }
        return new Request(model.build(), transfer.on(DAY.minusDays(random.nextInt(500))));
    }

    private static Request unknownList() {
        return new Request(
                Model.named("M").build(),
                Transfer.of(TransferKind.API)
                        .to("GB")
                        .recipient(Party.named("Acme").screened("t.no-such-list"))
                        .on(DAY));
    }

    private static Stream<Request> requests(int count) {
        return Stream.iterate(0, seed -> seed + 1).limit(count).map(DecideAllTest::request);
    }

    @Test
    void twentyThousandAreDecidedAsOneByOne() {
        Licet other = licet.under(Stance.AS_WRITTEN);
        Iterator<Request> asked = requests(20_000).iterator();

        licet.decideAll(requests(20_000)).forEach(decision -> {
            Request request = asked.next();
            assertThat(decision.request()).isEqualTo(request);
            Decision alone = other.decide(request);
            assertThat(decision).isEqualTo(alone);
        });

        assertThat(asked.hasNext()).isFalse();
    }

    @Test
    void aRequestThatIsRefusedIsSoInItsPlace() {
        var outcomes = new ArrayList<Outcome>();
        Stream<Request> asked = Stream.of(requests(300), Stream.of(unknownList()), requests(300))
                .flatMap(part -> part);

        assertThatThrownBy(() -> licet.decideAll(asked).map(Decision::outcome).forEach(outcomes::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(t.no-such-list)");
        assertThat(outcomes)
                .isEqualTo(
                        requests(300).map(licet::decide).map(Decision::outcome).toList());
    }

    @Test
    void theFirstDecisionThatIsLookedForEndsTheReading() {
        Stream<Request> endless = Stream.iterate(0, seed -> seed + 1).map(DecideAllTest::request);

        assertThat(licet.decideAll(endless)
                        .filter(decision -> decision.outcome() == Outcome.PROHIBITED)
                        .findFirst())
                .isPresent();
    }

    @Test
    void recordsAreReplayedInTheirOrder() {
        List<Licet> both = List.of(licet, licet.under(Stance.AS_ENFORCED).strict());
        List<Decision> decided = requests(200)
                .map(request -> both.get(request.model().name().length() % 2).decide(request))
                .toList();
        var closed = new AtomicBoolean();
        Stream<Map<String, Object>> records =
                decided.stream().map(Decision::record).onClose(() -> closed.set(true));

        try (Stream<Replay> replays = licet.replayAll(records)) {
            List<Replay> again = replays.toList();
            assertThat(again).allMatch(Replay::equal);
            assertThat(again.stream().map(Replay::decision).toList()).isEqualTo(decided);
        }
        assertThat(closed).isTrue();
    }

    @Test
    void aRecordThatIsNoneIsRefusedInItsPlace() {
        Map<String, Object> record = licet.decide(request(1)).record();
        Iterator<Replay> replays = licet.replayAll(Stream.of(record, Map.of("schema", "other"), record))
                .iterator();

        assertThat(replays.next().equal()).isTrue();
        assertThatThrownBy(replays::next)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(other)");
        assertThat(replays.next().equal()).isTrue();
        assertThat(replays.hasNext()).isFalse();
    }
}
