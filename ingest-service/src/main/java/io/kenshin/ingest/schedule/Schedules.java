package io.kenshin.ingest.schedule;

import io.kenshin.contracts.rest.ScheduleView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Name;
import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.ingest.scan.Scans;
import io.kenshin.outbox.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The schedules that there are. */
@ApplicationScoped
public class Schedules {

    private final Database database;
    private final Datasets datasets;
    private final Scans scans;

    Schedules(Database database, Datasets datasets, Scans scans) {
        this.database = database;
        this.datasets = datasets;
        this.scans = scans;
    }

    /** Sets a schedule up, or changes it: its turns go on. */
    ScheduleView put(
            String name, String dataset, String model, Timetable timetable, @Nullable String sample, String actor) {
        Name.check(name);
        datasets.require(dataset);
        scans.check(model, null, sample);
        Instant now = now();
        return view(database.transaction(session -> session.find(Schedule.class, name)
                .chain(known -> {
                    Schedule schedule = known == null ? new Schedule() : known;
                    schedule.name = name;
                    schedule.dataset = dataset;
                    schedule.model = model;
                    schedule.cron = timetable.cron();
                    schedule.everySeconds =
                            timetable.every() == null ? null : timetable.every().toSeconds();
                    schedule.zone = timetable.zone().getId();
                    schedule.sample = sample;
                    schedule.nextRun = timetable.next(now, now);
                    schedule.actor = actor;
                    Uni<Void> stored = known == null
                            ? session.persist(schedule)
                            : Uni.createFrom().voidItem();
                    return stored.replaceWith(schedule);
                })));
    }

    List<ScheduleView> list() {
        return database
                .transaction(session -> session.createQuery("from schedule order by name", Schedule.class)
                        .getResultList())
                .stream()
                .map(Schedules::view)
                .toList();
    }

    ScheduleView one(String name) {
        return view(database.transaction(session -> find(session, name)));
    }

    ScheduleView pause(String name) {
        return change(name, schedule -> schedule.paused = true);
    }

    /** Goes on from now: what would have been due in the pause is not caught up. */
    ScheduleView resume(String name) {
        return change(name, schedule -> {
            Instant now = now();
            schedule.paused = false;
            schedule.nextRun = schedule.timetable().next(now, now);
        });
    }

    void dueNow(String name) {
        change(name, schedule -> {
            if (schedule.paused) {
                throw new KenshinException(ErrorCode.CONFLICT, "the schedule " + name + " is paused: resume it first");
            }
            schedule.nextRun = now();
        });
    }

    void remove(String name) {
        int removed =
                database.transaction(session -> session.createMutationQuery("delete from schedule where name = :name")
                        .setParameter("name", name)
                        .executeUpdate());
        if (removed == 0) {
            throw unknown(name);
        }
    }

    List<Schedule> due(Instant now) {
        return database.transaction(session -> session.createQuery(
                        "from schedule where paused = false and nextRun <= :now order by nextRun", Schedule.class)
                .setParameter("now", now)
                .getResultList());
    }

    /** Writes down a run once, however many replicas saw that it was due. */
    void ran(Schedule schedule, Instant now, @Nullable String scan, @Nullable String note) {
        Instant next = schedule.timetable().next(schedule.nextRun, now);
        database.transaction(session -> session.createMutationQuery("update schedule set nextRun = :next,"
                        + " lastRun = :now, runs = runs + :turns, lastScan = coalesce(:scan, lastScan), note = :note"
                        + " where name = :name and nextRun = :seen and runs = :before")
                .setParameter("next", next)
                .setParameter("now", now)
                .setParameter("turns", scan == null ? 0L : 1L)
                .setParameter("scan", scan)
                .setParameter("note", note)
                .setParameter("name", schedule.name)
                .setParameter("seen", schedule.nextRun)
                .setParameter("before", schedule.runs)
                .executeUpdate());
    }

    private ScheduleView change(String name, Consumer<Schedule> work) {
        return view(database.transaction(session -> find(session, name).invoke(work)));
    }

    private static Uni<Schedule> find(Mutiny.Session session, String name) {
        return session.find(Schedule.class, name).onItem().ifNull().failWith(() -> unknown(name));
    }

    private static KenshinException unknown(String name) {
        return new KenshinException(ErrorCode.NOT_FOUND, "no schedule called " + name);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static ScheduleView view(Schedule schedule) {
        return new ScheduleView(
                schedule.name,
                schedule.dataset,
                schedule.model,
                schedule.cron,
                schedule.everySeconds,
                schedule.zone,
                schedule.sample,
                schedule.paused,
                schedule.nextRun,
                schedule.runs,
                schedule.lastRun,
                schedule.lastScan,
                schedule.note,
                schedule.actor);
    }
}
