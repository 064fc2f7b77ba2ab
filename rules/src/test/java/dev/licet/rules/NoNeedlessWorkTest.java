package dev.licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.facts.TransferKind;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A decision allocates no more than it should, with all packs. Bytes are the same on a slow machine and a fast one, and no session of
 * Drools, no evaluation and no explanation is made with so few.
 */
class NoNeedlessWorkTest {
    private static final List<String> PLACES = List.of("CN", "GB", "FR", "AE", "SG", "IR", "RU", "KR", "BR", "HK");
    private static final int TIMES = 300;

    private static final Licet LICET = Licet.standard();

    private int names;

    /** A request of its own; all those to one place differ in a name and an amount of compute alone. */
    private Request request(String place) {
        names++;
        return new Request(
                Model.named("Model " + names)
                        .developer("Example AI", "US")
                        .closed()
                        .license("proprietary")
                        .trainingCompute(3e24 + names)
                        .modalities("text")
                        .lineage(List.of())
                        .build(),
                Transfer.of(TransferKind.API)
                        .to(place)
                        .recipient(Party.named("Party " + names).in(place).screened())
                        .on(LocalDate.of(2026, 11, 23)));
    }

    private List<Request> requests() {
        var requests = new ArrayList<Request>();
        for (int i = 0; i < TIMES; i++) {
            requests.add(request(PLACES.get(i % PLACES.size())));
        }
        return requests;
    }

    /** The bytes of the middle one, so that a cache that grows just then does not count. */
    private static long bytes(List<Request> requests, Consumer<Request> work) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] each = new long[requests.size()];
        for (int i = 0; i < each.length; i++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            work.accept(requests.get(i));
            each[i] = thread.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(each);
        return each[each.length / 2];
    }

    @Test
    void a_request_that_comes_again_is_found_and_its_reasons_with_it() {
        List<Request> again = requests();
        again.forEach(request -> LICET.decide(request).findings());

        assertThat(bytes(again, request -> LICET.decide(request).findings())).isLessThan(200);
        assertThat(LICET.decide(again.get(0))).isSameAs(LICET.decide(again.get(0)));
    }

    @Test
    void an_equal_request_is_found_too() {
        List<Request> first = requests();
        first.forEach(LICET::decide);
        names -= TIMES;

        assertThat(bytes(requests(), LICET::decide)).isLessThan(400);
    }

    @Test
    void a_new_name_and_a_new_number_ask_no_rule_again() {
        requests().forEach(request -> LICET.decide(request).outcome());

        assertThat(bytes(requests(), request -> LICET.decide(request).outcome()))
                .isLessThan(36_000);
    }

    @Test
    void reasons_are_worked_out_when_they_are_asked_for_and_once() {
        requests().forEach(request -> LICET.decide(request).findings());
        List<Request> others = requests();
        List<Decision> decisions = others.stream().map(LICET::decide).toList();
        var next = decisions.iterator();
        var again = decisions.iterator();

        assertThat(bytes(others, request -> next.next().findings())).isBetween(1_000L, 250_000L);
        assertThat(bytes(others, request -> again.next().findings())).isLessThan(200);
    }
}
