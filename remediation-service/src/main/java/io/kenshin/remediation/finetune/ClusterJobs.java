package io.kenshin.remediation.finetune;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kenshin.remediation.settings.RemediationSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every kind of job in a cluster is given. */
final class ClusterJobs {
    static final String LABEL = "kenshin.io/job";
    /** As the services' pods in k8s/base. */
    static final long GROUP = 10_001L;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String GPU = "nvidia.com/gpu";
    private static final String TOKEN = "KENSHIN_API_TOKEN";
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";

    private ClusterJobs() {}

    /** Whether the cluster will say the same when it is asked again. */
    static boolean refused(KubernetesClientException e) {
        return e.getCode() >= 400 && e.getCode() < 500 && e.getCode() != TOO_MANY_REQUESTS;
    }

    static String name(String jobId) {
        return "finetune-" + jobId;
    }

    static Map<String, String> labels(String jobId, RemediationSettings.Cluster settings) {
        Map<String, String> labels = new HashMap<>(Map.of(
                "app.kubernetes.io/part-of",
                "kenshin",
                "app.kubernetes.io/managed-by",
                "remediation-service",
                LABEL,
                jobId));
        settings.queue().ifPresent(queue -> labels.put(QUEUE, queue));
        return labels;
    }

    /** The contract's variables; a token that is not the job's own comes from a secret and stands in no object. */
    static List<EnvVar> environment(JobSpec spec, RemediationSettings.Cluster settings) {
        List<EnvVar> environment = new ArrayList<>();
        settings.kafkaUser().ifPresent(user -> environment.addAll(broker(user)));
        spec.environment().entrySet().stream()
                .filter(entry -> spec.ownToken() || !entry.getKey().equals(TOKEN))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> environment.add(new EnvVarBuilder()
                        .withName(entry.getKey())
                        .withValue(entry.getValue())
                        .build()));
        if (spec.ownToken()) {
            return environment;
        }
        environment.add(secret(TOKEN, "kenshin-api", "token", true));
        return environment;
    }

    /** TLS and SCRAM as Strimzi sets them up for a user, whose secret has its name. */
    private static List<EnvVar> broker(String user) {
        return List.of(
                new EnvVar("KAFKA_SECURITY_PROTOCOL", "SASL_SSL", null),
                new EnvVar("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512", null),
                new EnvVar("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM", null),
                secret("KAFKA_SASL_JAAS_CONFIG", user, "sasl.jaas.config", false),
                secret("KAFKA_SSL_TRUSTSTORE_CERTIFICATES", "kenshin-cluster-ca-cert", "ca.crt", false));
    }

    private static EnvVar secret(String name, String secret, String key, boolean optional) {
        return new EnvVarBuilder()
                .withName(name)
                .withNewValueFrom()
                .withNewSecretKeyRef(key, secret, optional)
                .endValueFrom()
                .build();
    }

    static ResourceRequirements resources(RemediationSettings.Cluster settings) {
        Map<String, Quantity> limits = new HashMap<>(Map.of("memory", new Quantity(settings.memoryLimit())));
        if (settings.gpus() > 0) {
            limits.put(GPU, new Quantity(Integer.toString(settings.gpus())));
        }
        return new ResourceRequirementsBuilder()
                .addToRequests("cpu", new Quantity(settings.cpu()))
                .addToRequests("memory", new Quantity(settings.memory()))
                .addToLimits(limits)
                .build();
    }

    /** Nodes with GPUs are commonly kept for those who ask for one. */
    static List<Toleration> tolerations(RemediationSettings.Cluster settings) {
        return settings.gpus() == 0
                ? List.of()
                : List.of(new TolerationBuilder()
                        .withKey(GPU)
                        .withOperator("Exists")
                        .withEffect("NoSchedule")
                        .build());
    }

    /** Of the latest pod of a job. */
    static List<String> log(KubernetesClient client, String namespace, String jobId, int lines) {
        List<Pod> pods = new ArrayList<>(client.pods()
                .inNamespace(namespace)
                .withLabel(LABEL, jobId)
                .list()
                .getItems());
        pods.sort(Comparator.comparing(
                pod -> String.valueOf(pod.getMetadata().getCreationTimestamp()), Comparator.reverseOrder()));
        if (pods.isEmpty()) {
            return List.of();
        }
        String log = client.pods()
                .inNamespace(namespace)
                .withName(pods.get(0).getMetadata().getName())
                .tailingLines(lines)
                .getLog();
        return log == null ? List.of() : log.lines().toList();
    }
}
