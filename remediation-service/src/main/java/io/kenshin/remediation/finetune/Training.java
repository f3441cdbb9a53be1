package io.kenshin.remediation.finetune;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Lease;
import io.kenshin.remediation.cases.Cases;
import io.kenshin.remediation.cases.Move;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.ingest.IngestClient;
import io.kenshin.remediation.settings.RemediationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The training of a healed version: a job is started and waited for, and what it made is imported. */
@ApplicationScoped
public class Training {
    private static final Logger LOG = Logger.getLogger(Training.class);
    private static final String CANCELLED = "cancelled";
    private static final long POLL_MILLIS = 500;

    private final Cases cases;
    private final IngestClient ingest;
    private final JobLauncher launcher;
    private final TrainerContract contract;
    private final RemediationSettings.Jobs settings;

    Training(
            Cases cases,
            IngestClient ingest,
            JobLauncher launcher,
            TrainerContract contract,
            RemediationSettings settings) {
        this.cases = cases;
        this.ingest = ingest;
        this.launcher = launcher;
        this.contract = contract;
        this.settings = settings.jobs();
    }

    /** Takes a case that is healing to one that is being verified; after a restart it goes on with the same job. */
    void train(RemediationCase open, Lease lease) {
        JobSpec spec = contract.spec(open);
        patiently(() -> {
            launcher.start(spec);
            return spec;
        });
        JobStatus status = awaitEnd(open.jobId(), lease);
        if (status.state() == JobStatus.State.FAILED) {
            String detail = cases.await(open.id).detail;
            throw new IllegalStateException(detail.startsWith(CANCELLED) ? detail : status.detail());
        }
        String base = ingest.version(open.model, open.version).base();
        String output = contract.output(open).toString();
        IngestClient.Version healed = ingest.add(open.model, output, base, open.jobId());
        String detail = "version " + healed.version() + " is trained and being verified";
        Move trained = new Move(CaseState.VERIFYING, detail, Actor.FLEET, RemediationEvents.MODEL_TRAINED);
        cases.move(open.id, trained.under(lease), changed -> {
            changed.healedVersion = healed.version();
            changed.healedDirectory = healed.directory();
        });
    }

    private JobStatus awaitEnd(String jobId, Lease lease) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(settings.limitMinutes());
        JobStatus status = patiently(() -> launcher.status(jobId));
        while (status.state() == JobStatus.State.RUNNING) {
            if (System.nanoTime() > deadline) {
                cases.check(lease);
                launcher.cancel(jobId);
                throw new IllegalStateException("the job took longer than " + settings.limitMinutes() + " minutes");
            }
            pause(POLL_MILLIS);
            status = patiently(() -> launcher.status(jobId));
        }
        return status;
    }

    /** Whoever runs jobs may be away for a while: the jobs themselves go on. */
    private <T> T patiently(Supplier<T> question) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(settings.patienceMinutes());
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

    /** @throws KenshinException when the case is not healing */
    void cancel(RemediationCase open, String actor) {
        if (open.state() != CaseState.HEALING) {
            throw new KenshinException(
                    ErrorCode.CONFLICT,
                    "case " + open.id + " is " + open.state().text() + ": there is no job to cancel");
        }
        cases.change(open.id, changed -> changed.detail = CANCELLED + " by " + actor);
        launcher.cancel(open.jobId());
    }

    List<String> log(RemediationCase open, int lines) {
        return open.attempt == 0 ? List.of() : launcher.log(open.jobId(), lines);
    }
}
