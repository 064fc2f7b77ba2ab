package dev.licet.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Queue;
import java.util.Spliterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The results of one work on each item of a source, in the source's order. Who consumes reads the source, and works as the others
 * do, in the common pool, where these have not begun; so it waits for nothing but work that is under way, whatever thread it is.
 */
public final class InOrder<T, R> implements Spliterator<R> {
    /** How many items are handed over at once, at most: little beside what a decision takes, much beside what handing over does. */
    static final int CHUNK = 32;

    private final Spliterator<T> source;
    private final Function<? super T, ? extends R> work;
    private final int threads = 1
            + Math.min(
                    ForkJoinPool.getCommonPoolParallelism(),
                    Runtime.getRuntime().availableProcessors() - 1);
    private final Deque<Chunk> ahead = new ArrayDeque<>();
    private final Queue<Chunk> notBegun = new ConcurrentLinkedQueue<>();
    private final AtomicInteger called = new AtomicInteger();
    private long read;
    private boolean ended;
    private volatile boolean closed;
    private Object[] results = {};
    private int next;

    /** The items of a chunk, each of which its result replaces. */
    private static final class Chunk {
        final Object[] items;
        final CompletableFuture<Object[]> results = new CompletableFuture<>();

        Chunk(Object[] items) {
            this.items = items;
        }
    }

    /** Stands for a result where there is none. */
    private record Failure(Throwable why) {
        RuntimeException unchecked() {
            if (why instanceof Error error) {
                throw error;
            }
            return why instanceof RuntimeException asItCame ? asItCame : new CompletionException(why);
        }
    }

    private InOrder(Spliterator<T> source, Function<? super T, ? extends R> work) {
        this.source = source;
        this.work = work;
    }

    public static <T, R> Stream<R> map(Stream<T> source, Function<? super T, ? extends R> work) {
        var inOrder = new InOrder<T, R>(source.sequential().spliterator(), work);
        return StreamSupport.stream(inOrder, false)
                .onClose(() -> inOrder.closed = true)
                .onClose(source::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        if (next == results.length) {
            readAhead();
            if (ahead.isEmpty()) {
                return false;
            }
            results = await(ahead.remove().results);
            next = 0;
        }
        if (closed) {
            return false;
        }
        Object result = results[next];
        results[next++] = null;
        if (result instanceof Failure failure) {
            throw failure.unchecked();
        }
        @SuppressWarnings("unchecked")
        R made = (R) result;
        action.accept(made);
        return true;
    }

    private void readAhead() {
        while (!ended && !closed && ahead.size() < 2 * threads) {
            // One at a time at first: who wants the first few waits for no more.
            Object[] items = read((int) Math.max(1, Math.min(CHUNK, read / (8L * threads))));
            if (items.length > 0) {
                var chunk = new Chunk(items);
                ahead.add(chunk);
                notBegun.add(chunk);
                callHelp();
            }
        }
    }

    private Object[] read(int most) {
        var items = new Object[most];
        int count = 0;
        try {
            while (count < most && !ended) {
                int at = count;
                ended = !source.tryAdvance(item -> items[at] = item);
                count += ended ? 0 : 1;
            }
        } catch (Throwable why) {
            ended = true;
            items[count++] = new Failure(why);
        }
        read += count;
        return count < most ? Arrays.copyOf(items, count) : items;
    }

    /** For each chunk that has not begun there is a call, but never more calls than chunks can be, however busy the pool is. */
    private void callHelp() {
        if (threads > 1 && called.get() < 2 * threads) {
            called.incrementAndGet();
            ForkJoinPool.commonPool().execute(() -> {
                called.decrementAndGet();
                workOnOne();
            });
        }
    }

    private Object[] await(CompletableFuture<Object[]> first) {
        boolean more = true;
        while (more && !first.isDone()) {
            more = workOnOne();
        }
        return first.join();
    }

    /** False if all have begun. */
    private boolean workOnOne() {
        Chunk chunk = notBegun.poll();
        if (chunk == null) {
            return false;
        }
        Object[] items = chunk.items;
        for (int i = 0; i < items.length && !closed; i++) {
            items[i] = result(items[i]);
        }
        chunk.results.complete(items);
        return true;
    }

    private Object result(Object item) {
        if (item instanceof Failure) {
            return item;
        }
        try {
            @SuppressWarnings("unchecked")
            T known = (T) item;
            return work.apply(known);
        } catch (Throwable why) {
            return new Failure(why);
        }
    }

    /** Not split: the parts would be read ahead of all bounds. */
    @Override
    public @Nullable Spliterator<R> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED;
    }
}
