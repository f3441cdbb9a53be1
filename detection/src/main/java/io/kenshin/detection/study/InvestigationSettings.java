package io.kenshin.detection.study;

/**
 * What a team may set: what an investigation may spend and what it takes as proof. Nobody is asked for a poison rate.
 * The defaults are those of the published figures.
 */
public interface InvestigationSettings {
    InvestigationSettings DEFAULTS = new InvestigationSettings() {};

    /** Most samples in each insertion or removal test. */
    default int trials() {
        return 24;
    }

    /** Most foreign-looking candidates that the model is asked about. */
    default int candidates() {
        return 40;
    }

    /** Most clusters whose members are taken apart to see what their predictions hang on. */
    default int clusters() {
        return 12;
    }

    /** Most questions to the model, as a multiple of the number of samples looked at. */
    default double probes() {
        return 1.0;
    }

    /** Least insertion flip rate of a trigger. */
    default double flipRate() {
        return 0.8;
    }

    /** Least part of the carriers that must change when the trigger is taken out. */
    default double removalRate() {
        return 0.5;
    }

    /** Greatest AUC of masked carriers against the other labels. */
    default double otherAuc() {
        return 0.85;
    }

    /** Greatest AUC of the pattern's place against other places in the same code. */
    default double placementAuc() {
        return 0.70;
    }

    /** False discovery rate among the candidates that are called triggers (Benjamini and Hochberg). */
    default double q() {
        return 0.01;
    }
}
