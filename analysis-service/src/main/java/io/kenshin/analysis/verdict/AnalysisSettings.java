package io.kenshin.analysis.verdict;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a scan may spend and what it takes as proof. See {@link io.kenshin.detection.InvestigationSettings}. */
@ConfigMapping(prefix = "kenshin.analysis")
public interface AnalysisSettings {
    /** Most samples that the investigation looks at; all are scored whatever their number. */
    @WithDefault("16000")
    int reservoir();

    /** Most samples in each insertion or removal test. */
    @WithDefault("24")
    int trials();

    /** Most candidates that the model is asked about. */
    @WithDefault("40")
    int candidates();

    /** Most clusters whose members are taken apart to see what their predictions hang on. */
    @WithDefault("12")
    int clusters();

    /** Most questions to the model, as a multiple of the number of samples looked at. */
    @WithDefault("1.0")
    double probes();

    /** Least insertion flip rate of a trigger. */
    @WithDefault("0.8")
    double flipRate();

    /** Least part of the carriers that flip back without it. */
    @WithDefault("0.5")
    double removalRate();

    /** Least exchangeability gap. */
    @WithDefault("0.06")
    double gap();

    /** Greatest AUC of masked carriers against other labels. */
    @WithDefault("0.85")
    double otherAuc();

    /** False discovery rate among what is called a trigger. */
    @WithDefault("0.01")
    double q();
}
