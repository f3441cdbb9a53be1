package io.kenshin.remediation.finetune;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.kenshin.remediation.settings.RemediationSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs jobs as TrainJobs of Kubeflow Trainer, for teams that train with it already. The runtime's container gets the
 * trainer contract's variables.
 *
 * @see <a href="https://www.kubeflow.org/docs/components/trainer/">Kubeflow Trainer, v1alpha1</a>
 */
final class TrainJobLauncher implements JobLauncher {
    private static final String VERSION = "v1alpha1";
    private static final String GROUP = "trainer.kubeflow.org";
    private static final ResourceDefinitionContext KIND = new ResourceDefinitionContext.Builder()
            .withGroup(GROUP)
            .withVersion(VERSION)
            .withKind("TrainJob")
            .withPlural("trainjobs")
            .withNamespaced(true)
            .build();
    private static final int CONFLICT = 409;

    private final KubernetesClient client;
    private final RemediationSettings.Jobs settings;

    TrainJobLauncher(KubernetesClient client, RemediationSettings.Jobs settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public void start(JobSpec spec) {
        try {
            client.genericKubernetesResources(KIND)
                    .inNamespace(settings.namespace())
                    .resource(trainJob(spec))
                    .create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) {
                throw e;
            }
        }
    }

    private GenericKubernetesResource trainJob(JobSpec spec) {
        GenericKubernetesResource job = new GenericKubernetesResource();
        job.setApiVersion(GROUP + "/" + VERSION);
        job.setKind("TrainJob");
        job.setMetadata(new ObjectMetaBuilder()
                .withName(ClusterJobs.name(spec.id()))
                .withLabels(ClusterJobs.labels(spec.id(), settings.cluster()))
                .build());
        Map<String, Object> trainer = new LinkedHashMap<>();
        trainer.put("image", settings.image());
        trainer.put("numNodes", 1);
        trainer.put("env", ClusterJobs.environment(spec, settings.cluster()));
        trainer.put("resourcesPerNode", ClusterJobs.resources(settings.cluster()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("runtimeRef", Map.of("name", settings.cluster().runtime()));
        body.put("labels", Map.of(ClusterJobs.LABEL, spec.id()));
        body.put("trainer", trainer);
        job.setAdditionalProperty("spec", body);
        return job;
    }

    private Resource<GenericKubernetesResource> resource(String jobId) {
        return client.genericKubernetesResources(KIND)
                .inNamespace(settings.namespace())
                .withName(ClusterJobs.name(jobId));
    }

    @Override
    public JobStatus status(String jobId) {
        GenericKubernetesResource job = resource(jobId).get();
        if (job == null) {
            return new JobStatus(JobStatus.State.FAILED, "the TrainJob is gone");
        }
        Object conditions = job.get("status", "conditions");
        for (Object one : conditions instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> condition && "True".equals(condition.get("status"))) {
                if ("Complete".equals(condition.get("type"))) {
                    return JobStatus.of(JobStatus.State.SUCCEEDED);
                }
                if ("Failed".equals(condition.get("type"))) {
                    return new JobStatus(
                            JobStatus.State.FAILED, condition.get("reason") + ": " + condition.get("message"));
                }
            }
        }
        return JobStatus.of(JobStatus.State.RUNNING);
    }

    @Override
    public void cancel(String jobId) {
        resource(jobId).delete();
    }

    @Override
    public List<String> log(String jobId, int lines) {
        return ClusterJobs.log(client, settings.namespace(), jobId, lines);
    }
}
