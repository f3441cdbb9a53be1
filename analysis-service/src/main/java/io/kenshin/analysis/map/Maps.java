package io.kenshin.analysis.map;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.detection.projection.TSne;
import io.kenshin.detection.representation.PrincipalComponents;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.Leases;
import io.kenshin.scan.map.MapSample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Draws and keeps maps. */
@ApplicationScoped
public class Maps {
    private static final Logger LOG = Logger.getLogger(Maps.class);
    private static final double PERPLEXITY = 30;
    private static final int FEWEST = 5;

    private final Database database;
    private final int most;

    Maps(Database database, @ConfigProperty(name = "kenshin.analysis.map-points", defaultValue = "5000") int most) {
        this.database = database;
        this.most = most;
    }

    /** Draws a scan's map. A map that cannot be drawn is missing; the scan goes on. */
    public void draw(ScanPlan plan, String view, List<MapSample> samples, Lease lease) {
        try {
            List<MapSample> chosen = Choice.of(samples, most);
            if (chosen.size() >= FEWEST) {
                keep(plan, drawn(plan, view, chosen), lease);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "scan %s gets no map", plan.scanId());
        }
    }

    private ScanMap drawn(ScanPlan plan, String view, List<MapSample> samples) {
        double[][] vectors = PrincipalComponents.widen(
                samples.stream().map(MapSample::vector).toArray(float[][]::new));
        ScanMap last = last(plan);
        double[][] start = Places.from(last, samples);
        double[][] map = TSne.map(vectors, PERPLEXITY, start);
        List<List<String>> nearest = Nearest.of(samples);
        List<ScanMap.Point> points = new ArrayList<>();
        for (int i = 0; i < map.length; i++) {
            points.add(point(samples.get(i), map[i], nearest.get(i)));
        }
        return new ScanMap(plan.scanId(), view, start == null || last == null ? null : last.scanId(), points);
    }

    private static ScanMap.Point point(MapSample sample, double[] at, List<String> nearest) {
        SampleFinding finding = sample.finding();
        return new ScanMap.Point(
                sample.id(),
                sample.label(),
                sample.source(),
                finding == null ? null : finding.decision().name().toLowerCase(Locale.ROOT),
                finding == null ? 0 : finding.score(),
                finding == null ? null : finding.triggerId(),
                rounded(at[0]),
                rounded(at[1]),
                sample.oddness() == null ? null : rounded(sample.oddness()),
                finding == null ? null : sample.spans(),
                finding == null ? null : nearest);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private void keep(ScanPlan plan, ScanMap map, Lease lease) {
        database.persistently(session -> Leases.check(session, lease)
                .chain(() -> session.createNativeQuery("insert into scan_map (scan_id, dataset, model, points)"
                                + " values (:scan, :dataset, :model, :points)"
                                + " on conflict (scan_id) do update set points = excluded.points")
                        .setParameter("scan", plan.scanId())
                        .setParameter("dataset", plan.dataset())
                        .setParameter("model", plan.model())
                        .setParameter("points", Json.write(map))
                        .executeUpdate()));
    }

    private @Nullable ScanMap last(ScanPlan plan) {
        return first(database.persistently(session -> session.createNativeQuery(
                        "select points from scan_map where dataset = :dataset and model = :model"
                                + " and scan_id <> :scan order by created desc limit 1",
                        String.class)
                .setParameter("dataset", plan.dataset())
                .setParameter("model", plan.model())
                .setParameter("scan", plan.scanId())
                .getResultList()));
    }

    /** The map of a scan; null when there is none. */
    public @Nullable ScanMap find(String scanId) {
        return first(database.transaction(
                session -> session.createNativeQuery("select points from scan_map where scan_id = :scan", String.class)
                        .setParameter("scan", scanId)
                        .getResultList()));
    }

    private static @Nullable ScanMap first(List<String> points) {
        return points.isEmpty() ? null : Json.read(points.get(0), ScanMap.class);
    }
}
