package io.kenshin.remediation.quarantine;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.policy.Policy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** New samples in which a scan recognised a trigger that another has proven. */
@ApplicationScoped
public class Recognised {
    /** However few samples a scan looked at, so many may be quarantined without a person. */
    private static final int FEW = 20;

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
     * New samples that carry a proven trigger join its case, wherever that is: no model has been trained on them, so there
     * is nothing to heal. Where people dismissed it, they are let in.
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
            List<Object[]> known = database.persistently(session -> session.createNativeQuery(
                            "select c.id, c.state from remediation_case c where c.dataset = :dataset and exists (select 1"
                                    + " from case_sample s where s.case_id = c.id and s.evidence = :evidence)"
                                    + " order by c.state = 'DISMISSED', c.opened desc limit 1",
                            Object[].class)
                    .setParameter("dataset", summary.dataset())
                    .setParameter("evidence", name)
                    .getResultList());
            if (known.isEmpty()) {
                unclaimed.addAll(members);
            } else if (!known.get(0)[1].equals(CaseState.DISMISSED.name())) {
                join((String) known.get(0)[0], summary, members, policy, evidence);
            }
        });
        return unclaimed;
    }

    private void join(
            String caseId,
            ScanSummary summary,
            List<SampleFinding> findings,
            Policy policy,
            Map<String, String> evidence) {
        List<String> wanted = findings.stream()
                .filter(finding -> CaseOpener.isQuarantined(finding, policy))
                .map(SampleFinding::sampleId)
                .toList();
        boolean tooMany = wanted.size() > Math.max(FEW, policy.mostQuarantined() * summary.samples());
        List<String> quarantined = tooMany ? List.of() : wanted;
        String detail = findings.size() + " new samples carry its trigger"
                + (tooMany ? "; they are more than may be quarantined without a person: please review" : "");
        database.persistently(session -> session.find(RemediationCase.class, caseId, LockModeType.PESSIMISTIC_WRITE)
                .chain(known -> CaseOpener.samples(session, caseId, findings, new HashSet<>(quarantined), evidence)
                        // The same findings again add nothing, and nothing is said twice.
                        .chain(added -> added == 0
                                ? Uni.createFrom().item(0)
                                : Cases.step(session, known, Actor.FLEET, detail)
                                        .chain(() -> quarantined.isEmpty()
                                                ? Uni.createFrom().item(0)
                                                : Cases.publish(
                                                        session,
                                                        RemediationEvents.SAMPLES_QUARANTINED,
                                                        known,
                                                        quarantined,
                                                        "case " + caseId + ": " + detail)))));
    }
}
