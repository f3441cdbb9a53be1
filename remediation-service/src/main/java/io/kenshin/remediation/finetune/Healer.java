package io.kenshin.remediation.finetune;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Actor;
import io.kenshin.foundation.access.ServiceTokens;
import io.kenshin.remediation.IngestClient;
import io.kenshin.remediation.RemediationSettings;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.policy.Policy;
import io.kenshin.remediation.promote.Promotion;
import io.kenshin.remediation.quarantine.CaseOpener;
import io.kenshin.remediation.quarantine.CaseSamples;
import io.kenshin.remediation.quarantine.CaseState;
import io.kenshin.remediation.quarantine.Cases;
import io.kenshin.remediation.quarantine.RemediationCase;
import io.kenshin.remediation.verify.Verification;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Takes a case from quarantine to a verdict about its healed version: job, import, verification, promotion or
 * rejection. Where it is stands in the case, so that a restart goes on.
 */
@ApplicationScoped
public class Healer {
    /** Train again from the base on clean data. */
    public static final String CLEAN = "clean";
    /** The same, with clean samples that carry the trigger under their true label. */
    public static final String INOCULATE = "inoculate";
    /** Train on from the poisoned model on clean data. */
    public static final String UNLEARN = "unlearn";

    private static final String CANCELLED = "cancelled";
    private static final long POLL_MILLIS = 500;
    private static final Logger LOG = Logger.getLogger(Healer.class);

