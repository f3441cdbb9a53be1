package io.kenshin.remediation.cases;

import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The end of everything that goes with a deleted data set: its cases from before, with their decisions, evidence and
 * policy.
 */
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
            "delete from webhook_delivery where dataset = :dataset and created <= :before",
            "delete from scan_alert where dataset = :dataset and finished <= :before",
            "delete from remediation_case where dataset = :dataset and opened <= :before");

    private final Database database;

    Forgetting(Database database) {
        this.database = database;
    }

    /** @param before cases that were opened later stay */
    public void forget(String dataset, Instant before) {
        database.atLength(session -> Database.all(session, STATEMENTS, Map.of("dataset", dataset, "before", before)));
    }
}
