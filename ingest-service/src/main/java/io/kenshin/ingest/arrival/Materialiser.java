package io.kenshin.ingest.arrival;

import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Writes samples into the database: whole batches, each sample once, with the offset that they came from. */
@ApplicationScoped
public class Materialiser {
    private final Database database;

    Materialiser(Database database) {
        this.database = database;
    }

    /** @param offsets next offset of each partition after this batch */
    public void write(List<SampleRecord> samples, Map<Integer, Long> offsets) {
        database.persistently(session -> {
            Uni<Integer> inserted = session.createNativeQuery("insert into dataset (name)"
                            + " select distinct r.dataset from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(dataset text)"
                            + " on conflict do nothing")
                    .setParameter("rows", Json.write(samples))
                    .executeUpdate()
                    .chain(() -> session.createNativeQuery(
                                    "insert into sample (id, dataset, external_id, code, label, source, split, state, reason)"
                                            + " select r.id, r.dataset, r.\"externalId\", r.code, r.label, r.source, r.split,"
                                            + " coalesce(t.state, 'accepted'), t.reason"
                                            + " from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(id text, dataset text,"
                                            + " \"externalId\" text, code text, label text, source text, split text)"
                                            + " left join source_trust t on t.dataset = r.dataset and t.source = r.source"
                                            + " on conflict (id) do nothing")
                            .setParameter("rows", Json.write(samples))
                            .executeUpdate());
            for (Map.Entry<Integer, Long> offset : offsets.entrySet()) {
                inserted = inserted.chain(count -> session.createNativeQuery(
                                "insert into materialised (partition, next_offset) values (:partition, :next)"
                                        + " on conflict (partition) do update set next_offset ="
                                        + " greatest(materialised.next_offset, excluded.next_offset)")
                        .setParameter("partition", offset.getKey())
                        .setParameter("next", offset.getValue())
                        .executeUpdate()
                        .replaceWith(count));
            }
            return inserted;
        });
    }
}
