package io.kenshin.remediation.evidence;

import io.kenshin.contracts.Sha256;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.IngestClient;
import io.kenshin.remediation.quarantine.CaseState;
import io.kenshin.remediation.quarantine.Cases;
import io.kenshin.remediation.quarantine.RemediationCase;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the evidence of every promoted version, soon after its promotion and once: a promotion does not wait for it,
 * and a restart or an ingest-service that is away only delays it.
 */
@ApplicationScoped
public class Evidence {
    private static final Logger LOG = Logger.getLogger(Evidence.class);
    private static final long PAUSE_SECONDS = 3;

    private final Database database;
    private final Cases cases;
    private final IngestClient ingest;
    private final EvidenceKey key;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("evidence"));

    Evidence(Database database, Cases cases, IngestClient ingest, EvidenceKey key) {
        this.database = database;
        this.cases = cases;
        this.ingest = ingest;
        this.key = key;
    }

    /**
     * Evidence as it was written.
     *
     * @param bom CycloneDX JSON; the signature is over exactly this text
     * @param signature Ed25519 in base64; null when no key was set
     */
    public record Document(String bom, @Nullable String signature) {}

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::writeMissing, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Of the latest attempt to heal. @throws KenshinException when there is none (yet) */
    public Document of(String caseId) {
        RemediationCase found = cases.find(caseId);
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        "select bom, signature from model_evidence where case_id = :id and attempt = :attempt",
                        Object[].class)
                .setParameter("id", caseId)
                .setParameter("attempt", found.attempt)
                .getResultList());
        if (rows.isEmpty()) {
            throw new KenshinException(
                    ErrorCode.CONFLICT,
                    found.state == CaseState.PROMOTED
                            ? "the evidence of case " + caseId + " is being written: try again in a few seconds"
                            : "case " + caseId + " is " + found.state.text() + ": evidence is written on promotion");
        }
        return new Document((String) rows.get(0)[0], (String) rows.get(0)[1]);
    }

    private void writeMissing() {
        try {
            List<String> missing = database.transaction(session -> session.createNativeQuery(
                            "select c.id from remediation_case c where c.state = 'PROMOTED' and not exists"
                                    + " (select 1 from model_evidence e where e.case_id = c.id and e.attempt = c.attempt)",
                            String.class)
                    .getResultList());
            for (String id : missing) {
                write(cases.find(id));
            }
        } catch (RuntimeException e) {
            LOG.warnf("evidence is not written yet, next try in %d s: %s", PAUSE_SECONDS, e.getMessage());
        }
    }

    private void write(RemediationCase promoted) {
        String bom = ModelBom.json(facts(promoted));
        database.transaction(
                session -> session.createNativeQuery("insert into model_evidence (case_id, attempt, bom, signature)"
                                + " values (:id, :attempt, :bom, :signature) on conflict do nothing")
                        .setParameter("id", promoted.id)
                        .setParameter("attempt", promoted.attempt)
                        .setParameter("bom", bom)
                        .setParameter("signature", key.sign(bom).orElse(null))
                        .executeUpdate());
        LOG.infof("evidence of %s@%d written for case %s", promoted.model, promoted.healedVersion, promoted.id);
    }

    private ModelFacts facts(RemediationCase promoted) {
        int version = Objects.requireNonNull(promoted.healedVersion);
        Path directory = Path.of(Objects.requireNonNull(promoted.healedDirectory));
        IngestClient.Manifest manifest = ingest.manifest(promoted.dataset);
        String base = ingest.version(promoted.model, version).base();
        return new ModelFacts(
                promoted.id,
                promoted.scanId,
                promoted.rescanId,
                promoted.model,
                version,
                digest(directory.resolve("model.onnx")),
                base == null ? null : String.valueOf(Path.of(base).getFileName()),
                String.valueOf(promoted.strategy),
                promoted.dataset,
                manifest.digest(),
                manifest.samples(),
                manifest.quarantined(),
                manifest.sources(),
                promoted.labels(),
                promoted.triggers(),
                promoted.figures(),
                Instant.now().toString());
    }

    private static String digest(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
