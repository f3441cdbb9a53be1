package io.kenshin.remediation.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.kenshin.remediation.TestSettings;
import io.kenshin.remediation.settings.RemediationSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class KubernetesJobLauncherTest {
    private static final RemediationSettings.Jobs SETTINGS =
            TestSettings.with(Map.of("jobs.limit-minutes", "30")).jobs();

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
        assertThat(trainer.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getTolerations()).isEmpty();
        assertThat(job().getSpec().getActiveDeadlineSeconds()).isEqualTo(1800);
        assertThat(trainer.getImage()).isEqualTo("example/finetune-job:1");
    }

    @Test
    void aTokenThatIsTheJobsOwnIsGivenToIt() {
        new KubernetesJobLauncher(client, SETTINGS)
                .start(new JobSpec("c-1-1", Map.of("KENSHIN_API_TOKEN", "for-this-job"), true));

        var trainer = job().getSpec().getTemplate().getSpec().getContainers().get(0);
        assertThat(trainer.getEnv())
                .anyMatch(variable ->
                        variable.getName().equals("KENSHIN_API_TOKEN") && "for-this-job".equals(variable.getValue()));
    }

    @Test
    void aQueueHoldsTheJobAndAGpuIsAskedFor() {
        RemediationSettings.Jobs settings = TestSettings.with(Map.of(
                        "jobs.cluster.queue", "team-a",
                        "jobs.cluster.gpus", "1",
                        "jobs.cluster.memory-limit", "16Gi",
                        "jobs.cluster.back-off", "3"))
                .jobs();
        new KubernetesJobLauncher(client, settings).start(new JobSpec("c-1-1", Map.of()));

        assertThat(job().getMetadata().getLabels())
                .containsEntry("kueue.x-k8s.io/queue-name", "team-a")
                .containsEntry("app.kubernetes.io/managed-by", "remediation-service");
        assertThat(job().getSpec().getSuspend()).isTrue();
        assertThat(job().getSpec().getBackoffLimit()).isEqualTo(3);
        var resources =
                job().getSpec().getTemplate().getSpec().getContainers().get(0).getResources();
        assertThat(resources.getLimits().get("nvidia.com/gpu").getAmount()).isEqualTo("1");
        assertThat(job().getSpec().getTemplate().getSpec().getTolerations())
                .extracting(Toleration::getKey)
                .containsExactly("nvidia.com/gpu");
        assertThat(resources.getLimits().get("memory").toString()).isEqualTo("16Gi");
    }

    @Test
    void aJobThatSomebodyDeletesHasFailed() {
        KubernetesJobLauncher launcher = new KubernetesJobLauncher(client, SETTINGS);
        launcher.start(new JobSpec("c-1-1", Map.of()));
        client.batch()
                .v1()
                .jobs()
                .inNamespace("kenshin")
                .withName("finetune-c-1-1")
                .delete();

        assertThat(launcher.status("c-1-1")).isEqualTo(new JobStatus(JobStatus.State.FAILED, "the Job is gone"));
    }
}
