package io.kenshin.remediation.evidence;

import io.kenshin.contracts.Sha256;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.rest.EvidenceDocument;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.Cases;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.ingest.IngestClient;
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
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The evidence of every promoted version, written soon after its promotion and once: a promotion does not wait for it,
 * and a restart or an ingest-service that is away only delays it.
 */
@ApplicationScoped
public class Evidence {
    private static final Logger LOG = Logger.getLogger(Evidence.class);
    private static final long PAUSE_SECONDS = 3;
    private static final Sql WRITTEN =
            Sql.of("select bom, signature from model_evidence where case_id = :id and attempt = :attempt");
    private static final Sql MISSING =
            Sql.of("select c.id from remediation_case c where c.state = 'PROMOTED' and not exists"
                    + " (select 1 from model_evidence e where e.case_id = c.id and e.attempt = c.attempt)");
    private static final Sql INSERT = Sql.of("insert into model_evidence (case_id, attempt, bom, signature)"
            + " values (:id, :attempt, :bom, :signature) on conflict do nothing");

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

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::writeMissing, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Of the latest attempt to heal. @throws KenshinException when there is none (yet) */
    EvidenceDocument of(String caseId) {
        RemediationCase found = cases.find(caseId);
        Optional<EvidenceDocument> written = database.transaction(session -> WRITTEN.with("id", caseId)
                .with("attempt", found.attempt)
                .first(
                        session,
                        row -> new EvidenceDocument(
                                row.text("bom"), row.optionalText("signature").orElse(null))));
        return written.orElseThrow(() -> new KenshinException(
                ErrorCode.CONFLICT,
                found.state() == CaseState.PROMOTED
                        ? "the evidence of case " + caseId + " is being written: try again in a few seconds"
                        : "case " + caseId + " is " + found.state().text() + ": evidence is written on promotion"));
    }

    private void writeMissing() {
        try {
            List<String> missing = database.transaction(session -> MISSING.list(session, row -> row.text("id")));
            for (String id : missing) {
                write(cases.find(id));
            }
        } catch (RuntimeException e) {
            LOG.warnf("evidence is not written yet, next try in %d s: %s", PAUSE_SECONDS, e.getMessage());
        }
    }

    private void write(RemediationCase promoted) {
        String bom = ModelBom.json(facts(promoted));
        database.transaction(session -> INSERT.with("id", promoted.id)
                .with("attempt", promoted.attempt)
                .with("bom", bom)
                .with("signature", key.sign(bom).orElse(null))
                .execute(session));
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
                promoted.strategy == null ? "null" : promoted.strategy.text(),
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
