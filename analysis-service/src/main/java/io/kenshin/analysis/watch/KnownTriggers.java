package io.kenshin.analysis.watch;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.scan.known.KnownTrigger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The triggers that scans of a data set with a model have proven. */
@ApplicationScoped
public class KnownTriggers {
    /** Scans that are looked through, the latest first. */
    private static final int SCANS = 20;

    private final Database database;

    KnownTriggers(Database database) {
        this.database = database;
    }

    /** Each once, the latest proof first. */
    public List<KnownTrigger> of(ScanPlan plan) {
        List<Object[]> rows = database.persistently(session -> session.createNativeQuery(
                        "select id, cast(plan as jsonb) ->> 'directory',"
                                + " cast(cast(report as jsonb) -> 'triggers' as text)"
                                + " from scan where dataset = :dataset and model = :model and verdict = 'poisoned'"
                                + " and not new_only order by finished desc limit " + SCANS,
                        Object[].class)
                .setParameter("dataset", plan.dataset())
                .setParameter("model", plan.model())
                .getResultList());
        Map<String, KnownTrigger> known = new LinkedHashMap<>();
        for (Object[] row : rows) {
            for (TriggerReport report : Json.read((String) row[2], new TypeReference<List<TriggerReport>>() {})) {
                if (Boolean.TRUE.equals(report.confirmed())) {
                    known.putIfAbsent(report.identity(), new KnownTrigger((String) row[0], (String) row[1], report));
                }
            }
        }
        return List.copyOf(known.values());
    }
}
