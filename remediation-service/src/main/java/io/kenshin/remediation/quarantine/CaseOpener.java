package io.kenshin.remediation.quarantine;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.sample.DatasetDeleted;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.policy.Policy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens a case when a scan has ended badly and all its findings have come, in whatever order they came. */
@ApplicationScoped
public class CaseOpener {
    private static final Logger LOG = Logger.getLogger(CaseOpener.class);

    private final Database database;
    private final Policies policies;
    private final Releases releases;
    private final Recognised recognised;
    private final Forgetting forgetting;
    private final Event<Opened> opened;

    CaseOpener(
            Database database,
            Policies policies,
            Releases releases,
            Recognised recognised,
            Forgetting forgetting,
            Event<Opened> opened) {
        this.database = database;
        this.policies = policies;
        this.releases = releases;
        this.recognised = recognised;
        this.forgetting = forgetting;
        this.opened = opened;
    }

    /** A case is open and its samples are quarantined. */
    public record Opened(String caseId) {}

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
        } else if (type.equals(DatasetDeleted.TYPE)) {
            CloudEvent<DatasetDeleted> deleted = Json.readEvent(json, DatasetDeleted.class);
            forgetting.forget(deleted.data().dataset(), Instant.parse(deleted.time()));
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
        Policy policy = policies.of(summary.dataset(), summary.model());
        boolean ignored =
                summary.verdict() == Verdict.SUSPICIOUS && policy.suspicious().equals(Policy.IGNORE);
        if (findings.size() < summary.findings() || ignored) {
            return;
        }
        List<SampleFinding> unclaimed = Recognised.is(summary) ? recognised.join(summary, findings, policy) : findings;
        if (findings.isEmpty() || !unclaimed.isEmpty()) {
            open(summary, unclaimed, policy);
        }
    }

    private static String caseOf(String scanId) {
        return "c-" + scanId.substring(2);
    }

    private void open(ScanSummary summary, List<SampleFinding> all, Policy policy) {
        Map<String, String> evidence = Releases.evidence(summary.triggers());
        Set<String> remembered = releases.remembered(summary.dataset(), all, evidence);
        List<SampleFinding> findings = all.stream()
                .filter(finding -> !remembered.contains(finding.sampleId()))
                .toList();
        List<String> wanted = findings.stream()
                .filter(finding -> isQuarantined(finding, policy))
                .map(SampleFinding::sampleId)
                .toList();
        boolean tooMany = wanted.size() > policy.mostQuarantined() * summary.samples();
        List<String> quarantined = tooMany ? List.of() : wanted;
        String detail = detail(summary, remembered.size(), tooMany ? wanted.size() : 0, policy);
        RemediationCase open = opened(summary, detail);
        open.state = findings.isEmpty()
                ? CaseState.DISMISSED
                : quarantined.isEmpty() ? CaseState.REVIEW : CaseState.QUARANTINED;
        // The last finding and the end of the scan come on two topics and may both complete it at the same moment.
        boolean fresh = database.persistently(session -> session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtext(:id))) as locked", Integer.class)
                .setParameter("id", open.id)
                .getResultList()
                .chain(locked -> session.find(RemediationCase.class, open.id))
                .chain(known -> known != null
                        ? Uni.createFrom().item(false)
                        : session.persist(open)
                                .chain(session::flush)
                                .chain(() -> samples(session, open.id, findings, new HashSet<>(quarantined), evidence))
                                .chain(() -> Cases.step(session, open, Actor.FLEET, detail))
                                .chain(() ->
                                        Cases.publish(session, RemediationEvents.CASE_OPENED, open, List.of(), detail))
                                .chain(() -> outcome(session, open, quarantined, detail))
                                .replaceWith(true)));
        if (fresh) {
            LOG.infof("case %s opened for scan %s: %d samples quarantined", open.id, open.scanId, quarantined.size());
            opened.fire(new Opened(open.id));
        }
    }

    static boolean isQuarantined(SampleFinding finding, Policy policy) {
        return (finding.decision() == Decision.QUARANTINE && policy.confirmed().equals(Policy.QUARANTINE))
                || (finding.decision() == Decision.REVIEW && policy.suspicious().equals(Policy.QUARANTINE));
    }

    private static String detail(ScanSummary summary, int remembered, int tooMany, Policy policy) {
        StringBuilder detail = new StringBuilder(summary.reason());
        if (remembered > 0) {
            detail.append("; ").append(remembered).append(" samples were released for the same reason before");
        }
        if (tooMany > 0) {
            detail.append(String.format(
                    Locale.ROOT,
                    "; %d of %d samples are more than the %.0f %% that may be quarantined without a person: please review",
                    tooMany,
                    summary.samples(),
                    100 * policy.mostQuarantined()));
        }
        return detail.toString();
    }

    private static RemediationCase opened(ScanSummary summary, String detail) {
        RemediationCase open = new RemediationCase();
        open.id = caseOf(summary.scanId());
        open.scanId = summary.scanId();
        open.dataset = summary.dataset();
        open.model = summary.model();
        open.version = summary.version();
        open.directory = summary.directory();
        open.joinedLabels = String.join("\n", summary.labels());
        open.triggersJson = Json.write(summary.triggers());
        open.detail = detail;
        open.figuresJson = "{}";
        return open;
    }

    private static Uni<Integer> outcome(
            Mutiny.Session session, RemediationCase open, List<String> quarantined, String detail) {
        if (open.state == CaseState.DISMISSED) {
            return Cases.publish(session, RemediationEvents.CASE_DISMISSED, open, List.of(), detail);
        }
        return quarantined.isEmpty()
                ? Uni.createFrom().item(0)
                : Cases.publish(
                        session,
                        RemediationEvents.SAMPLES_QUARANTINED,
                        open,
                        quarantined,
                        "case " + open.id + ": " + detail);
    }

    static Uni<Integer> samples(
            Mutiny.Session session,
            String caseId,
            List<SampleFinding> findings,
            Set<String> quarantined,
            Map<String, String> evidence) {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (SampleFinding finding : findings) {
            Map<String, @Nullable String> row = new HashMap<>();
            row.put("sample_id", finding.sampleId());
            row.put("external_id", finding.externalId());
            row.put("source", finding.source());
            row.put("decision", finding.decision().name().toLowerCase(Locale.ROOT));
            row.put("state", quarantined.contains(finding.sampleId()) ? CaseSamples.QUARANTINED : CaseSamples.REVIEW);
            row.put("evidence", evidence.getOrDefault(String.valueOf(finding.triggerId()), ""));
            rows.add(row);
        }
        return session.createNativeQuery("insert into case_sample"
                        + " (case_id, sample_id, external_id, source, decision, state, evidence)"
                        + " select :id, r.sample_id, r.external_id, r.source, r.decision, r.state, r.evidence"
                        + " from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))"
                        + " as r(sample_id text, external_id text, source text, decision text, state text, evidence text)"
                        + " on conflict do nothing")
                .setParameter("id", caseId)
                .setParameter("rows", Json.write(rows))
                .executeUpdate();
    }
}
