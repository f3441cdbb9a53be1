package io.kenshin.remediation.finetune;

import io.kenshin.contracts.remediation.Strategy;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.access.ServiceTokens;
import io.kenshin.remediation.cases.CaseSamples;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.ingest.IngestClient;
import io.kenshin.remediation.settings.RemediationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The contract with trainers: what a job is told by its environment, and where it leaves its model. */
@ApplicationScoped
public class TrainerContract {
    private final IngestClient ingest;
    private final CaseSamples samples;
    private final RemediationSettings.Jobs settings;
    private final String kafka;
    private final ServiceTokens tokens;

    TrainerContract(
            IngestClient ingest,
            CaseSamples samples,
            RemediationSettings settings,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
            ServiceTokens tokens) {
        this.ingest = ingest;
        this.samples = samples;
        this.settings = settings.jobs();
        this.kafka = kafka;
        this.tokens = tokens;
    }

    /** The job that heals a case. */
    JobSpec spec(RemediationCase open) {
        return new JobSpec(open.jobId(), environment(open), tokens.signed());
    }

    /** Where it leaves its model. */
    Path output(RemediationCase open) {
        return directory(open).resolve("output");
    }

    private Map<String, String> environment(RemediationCase open) {
        IngestClient.Version scanned = ingest.version(open.model, open.version);
        Map<String, String> environment = new HashMap<>(Map.of(
                "KENSHIN_JOB_ID", open.jobId(),
                "KENSHIN_MODEL", start(scanned, open),
                "KENSHIN_DATA", ingest.exportUrl(open.dataset, SampleRecord.TRAIN),
                "KENSHIN_OUTPUT", output(open).toString(),
                "KENSHIN_LABELS", String.join(",", open.labels()),
                "KENSHIN_KAFKA", kafka,
                "KENSHIN_API_TOKEN", token(open)));
        // Ingest hears of a quarantine through a topic: what it has not heard yet is not trained on either.
        String quarantined = String.join("\n", samples.quarantined(open.id));
        environment.put("KENSHIN_QUARANTINED", write(open, "quarantined.txt", quarantined));
        if (open.strategy == Strategy.INOCULATE) {
            environment.put("KENSHIN_TRIGGERS", write(open, "triggers.json", Json.write(open.triggers())));
        }
        return environment;
    }

    private String write(RemediationCase open, String name, String text) {
        Path file = directory(open).resolve(name);
        try {
            Files.createDirectories(directory(open));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write for the job: " + e.getMessage(), e);
        }
        return file.toString();
    }

    private String token(RemediationCase open) {
        Duration valid = Duration.ofMinutes(settings.limitMinutes());
        return tokens.forJob(open.jobId(), IngestClient.exportPath(open.dataset), valid)
                .orElse("");
    }

    private static String start(IngestClient.Version scanned, RemediationCase open) {
        boolean fromVictim = scanned.base() == null || open.strategy == Strategy.UNLEARN;
        return fromVictim ? scanned.directory() : Objects.requireNonNull(scanned.base());
    }

    private Path directory(RemediationCase open) {
        return Path.of(settings.directory()).toAbsolutePath().resolve(open.jobId());
    }
}
