package io.kenshin.remediation.open;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.sample.DatasetDeleted;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.CaseEvents;
import io.kenshin.remediation.cases.CaseHistory;
import io.kenshin.remediation.cases.CaseSamples;
import io.kenshin.remediation.cases.Forgetting;
import io.kenshin.remediation.cases.Quarantined;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.decide.Releases;
import io.kenshin.remediation.policy.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** The opener of cases: one for each scan that ended badly, as soon as all its findings have come. */
@ApplicationScoped
public class CaseOpener {
    private static final Logger LOG = Logger.getLogger(CaseOpener.class);
    private static final Sql LOCK =
            Sql.of("select 1 as locked from (select pg_advisory_xact_lock(hashtext(:id))) as locks");

    private final Database database;
    private final ScanResults results;
    private final Policies policies;
    private final Releases releases;
    private final Recognised recognised;
    private final Forgetting forgetting;
    private final Event<Quarantined> quarantined;

    CaseOpener(
            Database database,
            ScanResults results,
            Policies policies,
            Releases releases,
            Recognised recognised,
            Forgetting forgetting,
            Event<Quarantined> quarantined) {
        this.database = database;
        this.results = results;
        this.policies = policies;
        this.releases = releases;
        this.recognised = recognised;
        this.forgetting = forgetting;
        this.quarantined = quarantined;
    }

    /** Notes findings; the same one twice is one. */
    public void findings(List<SampleFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        results.add(findings);
        findings.stream().map(SampleFinding::scanId).distinct().sorted().forEach(this::openIfComplete);
    }

    /** Notes the end of a scan. */
    public void scan(String json) {
        String type = Json.eventType(json);
        if (type.equals(ScanSummary.TYPE)) {
            ScanSummary summary = Json.readEvent(json, ScanSummary.class).data();
            results.end(summary.scanId(), summary.verdict().name().toLowerCase(Locale.ROOT), summary);
            openIfComplete(summary.scanId());
        } else if (type.equals(ScanFailure.TYPE)) {
            ScanFailure failure = Json.readEvent(json, ScanFailure.class).data();
            results.end(failure.scanId(), "failed", failure);
        } else if (type.equals(DatasetDeleted.TYPE)) {
            CloudEvent<DatasetDeleted> deleted = Json.readEvent(json, DatasetDeleted.class);
            forgetting.forget(deleted.data().dataset(), Instant.parse(deleted.time()));
        }
    }

    private void openIfComplete(String scanId) {
        results.complete(scanId).ifPresent(complete -> {
            ScanSummary summary = complete.summary();
            Policy policy = policies.of(summary.dataset(), summary.model());
            if (summary.verdict() == Verdict.SUSPICIOUS && policy.ignores(Decision.REVIEW)) {
                return;
            }
            List<SampleFinding> unclaimed = Recognised.is(summary)
                    ? recognised.join(summary, complete.findings(), policy)
                    : counted(complete.findings(), summary, policy);
            if (complete.findings().isEmpty() || !unclaimed.isEmpty()) {
                open(summary, unclaimed, policy);
            }
        });
    }

    /** All but carriers of patterns that are not proven, and labels in doubt, where the policy ignores those. */
    private static List<SampleFinding> counted(List<SampleFinding> findings, ScanSummary summary, Policy policy) {
        Set<String> unproven = summary.triggers().stream()
                .filter(trigger -> !Boolean.TRUE.equals(trigger.confirmed()))
                .map(TriggerReport::id)
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> !policy.ignores(finding.decision())
                        || (finding.triggerId() != null && !unproven.contains(finding.triggerId())))
                .toList();
    }

    private void open(ScanSummary summary, List<SampleFinding> all, Policy policy) {
        Map<String, String> evidence = Releases.evidence(summary.triggers());
        Set<String> remembered = releases.remembered(summary.dataset(), all, evidence);
        List<SampleFinding> findings = all.stream()
                .filter(finding -> !remembered.contains(finding.sampleId()))
                .toList();
        Held held = Held.of(findings, policy, policy.mostQuarantined() * summary.samples());
        RemediationCase open = opened(summary, state(findings, held));
        open.detail = detail(summary, remembered.size(), held, policy);
        // The last finding and the end of the scan come on two topics and may both complete it at the same moment.
        boolean fresh = database.atLength(session -> LOCK.with("id", open.id)
                .one(session, row -> row.integer("locked"))
                .chain(locked -> session.find(RemediationCase.class, open.id))
                .chain(known -> known != null
                        ? Uni.createFrom().item(false)
                        : persist(session, open, findings, held, evidence).replaceWith(true)));
        if (fresh) {
            LOG.infof(
                    "case %s opened for scan %s: %d samples quarantined",
                    open.id, open.scanId, held.samples().size());
            quarantined.fire(new Quarantined(open.id));
        }
    }

    private static CaseState state(List<SampleFinding> findings, Held held) {
        if (findings.isEmpty()) {
            return CaseState.DISMISSED;
        }
        return held.samples().isEmpty() ? CaseState.REVIEW : CaseState.QUARANTINED;
    }

    private static Uni<Integer> persist(
            Mutiny.Session session,
            RemediationCase open,
            List<SampleFinding> findings,
            Held held,
            Map<String, String> evidence) {
        return session.persist(open)
                .chain(session::flush)
                .chain(() -> CaseSamples.add(session, open.id, findings, new HashSet<>(held.samples()), evidence))
                .chain(() -> CaseHistory.step(session, open, Actor.FLEET, open.detail))
                .chain(() -> CaseEvents.publish(session, RemediationEvents.CASE_OPENED, open, List.of(), open.detail))
                .chain(() -> outcome(session, open, held));
    }

    private static Uni<Integer> outcome(Mutiny.Session session, RemediationCase open, Held held) {
        if (open.state() == CaseState.DISMISSED) {
            return CaseEvents.publish(session, RemediationEvents.CASE_DISMISSED, open, List.of(), open.detail);
        }
        String reason = "case " + open.id + ": " + open.detail;
        return held.samples().isEmpty()
                ? Uni.createFrom().item(0)
                : CaseEvents.publish(session, RemediationEvents.SAMPLES_QUARANTINED, open, held.samples(), reason);
    }

    private static String detail(ScanSummary summary, int remembered, Held held, Policy policy) {
        StringBuilder detail = new StringBuilder(summary.reason());
        if (remembered > 0) {
            detail.append("; ").append(remembered).append(" samples were released for the same reason before");
        }
        if (held.tooMany() > 0) {
            detail.append(String.format(
                    Locale.ROOT,
                    "; %d of %d samples are more than the %.0f %% that may be quarantined without a person:"
                            + " please review",
                    held.tooMany(),
                    summary.samples(),
                    100 * policy.mostQuarantined()));
        }
        return detail.toString();
    }

    private static RemediationCase opened(ScanSummary summary, CaseState state) {
        RemediationCase open = new RemediationCase("c-" + summary.scanId().substring(2), state);
        open.scanId = summary.scanId();
        open.dataset = summary.dataset();
        open.model = summary.model();
        open.version = summary.version();
        open.directory = summary.directory();
        open.joinedLabels = String.join("\n", summary.labels());
        open.triggersJson = Json.write(summary.triggers());
        open.figuresJson = "{}";
        return open;
    }
}
