package io.kenshin.analysis.verdict;

import io.kenshin.detection.study.InvestigationSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of a scan: what it may spend and what it takes as proof, with the defaults of the published figures. */
@ConfigMapping(prefix = "kenshin.analysis")
public interface AnalysisSettings extends InvestigationSettings {
    /** Most samples that the investigation looks at; all are scored whatever their number. */
    @WithDefault("16000")
    int reservoir();
}
