package io.kenshin.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.remediation.settings.RemediationSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemediationSettingsTest {
    @Test
    void whatIsNotSetIsCautious() {
        RemediationSettings settings = TestSettings.with(Map.of());

        assertThat(settings.ingestUrl()).isEqualTo("http://ingest");
        assertThat(settings.jobs().launcher()).isEqualTo("local");
        assertThat(settings.jobs().limitMinutes()).isEqualTo(360);
        assertThat(settings.screening().fails()).isEqualTo("open");
        assertThat(settings.screening().staleSeconds()).isEqualTo(60);
        assertThat(settings.screening().evidenceMillis()).isEqualTo(2_000);
        assertThat(settings.screening().kept()).isEqualTo(10_000);
        assertThat(settings.jobs().patienceMinutes()).isEqualTo(30);
        assertThat(settings.jobs().cluster().cpu()).isEqualTo("2");
        assertThat(settings.jobs().cluster().memory()).isEqualTo("4Gi");
        assertThat(settings.jobs().cluster().memoryLimit()).isEqualTo("8Gi");
        assertThat(settings.jobs().cluster().gpus()).isZero();
        assertThat(settings.jobs().cluster().serviceAccount()).isEqualTo("finetune-job");
        assertThat(settings.jobs().cluster().backOff()).isEqualTo(1);
        assertThat(settings.jobs().cluster().keepSeconds()).isEqualTo(86_400);
        assertThat(settings.jobs().cluster().queue()).isEmpty();
        assertThat(settings.jobs().cluster().runtime()).isEqualTo("torch-distributed");
        assertThat(settings.webhook().url()).isEmpty();
        assertThat(settings.evidence().key()).isEmpty();
        assertThat(settings.jobs().command()).containsExactly("java", "-jar", "trainer.jar");
    }
}
