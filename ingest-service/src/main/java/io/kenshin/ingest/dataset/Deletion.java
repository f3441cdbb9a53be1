package io.kenshin.ingest.dataset;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.sample.DatasetDeleted;
import io.kenshin.foundation.Json;
import io.kenshin.ingest.arrival.Arrivals;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The way of a data set out of the fleet: its samples, scans, schedules and sources here, and by an event what the
 * other services derived from it. What is on the topics goes with their retention.
 */
@ApplicationScoped
public class Deletion {
    private static final List<String> STATEMENTS = List.of(
            "delete from scan_sample where scan_id in (select id from scan_order where dataset = :dataset)",
            "delete from scan_order where dataset = :dataset",
            "delete from schedule where dataset = :dataset",
            "delete from source_trust where dataset = :dataset",
            "delete from sample where dataset = :dataset",
            "delete from dataset where name = :dataset");

    private final Database database;
    private final Datasets datasets;
    private final Arrivals arrivals;

    Deletion(Database database, Datasets datasets, Arrivals arrivals) {
        this.database = database;
        this.datasets = datasets;
        this.arrivals = arrivals;
    }

    void delete(String name) {
        datasets.require(name);
        // What was accepted before must not come back afterwards.
        arrivals.awaitAll(left -> {});
        CloudEvent<DatasetDeleted> event = CloudEvent.of(
                UUID.randomUUID().toString(),
                "/kenshin/ingest",
                DatasetDeleted.TYPE,
                name,
                Instant.now().toString(),
                new DatasetDeleted(name));
        database.once(session -> Database.all(session, STATEMENTS, Map.of("dataset", name))
                .chain(() -> Outbox.add(session, Topics.SCANS, "dataset:" + name, Json.write(event))));
    }
}
