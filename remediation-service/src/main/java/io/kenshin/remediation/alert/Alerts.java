package io.kenshin.remediation.alert;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.scan.Change;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Outbox;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.policy.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says that a scan calls for attention, as far as the policy of its data set and model wants to hear of it. */
@ApplicationScoped
public class Alerts {
    private final Database database;
    private final Policies policies;

    Alerts(Database database, Policies policies) {
        this.database = database;
        this.policies = policies;
    }

    /**
     * What the latest scan of a data set and model raised.
     *
     * @param change attack, suspected or drift
     */
    public record Raised(String dataset, String model, String change) {}

    /** Notes the end of a scan; the same one twice is one alert. */
    public void scan(String json) {
        if (!Json.eventType(json).equals(ScanSummary.TYPE)) {
            return;
        }
        CloudEvent<ScanSummary> event = Json.readEvent(json, ScanSummary.class);
        ScanSummary summary = event.data();
        Change change = change(summary);
        // A scan that says nothing about the data as a whole takes no alert back.
        if (change == Change.UNKNOWN) {
            return;
        }
        boolean raised = policies.of(summary.dataset(), summary.model()).alertsOn(change);
        database.persistently(session -> Sql.of(
                        "insert into scan_alert (scan_id, dataset, model, change, raised, finished) values"
                                + " (:scan, :dataset, :model, :change, :raised, :finished) on conflict do nothing")
                .with("scan", summary.scanId())
                .with("dataset", summary.dataset())
                .with("model", summary.model())
                .with("change", change.toString())
                .with("raised", raised)
                .with("finished", Instant.parse(event.time()))
                .execute(session)
                .chain(added -> added == 1 && raised
                        ? Outbox.add(
                                session,
                                Topics.REMEDIATION_EVENTS,
                                summary.scanId(),
                                Json.write(alert(summary, change)))
                        : Uni.createFrom().item(0)));
    }

    /** Summaries from before the field say it by their verdict. */
    private static Change change(ScanSummary summary) {
        return Objects.requireNonNullElseGet(summary.change(), () -> switch (summary.verdict()) {
            case POISONED -> Change.ATTACK;
            case SUSPICIOUS -> Change.SUSPECTED;
            default -> Change.UNKNOWN;
        });
    }

    private static CloudEvent<RemediationEvents.Data> alert(ScanSummary summary, Change change) {
        ScanSummary.Drift drift = summary.drift();
        return CloudEvent.of(
                summary.scanId() + "-alert",
                "/kenshin/remediation",
                RemediationEvents.SCAN_ALERT,
                summary.scanId(),
                Instant.now().toString(),
                new RemediationEvents.Data(
                        "",
                        summary.scanId(),
                        summary.dataset(),
                        summary.model(),
                        summary.version(),
                        List.of(),
                        change + ": " + summary.reason(),
                        drift == null
                                ? Map.of()
                                : Map.of(
                                        "drift.compared", (double) drift.compared(),
                                        "drift.moved", (double) drift.moved(),
                                        "drift.energyDistance", drift.energyDistance()),
                        null));
    }

    /** What stands now: a later scan of the same data with the same model takes it back, or raises something else. */
    public List<Raised> standing() {
        return database.transaction(session -> Sql.of(
                        "select dataset, model, change from (select distinct on (dataset, model) * from scan_alert"
                                + " order by dataset, model, finished desc, seq desc) as latest where raised")
                .list(session, row -> new Raised(row.text("dataset"), row.text("model"), row.text("change"))));
    }
}
