package io.kenshin.benchmarks.fleet;

import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.client.ApiException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question that is asked again and again, as long as services are away or the answer is not there. */
public final class Retry {
    private static final int BAD_REQUEST = 400;

    private Retry() {}

    /**
     * Asks until there is an answer.
     *
     * @param what is waited for
     * @throws FleetException when there is none in time
     */
    public static <T> T until(String what, long limitSeconds, Supplier<@Nullable T> ask) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(limitSeconds);
        while (System.nanoTime() < deadline) {
            try {
                T answer = ask.get();
                if (answer != null) {
                    return answer;
                }
            } catch (ApiException e) {
                if (e.status() == BAD_REQUEST) {
                    throw e;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new FleetException("waited " + limitSeconds + " s for " + what);
    }
}
