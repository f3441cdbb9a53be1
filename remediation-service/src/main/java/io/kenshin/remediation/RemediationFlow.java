package io.kenshin.remediation;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Halves;
import io.kenshin.remediation.alert.Alerts;
import io.kenshin.remediation.cases.JobProgress;
import io.kenshin.remediation.open.CaseOpener;
import io.kenshin.remediation.screen.Screener;
import io.kenshin.remediation.webhook.Deliveries;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/**
 * The inlets: findings, ends of scans, training progress and inputs to screen come in here, and answers to the latter
 * leave. Probes leave through {@link io.kenshin.remediation.probe.ModelProbes}, events through the outbox.
 */
@ApplicationScoped
public class RemediationFlow {
    private final MutinyEmitter<String> deadLetters;
    private final CaseOpener opener;
    private final Alerts alerts;
    private final JobProgress progress;
    private final Screener screener;
    private final Deliveries deliveries;

    RemediationFlow(
            @Channel("findings-dead-letter") MutinyEmitter<String> deadLetters,
            CaseOpener opener,
            Alerts alerts,
            JobProgress progress,
            Screener screener,
            Deliveries deliveries) {
        this.deadLetters = deadLetters;
        this.opener = opener;
        this.alerts = alerts;
        this.progress = progress;
        this.screener = screener;
        this.deliveries = deliveries;
    }

    @Incoming("findings-in")
    @Blocking
    void findings(List<String> events) {
        Map<SampleFinding, String> findings = new LinkedHashMap<>();
        for (String event : events) {
            try {
                findings.put(Json.readEvent(event, SampleFinding.class).data(), event);
            } catch (KenshinException e) {
                putAside(event, e);
            }
        }
        // What is refused is put aside, the others are noted.
        Halves.write(
                List.copyOf(findings.keySet()),
                opener::findings,
                (finding, reason) -> putAside(Objects.requireNonNull(findings.get(finding)), reason));
    }

    private void putAside(String event, RuntimeException reason) {
        String why = Limits.cut(String.valueOf(reason.getMessage()), Limits.REASON_CHARS);
        deadLetters.sendMessageAndAwait(deadLetter(Limits.cut(event, Limits.LETTER_CHARS), why));
    }

    /** As the dead letters that the channels put aside themselves. */
    private static Message<String> deadLetter(String event, String reason) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8));
        return Message.of(event)
                .addMetadata(OutgoingKafkaRecordMetadata.builder()
                        .withHeaders(headers)
                        .build());
    }

    @Incoming("scans-in")
    @Blocking
    void scan(String event) {
        opener.scan(event);
        alerts.scan(event);
    }

    @Incoming("progress-in")
    @Blocking
    void progress(String json) {
        progress.on(Json.read(json, TrainingProgress.class));
    }

    /** The service's own public events, for the webhook. */
    @Incoming("events-in")
    @Blocking
    void event(String event) {
        deliveries.take(event);
    }

    /** Inputs on their way to a model; what cannot be read is put aside with its reason. */
    @Incoming("screen-in")
    @Outgoing("screen-out")
    @io.smallrye.reactive.messaging.annotations.Blocking(ordered = false)
    Record<String, String> screen(String json) {
        ScreenRequest request = Json.read(json, ScreenRequest.class);
        return Record.of(request.id(), Json.write(screener.screen(request)));
    }
}
