package io.kenshin.ingest.schedule;

import io.kenshin.contracts.rest.ScanView;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.scan.Scans;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The clock that orders the scans that are due. The order's id follows from the schedule, its turn and the time that it
 * was due, so that several replicas, or a restart between the order and the note of it, order one scan.
 */
@ApplicationScoped
public class ScheduleClock {
    private static final Logger LOG = Logger.getLogger(ScheduleClock.class);
    /** Later than this is not a slow tick: nothing ran when the scan was due. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Schedules schedules;
    private final Scans scans;

    ScheduleClock(Schedules schedules, Scans scans) {
        this.schedules = schedules;
        this.scans = scans;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        tick(Instant.now());
    }

    /** Orders what is due at a time. */
    void tick(Instant now) {
        try {
            for (Schedule schedule : schedules.due(now)) {
                run(schedule, now);
            }
        } catch (RuntimeException e) {
            // They stay due; the next tick tries again.
            LOG.warnf("the schedules could not be looked at: %s", e.getMessage());
        }
    }

    private void run(Schedule schedule, Instant now) {
        boolean busy = schedule.lastScan != null && scans.isOpen(schedule.lastScan);
        if (schedule.isWatch() && (busy || !scans.hasNew(schedule.dataset, schedule.model))) {
            schedules.ran(schedule, now, null, null);
            return;
        }
        if (busy) {
            schedules.ran(schedule, now, null, "skipped: " + schedule.lastScan + " is not finished");
            return;
        }
        try {
            ScanView scan = scans.order(id(schedule), schedule.dataset, schedule.model, null, turn(schedule));
            schedules.ran(schedule, now, scan.id(), late(schedule, now));
        } catch (KenshinException e) {
            // Its data set or model is gone or unfit: the others go on, and it tries again when it is due.
            schedules.ran(schedule, now, null, "refused: " + e.getMessage());
        }
    }

    private static String id(Schedule schedule) {
        String run = schedule.name + "\n" + schedule.runs + "\n" + schedule.nextRun.getEpochSecond();
        return "s-"
                + UUID.nameUUIDFromBytes(run.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 18);
    }

    /** Which part of the data it is this time: what is new, or part k of n, so that n runs see every sample once. */
    private @Nullable String turn(Schedule schedule) {
        if (schedule.sample == null || schedule.isWatch()) {
            return schedule.sample;
        }
        long parts = scans.parts(schedule.dataset, schedule.sample);
        return parts <= 1 ? null : (schedule.runs % parts + 1) + "/" + parts;
    }

    private static @Nullable String late(Schedule schedule, Instant now) {
        Duration late = Duration.between(schedule.nextRun, now);
        return late.compareTo(LATE) < 0
                ? null
                : "caught up: it was due " + late.toMinutes() + " minutes before, when nothing ran";
    }
}
