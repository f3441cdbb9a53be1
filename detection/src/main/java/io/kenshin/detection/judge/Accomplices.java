package io.kenshin.detection.judge;

import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.study.Thresholds;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Suspects of a behaviour for which a trigger is proven, and which lack nothing but carriers: one attacker uses several
 * texts, some of them in a dozen samples (record 26).
 */
public final class Accomplices implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        Thresholds thresholds = docket.study().thresholds();
        Set<Behaviour> planted = findings.stream()
                .filter(Finding::isTrigger)
                .map(finding -> finding.candidate().target())
                .collect(Collectors.toSet());
        return Finding.inOrder(findings.stream()
                .map(finding ->
                        planted.contains(finding.candidate().target()) && Judge.isAccomplice(thresholds, finding)
                                ? finding.withJudgement(Judgement.TRIGGER)
                                : finding)
                .toList());
    }
}
