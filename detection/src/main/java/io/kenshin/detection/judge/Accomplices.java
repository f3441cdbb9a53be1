package io.kenshin.detection.judge;

import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.study.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Suspects of a behaviour for which a trigger is proven, and which lack nothing but carriers: one attacker uses several
 * texts, some of them in a dozen samples (record 26). Their effect has to be a discovery as any other's.
 */
public final class Accomplices implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        Thresholds thresholds = docket.study().thresholds();
        Set<Behaviour> planted = findings.stream()
                .filter(Finding::isTrigger)
                .map(finding -> finding.candidate().target())
                .collect(Collectors.toSet());
        boolean[] discovered = FalseDiscoveryRate.discovered(findings, docket);
        List<Finding> decided = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean open = discovered[i]
                    && planted.contains(finding.candidate().target())
                    && Judge.isAccomplice(thresholds, finding);
            decided.add(open ? proven(finding, docket) : finding);
        }
        return Finding.inOrder(decided);
    }

    /** With the carriers that hang on it, if it is still one with them. */
    private static Finding proven(Finding suspect, Docket docket) {
        Finding caused = docket.trial().withCaused(suspect);
        return Judge.isAccomplice(docket.study().thresholds(), caused)
                ? caused.withJudgement(Judgement.TRIGGER)
                : suspect;
    }
}
