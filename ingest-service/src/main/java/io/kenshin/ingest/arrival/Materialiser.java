package io.kenshin.ingest.arrival;

import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The writer of samples into the database: whole batches, each sample once, with the offset that they came from. */
@ApplicationScoped
public class Materialiser {
    private static final Sql DATASETS = Sql.of("insert into dataset (name) select distinct r.dataset from "
            + Sql.rows("r", "dataset text") + " on conflict do nothing");

    private static final Sql SAMPLES =
            Sql.of("insert into sample (id, dataset, external_id, code, label, source, split, language, state, reason)"
                    + " select r.id, r.dataset, r.\"externalId\", r.code, r.label, r.source, r.split,"
                    + " nullif(trim(r.language), ''), coalesce(t.state, 'accepted'), t.reason from "
                    + Sql.rows(
                            "r",
                            "id text, dataset text, \"externalId\" text, code text, label text, source text,"
                                    + " split text, language text")
                    + " left join source_trust t on t.dataset = r.dataset and t.source = r.source"
                    + " on conflict (id) do nothing");

    private static final Sql OFFSET = Sql.of(
            "insert into materialised (partition, next_offset) values (:partition, :next) on conflict (partition)"
                    + " do update set next_offset = greatest(materialised.next_offset, excluded.next_offset)");

    private final Database database;

    Materialiser(Database database) {
        this.database = database;
    }

    /** @param offsets next offset of each partition after this batch */
    public void write(List<SampleRecord> samples, Map<Integer, Long> offsets) {
        database.persistently(session -> {
            Uni<Integer> written = DATASETS.withJson("r", samples)
                    .execute(session)
                    .chain(() -> SAMPLES.withJson("r", samples).execute(session));
            for (Map.Entry<Integer, Long> offset : offsets.entrySet()) {
                Sql mark = OFFSET.with("partition", offset.getKey()).with("next", offset.getValue());
                written = written.chain(() -> mark.execute(session));
            }
            return written;
        });
    }
}
