package io.kenshin.remediation;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.ProbeClient;
import io.kenshin.remediation.finetune.JobProgress;
import io.kenshin.remediation.quarantine.CaseOpener;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.reply.KafkaRequestReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Findings, ends of scans and training progress in; probes out and back. Events leave through the outbox. */
@ApplicationScoped
public class RemediationFlow {
    private final KafkaRequestReply<String, String> probes;
    private final MutinyEmitter<String> deadLetters;
    private final CaseOpener opener;
    private final JobProgress progress;

    RemediationFlow(
            @Channel("probes") KafkaRequestReply<String, String> probes,
            @Channel("findings-dead-letter") MutinyEmitter<String> deadLetters,
            CaseOpener opener,
            JobProgress progress) {
        this.probes = probes;
        this.deadLetters = deadLetters;
        this.opener = opener;
        this.progress = progress;
    }

    @Incoming("findings-in")
    @Blocking
    void findings(List<String> events) {
        List<SampleFinding> findings = new ArrayList<>();
        for (String event : events) {
            try {
                findings.add(Json.readEvent(event, SampleFinding.class).data());
            } catch (KenshinException e) {
                deadLetters.sendAndAwait(event);
            }
        }
        opener.findings(findings);
    }

    @Incoming("scans-in")
    @Blocking
    void scan(String event) {
        opener.scan(event);
    }

    @Incoming("progress-in")
    @Blocking
    void progress(String json) {
        progress.on(Json.read(json, TrainingProgress.class));
    }

    /** Asks the embedding service what a model predicts. */
    public float[][] predict(String directory, List<String> codes) {
        return ProbeClient.predict(probes, directory, codes);
    }
}
