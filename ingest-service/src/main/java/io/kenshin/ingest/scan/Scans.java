package io.kenshin.ingest.scan;

import io.kenshin.contracts.rest.ModelView;
import io.kenshin.contracts.rest.ScanEstimate;
import io.kenshin.contracts.rest.ScanView;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.ingest.model.Models;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scan orders. */
@ApplicationScoped
public class Scans {
    /** Estimates rest on so many of the latest scans. */
    private static final int RECENT = 5;
    /** A scan that has not ended after so long is not waited for. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Sql ORDER = Sql.of("insert into scan_order (id, dataset, model, version, sample, state)"
            + " values (:id, :dataset, :model, :version, :sample, :state) on conflict do nothing");

    private static final Sql UNSEEN =
            Sql.of("select 1 as one" + SampleSize.SCANNED + SampleSize.Unseen.condition(":model") + " limit 1");

    private static final Sql COUNT = Sql.of("select count(*) as samples" + SampleSize.SCANNED);

    private static final Sql LATEST =
            Sql.of("select count(*) as scans, sum(samples) as samples, sum(extract(epoch from finished - created)) as"
                    + " seconds from (select samples, finished, created from scan_order where model = :model and"
                    + " finished is not null and samples > 0 and state <> 'failed' order by finished desc limit "
                    + RECENT + ") as latest");

    private static final Sql LIST = Sql.of(ScanOrder.SELECT + " where (cast(:state as text) is null or state = :state)"
            + " and (cast(:model as text) is null or model = :model)"
            + " and (cast(:dataset as text) is null or dataset = :dataset)"
            + " order by created desc, id limit :most offset :skip");

    private final Database database;
    private final Datasets datasets;
    private final Models models;
    private final ScanPlanner planner;

    Scans(Database database, Datasets datasets, Models models, ScanPlanner planner) {
        this.database = database;
        this.datasets = datasets;
        this.models = models;
        this.planner = planner;
    }

    /** @throws KenshinException INVALID_INPUT or NOT_FOUND when there is nothing that could be scanned like this */
    public ModelView.Version check(String model, @Nullable Integer version, @Nullable String sample) {
        ModelView.Version found = models.find(model, version);
        if (found.labels().isEmpty()) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT,
                    "model " + model + "@" + found.version() + " names no labels (id2label in config.json): it predicts"
                            + " nothing that could be poisoned");
        }
        if (sample != null) {
            SampleSize.of(sample);
        }
        return found;
    }

    public ScanView order(String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        return order("s-" + UUID.randomUUID().toString().substring(0, 12), dataset, model, version, sample);
    }

    /** Orders a scan under a given id; the second order with the same id is the first. */
    public ScanView order(String id, String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        datasets.require(dataset);
        ModelView.Version found = check(model, version, sample);
        database.transaction(session -> ORDER.with("id", id)
                .with("dataset", dataset)
                .with("model", model)
                .with("version", found.version())
                .with("sample", sample)
                .with("state", ScanState.ORDERED.text())
                .execute(session));
        planner.plan(id);
        return find(id);
    }

    /** Whether a scan is under way; one that never ended is given up after a day. */
    public boolean isOpen(String id) {
        return read(id).filter(order -> !order.state().ended()
                        && order.created().isAfter(Instant.now().minus(LONGEST)))
                .isPresent();
    }

    /** Whether there are samples that no scan with this model has seen. */
    public boolean hasNew(String dataset, String model) {
        return database.transaction(session -> UNSEEN.with("dataset", dataset)
                .with("model", model)
                .first(session, row -> true)
                .map(Optional::isPresent));
    }

    /** How many scans of this size see the whole data set. */
    public long parts(String dataset, String sample) {
        long all = Math.max(1, samples(dataset));
        long size = SampleSize.of(sample).of(all);
        return (all + size - 1) / size;
    }

    private long samples(String dataset) {
        return database.transaction(
                session -> COUNT.with("dataset", dataset).one(session, row -> row.count("samples")));
    }

    /** What a scan would cost, by what the last ones with this model did. */
    public ScanEstimate estimate(String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        datasets.require(dataset);
        check(model, version, sample);
        long all = samples(dataset);
        long samples = sample == null || all == 0 ? all : SampleSize.of(sample).of(all);
        return database.transaction(session -> LATEST.with("model", model).one(session, row -> {
            int scans = row.integer("scans");
            if (scans == 0) {
                return new ScanEstimate(samples, null, null, 0);
            }
            double rate = row.count("samples") / Math.max(0.001, row.decimal("seconds"));
            return new ScanEstimate(samples, rate, samples / rate, scans);
        }));
    }

    public ScanView find(String id) {
        return read(id).orElseThrow(() -> new KenshinException(ErrorCode.NOT_FOUND, "no scan " + id))
                .view();
    }

    private Optional<ScanOrder> read(String id) {
        return database.transaction(session -> ScanOrder.BY_ID.with("id", id).first(session, ScanOrder::of));
    }

    /** A choice of scans; what is null may be anything. */
    public record Filter(
            @Nullable String state,
            @Nullable String model,
            @Nullable String dataset) {}

    /** The latest first. */
    public List<ScanView> list(Filter filter, Page page) {
        return database.transaction(session -> LIST.with("state", filter.state())
                .with("model", filter.model())
                .with("dataset", filter.dataset())
                .with("most", page.limit())
                .with("skip", page.offset())
                .list(session, row -> ScanOrder.of(row).view()));
    }
}
