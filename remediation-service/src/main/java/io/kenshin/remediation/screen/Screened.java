package io.kenshin.remediation.screen;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.screen.ScreenReply;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.RemediationSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps inputs that carried a trigger for people, without making the caller wait for the database. */
@ApplicationScoped
public class Screened {
    private static final Logger LOG = Logger.getLogger(Screened.class);
    private static final int ROOM = 10_000;
    private static final int BATCH = 200;

    private final Database database;
    private final int kept;
    private final BlockingQueue<Map<String, Object>> waiting = new ArrayBlockingQueue<>(ROOM);
    private final Counter dropped;
    private final Thread writer = new Thread(this::write, "screened-writer");

    Screened(Database database, RemediationSettings settings, MeterRegistry metrics) {
        this.database = database;
        kept = settings.screening().kept();
        dropped = metrics.counter("kenshin.screening.dropped");
        writer.setDaemon(true);
        writer.start();
    }

    /** An input as it was kept. */
    public record Kept(
            long id,
            String model,
            String requestId,
            String code,
            String answer,
            boolean shadow,
            String reason,
            List<ScreenReply.Hit> triggers,
            Instant happened) {}

    void keep(ScreenRequest request, ScreenReply reply) {
        Map<String, Object> row = new HashMap<>();
        row.put("model", request.model());
        row.put("request_id", request.id());
        row.put("code", request.code());
        row.put("answer", reply.answer());
        row.put("shadow", reply.shadow());
        row.put("reason", reply.reason());
        row.put("triggers", Json.write(reply.triggers()));
        if (!waiting.offer(row)) {
            // Only while the database is away for long: the answer was given all the same.
            dropped.increment();
        }
    }

    private void write() {
        List<Map<String, Object>> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Map<String, Object> first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    insert(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("%d screened inputs could not be kept: %s", batch.size(), e.getMessage());
                dropped.increment(batch.size());
                batch.clear();
            }
        }
    }

    private void insert(List<Map<String, Object>> rows) {
        database.persistently(session -> session.createNativeQuery(
                        "insert into screened (model, request_id, code, answer, shadow, reason, triggers)"
                                + " select r.model, r.request_id, r.code, r.answer, r.shadow, r.reason, r.triggers"
                                + " from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(model text,"
                                + " request_id text, code text, answer text, shadow boolean, reason text, triggers text)")
                .setParameter("rows", Json.write(rows))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "delete from screened where id <= (select max(id) from screened) - :kept")
                        .setParameter("kept", (long) kept)
                        .executeUpdate()));
    }

    /** The latest ones of a model, at most {@code most}. */
    public List<Kept> list(String model, int most) {
        return database
                .transaction(session -> session.createNativeQuery(
                                "select id, model, request_id, code, answer, shadow, reason, triggers,"
                                        + " cast(happened as text) from screened where model = :model"
                                        + " order by id desc limit :most",
                                Object[].class)
                        .setParameter("model", model)
                        .setParameter("most", most)
                        .getResultList())
                .stream()
                .map(row -> new Kept(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Boolean) row[5],
                        (String) row[6],
                        Json.read((String) row[7], new TypeReference<List<ScreenReply.Hit>>() {}),
                        Database.instant((String) row[8])))
                .toList();
    }

    @PreDestroy
    void stop() {
        writer.interrupt();
    }
}
