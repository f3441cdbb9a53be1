package io.kenshin.remediation.finetune;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.remediation.Strategy;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.kenshin.remediation.cases.Cases;
import io.kenshin.remediation.cases.Move;
import io.kenshin.remediation.cases.Quarantined;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.promote.Promotion;
import io.kenshin.remediation.verify.Verification;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The way of a case from quarantine to a verdict about its healed version: training, verification, promotion or
 * rejection. Where it is stands in the case, and one replica at a time has its lease, so that after a restart this one
 * goes on with it, or another one does.
 */
@ApplicationScoped
public class Healer {
    private static final Logger LOG = Logger.getLogger(Healer.class);
    private static final long PAUSE_SECONDS = 30;

    private final Cases cases;
    private final Training training;
    private final Verification verification;
    private final Promotion promotion;
    private final Policies policies;
    private final Leases leases;
    /** By this replica: the cases that wait for their turn, and the one that is healed. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.named("healer"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("open-cases"));

    Healer(
            Cases cases,
            Training training,
            Verification verification,
            Promotion promotion,
            Policies policies,
            Leases leases) {
        this.cases = cases;
        this.training = training;
        this.verification = verification;
        this.promotion = promotion;
        this.policies = policies;
        this.leases = leases;
    }

    void resume(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::look, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
        worker.execute(() -> cases.in(CaseState.QUARANTINED).forEach(open -> automatically(open.id)));
    }

    /** What was left by a crash, here or elsewhere. */
    void look() {
        try {
            cases.in(CaseState.HEALING).forEach(this::begin);
            cases.in(CaseState.VERIFYING).forEach(this::begin);
        } catch (RuntimeException e) {
            LOG.warnf("open cases could not be looked at, next try in %d s: %s", PAUSE_SECONDS, e.getMessage());
        }
    }

    private void begin(RemediationCase open) {
        if (begun.add(open.id)) {
            worker.execute(() -> run(open.id));
        }
    }

    void quarantined(@Observes Quarantined quarantined) {
        worker.execute(() -> automatically(quarantined.caseId()));
    }

    /** Heals a new case where the policy says so. */
    private void automatically(String caseId) {
        RemediationCase open = cases.find(caseId);
        Policy policy = policies.of(open.dataset, open.model);
        if (open.state() != CaseState.QUARANTINED || open.attempt > 0 || policy.heal() != Policy.Heal.AUTOMATIC) {
            return;
        }
        try {
            start(caseId, policy.strategy(), Actor.FLEET);
        } catch (KenshinException e) {
            LOG.infof("case %s is healed already: %s", caseId, e.getMessage());
        }
    }

    /** The strategy that the policy names for a case. */
    Strategy strategy(String caseId) {
        RemediationCase open = cases.find(caseId);
        return policies.of(open.dataset, open.model).strategy();
    }

    /** Starts to heal a case and returns at once. */
    RemediationCase start(String caseId, Strategy strategy, String actor) {
        String detail = "fine-tuning (" + strategy.text() + ")";
        RemediationCase started = cases.move(
                caseId, new Move(CaseState.HEALING, detail, actor, RemediationEvents.HEAL_STARTED), changed -> {
                    changed.strategy = strategy;
                    changed.attempt++;
                    changed.healedVersion = null;
                    changed.healedDirectory = null;
                    changed.rescanId = null;
                    changed.figuresJson = "{}";
                });
        begun.add(caseId);
        worker.execute(() -> run(caseId));
        return started;
    }

    /** Ends the job of a case that is healing; the case becomes one that could not be healed. */
    RemediationCase cancel(String caseId, String actor) {
        training.cancel(cases.find(caseId), actor);
        return cases.find(caseId);
    }

    /** The last lines of the log of a case's latest job. */
    List<String> log(String caseId, int lines) {
        return training.log(cases.find(caseId), lines);
    }

    private void run(String caseId) {
        MDC.put("case", caseId);
        try {
            leases.during("case " + caseId, lease -> heal(caseId, lease));
        } catch (LeaseLost e) {
            LOG.infof("case %s is healed elsewhere by now", caseId);
        } catch (RuntimeException e) {
            LOG.warnf("case %s waits, next try in %d s: %s", caseId, PAUSE_SECONDS, e.getMessage());
        } finally {
            begun.remove(caseId);
            MDC.remove("case");
        }
    }

    /**
     * Goes on with a case where it is.
     *
     * @throws LeaseLost when another replica does by now
     */
    void heal(String caseId, Lease lease) {
        RemediationCase open = cases.await(caseId);
        try {
            if (open.state() == CaseState.HEALING) {
                training.train(open, lease);
                open = cases.await(caseId);
            }
            if (open.state() == CaseState.VERIFYING) {
                conclude(open, verification.verify(open, lease), lease);
            }
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (KenshinException.isAway(e)) {
                throw e;
            }
            if (!Thread.currentThread().isInterrupted()) {
                failed(open, e, lease);
            }
        }
    }

    private void failed(RemediationCase open, RuntimeException e, Lease lease) {
        RemediationCase now = cases.await(open.id);
        if (now.state() != open.state() || now.attempt != open.attempt) {
            // A version that knows no leases runs beside this one.
            LOG.infof("case %s is %s by now: %s", open.id, now.state().text(), e.getMessage());
            return;
        }
        LOG.errorf(e, "case %s could not be healed", open.id);
        String detail = "healing failed: " + e.getMessage();
        Move failed = new Move(CaseState.HEAL_FAILED, detail, Actor.FLEET, RemediationEvents.HEAL_FAILED);
        cases.move(open.id, failed.under(lease), changed -> {});
    }

    private void conclude(RemediationCase open, Verification.Outcome outcome, Lease lease) {
        cases.change(open.id, lease, changed -> changed.figuresJson = Json.write(outcome.figures()));
        if (outcome.passed()) {
            promotion.passed(open, outcome.reason(), lease);
        } else {
            Move rejected =
                    new Move(CaseState.REJECTED, outcome.reason(), Actor.FLEET, RemediationEvents.MODEL_REJECTED);
            cases.move(open.id, rejected.under(lease), changed -> {});
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        worker.shutdownNow();
    }
}
