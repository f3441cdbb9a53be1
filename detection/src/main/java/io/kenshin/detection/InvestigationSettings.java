package io.kenshin.detection;

/**
 * What an investigation may spend and what it takes as proof. Nobody is asked for a poison rate.
 *
 * @param trials most samples used in each insertion or removal test
 * @param candidates most foreign-looking candidates that the model is asked about
 * @param clusters most clusters that are occluded
 * @param probes most questions to the model, as a multiple of the number of samples
 * @param flipRate least insertion flip rate of a trigger
 * @param removalRate least part of the carriers that must change when the trigger is taken out
 * @param gap least exchangeability gap, AUC against the own label minus AUC against the others
 * @param otherAuc greatest AUC of masked carriers against the other labels
 * @param q false discovery rate among the candidates that are called triggers (Benjamini and Hochberg)
 * @param seed of every random choice
 */
public record InvestigationSettings(
        int trials,
        int candidates,
        int clusters,
        double probes,
        double flipRate,
        double removalRate,
        double gap,
        double otherAuc,
        double q,
        long seed) {
    public static InvestigationSettings defaults(long seed) {
        return new InvestigationSettings(24, 40, 12, 1.0, 0.8, 0.5, 0.06, 0.85, 0.01, seed);
    }
}
