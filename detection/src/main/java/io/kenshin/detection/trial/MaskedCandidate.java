package io.kenshin.detection.trial;

import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;

/** A candidate with what its carriers are without it, found out without asking the model. */
public record MaskedCandidate(Candidate candidate, CarrierEvidence evidence) {
    public static MaskedCandidate of(Candidate candidate, CarrierTest test) {
        return new MaskedCandidate(candidate, test.test(candidate));
    }

    /** Without carriers that something else explains; the same one when there are none of them. */
    public MaskedCandidate without(BitSet explained, CarrierTest test) {
        BitSet rest = Overlap.without(candidate.carriers(), explained);
        return rest.cardinality() == candidate.carriers().cardinality() ? this : of(candidate.withCarriers(rest), test);
    }
}
