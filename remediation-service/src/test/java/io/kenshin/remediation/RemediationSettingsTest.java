package io.kenshin.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemediationSettingsTest {
    @Test
    void whatIsNotSetIsCautious() {
        RemediationSettings settings = new SmallRyeConfigBuilder()
                .withMapping(RemediationSettings.class)
                .withDefaultValues(Map.of(
                        "kenshin.remediation.ingest-url", "http://ingest",
                        "kenshin.remediation.jobs.directory", "jobs",
                        "kenshin.remediation.jobs.command", "java,-jar,trainer.jar",
                        "kenshin.remediation.jobs.image", "image",
                        "kenshin.remediation.jobs.namespace", "kenshin"))
                .build()
                .getConfigMapping(RemediationSettings.class);

        assertThat(settings.ingestUrl()).isEqualTo("http://ingest");
        assertThat(settings.jobs().launcher()).isEqualTo("local");
        assertThat(settings.jobs().limitMinutes()).isEqualTo(360);
        assertThat(settings.screening().fails()).isEqualTo("open");
        assertThat(settings.screening().staleSeconds()).isEqualTo(60);
        assertThat(settings.screening().evidenceMillis()).isEqualTo(2_000);
        assertThat(settings.screening().kept()).isEqualTo(10_000);
        assertThat(settings.jobs().command()).containsExactly("java", "-jar", "trainer.jar");
    }
}
