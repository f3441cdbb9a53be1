package io.kenshin.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.study.InvestigationSettings;
import io.kenshin.scan.rare.Room;
import io.kenshin.scan.sample.Reservoir;
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
        InvestigationSettings defaults = InvestigationSettings.DEFAULTS;

        assertThat(settings.reservoir()).isEqualTo(Reservoir.MOST);
        assertThat(settings.sketch()).isEqualTo(Room.SKETCH_MEGABYTES);
        assertThat(settings.trials()).isEqualTo(defaults.trials());
        assertThat(settings.candidates()).isEqualTo(defaults.candidates());
        assertThat(settings.flipRate()).isEqualTo(defaults.flipRate());
        assertThat(settings.removalRate()).isEqualTo(defaults.removalRate());
        assertThat(settings.placementAuc()).isEqualTo(defaults.placementAuc());
        assertThat(settings.otherAuc()).isEqualTo(defaults.otherAuc());
        assertThat(settings.clusters()).isEqualTo(defaults.clusters());
        assertThat(settings.probes()).isEqualTo(defaults.probes());
        assertThat(settings.q()).isEqualTo(defaults.q());
    }

    @Test
    void eachPropertyIsReadUnderItsName() {
        AnalysisSettings settings = settings(Map.ofEntries(
                Map.entry("kenshin.analysis.reservoir", "1"),
                Map.entry("kenshin.analysis.sketch", "7"),
                Map.entry("kenshin.analysis.trials", "2"),
                Map.entry("kenshin.analysis.candidates", "3"),
                Map.entry("kenshin.analysis.flip-rate", "0.4"),
                Map.entry("kenshin.analysis.removal-rate", "0.41"),
                Map.entry("kenshin.analysis.placement-auc", "0.42"),
                Map.entry("kenshin.analysis.other-auc", "0.43"),
                Map.entry("kenshin.analysis.q", "0.44"),
                Map.entry("kenshin.analysis.clusters", "5"),
                Map.entry("kenshin.analysis.probes", "0.6")));

        assertThat(settings.reservoir()).isEqualTo(1);
        assertThat(settings.sketch()).isEqualTo(7);
        assertThat(settings.trials()).isEqualTo(2);
        assertThat(settings.candidates()).isEqualTo(3);
        assertThat(settings.flipRate()).isEqualTo(0.4);
        assertThat(settings.removalRate()).isEqualTo(0.41);
        assertThat(settings.placementAuc()).isEqualTo(0.42);
        assertThat(settings.otherAuc()).isEqualTo(0.43);
        assertThat(settings.q()).isEqualTo(0.44);
        assertThat(settings.clusters()).isEqualTo(5);
        assertThat(settings.probes()).isEqualTo(0.6);
    }
}
