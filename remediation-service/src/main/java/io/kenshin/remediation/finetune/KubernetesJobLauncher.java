package io.kenshin.remediation.finetune;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kenshin.remediation.RemediationSettings;
import java.util.List;
import java.util.Map;

/** Runs jobs as Kubernetes Jobs, in one namespace, with the model store and the jobs' directory mounted. */
final class KubernetesJobLauncher implements JobLauncher {
    private static final int CONFLICT = 409;
    private static final int KEEP_SECONDS = 24 * 3600;

    private final KubernetesClient client;
    private final RemediationSettings.Jobs settings;

    KubernetesJobLauncher(KubernetesClient client, RemediationSettings.Jobs settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public void start(JobSpec spec) {
        try {
            client.batch()
                    .v1()
                    .jobs()
                    .inNamespace(settings.namespace())
                    .resource(job(spec))
                    .create();
        } catch (KubernetesClientException e) {
            // The name is the job's id: a job that exists was started before.
            if (e.getCode() != CONFLICT) {
                throw e;
            }
        }
    }

    private Job job(JobSpec spec) {
        List<EnvVar> environment = spec.environment().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("KENSHIN_API_TOKEN"))
                .map(entry -> new EnvVarBuilder()
                        .withName(entry.getKey())
                        .withValue(entry.getValue())
                        .build())
                .toList();
        return new JobBuilder()
                .withNewMetadata()
                .withName(name(spec.id()))
                .withLabels(Map.of("app.kubernetes.io/part-of", "kenshin", "kenshin.io/job", spec.id()))
                .endMetadata()
                .withNewSpec()
                .withBackoffLimit(1)
                .withActiveDeadlineSeconds(settings.limitMinutes() * 60L)
                .withTtlSecondsAfterFinished(KEEP_SECONDS)
                .withNewTemplate()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withServiceAccountName("finetune-job")
                .withAutomountServiceAccountToken(false)
                .addNewContainer()
                .withName("trainer")
                .withImage(settings.image())
                .withEnv(environment)
                .addNewEnv()
                .withName("KENSHIN_API_TOKEN")
                .withNewValueFrom()
                .withNewSecretKeyRef("token", "kenshin-api", true)
                .endValueFrom()
                .endEnv()
                .withNewResources()
                .addToRequests(Map.of("cpu", new Quantity("2"), "memory", new Quantity("4Gi")))
                .addToLimits(Map.of("memory", new Quantity("8Gi")))
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withRunAsNonRoot(true)
                .withNewCapabilities()
                .addToDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .addNewVolumeMount()
                .withName("models")
                .withMountPath("/models")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("models")
                .withNewPersistentVolumeClaim("kenshin-models", false)
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    @Override
    public JobStatus status(String jobId) {
        Job job = client.batch()
                .v1()
                .jobs()
                .inNamespace(settings.namespace())
                .withName(name(jobId))
                .get();
        if (job == null) {
            return new JobStatus(JobStatus.State.FAILED, "the Job is gone");
        }
        List<JobCondition> conditions =
                job.getStatus() == null ? List.of() : job.getStatus().getConditions();
        for (JobCondition condition : conditions) {
            if ("True".equals(condition.getStatus()) && "Complete".equals(condition.getType())) {
                return JobStatus.of(JobStatus.State.SUCCEEDED);
            }
            if ("True".equals(condition.getStatus()) && "Failed".equals(condition.getType())) {
                return new JobStatus(JobStatus.State.FAILED, condition.getReason() + ": " + condition.getMessage());
            }
        }
        return JobStatus.of(JobStatus.State.RUNNING);
    }

    @Override
    public void cancel(String jobId) {
        client.batch()
                .v1()
                .jobs()
                .inNamespace(settings.namespace())
                .withName(name(jobId))
                .delete();
    }

    private static String name(String jobId) {
        return "finetune-" + jobId;
    }
}