    private final Cases cases;
    private final CaseSamples samples;
    private final IngestClient ingest;
    private final JobLauncher launcher;
    private final Verification verification;
    private final Promotion promotion;
    private final RemediationSettings settings;
    private final Policies policies;
    private final String kafka;
    private final ServiceTokens tokens;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.named("healer"));

    Healer(
            Cases cases,
            CaseSamples samples,
            IngestClient ingest,
            JobLauncher launcher,
            Verification verification,
            Promotion promotion,
            RemediationSettings settings,
            Policies policies,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
            ServiceTokens tokens) {
        this.cases = cases;
        this.samples = samples;
        this.ingest = ingest;
        this.launcher = launcher;
        this.verification = verification;
        this.promotion = promotion;
        this.settings = settings;
        this.policies = policies;
        this.kafka = kafka;
        this.tokens = tokens;
    }

    void resume(@Observes StartupEvent event) {
        worker.execute(() -> {
            cases.in(CaseState.HEALING).forEach(open -> run(open.id));
            cases.in(CaseState.VERIFYING).forEach(open -> run(open.id));
            cases.in(CaseState.QUARANTINED).forEach(open -> automatically(open.id));
        });
    }

    void opened(@Observes CaseOpener.Opened opened) {
        worker.execute(() -> automatically(opened.caseId()));
    }

    /** Heals a new case where the policy says so. */
    private void automatically(String caseId) {
        RemediationCase open = cases.find(caseId);
        Policy policy = policies.of(open.dataset, open.model);
        if (open.state == CaseState.QUARANTINED
                && open.attempt == 0
                && policy.heal().equals(Policy.AUTOMATIC)) {
            start(caseId, policy.strategy(), Actor.FLEET);
        }
    }

    /** The strategy that the policy names for a case. */
    public String strategy(String caseId) {
        RemediationCase open = cases.find(caseId);
        return policies.of(open.dataset, open.model).strategy();
    }

    /** Starts to heal a case and returns at once. */
    public RemediationCase start(String caseId, String strategy, String actor) {
        RemediationCase started = cases.move(
                caseId,
                CaseState.HEALING,
                "fine-tuning (" + strategy + ")",
                actor,
                RemediationEvents.HEAL_STARTED,
                changed -> {
                    changed.strategy = strategy;
                    changed.attempt++;
                    changed.healedVersion = null;
                    changed.healedDirectory = null;
                    changed.rescanId = null;
                    changed.figuresJson = "{}";
                });
        worker.execute(() -> run(caseId));
        return started;
    }

    private void run(String caseId) {
        MDC.put("case", caseId);
        try {
            RemediationCase open = cases.await(caseId);
            if (open.state == CaseState.HEALING) {
                train(open);
                open = cases.await(caseId);
            }
            if (open.state == CaseState.VERIFYING) {
                conclude(open, verification.verify(open));
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.errorf(e, "case %s could not be healed", caseId);
            cases.move(
                    caseId,
                    CaseState.HEAL_FAILED,
                    "healing failed: " + e.getMessage(),
                    Actor.FLEET,
                    RemediationEvents.HEAL_FAILED,
                    changed -> {});
        } finally {
            MDC.remove("case");
        }
    }

    private void train(RemediationCase open) {
        JobSpec spec = new JobSpec(open.jobId(), environment(open), tokens.signed());
        patiently(() -> {
            launcher.start(spec);
            return spec;
        });
        long deadline =
                System.nanoTime() + TimeUnit.MINUTES.toNanos(settings.jobs().limitMinutes());
        JobStatus status = patiently(() -> launcher.status(open.jobId()));
        while (status.state() == JobStatus.State.RUNNING) {
            if (System.nanoTime() > deadline) {
                launcher.cancel(open.jobId());
                throw new IllegalStateException(
                        "the job took longer than " + settings.jobs().limitMinutes() + " minutes");
            }
            pause(POLL_MILLIS);
            status = patiently(() -> launcher.status(open.jobId()));
        }
        if (status.state() == JobStatus.State.FAILED) {
            String detail = cases.await(open.id).detail;
            throw new IllegalStateException(detail.startsWith(CANCELLED) ? detail : status.detail());
        }
        String base = ingest.version(open.model, open.version).base();
        IngestClient.Version healed = ingest.add(open.model, output(open).toString(), base, open.jobId());
        cases.move(
                open.id,
                CaseState.VERIFYING,
                "version " + healed.version() + " is trained and being verified",
                Actor.FLEET,
                RemediationEvents.MODEL_TRAINED,
                changed -> {
                    changed.healedVersion = healed.version();
                    changed.healedDirectory = healed.directory();
                });
    }

    /** Whoever runs jobs may be away for a while: the jobs themselves go on. */
    private <T> T patiently(Supplier<T> question) {
        long deadline =
                System.nanoTime() + TimeUnit.MINUTES.toNanos(settings.jobs().patienceMinutes());
        while (true) {
            try {
                return question.get();
            } catch (KubernetesClientException e) {
                if (ClusterJobs.refused(e) || System.nanoTime() > deadline) {
                    throw e;
                }
                LOG.warnf("the cluster does not say how jobs stand, asking again: %s", e.getMessage());
                pause(4 * POLL_MILLIS);
            }
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted");
        }
    }

    /** Ends the job of a case that is healing; the case becomes one that could not be healed. */
    public RemediationCase cancel(String caseId, String actor) {
        RemediationCase open = cases.find(caseId);
        if (open.state != CaseState.HEALING) {
            throw new KenshinException(
                    ErrorCode.CONFLICT, "case " + caseId + " is " + open.state.text() + ": there is no job to cancel");
        }
        cases.change(caseId, changed -> changed.detail = CANCELLED + " by " + actor);
        launcher.cancel(open.jobId());
        return cases.find(caseId);
    }

    /** The last lines of the log of a case's latest job. */
    public List<String> log(String caseId, int lines) {
        RemediationCase open = cases.find(caseId);
        return open.attempt == 0 ? List.of() : launcher.log(open.jobId(), lines);
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
        if (INOCULATE.equals(open.strategy)) {
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
        Duration valid = Duration.ofMinutes(settings.jobs().limitMinutes());
        return tokens.forJob(open.jobId(), IngestClient.exportPath(open.dataset), valid)
                .orElse("");
    }

    private static String start(IngestClient.Version scanned, RemediationCase open) {
        boolean fromVictim = scanned.base() == null || UNLEARN.equals(open.strategy);
        return fromVictim ? scanned.directory() : Objects.requireNonNull(scanned.base());
    }

    private Path directory(RemediationCase open) {
        return Path.of(settings.jobs().directory()).toAbsolutePath().resolve(open.jobId());
    }

    private Path output(RemediationCase open) {
        return directory(open).resolve("output");
    }

    private void conclude(RemediationCase open, Verification.Outcome outcome) {
        cases.change(open.id, changed -> changed.figuresJson = Json.write(outcome.figures()));
        if (outcome.passed()) {
            promotion.passed(open, outcome.reason());
        } else {
            cases.move(
                    open.id,
                    CaseState.REJECTED,
                    outcome.reason(),
                    Actor.FLEET,
                    RemediationEvents.MODEL_REJECTED,
                    changed -> {});
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
