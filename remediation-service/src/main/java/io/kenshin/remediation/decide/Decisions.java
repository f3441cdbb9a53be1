package io.kenshin.remediation.decide;

import io.kenshin.contracts.remediation.CaseAction;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.DecisionState;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.contracts.rest.CaseDecision;
import io.kenshin.contracts.rest.CaseSample;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.cases.CaseHistory;
import io.kenshin.remediation.cases.CaseSamples;
import io.kenshin.remediation.cases.Cases;
import io.kenshin.remediation.cases.Move;
import io.kenshin.remediation.cases.Quarantined;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.policy.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of people about cases and their samples. Each decision keeps what was before, so that it can be
 * undone.
 */
@ApplicationScoped
public class Decisions {
    private final Database database;
    private final Cases cases;
    private final Policies policies;
    private final Event<Quarantined> quarantined;

    Decisions(Database database, Cases cases, Policies policies, Event<Quarantined> quarantined) {
        this.database = database;
        this.cases = cases;
        this.policies = policies;
        this.quarantined = quarantined;
    }

    public List<CaseDecision> list(String caseId) {
        cases.find(caseId);
        return database.transaction(session -> KeptDecision.list(session, caseId)).stream()
                .map(KeptDecision::view)
                .toList();
    }

    /**
     * Quarantines or releases samples; ingest hears of it through an event. A release may have to wait for a second
     * person, as the policy says.
     *
     * @param action what the samples become
     * @return the decision as it was kept
     */
    CaseDecision decide(String caseId, SampleState action, DecisionRequest request, String actor) {
        String reason = request.why();
        RemediationCase about = cases.find(caseId);
        boolean waits = action == SampleState.RELEASED
                && policies.of(about.dataset, about.model).approvals() > 1;
        DecisionState state = waits ? DecisionState.WAITING : DecisionState.DONE;
        long id = locked(
                caseId,
                request.revision(),
                (session, open) -> CaseSamples.list(session, caseId).chain(members -> {
                    List<KeptDecision.Before> before = chosen(caseId, members, request.samples());
                    List<String> ids =
                            before.stream().map(KeptDecision.Before::sampleId).toList();
                    String why = ids.size() + " samples: a second person has to agree to the release";
                    return KeptDecision.insert(
                                    session, caseId, new KeptDecision.New(action, actor, reason, state, before))
                            .chain(key -> (waits
                                            ? CaseHistory.step(session, open, actor, why)
                                            : new Effect(action, ids, reason, actor).apply(session, open))
                                    .replaceWith(key));
                }));
        goOn(caseId);
        return one(caseId, id);
    }

    /** The second person agrees to a release that waits. */
    CaseDecision approve(String caseId, long decision, String actor) {
        locked(
                caseId,
                null,
                (session, open) -> KeptDecision.find(session, caseId, decision).chain(kept -> {
                    if (kept.state() != DecisionState.WAITING) {
                        throw new KenshinException(
                                ErrorCode.CONFLICT,
                                "decision " + decision + " is " + kept.state().text());
                    }
                    if (kept.actor().equals(actor)) {
                        throw new KenshinException(
                                ErrorCode.CONFLICT,
                                "decision " + decision + " is " + actor + "'s own: another person has to agree");
                    }
                    return kept.approved(session, actor)
                            .chain(() -> new Effect(kept.action(), kept.samples(), kept.reason(), actor)
                                    .apply(session, open));
                }));
        goOn(caseId);
        return one(caseId, decision);
    }

