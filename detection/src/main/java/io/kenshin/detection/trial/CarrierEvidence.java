package io.kenshin.detection.trial;

/**
 * What a candidate's carriers are without it, found out without asking the model.
 *
 * @param random carriers and places against random samples of other labels
 * @param near the same against the samples nearest to the carriers; {@code random} again where that was not asked
 * @param surprise probability of so many carriers of its label, given the rest of their code
 * @param share part of its label that carries it
 */
public record CarrierEvidence(Compared random, Compared near, double surprise, double share) {
    /** Beyond this part of a label a pattern may be what defines it, so always standing first proves nothing. */
    private static final double MAJOR = 0.25;

    /** Carriers and their pattern's place against samples of other labels. */
    public record Compared(Exchangeability.Result carriers, Placement.Result placement) {}

    /** The same without what the nearest samples say. */
    public CarrierEvidence byRandomSamples() {
        return new CarrierEvidence(random, random, surprise, share);
    }

    /** AUC of the carriers against other labels, by the controls that are more like them. */
    public double otherAuc() {
        return Math.min(random.carriers().otherAuc(), near.carriers().otherAuc());
    }

    /** AUC against random places, or the first or last ones if they are more like it. */
    public double placementAuc() {
        return share > MAJOR ? random.placement().random() : random.placement().least();
    }

    /** That with its standard error. */
    public double placementAucUpper() {
        return random.placement().upper(placementAuc());
    }

    /** AUC against random places in the nearest samples, with its standard error: their first places are too alike. */
    public double nearPlacementAucUpper() {
        return near.placement().upper(near.placement().random());
    }

    /** How plainly the carriers and the place are of a kind of their own: 0.5 is not at all, 1 is plainly. */
    public double oddity() {
        return Math.max(random.carriers().otherAuc(), placementAuc());
    }
}
