package io.kenshin.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The wait for what happens elsewhere. */
public final class Wait {
    private Wait() {}

    /** @throws AssertionError naming what did not come about within the limit */
    public static void until(String what, Duration limit, BooleanSupplier holds) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                throw new AssertionError(what + " did not come about within " + limit.toSeconds() + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
