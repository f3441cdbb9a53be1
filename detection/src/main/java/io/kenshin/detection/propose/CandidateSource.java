package io.kenshin.detection.propose;

import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.trial.MaskedCandidate;
import java.util.List;

/** A way to propose what may be a trigger. */
@FunctionalInterface
public interface CandidateSource {
    /**
     * Proposes candidates.
     *
     * @param docket what the sources before have led to
     * @return those that are worth asking the model about, in the order in which they are tried
     */
    List<MaskedCandidate> propose(Docket docket);
}
