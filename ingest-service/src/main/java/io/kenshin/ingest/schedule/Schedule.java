package io.kenshin.ingest.schedule;

import io.kenshin.ingest.scan.SampleSize;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A scan of a data set with the model in production, again and again. */
@Entity(name = "schedule")
class Schedule {
    @Id
    String name;

    String dataset;

    String model;

    @Nullable
    String cron;

    @Column(name = "every_seconds")
    @Nullable
    Long everySeconds;

    String zone;

    /** A count or a percentage; runs take turns until every sample was seen. Null for all at once. */
    @Nullable
    String sample;

    boolean paused;

    @Column(name = "next_run")
    Instant nextRun;

    /** How many scans it has ordered: the next one takes the next turn. */
    long runs;

    @Column(name = "last_run")
    @Nullable
    Instant lastRun;

    @Column(name = "last_scan")
    @Nullable
    String lastScan;

    /** What was out of the ordinary at the last run. */
    @Nullable
    String note;

    String actor;

    boolean isWatch() {
        return SampleSize.Unseen.NAME.equals(sample);
    }

    Timetable timetable() {
        return new Timetable(cron, everySeconds == null ? null : Duration.ofSeconds(everySeconds), ZoneId.of(zone));
    }
}
