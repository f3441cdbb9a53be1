package io.kenshin.analysis.trend;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The latest scan of every data set and model as gauges. They are read from the database, so a restart forgets nothing
 * and every replica says the same.
 */
@ApplicationScoped
public class TrendMetrics {
    private static final Logger LOG = Logger.getLogger(TrendMetrics.class);

    private final Trends trends;
    private final MultiGauge finished;
    private final MultiGauge distance;

    TrendMetrics(Trends trends, MeterRegistry metrics) {
        this.trends = trends;
        finished = MultiGauge.builder("kenshin.scan.finished")
                .baseUnit("seconds")
                .description("When the latest scan ended, in seconds since 1970, with its verdict and change")
                .register(metrics);
        distance = MultiGauge.builder("kenshin.scan.energy.distance")
                .description("Energy distance of the latest scan's vectors to the last healthy scan, furthest layer")
                .register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            List<Trends.Point> latest = trends.latest();
            finished.register(
                    latest.stream()
                            .map(point -> MultiGauge.Row.of(
                                    tags(point)
                                            .and(
                                                    "verdict",
                                                    point.verdict(),
                                                    "change",
                                                    point.change().toString()),
                                    point.finished().getEpochSecond()))
                            .toList(),
                    true);
            distance.register(
                    latest.stream()
                            .flatMap(point -> point.labels().stream()
                                    .filter(label -> label.energyDistance() != null)
                                    .map(label -> MultiGauge.Row.of(
                                            tags(point).and("label", label.label()), label.energyDistance())))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warnf("the trends could not be read, next try in 15 s: %s", e.getMessage());
        }
    }

    private static Tags tags(Trends.Point point) {
        return Tags.of("dataset", point.dataset(), "model", point.model());
    }
}