    /** Puts the samples of a decision back to what they were, where nothing later was decided about them. */
    CaseDecision undo(String caseId, long decision, String actor) {
        locked(
                caseId,
                null,
                (session, open) -> KeptDecision.find(session, caseId, decision).chain(kept -> {
                    if (kept.state() == DecisionState.UNDONE) {
                        throw new KenshinException(ErrorCode.CONFLICT, "decision " + decision + " is undone already");
                    }
                    Uni<Integer> marked = kept.become(session, DecisionState.UNDONE);
                    return kept.state() == DecisionState.WAITING
                            ? marked.chain(() -> CaseHistory.step(session, open, actor, undone(decision)))
                            : marked.chain(() -> CaseSamples.list(session, caseId))
                                    .chain(now -> putBack(session, open, kept, unchanged(kept, now), actor));
                }));
        return one(caseId, decision);
    }

    private static String undone(long decision) {
        return "decision " + decision + " undone";
    }

    private static Set<String> unchanged(KeptDecision kept, List<CaseSample> now) {
        return now.stream()
                .filter(member -> member.state() == kept.action())
                .map(CaseSample::sampleId)
                .collect(Collectors.toSet());
    }

    private static Uni<Integer> putBack(
            Mutiny.Session session, RemediationCase open, KeptDecision kept, Set<String> unchanged, String actor) {
        Uni<Integer> all = Uni.createFrom().item(0);
        for (SampleState state : SampleState.values()) {
            Effect back = new Effect(state, kept.were(state, unchanged), undone(kept.id()), actor);
            all = all.chain(() -> back.applyToAny(session, open));
        }
        return all;
    }

    /** The case was none: all its samples are released, and the same evidence does not raise them again. */
    RemediationCase dismiss(String caseId, DecisionRequest request, String actor) {
        String reason = request.why();
        Move move = new Move(CaseState.DISMISSED, reason, actor, RemediationEvents.CASE_DISMISSED);
        return cases.move(
                caseId,
                request.revision(),
                move,
                (session, open) -> CaseSamples.list(session, open.id).chain(members -> {
                    List<String> held = members.stream()
                            .filter(member -> member.state() != SampleState.RELEASED)
                            .map(CaseSample::sampleId)
                            .toList();
                    return new Effect(SampleState.RELEASED, held, reason, actor).applyToAny(session, open);
                }));
    }

    /** A dismissed case is looked at again. Its samples stay released until somebody decides otherwise. */
    RemediationCase reopen(String caseId, String actor) {
        RemediationCase found = cases.find(caseId);
        if (!found.state().actions().contains(CaseAction.REOPEN)) {
            throw new KenshinException(
                    ErrorCode.CONFLICT,
                    "case " + caseId + " is " + found.state().text() + ": it is open already");
        }
        return cases.move(caseId, new Move(CaseState.REVIEW, "opened again", actor, null), changed -> {});
    }

    private interface Locked<T> {
        Uni<T> run(Mutiny.Session session, RemediationCase open);
    }

    private <T> T locked(String caseId, @Nullable Integer revision, Locked<T> work) {
        return database.once(session -> Cases.locked(session, caseId, revision).chain(open -> work.run(session, open)));
    }

    private static List<KeptDecision.Before> chosen(
            String caseId, List<CaseSample> members, @Nullable List<String> samples) {
        Set<String> wanted = samples == null ? null : new HashSet<>(samples);
        List<KeptDecision.Before> before = members.stream()
                .filter(member -> wanted == null || wanted.contains(member.sampleId()))
                .map(member -> new KeptDecision.Before(member.sampleId(), member.state()))
                .toList();
        if (wanted != null && before.size() < wanted.size()) {
            members.forEach(member -> wanted.remove(member.sampleId()));
            throw new KenshinException(
                    ErrorCode.NOT_FOUND, wanted.size() + " samples are not in case " + caseId + ": " + wanted);
        }
        return before;
    }

    private CaseDecision one(String caseId, long id) {
        return database.transaction(session -> KeptDecision.find(session, caseId, id))
                .view();
    }

    /** What was decided may have ended a review: from there on it goes as with a case that needed none. */
    private void goOn(String caseId) {
        if (cases.find(caseId).state() == CaseState.QUARANTINED) {
            quarantined.fire(new Quarantined(caseId));
        }
    }
}
