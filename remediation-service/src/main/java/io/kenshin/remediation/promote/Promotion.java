package io.kenshin.remediation.promote;

import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.policy.Policy;
import io.kenshin.remediation.quarantine.CaseState;
import io.kenshin.remediation.quarantine.Cases;
import io.kenshin.remediation.quarantine.RemediationCase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes a healed version the one in production, and takes that back. */
@ApplicationScoped
public class Promotion {
    private final Cases cases;
    private final Policies policies;
    private final Database database;

    Promotion(Cases cases, Policies policies, Database database) {
        this.cases = cases;
        this.policies = policies;
        this.database = database;
    }

    /** Promotes what has passed its gates, or asks people first, as the policy says. */
    public RemediationCase passed(RemediationCase verified, String why) {
        Policy policy = policies.of(verified.dataset, verified.model);
        if (policy.promote().equals(Policy.AUTOMATIC)) {
            return promote(verified.id, why, Actor.FLEET);
        }
        String detail = why + "; waits for " + people(policy.approvals());
        return cases.move(verified.id, CaseState.APPROVAL, detail, Actor.FLEET, null, changed -> {});
    }

    /** A person wants the healed version in production; where the policy asks for two, the second one decides. */
    public RemediationCase approve(String caseId, String actor) {
        RemediationCase open = cases.find(caseId);
        if (open.healedVersion == null) {
            throw new KenshinException(ErrorCode.CONFLICT, "case " + caseId + " has no healed version: heal it first");
        }
        if (!open.state.leadsTo(CaseState.PROMOTED) || open.state == CaseState.VERIFYING) {
            throw new KenshinException(
                    ErrorCode.CONFLICT, "case " + caseId + " is " + open.state.text() + ": it cannot be promoted");
        }
        int needed = policies.of(open.dataset, open.model).approvals();
        List<String> agreed = database.transaction(session -> session.createNativeQuery(
                        "insert into approval (case_id, attempt, actor) values (:id, :attempt, :actor) on conflict do nothing")
                .setParameter("id", caseId)
                .setParameter("attempt", open.attempt)
                .setParameter("actor", actor)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select actor from approval where case_id = :id and attempt = :attempt order by happened",
                                String.class)
                        .setParameter("id", caseId)
                        .setParameter("attempt", open.attempt)
                        .getResultList())
                .chain(actors -> actors.size() >= needed
                        ? Uni.createFrom().item(actors)
                        : Cases.step(session, open, actor, "agrees to the promotion; " + people(needed) + " have to")
                                .replaceWith(actors)));
        return agreed.size() >= needed
                ? promote(caseId, "promoted by " + String.join(" and ", agreed), actor)
                : cases.find(caseId);
    }

    /** A person does not want the healed version, though it passed its gates. */
    public RemediationCase reject(String caseId, String reason, String actor) {
        RemediationCase open = cases.find(caseId);
        if (open.state != CaseState.APPROVAL) {
            throw new KenshinException(
                    ErrorCode.CONFLICT,
                    "case " + caseId + " is " + open.state.text() + ": only what waits for approval can be rejected");
        }
        return cases.move(caseId, CaseState.REJECTED, reason, actor, RemediationEvents.MODEL_REJECTED, changed -> {});
    }

    private RemediationCase promote(String caseId, String why, String actor) {
        return cases.move(caseId, CaseState.PROMOTED, why, actor, RemediationEvents.MODEL_PROMOTED, changed -> {});
    }

    public RemediationCase rollback(String caseId, String actor) {
        return cases.move(
                caseId,
                CaseState.ROLLED_BACK,
                "rolled back to the version before",
                actor,
                RemediationEvents.MODEL_ROLLED_BACK,
                changed -> {});
    }

    private static String people(int count) {
        return count == 1 ? "a person" : count + " people";
    }
}
