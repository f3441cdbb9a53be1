package io.kenshin.detection.judge;

import io.kenshin.detection.maths.Overlap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Suspects without the carriers that a proven trigger explains: often nothing is left of them. */
public final class Suspects implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        BitSet explained = Finding.explained(findings);
        List<Finding> settled = new ArrayList<>();
        for (Finding finding : findings) {
            BitSet rest = Overlap.without(finding.candidate().carriers(), explained);
            boolean partly = rest.cardinality() < finding.candidate().carriers().cardinality();
            settled.add(
                    finding.judgement() == Judgement.SUSPECT && partly
                            ? docket.trial()
                                    .rejudged(finding, finding.candidate().withCarriers(rest))
                            : finding);
        }
        return settled;
    }
}
