package io.kenshin.detection;

import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.ProbeBudget;
import io.kenshin.detection.maths.Tests;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the findings chance explains, among all that were examined (Benjamini and Hochberg, 1995).
 *
 * @param q false discovery rate of the triggers
 * @param examined how many candidates were put to the model, also those that did not flip it
 */
record Discoveries(double q, int examined) {
    /** A suspect that chance explains as easily as this is not put before people. */
    private static final double CHANCE = 0.05;

    /** Findings of which those that meet every threshold, but may be chance among so many, were tried on more hosts. */
    List<Finding> firm(List<Finding> findings, Examination examination, ProbeBudget budget) {
        boolean[] discovered = discovered(findings);
        List<Finding> firm = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean open = finding.judgement() == Judgement.TRIGGER && !discovered[i] && !budget.exhausted();
            firm.add(open ? examination.firmer(finding) : finding);
        }
        return firm;
    }

    /**
     * Of the candidates that meet every threshold, only those are triggers that many candidates do not explain, and only
     * those are for review that are not chance when taken by themselves.
     */
    List<Finding> decide(List<Finding> findings) {
        boolean[] discovered = discovered(findings);
        List<Finding> decided = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.judgement() != Judgement.SHORTCUT && finding.p() > CHANCE) {
                decided.add(finding.judged(Judgement.SHORTCUT));
            } else if (finding.judgement() == Judgement.TRIGGER && !discovered[i]) {
                decided.add(finding.judged(Judgement.SUSPECT));
            } else {
                decided.add(finding);
            }
        }
        return decided;
    }

    private boolean[] discovered(List<Finding> findings) {
        double[] p = findings.stream().mapToDouble(Finding::p).toArray();
        return Tests.benjaminiHochberg(p, examined, q);
    }
}
