package io.kenshin.remediation.decide;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.remediation.cases.CaseEvents;
import io.kenshin.remediation.cases.CaseHistory;
import io.kenshin.remediation.cases.CaseSamples;
import io.kenshin.remediation.cases.RemediationCase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a decision does: the samples' state, the case's state, the memory of releases, the history and the event.
 *
 * @param state what the samples become
 */
record Effect(SampleState state, List<String> samples, String reason, String actor) {
    /** Applies it, unless it is about no sample. */
    Uni<Integer> applyToAny(Mutiny.Session session, RemediationCase open) {
        return samples.isEmpty() ? Uni.createFrom().item(0) : apply(session, open);
    }

    Uni<Integer> apply(Mutiny.Session session, RemediationCase open) {
        String event = state == SampleState.QUARANTINED
                ? RemediationEvents.SAMPLES_QUARANTINED
                : RemediationEvents.SAMPLES_RELEASED;
        String what = samples.size() + " samples " + state.text() + ": " + reason;
        return CaseSamples.set(session, open.id, samples, state, reason)
                .chain(() -> settle(session, open))
                .chain(() -> Releases.follow(session, open, samples, state == SampleState.RELEASED))
                .chain(() -> CaseHistory.step(session, open, actor, what))
                .chain(() -> CaseEvents.publish(session, event, open, samples, reason));
    }

    /** A review is over when no sample waits for it and some are held; it goes on when some wait again. */
    private Uni<?> settle(Mutiny.Session session, RemediationCase open) {
        boolean again = open.state() == CaseState.QUARANTINED && state == SampleState.REVIEW;
        if (open.state() != CaseState.REVIEW && !again) {
            return Uni.createFrom().voidItem();
        }
        return CaseSamples.list(session, open.id).invoke(members -> {
            boolean waits = members.stream().anyMatch(member -> member.state() == SampleState.REVIEW);
            boolean holds = members.stream().anyMatch(member -> member.state() == SampleState.QUARANTINED);
            CaseState settled = holds && !waits ? CaseState.QUARANTINED : CaseState.REVIEW;
            if (open.state() != settled) {
                open.become(settled);
            }
        });
    }
}
