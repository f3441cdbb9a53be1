package io.kenshin.remediation.cases;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The cases: every step is one transaction that changes the case, writes its history and queues its event. */
@ApplicationScoped
public class Cases {
    private final Database database;

    Cases(Database database) {
        this.database = database;
    }

    public RemediationCase find(String id) {
        return known(id, database.transaction(session -> session.find(RemediationCase.class, id)));
    }

    /** As {@link #find}, for work in the background, which waits for a database that is away. */
    public RemediationCase await(String id) {
        return known(id, database.persistently(session -> session.find(RemediationCase.class, id)));
    }

    private static RemediationCase known(String id, @Nullable RemediationCase found) {
        if (found == null) {
            throw new KenshinException(ErrorCode.NOT_FOUND, "no case " + id);
        }
        return found;
    }

    /** Which cases are asked for; what is null may be anything. */
    public record Filter(
            @Nullable CaseState state,
            @Nullable String model,
            @Nullable String dataset,
            @Nullable String scan) {}

    /** The latest first. */
    public List<RemediationCase> list(Filter filter, Page page) {
        return database.transaction(session -> session.createQuery(
                        "from remediation_case where state in :states"
                                + " and (cast(:model as String) is null or model = :model)"
                                + " and (cast(:dataset as String) is null or dataset = :dataset)"
                                + " and (cast(:scan as String) is null or scanId = :scan)"
                                + " order by opened desc, id",
                        RemediationCase.class)
                .setParameter("states", filter.state() == null ? List.of(CaseState.values()) : List.of(filter.state()))
                .setParameter("model", filter.model())
                .setParameter("dataset", filter.dataset())
                .setParameter("scan", filter.scan())
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList());
    }

    public List<RemediationCase> in(CaseState state) {
        return database.persistently(session -> session.createQuery(
                        "from remediation_case where state = :state order by opened", RemediationCase.class)
                .setParameter("state", state)
                .getResultList());
    }

    /**
     * Moves a case to another state.
     *
     * @param change what else changes
     * @throws KenshinException when the case cannot go there from where it is
     */
    public RemediationCase move(String id, Move move, Consumer<RemediationCase> change) {
        return move(id, null, move, (session, changed) -> {
            change.accept(changed);
            return Uni.createFrom().item(0);
        });
    }

    /** What else happens in the transaction of a step. */
    public interface Along {
        Uni<Integer> run(Mutiny.Session session, RemediationCase changed);
    }

    /**
     * Moves a case to another state.
     *
     * @param revision of the case that the person looked at; null to move it whatever has happened since
     * @throws KenshinException when the case cannot go there from where it is
     */
    public RemediationCase move(String id, @Nullable Integer revision, Move move, Along along) {
        String event = move.event();
        Function<Mutiny.Session, Uni<RemediationCase>> step = session -> locked(session, id, revision)
                .call(() -> move.check(session))
                .chain(found -> {
                    found.become(move.to());
                    found.detail = move.detail();
                    return along.run(session, found)
                            .chain(() -> CaseHistory.step(session, found, move.actor(), move.detail()))
                            .chain(() -> event == null
                                    ? Uni.createFrom().item(0)
                                    : CaseEvents.publish(session, event, found, List.of(), move.detail()))
                            .replaceWith(found);
                });
        // What a person asks for is done now or not at all.
        return move.actor().equals(Actor.FLEET) ? database.atLength(step) : database.once(step);
    }

    /** Changes a case within its state. */
    public void change(String id, Consumer<RemediationCase> change) {
        database.persistently(session -> session.find(RemediationCase.class, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(change::accept));
    }

    /**
     * Changes a case within its state, in the course of work that one replica does at a time.
     *
     * @throws LeaseLost when another replica does it by now
     */
    public void change(String id, Lease lease, Consumer<RemediationCase> change) {
        database.persistently(session -> session.find(RemediationCase.class, id, LockModeType.PESSIMISTIC_WRITE)
                .call(() -> Leases.check(session, lease))
                .invoke(change::accept));
    }

    /** @throws LeaseLost when another replica has it by now */
    public void check(Lease lease) {
        database.persistently(session -> Leases.check(session, lease));
    }

    /**
     * A case that nobody else changes before the transaction ends; its revision is counted on.
     *
     * @param revision of the case that the person looked at; null to change it whatever has happened since
     * @throws KenshinException when there is none, or somebody changed it since the person looked at it
     */
    public static Uni<RemediationCase> locked(Mutiny.Session session, String id, @Nullable Integer revision) {
        return session.find(RemediationCase.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(found -> {
                    RemediationCase open = known(id, found);
                    if (revision != null && revision != open.revision) {
                        throw new KenshinException(
                                ErrorCode.CONFLICT,
                                "case " + id + " has changed (revision " + open.revision + ", you saw " + revision
                                        + "): look at it again");
                    }
                    open.revision++;
                    return open;
                });
    }
}
