package io.kenshin.remediation.open;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.Policy;
import java.util.List;

/**
 * The samples that are quarantined without a person.
 *
 * @param samples none where they are too many
 * @param tooMany how many a person has to look at first, because they are more than the policy allows; else 0
 */
record Held(List<String> samples, int tooMany) {

    /** @param most that may be quarantined without a person */
    static Held of(List<SampleFinding> findings, Policy policy, double most) {
        List<String> wanted = findings.stream()
                .filter(finding -> policy.quarantines(finding.decision()))
                .map(SampleFinding::sampleId)
                .toList();
        return wanted.size() > most ? new Held(List.of(), wanted.size()) : new Held(wanted, 0);
    }
}
