package io.kenshin.remediation.quarantine;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.RemediationSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Opens a case when a scan has ended badly and all its findings have come, in whatever order they came. */
@ApplicationScoped
public class CaseOpener {
    private static final Logger LOG = Logger.getLogger(CaseOpener.class);

    private final Database database;
    private final RemediationSettings settings;

    CaseOpener(Database database, RemediationSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Notes findings; the same one twice is one. */
    public void findings(List<SampleFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        List<Map<String, String>> rows = new ArrayList<>();
        TreeSet<String> scans = new TreeSet<>();
        for (SampleFinding finding : findings) {
            rows.add(Map.of("scan_id", finding.scanId(), "sample_id", finding.sampleId(), "data", Json.write(finding)));
            scans.add(finding.scanId());
        }
        database.persistently(session -> session.createNativeQuery("insert into finding (scan_id, sample_id, data)"
                        + " select r.scan_id, r.sample_id, r.data from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))"
                        + " as r(scan_id text, sample_id text, data text) on conflict do nothing")
                .setParameter("rows", Json.write(rows))
                .executeUpdate());
        scans.forEach(this::openIfComplete);
    }

    /** Notes the end of a scan. */
    public void scan(String json) {
        String type = Json.eventType(json);
        if (type.equals(ScanSummary.TYPE)) {
            CloudEvent<ScanSummary> event = Json.readEvent(json, ScanSummary.class);
            ScanSummary summary = event.data();
            end(summary.scanId(), summary.verdict().name().toLowerCase(Locale.ROOT), Json.write(summary));
            openIfComplete(summary.scanId());
        } else if (type.equals(ScanFailure.TYPE)) {
            ScanFailure failure = Json.readEvent(json, ScanFailure.class).data();
            end(failure.scanId(), "failed", Json.write(failure));
        }
    }

    private void end(String scanId, String verdict, String summary) {
        database.persistently(session -> session.createNativeQuery("insert into scan_end (scan_id, verdict, summary)"
                        + " values (:id, :verdict, :summary) on conflict do nothing")
                .setParameter("id", scanId)
                .setParameter("verdict", verdict)
                .setParameter("summary", summary)
                .executeUpdate());
    }

    private void openIfComplete(String scanId) {
        List<String> ends = database.persistently(session -> session.createNativeQuery(
                        "select summary from scan_end where scan_id = :id and verdict in ('poisoned', 'suspicious')"
                                + " and not exists (select 1 from remediation_case where scan_id = :id)",
                        String.class)
                .setParameter("id", scanId)
                .getResultList());
        if (ends.isEmpty()) {
            return;
        }
        ScanSummary summary = Json.read(ends.get(0), ScanSummary.class);
        List<SampleFinding> findings = database
                .persistently(session -> session.createNativeQuery(
                                "select data from finding where scan_id = :id order by sample_id", String.class)
                        .setParameter("id", scanId)
                        .getResultList())
                .stream()
                .map(data -> Json.read(data, new TypeReference<SampleFinding>() {}))
                .toList();
        boolean ignored =
                summary.verdict() == Verdict.SUSPICIOUS && settings.suspicious().equals("ignore");
        if (findings.size() >= summary.findings() && !ignored) {
            open(summary, findings);
        }
    }

    private void open(ScanSummary summary, List<SampleFinding> findings) {
        boolean all = settings.suspicious().equals("quarantine");
        List<String> quarantined = findings.stream()
                .filter(finding -> all || finding.decision() == Decision.QUARANTINE)
                .map(SampleFinding::sampleId)
                .toList();
        RemediationCase opened = new RemediationCase();
        opened.id = "c-" + summary.scanId().substring(2);
        opened.scanId = summary.scanId();
        opened.dataset = summary.dataset();
        opened.model = summary.model();
        opened.version = summary.version();
        opened.directory = summary.directory();
        opened.joinedLabels = String.join("\n", summary.labels());
        opened.triggersJson = Json.write(summary.triggers());
        opened.state = quarantined.isEmpty() ? CaseState.REVIEW : CaseState.QUARANTINED;
        opened.detail = summary.reason();
        opened.figuresJson = "{}";
        database.persistently(session -> session.find(RemediationCase.class, opened.id)
                .chain(known -> known != null
                        ? Uni.createFrom().item(0)
                        : session.persist(opened)
                                .chain(session::flush)
                                .chain(() -> samples(session, opened.id, findings, all))
                                .chain(() -> Cases.step(session, opened))
                                .chain(() -> Cases.publish(
                                        session, RemediationEvents.CASE_OPENED, opened, List.of(), summary.reason()))
                                .chain(() -> quarantined.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : Cases.publish(
                                                session,
                                                RemediationEvents.SAMPLES_QUARANTINED,
                                                opened,
                                                quarantined,
                                                "case " + opened.id + ": " + summary.reason()))));
        LOG.infof("case %s opened for scan %s: %d samples quarantined", opened.id, opened.scanId, quarantined.size());
    }

    private static Uni<Integer> samples(
            Mutiny.Session session, String caseId, List<SampleFinding> findings, boolean all) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (SampleFinding finding : findings) {
            boolean quarantined = all || finding.decision() == Decision.QUARANTINE;
            rows.add(Map.of(
                    "sample_id", finding.sampleId(),
                    "external_id", String.valueOf(finding.externalId()),
                    "decision", finding.decision().name().toLowerCase(Locale.ROOT),
                    "state", quarantined ? "quarantined" : "review"));
        }
        return session.createNativeQuery("insert into case_sample (case_id, sample_id, external_id, decision, state)"
                        + " select :id, r.sample_id, r.external_id, r.decision, r.state"
                        + " from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))"
                        + " as r(sample_id text, external_id text, decision text, state text) on conflict do nothing")
                .setParameter("id", caseId)
                .setParameter("rows", Json.write(rows))
                .executeUpdate();
    }
}
