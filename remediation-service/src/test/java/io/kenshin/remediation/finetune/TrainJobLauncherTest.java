package io.kenshin.remediation.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.kenshin.remediation.TestSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class TrainJobLauncherTest {
    private static final ResourceDefinitionContext KIND = new ResourceDefinitionContext.Builder()
            .withGroup("trainer.kubeflow.org")
            .withVersion("v1alpha1")
            .withKind("TrainJob")
            .withPlural("trainjobs")
            .withNamespaced(true)
            .build();

    private KubernetesClient client;

    private GenericKubernetesResource job() {
        return client.genericKubernetesResources(KIND)
                .inNamespace("kenshin")
                .withName("finetune-c-1-1")
                .get();
    }

    private JobStatus end(TrainJobLauncher launcher, String type) {
        GenericKubernetesResource job = job();
        job.setAdditionalProperty(
                "status",
                Map.of("conditions", List.of(Map.of("type", type, "status", "True", "reason", "why", "message", "x"))));
        client.genericKubernetesResources(KIND)
                .inNamespace("kenshin")
                .resource(job)
                .updateStatus();
        return launcher.status("c-1-1");
    }

    @Test
    void aTrainJobIsCreatedOnceWithTheContractAndItsEndIsSeen() {
        TrainJobLauncher launcher =
                new TrainJobLauncher(client, TestSettings.with(Map.of()).jobs());
        JobSpec spec = new JobSpec("c-1-1", Map.of("KENSHIN_DATA", "http://ingest", "KENSHIN_API_TOKEN", "secret"));

        launcher.start(spec);
        launcher.start(spec);

        assertThat(client.genericKubernetesResources(KIND)
                        .inNamespace("kenshin")
                        .list()
                        .getItems())
                .hasSize(1);
        assertThat((Object) job().get("spec", "runtimeRef", "name")).isEqualTo("torch-distributed");
        assertThat(String.valueOf((Object) job().get("spec", "trainer", "env")))
                .contains("KENSHIN_DATA")
                .contains("kenshin-api")
                .doesNotContain("value=secret");
        assertThat(launcher.status("c-1-1").state()).isEqualTo(JobStatus.State.RUNNING);
        assertThat(end(launcher, "Failed").detail()).isEqualTo("why: x");
        assertThat(end(launcher, "Complete").state()).isEqualTo(JobStatus.State.SUCCEEDED);
        launcher.cancel("c-1-1");
        assertThat(launcher.status("c-1-1").detail()).isEqualTo("the TrainJob is gone");
    }
}
