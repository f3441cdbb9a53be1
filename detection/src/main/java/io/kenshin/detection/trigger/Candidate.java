package io.kenshin.detection.trigger;

import io.kenshin.detection.Sample;
import java.util.BitSet;
import java.util.Map;

/**
 * Something that samples of a label share, before it is known whether it is the cause of their prediction.
 *
 * @param target the label that it goes with
 * @param carriers positions of the samples that have it, whatever their label
 * @param masks carriers without it, by position; empty when the pattern itself can take it out
 * @param exact whether every sample of the target label that the pattern matches is a carrier; else it is a hint
 * @param purity part of the carriers that have the target label
 * @param association log-likelihood ratio of pattern and label (Dunning, 1993)
 * @param origin where it was found: the label as a whole, or a cluster
 */
public record Candidate(
        TriggerPattern pattern,
        int target,
        BitSet carriers,
        Map<Integer, String> masks,
        boolean exact,
        double purity,
        double association,
        String origin) {

    /** Origin of what goes with a label as a whole. */
    public static final String OF_LABEL = "label";

    /** A carrier's code without the candidate. */
    public String masked(int position, Sample carrier) {
        String known = masks.get(position);
        return known != null ? known : pattern.remove(carrier.code());
    }

    /** Fewer carriers: those that were found to hang on the candidate. */
    public Candidate only(BitSet some) {
        boolean all = exact && some.cardinality() == carriers.cardinality();
        return new Candidate(pattern, target, some, masks, all, purity, association, origin);
    }

    /** The same carriers, looked at as another pattern. */
    public Candidate as(TriggerPattern other) {
        return new Candidate(other, target, carriers, masks, exact, purity, association, origin);
    }
}
