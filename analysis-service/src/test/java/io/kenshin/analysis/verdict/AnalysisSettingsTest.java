package io.kenshin.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.InvestigationSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalysisSettingsTest {
    private static AnalysisSettings settings(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .withMapping(AnalysisSettings.class)
                .withDefaultValues(given)
                .build()
                .getConfigMapping(AnalysisSettings.class);
    }

    @Test
    void theDefaultsAreThoseOfTheMaths() {
        AnalysisSettings settings = settings(Map.of());
        InvestigationSettings defaults = InvestigationSettings.defaults(0);

        assertThat(settings.reservoir()).isEqualTo(8_000);
        assertThat(settings.trials()).isEqualTo(defaults.trials());
        assertThat(settings.candidates()).isEqualTo(defaults.candidates());
        assertThat(settings.flipRate()).isEqualTo(defaults.flipRate());
        assertThat(settings.removalRate()).isEqualTo(defaults.removalRate());
        assertThat(settings.gap()).isEqualTo(defaults.gap());
        assertThat(settings.otherAuc()).isEqualTo(defaults.otherAuc());
        assertThat(settings.p()).isEqualTo(defaults.p());
    }

    @Test
    void eachPropertyIsReadUnderItsName() {
        AnalysisSettings settings = settings(Map.of(
                "kenshin.analysis.reservoir", "1",
                "kenshin.analysis.trials", "2",
                "kenshin.analysis.candidates", "3",
                "kenshin.analysis.flip-rate", "0.4",
                "kenshin.analysis.removal-rate", "0.41",
                "kenshin.analysis.gap", "0.42",
                "kenshin.analysis.other-auc", "0.43",
                "kenshin.analysis.p", "0.44"));

        assertThat(settings.reservoir()).isEqualTo(1);
        assertThat(settings.trials()).isEqualTo(2);
        assertThat(settings.candidates()).isEqualTo(3);
        assertThat(settings.flipRate()).isEqualTo(0.4);
        assertThat(settings.removalRate()).isEqualTo(0.41);
        assertThat(settings.gap()).isEqualTo(0.42);
        assertThat(settings.otherAuc()).isEqualTo(0.43);
        assertThat(settings.p()).isEqualTo(0.44);
    }
}
