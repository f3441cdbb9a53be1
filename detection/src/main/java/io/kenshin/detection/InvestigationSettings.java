package io.kenshin.detection;

/**
 * What an investigation may spend and what it takes as proof. Nobody is asked for a poison rate.
 *
 * @param trials samples used in each insertion, removal or metamorphic test
 * @param candidates most foreign-looking candidates that the model is asked about
 * @param flipRate least insertion flip rate of a trigger
 * @param removalRate least part of the carriers that must change when the trigger is taken out
 * @param gap least exchangeability gap, AUC against the own label minus AUC against the others
 * @param otherAuc greatest AUC of masked carriers against the other labels
 * @param p greatest p-value of the gap
 * @param seed of every random choice
 */
public record InvestigationSettings(
        int trials,
        int candidates,
        double flipRate,
        double removalRate,
        double gap,
        double otherAuc,
        double p,
        long seed) {
    public static InvestigationSettings defaults(long seed) {
        return new InvestigationSettings(24, 40, 0.8, 0.5, 0.06, 0.85, 0.02, seed);
    }
}
