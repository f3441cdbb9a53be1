package io.kenshin.remediation.webhook;

import io.kenshin.foundation.DaemonThreads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The metrics of the webhook, where there is one: how many events wait and how many were given up. */
@ApplicationScoped
public class WebhookMetrics {
    private static final Logger LOG = Logger.getLogger(WebhookMetrics.class);
    private static final int PAUSE_SECONDS = 15;

    private final Deliveries deliveries;
    private final Webhook webhook;
    private final MultiGauge waiting;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("webhook-metrics"));

    WebhookMetrics(Deliveries deliveries, Webhook webhook, MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.webhook = webhook;
        waiting = MultiGauge.builder("kenshin.webhook.deliveries")
                .description("Events that have not reached the webhook")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (webhook.listens()) {
            timer.scheduleWithFixedDelay(this::refresh, 1, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void refresh() {
        try {
            waiting.register(
                    deliveries.counts().entrySet().stream()
                            .map(count -> MultiGauge.Row.of(Tags.of("state", count.getKey()), count.getValue()))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warnf("the webhook's events could not be counted: %s", e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
