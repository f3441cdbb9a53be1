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

    private final List<Sample> samples;
    private final Exchangeability exchangeability;
    private final Placement placement;
    private final LabelSurprise surprise;

    /** @param samples the population */
    public CarrierTest(List<Sample> samples, long seed) {
        this.samples = samples;
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
        double p = surprise.p(candidate);
        CarrierEvidence.Compared random = compared(candidate, false);
        CarrierEvidence evidence = new CarrierEvidence(random, random, p, share(candidate));
        return p > UNSURPRISING || evidence.oddity() <= ORDINARY
                ? evidence
                : new CarrierEvidence(random, compared(candidate, true), p, evidence.share());
    }

    private CarrierEvidence.Compared compared(Candidate candidate, boolean nearest) {
        List<Integer> controls = nearest ? exchangeability.nearest(candidate) : exchangeability.others(candidate);
        return new CarrierEvidence.Compared(
                nearest ? exchangeability.against(candidate, controls) : exchangeability.test(candidate),
                placement.test(candidate, controls));
    }

    private double share(Candidate candidate) {
        int label = 0;
        int carrying = 0;
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).teaches(candidate.target())) {
                label++;
                carrying += candidate.carriers().get(i) ? 1 : 0;
            }
        }
        return label == 0 ? 0 : (double) carrying / label;
    }
}
