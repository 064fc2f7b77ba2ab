package dev.licet.request;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a caller says of one fact: a value, that it is not known, or nothing.
 *
 * <p>The difference between the last two matters: for a fact that is not stated there may be an ordinary assumption,
 * which the decision reports; a fact that is said to be unknown is never assumed.
 *
 * @param <T> the type of the fact's value
 */
public sealed interface Given<T> {

    /**
     * A value.
     *
     * @param value what is stated
     * @param <T> the type of the value
     * @return the value, stated
     */
    static <T> Given<T> of(T value) {
        return new Stated<>(Objects.requireNonNull(value, "value"));
    }

    /**
     * Said to be unknown.
     *
     * @param <T> the type the value would have
     * @return unknown
     */
    @SuppressWarnings("unchecked") // it holds no value of any type
    static <T> Given<T> unknown() {
        return (Given<T>) Unknown.ALL;
    }

    /**
     * Nothing said.
     *
     * @param <T> the type the value would have
     * @return unstated
     */
    @SuppressWarnings("unchecked") // it holds no value of any type
    static <T> Given<T> unstated() {
        return (Given<T>) Unstated.ALL;
    }

    /**
     * The value, if one is stated.
     *
     * @return the value, or empty if unknown or unstated
     */
    Optional<T> value();

    /**
     * Whether nothing was said.
     *
     * @return true for {@link #unstated()} alone
     */
    default boolean isUnstated() {
        return this instanceof Unstated;
    }

    /**
     * The same state with the value changed, if there is one.
     *
     * @param change how to change the value
     * @param <R> the type of the changed value
     * @return the changed value, or unknown, or unstated
     */
    default <R> Given<R> map(Function<? super T, ? extends R> change) {
        if (this instanceof Stated<T> stated) {
            return Given.of(change.apply(stated.stated()));
        }
        return isUnstated() ? unstated() : unknown();
    }

    /**
     * A stated value.
     *
     * @param stated the value
     * @param <T> its type
     */
    record Stated<T>(T stated) implements Given<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(stated);
        }
    }

    /**
     * Said to be unknown.
     *
     * @param <T> the type the value would have
     */
    record Unknown<T>() implements Given<T> {
        private static final Given<?> ALL = new Unknown<>();

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }

    /**
     * Nothing said.
     *
     * @param <T> the type the value would have
     */
    record Unstated<T>() implements Given<T> {
        private static final Given<?> ALL = new Unstated<>();

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
