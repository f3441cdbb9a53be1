package io.kenshin.detection.judge;

import io.kenshin.detection.maths.Significance;
import java.util.ArrayList;
import java.util.List;

/**
 * What chance explains among all that was examined (Benjamini and Hochberg, 1995): of the candidates that meet every
 * threshold, only those are triggers whose effect many candidates do not explain, and only those are for review whose
 * effect is not chance when taken by itself.
 */
public final class FalseDiscoveryRate implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        double chance = docket.study().thresholds().rules().chance();
        boolean[] discovered = discovered(findings, docket);
        List<Finding> decided = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.judgement() != Judgement.SHORTCUT && finding.effect().p() > chance) {
                decided.add(finding.withJudgement(Judgement.SHORTCUT));
            } else if (finding.isTrigger() && !discovered[i]) {
                decided.add(finding.withJudgement(Judgement.SUSPECT));
            } else {
                decided.add(finding);
            }
        }
        return Finding.inOrder(decided);
    }

    static boolean[] discovered(List<Finding> findings, Docket docket) {
        double[] p =
                findings.stream().mapToDouble(finding -> finding.effect().p()).toArray();
        double q = docket.study().thresholds().proof().q();
        return Significance.benjaminiHochberg(p, docket.examined(), q);
    }
}
