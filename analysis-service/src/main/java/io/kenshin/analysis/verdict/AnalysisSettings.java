package io.kenshin.analysis.verdict;

import io.kenshin.detection.study.InvestigationSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The settings of a scan: what it may spend and what it takes as proof. Names and defaults only; what each means is
 * said in {@link InvestigationSettings}, and that the defaults are the same is tested.
 */
@ConfigMapping(prefix = "kenshin.analysis")
public interface AnalysisSettings extends InvestigationSettings {
    /**
     * Most samples that the investigation looks at, drawn from all; all are scored whatever their number. Of a scan of
     * more, a quarter as many may be looked for beside.
     */
    @WithDefault("16000")
    int reservoir();

    /** Megabytes of memory in which the patterns of all samples are counted, in a scan of more than the reservoir. */
    @WithDefault("64")
    int sketch();

    @Override
    @WithDefault("24")
    int trials();

    @Override
    @WithDefault("40")
    int candidates();

    @Override
    @WithDefault("12")
    int clusters();

    @Override
    @WithDefault("1.0")
    double probes();

    @Override
    @WithDefault("0.8")
    double flipRate();

    @Override
    @WithDefault("0.5")
    double removalRate();

    @Override
    @WithDefault("0.85")
    double otherAuc();

    @Override
    @WithDefault("0.70")
    double placementAuc();

    @Override
    @WithDefault("0.01")
    double q();
}
