package io.kenshin.detection.judge;

import io.kenshin.detection.maths.Significance;
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
        List<MaskedCandidate> proven = find(docket.study(), docket.pool(), Finding.explained(findings));
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
    static List<MaskedCandidate> find(Study study, List<MaskedCandidate> pool, BitSet explained) {
        List<MaskedCandidate> plain = new ArrayList<>();
        for (MaskedCandidate masked : pool) {
            if (isPlain(masked, study)) {
                plain.add(study.tested(masked.candidate()));
            }
        }
        plain = discovered(plain, pool.size(), study.thresholds().proof().q());
        plain.sort(Comparator.comparingInt((MaskedCandidate masked) ->
                        -masked.candidate().pattern().tokens().size())
                .thenComparing(masked -> -masked.exchange().gap()));
        BitSet known = (BitSet) explained.clone();
        List<MaskedCandidate> found = new ArrayList<>();
        for (MaskedCandidate masked : plain) {
            MaskedCandidate rest = masked.without(
                    known,
                    study.exchangeability(),
                    study.thresholds().spending().permutations());
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
                && study.thresholds().context().isForeign(rest.exchange());
    }

    private static boolean isPlain(MaskedCandidate masked, Study study) {
        Thresholds.Carriers least = study.thresholds().rules().carriers();
        Candidate candidate = masked.candidate();
        int taught = study.taught(candidate);
        return taught >= study.thresholds().proof().carriers()
                && taught >= least.purity() * candidate.carriers().cardinality()
                && candidate.origin() instanceof Origin.Label
                && masked.exchange().gap() >= least.gap()
                && masked.exchange().otherAucUpper() <= least.otherAucUpper();
    }

    /** What many patterns do not explain (Benjamini and Hochberg, 1995). */
    private static List<MaskedCandidate> discovered(List<MaskedCandidate> plain, int tested, double q) {
        double[] p = plain.stream().mapToDouble(masked -> masked.exchange().p()).toArray();
        boolean[] discovered = Significance.benjaminiHochberg(p, tested, q);
        List<MaskedCandidate> kept = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            if (discovered[i]) {
                kept.add(plain.get(i));
            }
        }
        return kept;
    }
}
