package io.kenshin.ingest.scan;

import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * So many scans run at once, whoever ordered them; the others wait, the first ordered first. What is new is looked at
 * without waiting: these scans are small, and their verdict is wanted within seconds.
 */
@ApplicationScoped
class Turns {
    /** A scan that has not ended after a day is not waited for. */
    private static final String BEFORE = "(select count(*) from scan_order e where e.sample is distinct from 'new'"
            + " and e.created > now() - interval '1 day' and e.id <> o.id and (e.state = 'planned'"
            + " or (e.state = 'ordered' and (e.admitted is not null or (e.created, e.id) < (o.created, o.id)))))";

    /** Replicas ask one after the other, or two could take the last place. */
    private static final Sql LOCK =
            Sql.of("select 1 as one from (select pg_advisory_xact_lock(hashtext('kenshin scans at once'))) as locked");

    private static final Sql ADMIT = Sql.of("update scan_order o set admitted = now(), detail = null"
            + " where id = :id and state = 'ordered' and admitted is null and (:free or " + BEFORE + " < :most)");

    private static final Sql WAIT =
            Sql.of("update scan_order set detail = :why where id = :id and state = 'ordered' and admitted is null");

    private final Database database;
    private final int most;

    Turns(Database database, @ConfigProperty(name = "kenshin.ingest.scans-at-once") int most) {
        this.database = database;
        this.most = most;
    }

    /** Whether an order may be planned now: it is said once, to whoever asks first. */
    boolean admit(ScanOrder order) {
        int admitted = database.persistently(session -> LOCK.list(session, row -> row.integer("one"))
                .chain(locked -> ADMIT.with("id", order.id())
                        .with("free", order.isNewOnly())
                        .with("most", most)
                        .execute(session))
                .chain(updated -> updated > 0
                        ? Uni.createFrom().item(updated)
                        : WAIT.with("id", order.id())
                                .with("why", "waits until fewer than " + most + " scans run")
                                .execute(session)
                                .replaceWith(0)));
        return admitted > 0;
    }
}
