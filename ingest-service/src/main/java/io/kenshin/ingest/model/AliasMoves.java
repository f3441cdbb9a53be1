package io.kenshin.ingest.model;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The moves of the alias production, when a healed version is promoted or rolled back; one that is older than the last
 * changes nothing.
 */
@ApplicationScoped
public class AliasMoves {
    private static final Logger LOG = Logger.getLogger(AliasMoves.class);
    private static final Sql BACK = Sql.of("update model_alias set version = :version, moved = now(),"
            + " sequence = :place where model = :model and alias = :alias and version = :from"
            + " and coalesce(sequence, 0) <= :place");
    private static final Set<String> MOVES =
            Set.of(RemediationEvents.MODEL_PROMOTED, RemediationEvents.MODEL_ROLLED_BACK);

    private final Database database;

    AliasMoves(Database database) {
        this.database = database;
    }

    /** A promotion says what is to be in production; a rollback only what is to go from there. */
    public void on(String event) {
        if (MOVES.contains(Json.eventType(event))) {
            CloudEvent<RemediationEvents.Data> move = Json.readEvent(event, RemediationEvents.Data.class);
            RemediationEvents.Data data = move.data();
            Integer from = data.from();
            if (from == null) {
                database.persistently(session ->
                        Models.point(session, data.model(), Models.PRODUCTION, data.version(), move.place()));
            } else if (database.persistently(session -> back(session, move, from)) == 0) {
                LOG.warnf(
                        "production of %s is not version %d any more: the rollback of case %s changes nothing",
                        data.model(), from, data.caseId());
            }
        }
    }

    private static Uni<Integer> back(Mutiny.Session session, CloudEvent<RemediationEvents.Data> move, int from) {
        RemediationEvents.Data data = move.data();
        return BACK.with("model", data.model())
                .with("alias", Models.PRODUCTION)
                .with("version", data.version())
                .with("from", from)
                .with("place", move.place())
                .execute(session);
    }
}
