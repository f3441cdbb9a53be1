package io.kenshin.remediation.promote;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.CaseHistory;
import io.kenshin.remediation.cases.Cases;
import io.kenshin.remediation.cases.Move;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.policy.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes a healed version the one in production, and takes that back. */
@ApplicationScoped
public class Promotion {
    private static final Sql AGREE = Sql.of(
            "insert into approval (case_id, attempt, actor) values (:id, :attempt, :actor) on conflict do nothing");
    private static final Sql AGREED =
            Sql.of("select actor from approval where case_id = :id and attempt = :attempt order by happened");

    private final Cases cases;
    private final Policies policies;
    private final Database database;

    Promotion(Cases cases, Policies policies, Database database) {
        this.cases = cases;
        this.policies = policies;
        this.database = database;
    }

    /** Promotes what has passed its gates, or asks people first, as the policy says. */
    public RemediationCase passed(RemediationCase verified, String why, Lease lease) {
        Policy policy = policies.of(verified.dataset, verified.model);
        if (policy.promote() == Policy.Promote.AUTOMATIC) {
            return promote(verified.id, promotion(why, Actor.FLEET).under(lease));
        }
        String detail = why + "; waits for " + people(policy.approvals());
        Move asks = new Move(CaseState.APPROVAL, detail, Actor.FLEET, null);
        return cases.move(verified.id, asks.under(lease), changed -> {});
    }

    /** A person wants the healed version in production; where the policy asks for two, the second one decides. */
    public RemediationCase approve(String caseId, String actor) {
        RemediationCase open = cases.find(caseId);
        if (open.healedVersion == null) {
            throw new KenshinException(ErrorCode.CONFLICT, "case " + caseId + " has no healed version: heal it first");
        }
        if (!open.state().leadsTo(CaseState.PROMOTED) || open.state() == CaseState.VERIFYING) {
            throw new KenshinException(
                    ErrorCode.CONFLICT, "case " + caseId + " is " + open.state().text() + ": it cannot be promoted");
        }
        int needed = policies.of(open.dataset, open.model).approvals();
        List<String> agreed = database.transaction(session -> AGREE.with("id", caseId)
                .with("attempt", open.attempt)
                .with("actor", actor)
                .execute(session)
                .chain(() ->
                        AGREED.with("id", caseId).with("attempt", open.attempt).list(session, row -> row.text("actor")))
                .chain(actors -> actors.size() >= needed
                        ? Uni.createFrom().item(actors)
                        : CaseHistory.step(
                                        session, open, actor, "agrees to the promotion; " + people(needed) + " have to")
                                .replaceWith(actors)));
        return agreed.size() >= needed
                ? promote(caseId, promotion("promoted by " + String.join(" and ", agreed), actor))
                : cases.find(caseId);
    }

    /** A person does not want the healed version, though it passed its gates. */
    public RemediationCase reject(String caseId, String reason, String actor) {
        RemediationCase open = cases.find(caseId);
        if (open.state() != CaseState.APPROVAL) {
            throw new KenshinException(
                    ErrorCode.CONFLICT,
                    "case " + caseId + " is " + open.state().text() + ": only what waits for approval can be rejected");
        }
        return cases.move(
                caseId, new Move(CaseState.REJECTED, reason, actor, RemediationEvents.MODEL_REJECTED), changed -> {});
    }

    private static Move promotion(String why, String actor) {
        return new Move(CaseState.PROMOTED, why, actor, RemediationEvents.MODEL_PROMOTED);
    }

    private RemediationCase promote(String caseId, Move promotion) {
        return cases.move(caseId, null, promotion, Production::promoted);
    }

    /** Takes a promotion back, unless something else is in production by then. */
    public RemediationCase rollback(String caseId, String actor) {
        return cases.move(
                caseId,
                null,
                new Move(
                        CaseState.ROLLED_BACK,
                        "rolled back to the version before",
                        actor,
                        RemediationEvents.MODEL_ROLLED_BACK),
                Production::rolledBack);
    }

    private static String people(int count) {
        return count == 1 ? "a person" : count + " people";
    }
}
