package io.kenshin.fleet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The watch over parts that were up: which of them has to be started again. One that has ended, at once; one that is
 * deaf, which runs but says that it is not alive or says nothing at all, when that has lasted. Not one that is not
 * ready: it waits for something else, and a start would not bring that back.
 */
final class Watch {
    static final Duration DEAF = Duration.ofMinutes(1);
    static final int MOST_STARTS = 3;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private final Map<String, Long> deafSince = new HashMap<>();
    private final Map<String, Deque<Long>> starts = new HashMap<>();

    Watch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How a part is. */
    enum State {
        ALIVE,
        DEAF,
        ENDED
    }

    /**
     * Notes how a part is.
     *
     * @return whether to start it again now
     * @throws FleetException when that was done too often
     */
    boolean due(String part, State state) {
        long now = nanos.getAsLong();
        if (state == State.ALIVE) {
            deafSince.remove(part);
            return false;
        }
        long since = deafSince.computeIfAbsent(part, unknown -> now);
        if (state == State.DEAF && now - since < DEAF.toNanos()) {
            return false;
        }
        deafSince.remove(part);
        Deque<Long> before = starts.computeIfAbsent(part, unknown -> new ArrayDeque<>());
        before.removeIf(start -> now - start > WITHIN.toNanos());
        if (before.size() == MOST_STARTS) {
            throw new FleetException(part + " was started " + MOST_STARTS + " times within " + WITHIN.toMinutes()
                    + " minutes and does not stay up");
        }
        before.add(now);
        return true;
    }
}
