package io.kenshin.benchmarks.healing;

import io.kenshin.benchmarks.detection.KenshinDetector;
import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.scan.Conclusion;
import java.io.IOException;
import java.util.List;

/**
 * The samples and triggers that a scan of a victim would hold against it.
 *
 * @param quarantined ids of samples
 * @param triggers the proven ones
 */
record Found(List<String> quarantined, List<TriggerReport> triggers) {
    static Found in(Victim victim, long seed) throws IOException {
        Conclusion conclusion = KenshinDetector.scan(victim, seed);
        return new Found(
                conclusion.findings().stream()
                        .filter(finding -> finding.decision() == Decision.QUARANTINE)
                        .map(SampleFinding::sampleId)
                        .toList(),
                conclusion.triggers().stream()
                        .filter(trigger -> Boolean.TRUE.equals(trigger.confirmed()))
                        .toList());
    }
}
