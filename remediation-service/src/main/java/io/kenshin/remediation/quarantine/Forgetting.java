package io.kenshin.remediation.quarantine;

import io.kenshin.outbox.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What goes with a data set that is deleted: its cases from before, with their decisions, evidence and policy. */
@ApplicationScoped
public class Forgetting {
    private static final String CASES =
            " in (select id from remediation_case where dataset = :dataset and opened <= :before)";
    private static final String SCANS =
            " in (select scan_id from remediation_case where dataset = :dataset and opened <= :before)";
    private static final List<String> STATEMENTS = List.of(
            "delete from finding where scan_id" + SCANS,
            "delete from scan_end where scan_id" + SCANS,
            "delete from model_evidence where case_id" + CASES,
            "delete from approval where case_id" + CASES,
            "delete from case_decision where case_id" + CASES,
            "delete from case_step where case_id" + CASES,
            "delete from case_sample where case_id" + CASES,
            "delete from release_memory where case_id" + CASES,
            "delete from remediation_case where dataset = :dataset and opened <= :before");

    private final Database database;

    Forgetting(Database database) {
        this.database = database;
    }

    void forget(String dataset, Instant before) {
        database.persistently(session -> {
            Uni<Integer> all = Uni.createFrom().item(0);
            for (String statement : STATEMENTS) {
                all = all.chain(() -> session.createNativeQuery(statement)
                        .setParameter("dataset", dataset)
                        .setParameter("before", before)
                        .executeUpdate());
            }
            return all;
        });
    }
}
