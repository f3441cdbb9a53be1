package io.kenshin.remediation.finetune;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.remediation.Strategy;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.access.Actor;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The way of a case from quarantine to a verdict about its healed version: training, verification, promotion or
 * rejection. Where it is stands in the case, so that a restart goes on.
 */
@ApplicationScoped
public class Healer {
    private static final Logger LOG = Logger.getLogger(Healer.class);

    private final Cases cases;
    private final Training training;
    private final Verification verification;
    private final Promotion promotion;
    private final Policies policies;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.named("healer"));

    Healer(Cases cases, Training training, Verification verification, Promotion promotion, Policies policies) {
        this.cases = cases;
        this.training = training;
        this.verification = verification;
        this.promotion = promotion;
        this.policies = policies;
    }

    void resume(@Observes StartupEvent event) {
        worker.execute(() -> {
            cases.in(CaseState.HEALING).forEach(open -> run(open.id));
            cases.in(CaseState.VERIFYING).forEach(open -> run(open.id));
            cases.in(CaseState.QUARANTINED).forEach(open -> automatically(open.id));
        });
    }

    void quarantined(@Observes Quarantined quarantined) {
        worker.execute(() -> automatically(quarantined.caseId()));
    }

    /** Heals a new case where the policy says so. */
    private void automatically(String caseId) {
        RemediationCase open = cases.find(caseId);
        Policy policy = policies.of(open.dataset, open.model);
        if (open.state() == CaseState.QUARANTINED && open.attempt == 0 && policy.heal() == Policy.Heal.AUTOMATIC) {
            start(caseId, policy.strategy(), Actor.FLEET);
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
            RemediationCase open = cases.await(caseId);
            if (open.state() == CaseState.HEALING) {
                training.train(open);
                open = cases.await(caseId);
            }
            if (open.state() == CaseState.VERIFYING) {
                conclude(open, verification.verify(open));
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.errorf(e, "case %s could not be healed", caseId);
            String detail = "healing failed: " + e.getMessage();
            cases.move(
                    caseId,
                    new Move(CaseState.HEAL_FAILED, detail, Actor.FLEET, RemediationEvents.HEAL_FAILED),
                    changed -> {});
        } finally {
            MDC.remove("case");
        }
    }

    private void conclude(RemediationCase open, Verification.Outcome outcome) {
        cases.change(open.id, changed -> changed.figuresJson = Json.write(outcome.figures()));
        if (outcome.passed()) {
            promotion.passed(open, outcome.reason());
        } else {
            cases.move(
                    open.id,
                    new Move(CaseState.REJECTED, outcome.reason(), Actor.FLEET, RemediationEvents.MODEL_REJECTED),
                    changed -> {});
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
