package io.kenshin.remediation.open;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.CaseEvents;
import io.kenshin.remediation.cases.CaseHistory;
import io.kenshin.remediation.cases.CaseSamples;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.decide.Releases;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** New samples in which a scan recognised a trigger that another has proven. */
@ApplicationScoped
public class Recognised {
    /** However few samples a scan looked at, so many may be quarantined without a person. */
    private static final int FEW = 20;

    private static final Sql KNOWN =
            Sql.of("select c.id, c.state from remediation_case c where c.dataset = :dataset and exists (select 1"
                    + " from case_sample s where s.case_id = c.id and s.evidence = :evidence)"
                    + " order by c.state = 'DISMISSED', c.opened desc limit 1");

    private final Database database;

    Recognised(Database database) {
        this.database = database;
    }

    /** Whether a scan proved nothing itself and only found again what others have proven. */
    static boolean is(ScanSummary summary) {
        return !summary.triggers().isEmpty()
                && summary.triggers().stream().allMatch(trigger -> trigger.provenBy() != null);
    }

    /**
     * New samples that carry a proven trigger join its case, wherever that is: no model has been trained on them, so
     * there is nothing to heal. Where people dismissed it, they are let in.
     *
     * @return findings that no case knows the trigger of
     */
    List<SampleFinding> join(ScanSummary summary, List<SampleFinding> findings, Policy policy) {
        Map<String, String> evidence = Releases.evidence(summary.triggers());
        Map<String, List<SampleFinding>> byEvidence = new TreeMap<>();
        for (SampleFinding finding : findings) {
            byEvidence
                    .computeIfAbsent(
                            evidence.getOrDefault(String.valueOf(finding.triggerId()), ""), key -> new ArrayList<>())
                    .add(finding);
        }
        List<SampleFinding> unclaimed = new ArrayList<>();
        byEvidence.forEach((name, members) -> {
            Optional<Known> known = known(summary.dataset(), name);
            if (known.isEmpty()) {
                unclaimed.addAll(members);
            } else if (known.get().state() != CaseState.DISMISSED) {
                join(known.get().id(), summary, members, policy, evidence);
            }
        });
        return unclaimed;
    }

    /** A case that was opened for a trigger. */
    private record Known(String id, CaseState state) {}

    private Optional<Known> known(String dataset, String evidence) {
        return database.persistently(session -> KNOWN.with("dataset", dataset)
                .with("evidence", evidence)
                .first(session, row -> new Known(row.text("id"), CaseState.valueOf(row.text("state")))));
    }

    private void join(
            String caseId,
            ScanSummary summary,
            List<SampleFinding> findings,
            Policy policy,
            Map<String, String> evidence) {
        Held held = Held.of(findings, policy, Math.max(FEW, policy.mostQuarantined() * summary.samples()));
        String detail = findings.size() + " new samples carry its trigger"
                + (held.tooMany() > 0 ? "; they are more than may be quarantined without a person: please review" : "");
        database.atLength(session -> session.find(RemediationCase.class, caseId, LockModeType.PESSIMISTIC_WRITE)
                .chain(known -> CaseSamples.add(session, caseId, findings, new HashSet<>(held.samples()), evidence)
                        // The same findings again add nothing, and nothing is said twice.
                        .chain(added -> added == 0
                                ? Uni.createFrom().item(0)
                                : CaseHistory.step(session, known, Actor.FLEET, detail)
                                        .chain(() -> quarantine(session, known, held, detail)))));
    }

    private static Uni<Integer> quarantine(Mutiny.Session session, RemediationCase known, Held held, String detail) {
        String reason = "case " + known.id + ": " + detail;
        return held.samples().isEmpty()
                ? Uni.createFrom().item(0)
                : CaseEvents.publish(session, RemediationEvents.SAMPLES_QUARANTINED, known, held.samples(), reason);
    }
}
