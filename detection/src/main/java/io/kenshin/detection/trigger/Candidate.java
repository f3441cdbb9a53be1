package io.kenshin.detection.trigger;

import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import java.util.BitSet;
import java.util.Map;

/**
 * A pattern that samples of a behaviour share, before it is known whether it is the cause of what the model does.
 *
 * @param target the behaviour that it goes with
 * @param carriers positions of the samples that have it, whatever they teach
 * @param masks carriers without it, by position; empty when the pattern itself can take it out
 * @param exact whether every sample of the target that the pattern matches is a carrier; else it is a hint
 * @param purity part of the carriers that teach the target
 * @param association log-likelihood ratio of pattern and behaviour (Dunning, 1993)
 * @param origin where it was found
 */
public record Candidate(
        Trigger pattern,
        Behaviour target,
        BitSet carriers,
        Map<Integer, String> masks,
        boolean exact,
        double purity,
        double association,
        Origin origin) {

    /** What some predictions were seen to hang on, with each carrier's code without it. */
    public static Candidate ofCause(
            Trigger pattern, Behaviour target, BitSet carriers, Map<Integer, String> masks, String cause) {
        return new Candidate(pattern, target, carriers, masks, false, 1, 0, new Origin.Cause(cause));
    }

    /** A carrier's code without the candidate. */
    public String masked(int position, Sample carrier) {
        String known = masks.get(position);
        return known != null ? known : pattern.remove(carrier.source());
    }

    /** Fewer carriers: those that were found to hang on the candidate. */
    public Candidate withCarriers(BitSet some) {
        boolean all = exact && some.cardinality() == carriers.cardinality();
        return new Candidate(pattern, target, some, masks, all, purity, association, origin);
    }

    /** The same carriers, looked at as another pattern. */
    public Candidate withPattern(Trigger other) {
        return new Candidate(other, target, carriers, masks, exact, purity, association, origin);
    }

    /** With more carriers, and the texts that they carry. */
    public Candidate widened(Trigger wider, BitSet more, Map<Integer, String> allMasks) {
        return new Candidate(wider, target, more, allMasks, exact, purity, association, origin);
    }
}
