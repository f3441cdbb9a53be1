package io.kenshin.remediation.finetune;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kenshin.remediation.settings.RemediationSettings;
import java.util.List;

/** Runs jobs as Kubernetes Jobs, in one namespace, with the model store and the jobs' directory mounted. */
final class KubernetesJobLauncher implements JobLauncher {
    private static final int CONFLICT = 409;

    private final KubernetesClient client;
    private final RemediationSettings.Jobs settings;
    private final RemediationSettings.Cluster cluster;

    KubernetesJobLauncher(KubernetesClient client, RemediationSettings.Jobs settings) {
        this.client = client;
        this.settings = settings;
        cluster = settings.cluster();
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
        return new JobBuilder()
                .withNewMetadata()
                .withName(name(spec.id()))
                .withLabels(ClusterJobs.labels(spec.id(), cluster))
                .endMetadata()
                .withNewSpec()
                // With a queue, Kueue lets the job start.
                .withSuspend(cluster.queue().isPresent() ? true : null)
                .withBackoffLimit(cluster.backOff())
                .withActiveDeadlineSeconds(settings.limitMinutes() * 60L)
                .withTtlSecondsAfterFinished(cluster.keepSeconds())
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels(ClusterJobs.LABEL, spec.id())
                .addToLabels("app.kubernetes.io/part-of", "kenshin")
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withServiceAccountName(cluster.serviceAccount())
                .withAutomountServiceAccountToken(false)
                // What a namespace with restricted pod security asks for; the group may write to the model store.
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withFsGroup(ClusterJobs.GROUP)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withTolerations(ClusterJobs.tolerations(cluster))
                .addNewContainer()
                .withName("trainer")
                .withImage(settings.image())
                .withEnv(ClusterJobs.environment(spec, settings.cluster()))
                .withResources(ClusterJobs.resources(cluster))
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

    @Override
    public List<String> log(String jobId, int lines) {
        return ClusterJobs.log(client, settings.namespace(), jobId, lines);
    }

    private static String name(String jobId) {
        return ClusterJobs.name(jobId);
    }
}
