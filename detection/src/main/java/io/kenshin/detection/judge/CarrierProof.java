package io.kenshin.detection.judge;

import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The proof by carriers, for poison that the model has not learned, or not yet, or that looked like a natural pattern
 * to it: there is no effect to prove, but the samples are poison all the same. They share a pattern and a label, and
 * without the pattern they are code of other labels, more plainly than any natural pattern comes to be by chance. The
 * model is not asked (record 20).
 */
public final class CarrierProof implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        List<MaskedCandidate> proven = find(docket, docket.pool(), Finding.explained(findings));
        if (proven.isEmpty()) {
            return findings;
        }
        List<Trigger> patterns =
                proven.stream().map(masked -> masked.candidate().pattern()).toList();
        List<Finding> all = new ArrayList<>(findings);
        all.removeIf(finding ->
                !finding.isTrigger() && patterns.contains(finding.candidate().pattern()));
        proven.forEach(masked -> all.add(docket.trial().provenByCarriers(masked)));
        return Finding.inOrder(new Suspects().apply(all, docket));
    }

    /**
     * The longest patterns first, each with the carriers that none before it explains.
     *
     * @param pool candidates of the labels; those of clusters are left to the model, which drew the clusters
     * @param explained carriers that nothing more is asked about
     */
    static List<MaskedCandidate> find(Docket docket, List<MaskedCandidate> pool, BitSet explained) {
        Study study = docket.study();
        List<MaskedCandidate> plain = new ArrayList<>();
        for (MaskedCandidate masked : pool) {
            if (isPlain(masked, docket)) {
                plain.add(masked);
            }
        }
        plain.sort(Comparator.comparingInt((MaskedCandidate masked) ->
                        -masked.candidate().pattern().tokens().size())
                .thenComparing(masked -> masked.evidence().oddity()));
        BitSet known = (BitSet) explained.clone();
        List<MaskedCandidate> found = new ArrayList<>();
        for (MaskedCandidate masked : plain) {
            MaskedCandidate rest = masked.without(known, study.carriers());
            // What a longer pattern leaves of a shorter one may be the innocent part of its carriers.
            if (rest == masked || isForeign(rest, study)) {
                found.add(rest);
                known.or(rest.candidate().carriers());
            }
        }
        return found;
    }

    private static boolean isForeign(MaskedCandidate rest, Study study) {
        return study.taught(rest.candidate()) >= study.thresholds().proof().carriers()
                && study.thresholds().context().isForeign(rest.evidence());
    }

    private static boolean isPlain(MaskedCandidate masked, Docket docket) {
        Study study = docket.study();
        Thresholds.Carriers least = study.thresholds().rules().carriers();
        Candidate candidate = masked.candidate();
        int taught = study.taught(candidate);
        return taught >= study.thresholds().proof().carriers()
                && taught >= least.purity() * candidate.carriers().cardinality()
                && candidate.origin() instanceof Origin.Label
                && study.thresholds().context().isPlainlyForeign(masked.evidence(), least.otherAucUpper())
                && docket.chance().of(masked.evidence(), candidate.carriers().cardinality()) <= least.chance();
    }
}
