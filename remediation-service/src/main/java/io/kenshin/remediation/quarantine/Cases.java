package io.kenshin.remediation.quarantine;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The cases: every step is one transaction that changes the case, writes its history and queues its event. */
@ApplicationScoped
public class Cases {
    /** Of one event: far below what a record may hold, whatever the ids are. */
    private static final int MOST_SAMPLES = 10_000;

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
            @Nullable String dataset) {}

    /** The latest first. */
    public List<RemediationCase> list(Filter filter, Page page) {
        return database.transaction(session -> session.createQuery(
                        "from remediation_case where state in :states"
                                + " and (cast(:model as String) is null or model = :model)"
                                + " and (cast(:dataset as String) is null or dataset = :dataset)"
                                + " order by opened desc, id",
                        RemediationCase.class)
                .setParameter("states", filter.state() == null ? List.of(CaseState.values()) : List.of(filter.state()))
                .setParameter("model", filter.model())
                .setParameter("dataset", filter.dataset())
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

    /** One step of a case's history. */
    public record Step(String state, String detail, String actor, Instant happened) {}

    public List<Step> history(String id) {
        return database
                .transaction(session -> session.createNativeQuery(
                                "select state, detail, actor, cast(happened as text) from case_step where case_id = :id order by id",
                                Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .map(row ->
                        new Step((String) row[0], (String) row[1], (String) row[2], Database.instant((String) row[3])))
                .toList();
    }

    /**
     * Moves a case to another state.
     *
     * @param actor who moves it
     * @param event type of the event to publish, or null for none
     * @param change what else changes
     * @throws KenshinException when the case cannot go there from where it is
     */
    public RemediationCase move(
            String id,
            CaseState to,
            String detail,
            String actor,
            @Nullable String event,
            Consumer<RemediationCase> change) {
        return move(id, null, to, detail, actor, event, (session, changed) -> {
            change.accept(changed);
            return Uni.createFrom().item(0);
        });
    }

    /** What else happens in the transaction of a step. */
    interface Along {
        Uni<Integer> run(Mutiny.Session session, RemediationCase changed);
    }

    RemediationCase move(
            String id,
            @Nullable Integer revision,
            CaseState to,
            String detail,
            String actor,
            @Nullable String event,
            Along along) {
        return database.persistently(session -> session.find(RemediationCase.class, id, LockModeType.PESSIMISTIC_WRITE)
                .chain(found -> {
                    if (found == null) {
                        throw new KenshinException(ErrorCode.NOT_FOUND, "no case " + id);
                    }
                    expect(found, revision);
                    if (!found.state.leadsTo(to)) {
                        throw new KenshinException(
                                ErrorCode.CONFLICT,
                                "case " + id + " is " + found.state.text() + ": it cannot become " + to.text());
                    }
                    found.state = to;
                    found.detail = detail;
                    found.revision++;
                    return along.run(session, found)
                            .chain(() -> step(session, found, actor, detail))
                            .chain(() -> event == null
                                    ? Uni.createFrom().item(0)
                                    : publish(session, event, found, List.of(), detail))
                            .replaceWith(found);
                }));
    }

    /** Changes a case within its state. */
    public void change(String id, Consumer<RemediationCase> change) {
        database.persistently(session -> session.find(RemediationCase.class, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(change::accept));
    }

    /** @throws KenshinException when somebody changed the case since the person looked at it */
    static void expect(RemediationCase found, @Nullable Integer revision) {
        if (revision != null && revision != found.revision) {
            throw new KenshinException(
                    ErrorCode.CONFLICT,
                    "case " + found.id + " has changed (revision " + found.revision + ", you saw " + revision
                            + "): look at it again");
        }
    }

    public static Uni<Integer> step(Mutiny.Session session, RemediationCase changed, String actor, String detail) {
        return session.createNativeQuery(
                        "insert into case_step (case_id, state, detail, actor) values (:id, :state, :detail, :actor)")
                .setParameter("id", changed.id)
                .setParameter("state", changed.state.text())
                .setParameter("detail", detail)
                .setParameter("actor", actor)
                .executeUpdate();
    }

    /** Queues a public event about a case; one about very many samples in several, each of which says its own. */
    static Uni<Integer> publish(
            Mutiny.Session session, String type, RemediationCase about, List<String> sampleIds, String reason) {
        Uni<Integer> published = Uni.createFrom().item(0);
        for (List<String> part : parts(sampleIds)) {
            published = published.chain(before -> publishOne(session, type, about, part, reason));
        }
        return published;
    }

    static List<List<String>> parts(List<String> sampleIds) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < sampleIds.size(); from += MOST_SAMPLES) {
            parts.add(sampleIds.subList(from, Math.min(sampleIds.size(), from + MOST_SAMPLES)));
        }
        return parts;
    }

    private static Uni<Integer> publishOne(
            Mutiny.Session session, String type, RemediationCase about, List<String> sampleIds, String reason) {
        boolean back = type.equals(RemediationEvents.MODEL_ROLLED_BACK);
        int version = back || about.healedVersion == null ? about.version : about.healedVersion;
        RemediationEvents.Data data = new RemediationEvents.Data(
                about.id, about.scanId, about.dataset, about.model, version, sampleIds, reason, about.figures());
        CloudEvent<RemediationEvents.Data> event = CloudEvent.of(
                UUID.randomUUID().toString(),
                "/kenshin/remediation",
                type,
                about.id,
                Instant.now().toString(),
                data);
        return Outbox.add(session, Topics.REMEDIATION_EVENTS, about.id, Json.write(event));
    }
}
