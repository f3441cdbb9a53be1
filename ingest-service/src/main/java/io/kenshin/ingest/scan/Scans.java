package io.kenshin.ingest.scan;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.ingest.model.Models;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scan orders. */
@ApplicationScoped
public class Scans {
    private static final Pattern SAMPLE = Pattern.compile("[1-9][0-9]{0,9}|(100|[1-9]?[0-9](\\.[0-9]+)?)%");

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

    /** An order as others see it. */
    public record View(
            String id,
            String dataset,
            String model,
            int version,
            @Nullable String sample,
            String state,
            @Nullable String detail) {}

    public View order(String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        datasets.require(dataset);
        Models.Version found = models.find(model, version);
        if (found.labels().isEmpty()) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT,
                    "model " + model + "@" + found.version() + " names no labels (id2label in config.json): it predicts"
                            + " nothing that could be poisoned");
        }
        if (sample != null && !SAMPLE.matcher(sample).matches()) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "'" + sample + "' is no sample size: use a count (10000) or a part (10%)");
        }
        ScanOrder order = new ScanOrder();
        order.id = "s-" + UUID.randomUUID().toString().substring(0, 12);
        order.dataset = dataset;
        order.model = model;
        order.version = found.version();
        order.sample = sample;
        order.state = ScanOrder.ORDERED;
        database.transaction(session -> session.persist(order));
        planner.plan(order.id);
        return view(order);
    }

    public View find(String id) {
        ScanOrder order = database.transaction(session -> session.find(ScanOrder.class, id));
        if (order == null) {
            throw new KenshinException(ErrorCode.NOT_FOUND, "no scan " + id);
        }
        return view(order);
    }

    public List<View> list() {
        return database
                .transaction(session -> session.createQuery("from scan_order order by created desc", ScanOrder.class)
                        .setMaxResults(200)
                        .getResultList())
                .stream()
                .map(Scans::view)
                .toList();
    }

    private static View view(ScanOrder order) {
        return new View(order.id, order.dataset, order.model, order.version, order.sample, order.state, order.detail);
    }
}
