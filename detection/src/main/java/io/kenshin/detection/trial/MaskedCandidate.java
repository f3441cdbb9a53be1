package io.kenshin.detection.trial;

import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;

/** A candidate with what its carriers are without it, found out without asking the model. */
public record MaskedCandidate(Candidate candidate, Exchangeability.Result exchange) {
    public static MaskedCandidate of(Candidate candidate, Exchangeability exchangeability) {
        return of(candidate, exchangeability, 0);
    }

    /** @param permutations as for {@link Exchangeability#test} */
    public static MaskedCandidate of(Candidate candidate, Exchangeability exchangeability, int permutations) {
        return new MaskedCandidate(candidate, exchangeability.test(candidate, permutations));
    }

    /** Without carriers that something else explains; the same one when there are none of them. */
    public MaskedCandidate without(BitSet explained, Exchangeability exchangeability, int permutations) {
        BitSet rest = Overlap.without(candidate.carriers(), explained);
        return rest.cardinality() == candidate.carriers().cardinality()
                ? this
                : of(candidate.withCarriers(rest), exchangeability, permutations);
    }
}
