package io.kenshin.outbox;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The wait for a database that is away: half an hour, in which a fail-over, a restart or a full disk is mended. Inlets
 * must not take a record that waits for so long for one that is stuck: their {@code unprocessed-record-max-age} is
 * longer.
 */
final class Patience {
    static final Duration LONGEST = Duration.ofMinutes(30);

    /** For a work that a database that answers does not end in time: load passes, too much work does not. */
    static final Duration SLOW = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final LongSupplier nanos;
    private final LongConsumer pauseMillis;

    Patience() {
        this(System::nanoTime, millis -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)));
    }

    /** @param pauseMillis waits for so many milliseconds */
    Patience(LongSupplier nanos, LongConsumer pauseMillis) {
        this.nanos = nanos;
        this.pauseMillis = pauseMillis;
    }

    private static boolean isSlow(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(TimeoutException.class::isInstance);
    }

    /**
     * Does a work again and again until it succeeds.
     *
     * @param answers whether the database can be asked: a work that still fails then fails for a reason of its own
     * @throws KenshinException when the database was away for all that time
     * @throws RuntimeException of the work, where it will not pass or the database is there
     */
    <T> T through(Supplier<T> work, BooleanSupplier answers) {
        long begin = nanos.getAsLong();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!Database.passing(e)) {
                    throw e;
                }
                Duration waited = Duration.ofNanos(nanos.getAsLong() - begin);
                if (waited.compareTo(SLOW) >= 0 && isSlow(e) && answers.getAsBoolean()) {
                    throw e;
                }
                if (waited.compareTo(LONGEST) >= 0) {
                    if (answers.getAsBoolean()) {
                        // It may have come back just now.
                        return work.get();
                    }
                    throw new KenshinException(
                            ErrorCode.AWAY,
                            "the database has been away for " + LONGEST.toMinutes() + " minutes: " + e.getMessage(),
                            e);
                }
                LOG.warnf("the database did not take a write, next try in %d ms: %s", pause, e.getMessage());
                pauseMillis.accept(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        }
    }
}
