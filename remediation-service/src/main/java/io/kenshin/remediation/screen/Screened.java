package io.kenshin.remediation.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.Limits;
import io.kenshin.contracts.rest.ScreenedInput;
import io.kenshin.contracts.screen.ScreenReply;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Row;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.settings.RemediationSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The inputs that carried a trigger, kept for people without making the caller wait for the database. */
@ApplicationScoped
public class Screened {
    private static final Logger LOG = Logger.getLogger(Screened.class);
    private static final int ROOM = 10_000;
    private static final int BATCH = 200;
    private static final Sql INSERT =
            Sql.of("insert into screened (model, request_id, code, answer, shadow, reason, triggers)"
                    + " select r.model, r.request_id, r.code, r.answer, r.shadow, r.reason, r.triggers from "
                    + Sql.rows(
                            "r",
                            "model text, request_id text, code text, answer text, shadow boolean, reason text,"
                                    + " triggers text"));
    private static final Sql SELECT =
            Sql.of("select id, model, request_id, code, answer, shadow, reason, triggers, happened from screened"
                    + " where model = :model order by id desc limit :most");

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

    void keep(ScreenRequest request, ScreenReply reply) {
        Map<String, Object> row = new HashMap<>();
        row.put("model", request.model());
        // One that the database refused would take all of its batch with it.
        row.put("request_id", text(request.id()));
        row.put("code", text(request.code()));
        row.put("answer", reply.answer());
        row.put("shadow", reply.shadow());
        row.put("reason", reply.reason());
        row.put("triggers", Json.write(reply.triggers()));
        if (!waiting.offer(row)) {
            // Only while the database is away for long: the answer was given all the same.
            dropped.increment();
        }
    }

    private static String text(String text) {
        return Limits.isText(text) ? text : new String(text.getBytes(UTF_8), UTF_8).replace('\0', '\ufffd');
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
        database.persistently(session -> INSERT.withJson("r", rows)
                .execute(session)
                .chain(() -> Sql.of("delete from screened where id <= (select max(id) from screened) - :kept")
                        .with("kept", (long) kept)
                        .execute(session)));
    }

    /** The latest ones of a model, at most {@code most}. */
    List<ScreenedInput> list(String model, int most) {
        return database.transaction(
                session -> SELECT.with("model", model).with("most", most).list(session, Screened::input));
    }

    private static ScreenedInput input(Row row) {
        return new ScreenedInput(
                row.count("id"),
                row.text("model"),
                row.text("request_id"),
                row.text("code"),
                row.text("answer"),
                row.bool("shadow"),
                row.text("reason"),
                row.json("triggers", new TypeReference<List<ScreenReply.Hit>>() {}),
                row.instant("happened"));
    }

    @PreDestroy
    void stop() {
        writer.interrupt();
    }
}
