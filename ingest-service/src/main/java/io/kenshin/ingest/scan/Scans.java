package io.kenshin.ingest.scan;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.ingest.model.Models;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scan orders. */
@ApplicationScoped
public class Scans {
    /** Estimates rest on so many of the latest scans. */
    private static final int RECENT = 5;
    /** A scan that has not ended after so long is not waited for. */
    private static final Duration LONGEST = Duration.ofDays(1);

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

    /**
     * An order as others see it.
     *
     * @param samples how many it looks at, once it is planned
     * @param seconds from the order to the verdict
     */
    public record View(
            String id,
            String dataset,
            String model,
            int version,
            @Nullable String sample,
            String state,
            @Nullable String detail,
            @Nullable Integer samples,
            @Nullable Double seconds,
            @Nullable Instant ordered) {}

    /** @throws KenshinException INVALID_INPUT or NOT_FOUND when there is nothing that could be scanned like this */
    public Models.Version check(String model, @Nullable Integer version, @Nullable String sample) {
        Models.Version found = models.find(model, version);
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

    public View order(String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        return order("s-" + UUID.randomUUID().toString().substring(0, 12), dataset, model, version, sample);
    }

    /** Orders a scan under a given id; the second order with the same id is the first. */
    public View order(String id, String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        datasets.require(dataset);
        Models.Version found = check(model, version, sample);
        database.transaction(session -> session.createNativeQuery(
                        "insert into scan_order (id, dataset, model, version, sample, state)"
                                + " values (:id, :dataset, :model, :version, :sample, :state) on conflict do nothing")
                .setParameter("id", id)
                .setParameter("dataset", dataset)
                .setParameter("model", model)
                .setParameter("version", found.version())
                .setParameter("sample", sample)
                .setParameter("state", ScanOrder.ORDERED)
                .executeUpdate());
        planner.plan(id);
        return find(id);
    }

    /** Whether a scan is under way; one that never ended is given up after a day. */
    public boolean isOpen(String id) {
        ScanOrder order = database.transaction(session -> session.find(ScanOrder.class, id));
        return order != null
                && (order.state.equals(ScanOrder.ORDERED) || order.state.equals(ScanOrder.PLANNED))
                && order.created != null
                && order.created.isAfter(Instant.now().minus(LONGEST));
    }

    /** Whether there are samples that no scan with this model has seen. */
    public boolean hasNew(String dataset, String model) {
        return !database.transaction(session -> session.createNativeQuery(
                                "select 1" + SampleSize.SCANNED + SampleSize.Unseen.condition(":model") + " limit 1",
                                Integer.class)
                        .setParameter("dataset", dataset)
                        .setParameter("model", model)
                        .getResultList())
                .isEmpty();
    }

    /** How many scans of this size see the whole data set. */
    public long parts(String dataset, String sample) {
        long all = Math.max(1, samples(dataset));
        long size = SampleSize.of(sample).of(all);
        return (all + size - 1) / size;
    }

    private long samples(String dataset) {
        return database.transaction(
                session -> session.createNativeQuery("select count(*)" + SampleSize.SCANNED, Long.class)
                        .setParameter("dataset", dataset)
                        .getSingleResult());
    }

    /**
     * What a scan will cost.
     *
     * @param samples how many it would look at
     * @param samplesPerSecond of the last scans with this model, from order to verdict; null before the first
     * @param seconds null before the first
     */
    public record Estimate(
            long samples,
            @Nullable Double samplesPerSecond,
            @Nullable Double seconds,
            int scans) {}

    public Estimate estimate(String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        datasets.require(dataset);
        check(model, version, sample);
        long all = samples(dataset);
        long samples = sample == null || all == 0 ? all : SampleSize.of(sample).of(all);
        Object[] row = database.transaction(session -> session.createNativeQuery(
                        "select count(*), sum(samples), sum(extract(epoch from finished - created)) from (select samples,"
                                + " finished, created from scan_order where model = :model and finished is not null"
                                + " and samples > 0 and state <> 'failed' order by finished desc limit "
                                + RECENT + ") as latest",
                        Object[].class)
                .setParameter("model", model)
                .getSingleResult());
        int scans = ((Number) row[0]).intValue();
        if (scans == 0) {
            return new Estimate(samples, null, null, 0);
        }
        double rate = ((Number) row[1]).doubleValue() / Math.max(0.001, ((Number) row[2]).doubleValue());
        return new Estimate(samples, rate, samples / rate, scans);
    }

    public View find(String id) {
        ScanOrder order = database.transaction(session -> session.find(ScanOrder.class, id));
        if (order == null) {
            throw new KenshinException(ErrorCode.NOT_FOUND, "no scan " + id);
        }
        return view(order);
    }

    /** Which scans are asked for; what is null may be anything. */
    public record Filter(
            @Nullable String state,
            @Nullable String model,
            @Nullable String dataset) {}

    /** The latest first. */
    public List<View> list(Filter filter, Page page) {
        return database
                .transaction(session -> session.createQuery(
                                "from scan_order where (cast(:state as String) is null or state = :state)"
                                        + " and (cast(:model as String) is null or model = :model)"
                                        + " and (cast(:dataset as String) is null or dataset = :dataset)"
                                        + " order by created desc, id",
                                ScanOrder.class)
                        .setParameter("state", filter.state())
                        .setParameter("model", filter.model())
                        .setParameter("dataset", filter.dataset())
                        .setFirstResult(page.offset())
                        .setMaxResults(page.limit())
                        .getResultList())
                .stream()
                .map(Scans::view)
                .toList();
    }

    private static View view(ScanOrder order) {
        Double seconds = order.finished == null || order.created == null
                ? null
                : Duration.between(order.created, order.finished).toMillis() / 1000.0;
        return new View(
                order.id,
                order.dataset,
                order.model,
                order.version,
                order.sample,
                order.state,
                order.detail,
                order.samples,
                seconds,
                order.created);
    }
}
