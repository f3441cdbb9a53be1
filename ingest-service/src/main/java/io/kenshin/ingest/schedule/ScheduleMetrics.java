package io.kenshin.ingest.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * The time for which each schedule has been due: what stays due is ordered by nobody. Read from the database, the same
 * at every replica.
 */
@ApplicationScoped
public class ScheduleMetrics {
    private static final Logger LOG = Logger.getLogger(ScheduleMetrics.class);

    private final Schedules schedules;
    private final MultiGauge overdue;

    ScheduleMetrics(Schedules schedules, MeterRegistry metrics) {
        this.schedules = schedules;
        overdue = MultiGauge.builder("kenshin.schedule.overdue")
                .baseUnit("seconds")
                .description("For how long a schedule has been due, 0 when it is not")
                .register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            Instant now = Instant.now();
            overdue.register(
                    schedules.list().stream()
                            .map(schedule -> MultiGauge.Row.of(
                                    Tags.of(
                                            "schedule", schedule.name(),
                                            "dataset", schedule.dataset(),
                                            "model", schedule.model()),
                                    schedule.paused()
                                            ? 0
                                            : Math.max(
                                                    0,
                                                    Duration.between(schedule.nextRun(), now)
                                                            .toSeconds())))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warnf("the schedules could not be read, next try in 15 s: %s", e.getMessage());
        }
    }
}
