package io.kenshin.remediation.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.kenshin.remediation.RemediationSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class KubernetesJobLauncherTest {
    private static final RemediationSettings.Jobs SETTINGS = new RemediationSettings.Jobs() {
        @Override
        public String launcher() {
            return "kubernetes";
        }

        @Override
        public String directory() {
            return "/models/jobs";
        }

        @Override
        public List<String> command() {
            return List.of();
        }

        @Override
        public String image() {
            return "example/finetune-job:1";
        }

        @Override
        public String namespace() {
            return "kenshin";
        }

        @Override
        public int limitMinutes() {
            return 30;
        }
    };

    private KubernetesClient client;

    private Job job() {
        return client.batch()
                .v1()
                .jobs()
                .inNamespace("kenshin")
                .withName("finetune-c-1-1")
                .get();
    }

    private JobStatus.State end(String type) {
        Job job = job();
        job.setStatus(new JobStatusBuilder()
                .withConditions(new JobConditionBuilder()
                        .withType(type)
                        .withStatus("True")
                        .withReason("BackoffLimitExceeded")
                        .build())
                .build());
        client.batch().v1().jobs().inNamespace("kenshin").resource(job).updateStatus();
        return new KubernetesJobLauncher(client, SETTINGS).status("c-1-1").state();
    }

    @Test
    void aJobIsCreatedOnceAndItsEndIsSeenByAnyReplica() {
        // Given
        KubernetesJobLauncher launcher = new KubernetesJobLauncher(client, SETTINGS);
        JobSpec spec =
                new JobSpec("c-1-1", Map.of("KENSHIN_DATA", "http://ingest/export", "KENSHIN_API_TOKEN", "secret"));

        // When
        launcher.start(spec);
        launcher.start(spec);

        // Then
        assertThat(client.batch().v1().jobs().inNamespace("kenshin").list().getItems())
                .hasSize(1);
        assertThat(launcher.status("c-1-1").state()).isEqualTo(JobStatus.State.RUNNING);
        assertThat(end("Complete")).isEqualTo(JobStatus.State.SUCCEEDED);
        launcher.cancel("c-1-1");
        assertThat(launcher.status("c-1-1").state()).isEqualTo(JobStatus.State.FAILED);
    }

    @Test
    void aFailedJobIsFailed() {
        new KubernetesJobLauncher(client, SETTINGS).start(new JobSpec("c-1-1", Map.of()));

        assertThat(end("Failed")).isEqualTo(JobStatus.State.FAILED);
    }

    @Test
    void theTokenComesFromASecretAndTheJobHasNoRightsOfItsOwn() {
        new KubernetesJobLauncher(client, SETTINGS)
                .start(new JobSpec("c-1-1", Map.of("KENSHIN_DATA", "x", "KENSHIN_API_TOKEN", "secret")));

        var pod = job().getSpec().getTemplate().getSpec();
        var trainer = pod.getContainers().get(0);
        assertThat(trainer.getEnv()).noneMatch(variable -> "secret".equals(variable.getValue()));
        assertThat(trainer.getEnv())
                .anyMatch(variable -> variable.getName().equals("KENSHIN_API_TOKEN")
                        && variable.getValueFrom().getSecretKeyRef().getName().equals("kenshin-api"));
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(trainer.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(job().getSpec().getActiveDeadlineSeconds()).isEqualTo(1800);
        assertThat(trainer.getImage()).isEqualTo("example/finetune-job:1");
    }
}
