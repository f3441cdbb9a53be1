package io.kenshin.remediation.cases;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.alert.Alerts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The metrics of cases: how many are in which state, and which alerts stand. Read from the database, the same at
 * every replica.
 */
@ApplicationScoped
public class CaseMetrics {
    private static final Logger LOG = Logger.getLogger(CaseMetrics.class);
    private static final int PAUSE_SECONDS = 15;

    private final Database database;
    private final Alerts alerts;
    private final MultiGauge cases;
    private final MultiGauge standing;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("case-metrics"));

    CaseMetrics(Database database, Alerts alerts, MeterRegistry metrics) {
        this.database = database;
        this.alerts = alerts;
        standing = MultiGauge.builder("kenshin.alert")
                .description(
                        "1 while the latest scan of a data set and a model calls for attention, as its policy wants it")
                .register(metrics);
        cases = MultiGauge.builder("kenshin.cases")
                .description("Cases of a data set and a model in a state")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::refresh, 1, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void refresh() {
        try {
            cases.register(counts(), true);
            standing.register(
                    alerts.standing().stream()
                            .map(alert -> MultiGauge.Row.of(
                                    Tags.of(
                                            "dataset",
                                            alert.dataset(),
                                            "model",
                                            alert.model(),
                                            "change",
                                            alert.change()),
                                    1))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warnf("cases and alerts could not be read, next try in %d s: %s", PAUSE_SECONDS, e.getMessage());
        }
    }

    private List<MultiGauge.Row<?>> counts() {
        return database.transaction(session -> Sql.of("select dataset, model, state, count(*) as cases"
                        + " from remediation_case group by dataset, model, state")
                .list(
                        session,
                        row -> MultiGauge.Row.of(
                                Tags.of(
                                        "dataset",
                                        row.text("dataset"),
                                        "model",
                                        row.text("model"),
                                        "state",
                                        CaseState.valueOf(row.text("state")).text()),
                                row.count("cases"))));
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
