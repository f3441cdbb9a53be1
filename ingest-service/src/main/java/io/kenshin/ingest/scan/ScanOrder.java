package io.kenshin.ingest.scan;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.Word;
import io.kenshin.contracts.rest.ScanView;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.outbox.Row;
import io.kenshin.outbox.Sql;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to scan a data set with a model.
 *
 * @param sample a {@link SampleSize} in words; null for all
 * @param detail what it waits for, or why it failed
 * @param samples how many it looks at, once it is planned
 */
record ScanOrder(
        String id,
        String dataset,
        String model,
        int version,
        @Nullable String sample,
        ScanState state,
        @Nullable String detail,
        Instant created,
        @Nullable Integer samples,
        @Nullable Instant finished) {
    /** What {@link #of} reads. */
    static final String SELECT = "select id, dataset, model, version, sample, state, detail, created, samples, finished"
            + " from scan_order";

    static final Sql BY_ID = Sql.of(SELECT + " where id = :id");

    static ScanOrder of(Row row) {
        return new ScanOrder(
                row.text("id"),
                row.text("dataset"),
                row.text("model"),
                row.integer("version"),
                row.optionalText("sample").orElse(null),
                Word.of(ScanState.class, row.text("state")),
                row.optionalText("detail").orElse(null),
                row.instant("created"),
                row.optionalInteger("samples").orElse(null),
                row.optionalInstant("finished").orElse(null));
    }

    boolean isNewOnly() {
        return SampleSize.Unseen.NAME.equals(sample);
    }

    ScanFailure failure(String reason) {
        return new ScanFailure(id, Limits.cut(reason, Limits.REASON_CHARS), dataset, model, version, isNewOnly());
    }

    ScanView view() {
        Double seconds =
                finished == null ? null : Duration.between(created, finished).toMillis() / 1000.0;
        return new ScanView(id, dataset, model, version, sample, state, detail, samples, seconds, created);
    }
}
