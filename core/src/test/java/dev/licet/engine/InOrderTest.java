package dev.licet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work on all cores comes out in order, no matter what the source, the work and the consumer do. */
@Timeout(60)
class InOrderTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Two chunks for each core, and the one that is being consumed. */
    private static final int MOST_AHEAD = (2 * CORES + 1) * InOrder.CHUNK;

    private static Stream<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed();
    }

    /** Takes long for some and short for others, so that later ones are done first. */
    private static int unevenly(int number) {
        long sum = 0;
        for (int i = 0; i < (number % 7 == 0 ? 20_000 : 20); i++) {
            sum += i ^ number;
        }
        return sum == Long.MIN_VALUE ? -1 : number;
    }

    @Test
    void resultsStandInTheOrderOfTheSource() {
        assertThat(InOrder.map(numbers(30_000), InOrderTest::unevenly).toList())
                .isEqualTo(numbers(30_000).toList());
    }

    @Test
    void everyShortSourceComesOutWhole() {
        for (int count = 0; count < 300; count++) {
            assertThat(InOrder.map(numbers(count), Function.identity()).toList())
                    .isEqualTo(numbers(count).toList());
        }
    }

    @Test
    void aParallelSourceAndAParallelConsumerKeepTheOrder() {
        assertThat(InOrder.map(numbers(5_000).parallel(), InOrderTest::unevenly)
                        .parallel()
                        .toList())
                .isEqualTo(numbers(5_000).toList());
    }

    @Test
    void nothingIsReadBeforeSomethingIsConsumed() {
        var read = new AtomicInteger();
        Stream<Integer> results = InOrder.map(numbers(1_000).peek(number -> read.incrementAndGet()), x -> x);

        assertThat(read).hasValue(0);
        assertThat(results.iterator().next()).isZero();
        assertThat(read.get()).isBetween(1, 2 * CORES);
    }

    @Test
    void anEndlessSourceIsReadNoFurtherThanConsumedAndSomeAhead() {
        var read = new AtomicLong();
        Stream<Long> endless = LongStream.iterate(0, n -> n + 1).boxed().peek(number -> read.incrementAndGet());

        assertThat(InOrder.map(endless, x -> x).limit(10_000))
                .hasSize(10_000)
                .last()
                .isEqualTo(9_999L);
        assertThat(read.get()).isBetween(10_000L, 10_000L + MOST_AHEAD);
    }

    @Test
    void noMoreIsReadAheadThanTheBoundAtAnyTime() {
        var read = new AtomicInteger();
        var most = new AtomicInteger();
        var consumed = new AtomicInteger();
        InOrder.map(numbers(50_000).peek(number -> read.incrementAndGet()), InOrderTest::unevenly)
                .forEach(number -> most.accumulateAndGet(read.get() - consumed.getAndIncrement(), Math::max));

        assertThat(consumed).hasValue(50_000);
        assertThat(most.get()).isBetween(InOrder.CHUNK, MOST_AHEAD);
    }

    @Test
    void whatIsThrownForAnItemComesInItsPlaceAndTheNextGoOn() {
        Iterator<Integer> results = InOrder.map(numbers(3_000), number -> {
                    if (number == 777) {
                        throw new IllegalArgumentException("777");
                    }
                    if (number == 778) {
                        throw new AssertionError("778");
                    }
                    return number;
                })
                .iterator();

        for (int i = 0; i < 777; i++) {
            assertThat(results.next()).isEqualTo(i);
        }
        assertThatThrownBy(results::next)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("777");
        assertThatThrownBy(results::next).isInstanceOf(AssertionError.class).hasMessage("778");
        for (int i = 779; i < 3_000; i++) {
            assertThat(results.next()).isEqualTo(i);
        }
        assertThat(results.hasNext()).isFalse();
    }

    @Test
    void whatTheSourceThrowsComesAfterAllBeforeIt() {
        var consumed = new ArrayList<Integer>();
        Stream<Integer> broken = numbers(2_000).peek(number -> {
            if (number == 1_234) {
                throw new IllegalStateException("unreadable");
            }
        });

        assertThatThrownBy(() -> InOrder.map(broken, x -> x).forEach(consumed::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("unreadable");
        assertThat(consumed).isEqualTo(numbers(1_234).toList());
    }

    @Test
    void closingTheResultsClosesTheSourceAndEndsThem() {
        var closed = new AtomicInteger();
        var read = new AtomicInteger();
        Stream<Integer> results = InOrder.map(
                numbers(10_000).peek(number -> read.incrementAndGet()).onClose(closed::incrementAndGet), x -> x);
        Iterator<Integer> iterator = results.iterator();
        for (int i = 0; i < 500; i++) {
            iterator.next();
        }
        assertThat(closed).hasValue(0);

        results.close();

        assertThat(closed).hasValue(1);
        int before = read.get();
        assertThat(iterator.hasNext()).isFalse();
        assertThat(read).hasValue(before);
    }

    @Test
    void theConsumerAloneReadsAndNobodyButItAndTheCommonPoolWorks() {
        Thread consumer = Thread.currentThread();
        Set<Thread> readers = ConcurrentHashMap.newKeySet();
        Set<Thread> workers = ConcurrentHashMap.newKeySet();

        InOrder.map(numbers(20_000).peek(number -> readers.add(Thread.currentThread())), number -> {
                    workers.add(Thread.currentThread());
                    return unevenly(number);
                })
                .forEach(number -> {});

        assertThat(readers).containsExactly(consumer);
        workers.remove(consumer);
        assertThat(workers)
                .allSatisfy(worker -> assertThat(worker)
                        .isInstanceOfSatisfying(
                                ForkJoinWorkerThread.class,
                                one -> assertThat(one.getPool()).isSameAs(ForkJoinPool.commonPool())));
    }

    @Test
    void twoItemsAreWorkedOnAtOnceWhereThereAreTwoCores() {
        assumeThat(CORES).isGreaterThan(1);
        var both = new CyclicBarrier(2);

        assertThat(InOrder.map(Stream.of("a", "b"), name -> {
                    try {
                        both.await(50, TimeUnit.SECONDS);
                        return name;
                    } catch (Exception alone) {
                        throw new IllegalStateException(alone);
                    }
                }))
                .containsExactly("a", "b");
    }

    @Test
    void aPoolThatIsBusyElsewhereHoldsNothingUp() throws InterruptedException {
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(30, TimeUnit.SECONDS))
                .isTrue();
        int workers = ForkJoinPool.getCommonPoolParallelism();
        var begun = new CountDownLatch(workers);
        var done = new CountDownLatch(1);
        for (int i = 0; i < workers; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                begun.countDown();
                try {
                    done.await();
                } catch (InterruptedException never) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        begun.await();
        try {
            assertThat(InOrder.map(numbers(10_000), x -> x)).hasSize(10_000);
            assertThat(ForkJoinPool.commonPool().getQueuedSubmissionCount())
                    .as("what waits in the pool does not grow with the source")
                    .isLessThanOrEqualTo(2 * CORES);
        } finally {
            done.countDown();
        }
    }

    @Test
    void oneInsideAnotherAndInsideAParallelStreamComesToAnEnd() {
        List<Integer> sums = numbers(40)
                .parallel()
                .map(outer -> InOrder.map(
                                numbers(50),
                                middle -> InOrder.map(numbers(30), InOrderTest::unevenly)
                                        .collect(Collectors.summingInt(x -> x)))
                        .collect(Collectors.summingInt(x -> x)))
                .toList();

        assertThat(sums).hasSize(40).containsOnly(50 * (29 * 30 / 2));
    }

    @Test
    void aConsumerThatIsInterruptedStaysSoAndGetsAll() {
        Thread.currentThread().interrupt();
        List<Integer> results =
                InOrder.map(numbers(5_000), InOrderTest::unevenly).toList();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(results).hasSize(5_000);
    }
}
