package io.kenshin.remediation.cases;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case to another state.
 *
 * @param detail why
 * @param actor who moves it
 * @param event type of the event to publish, or null for none
 * @param lease that the step is done under; null when a person moves it
 */
public record Move(
        CaseState to,
        String detail,
        String actor,
        @Nullable String event,
        @Nullable Lease lease) {
    public Move(CaseState to, String detail, String actor, @Nullable String event) {
        this(to, detail, actor, event, null);
    }

    /** The same step, unless another replica has the lease by then. */
    public Move under(Lease held) {
        return new Move(to, detail, actor, event, held);
    }

    /** Fails with {@link LeaseLost} when whoever does it may not any more. */
    Uni<?> check(Mutiny.Session session) {
        return lease == null ? Uni.createFrom().voidItem() : Leases.check(session, lease);
    }
}
