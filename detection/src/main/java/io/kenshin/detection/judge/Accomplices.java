package io.kenshin.detection.judge;

import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.study.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Suspects of a behaviour for which a trigger is proven, and which lack little but carriers: one attacker uses several
 * texts, some of them in a dozen samples (record 26). Their effect has to be a discovery as any other's.
 */
public final class Accomplices implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        Thresholds thresholds = docket.study().thresholds();
        Map<Behaviour, List<Finding>> planted = findings.stream()
                .filter(Finding::isTrigger)
                .collect(Collectors.groupingBy(finding -> finding.candidate().target()));
        boolean[] discovered = FalseDiscoveryRate.discovered(findings, docket);
        List<Finding> decided = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            List<Finding> proven = planted.getOrDefault(finding.candidate().target(), List.of());
            boolean open = discovered[i] && !proven.isEmpty() && Judge.isAccomplice(thresholds, finding, proven);
            decided.add(open ? joined(finding, proven, docket) : finding);
        }
        return Finding.inOrder(decided);
    }

    /** With the carriers that hang on it, if it is still one with them. */
    private static Finding joined(Finding suspect, List<Finding> proven, Docket docket) {
        Finding caused = docket.trial().withCaused(suspect);
        return Judge.isAccomplice(docket.study().thresholds(), caused, proven)
                ? caused.withJudgement(Judgement.TRIGGER)
                : suspect;
    }
}
