package io.kenshin.detection.trial;

import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import java.util.List;

/** All tests that ask a candidate's carriers and not the model. */
public final class CarrierTest {
    /** From this probability on labels are no surprise that could prove anything, so nearest samples are not looked for. */
    private static final double UNSURPRISING = 1e-3;
    /** Up to here random samples have shown already that nothing is odd. */
    private static final double ORDINARY = 0.65;
    /** Where more of the carriers have a twin, data come in pairs, and the pattern is what makes their difference. */
    private static final double PAIRED = 0.5;

    private final Exchangeability exchangeability;
    private final Placement placement;
    private final LabelSurprise surprise;

    /** @param samples the population */
    public CarrierTest(List<Sample> samples, long seed) {
        exchangeability = new Exchangeability(samples, seed);
        placement = new Placement(samples, seed);
        surprise = new LabelSurprise(samples, exchangeability, seed);
    }

    public Exchangeability exchangeability() {
        return exchangeability;
    }

    public LabelSurprise surprise() {
        return surprise;
    }

    public CarrierEvidence test(Candidate candidate) {
        Exchangeability.Comparison comparison = exchangeability.new Comparison(candidate);
        List<Integer> others = comparison.others();
        CarrierEvidence.Compared random =
                new CarrierEvidence.Compared(comparison.random(), placement.test(candidate, others));
        CarrierEvidence evidence = new CarrierEvidence(random, random, surprise.p(candidate), comparison.share());
        if (evidence.surprise() > UNSURPRISING || evidence.oddity() <= ORDINARY || comparison.twins() > PAIRED) {
            return evidence;
        }
        List<Integer> nearest = comparison.nearest();
        return new CarrierEvidence(
                random,
                new CarrierEvidence.Compared(comparison.against(nearest), placement.test(candidate, nearest)),
                evidence.surprise(),
                evidence.share());
    }
}
