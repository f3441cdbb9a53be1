package io.kenshin.analysis.replay;

import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which replica analyses a scan: one at a time, until it is done or was not heard of for {@value #SECONDS} s. A
 * replica that starts again under its name goes on at once. Clocks are the database's.
 */
@ApplicationScoped
class ScanLease {
    static final int SECONDS = 30;

    private static final String UNTIL = "now() + make_interval(secs => " + SECONDS + ")";
    private static final String OPEN = "state <> '" + Scan.FINISHED + "'";
    private static final String FREE = OPEN + " and (owner is null or owner = :me or leased_until < now())";

    private final Database database;
    private final String me;

    /** @param me the same for a replica that starts again, another for every other */
    ScanLease(Database database, @ConfigProperty(name = "kenshin.replica") String me) {
        this.database = database;
        this.me = me;
    }

    /** A scan whose vectors are all there. */
    record Ready(String scanId, boolean newOnly) {}

    /**
     * Scans that could be analysed and are not, the oldest first. Until the analysis begins, a scan's total is its
     * chunks.
     */
    List<Ready> free() {
        return database.persistently(session -> session.createNativeQuery(
                        "select id, new_only from scan where " + FREE + " and (state = '" + Scan.ANALYSING
                                + "' or done >= total) order by ordered",
                        Object[].class)
                .setParameter("me", me)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Ready((String) row[0], (Boolean) row[1]))
                        .toList()));
    }

    /** @return false when another replica has it, or it is finished */
    boolean take(String scanId) {
        return database.persistently(session -> session.createNativeQuery(
                                "update scan set owner = :me, leased_until = " + UNTIL + " where id = :id and " + FREE)
                        .setParameter("me", me)
                        .setParameter("id", scanId)
                        .executeUpdate())
                == 1;
    }

    /** Says that this replica is still at it. */
    void renew(String scanId) {
        change("leased_until = " + UNTIL, scanId);
    }

    /** Lets others have it. */
    void giveBack(String scanId) {
        change("owner = null, leased_until = null", scanId);
    }

    private void change(String what, String scanId) {
        database.transaction(session -> session.createNativeQuery(
                        "update scan set " + what + " where id = :id and owner = :me and " + OPEN)
                .setParameter("me", me)
                .setParameter("id", scanId)
                .executeUpdate());
    }
}
