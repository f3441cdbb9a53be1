package io.kenshin.cli.recovery;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.kenshin.testkit.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Plays a cluster that runs fine-tune jobs: fabric8's API server, which keeps its objects when it is cut off, and for
 * each Job a real process with the variables of its container.
 */
final class JobCluster implements AutoCloseable {
    private static final String NAMESPACE = "kenshin";
    private static final long LOOK_MILLIS = 200;

    private final KubernetesCrudDispatcher objects = new KubernetesCrudDispatcher();
    private final Map<String, Process> pods = new ConcurrentHashMap<>();
    private final ScheduledExecutorService kubelet = Executors.newSingleThreadScheduledExecutor();
    private final int port = Ports.freeRow(1);
    private final List<String> image;
    private final Path logs;
    private final KubernetesClient client;
    private KubernetesMockServer api;

    /**
     * @param image what a container runs
     * @param logs directory that receives what it says
     */
    JobCluster(List<String> image, Path logs) throws IOException {
        this.image = image;
        this.logs = Files.createDirectories(logs);
        api = start();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(url())
                .withRequestRetryBackoffLimit(0)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
        kubelet.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private String url() {
        return "http://localhost:" + port + "/";
    }

    private KubernetesMockServer start() {
        KubernetesMockServer server =
                new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), objects, false);
        server.init(InetAddress.getLoopbackAddress(), port);
        return server;
    }

    /** What a service is told to use this cluster. */
    Map<String, String> environment() {
        return Map.of("KENSHIN_JOB_LAUNCHER", "kubernetes", "KUBERNETES_MASTER", url());
    }

    /** The API answers no more; what runs goes on. */
    void cut() {
        api.destroy();
    }

    /** The API answers again, and knows what it knew. */
    void mend() {
        api = start();
    }

    /** How many jobs were ever started. */
    int started() {
        return pods.size();
    }

    /** Whether no job runs. */
    boolean idle() {
        return pods.values().stream().noneMatch(Process::isAlive);
    }

    private void look() {
        try {
            for (Job job :
                    client.batch().v1().jobs().inNamespace(NAMESPACE).list().getItems()) {
                Process pod = pods.computeIfAbsent(job.getMetadata().getName(), name -> run(job));
                if (!pod.isAlive() && job.getStatus() == null) {
                    end(job, pod.exitValue() == 0 ? "Complete" : "Failed");
                }
            }
        } catch (KubernetesClientException e) {
            // The API is away: what ended meanwhile is said when it is back.
            return;
        }
    }

    private Process run(Job job) {
        try {
            ProcessBuilder container = new ProcessBuilder(image)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            logs.resolve(job.getMetadata().getName() + ".log").toFile());
            for (EnvVar variable :
                    job.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv()) {
                if (variable.getValue() != null) {
                    container.environment().put(variable.getName(), variable.getValue());
                }
            }
            return container.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(Job job, String condition) {
        job.setStatus(new JobStatusBuilder()
                .withConditions(new JobConditionBuilder()
                        .withType(condition)
                        .withStatus("True")
                        .withReason("Ended")
                        .withMessage("its container ended")
                        .build())
                .build());
        client.batch().v1().jobs().inNamespace(NAMESPACE).resource(job).updateStatus();
    }

    @Override
    public void close() {
        kubelet.shutdownNow();
        client.close();
        pods.values().forEach(Process::destroy);
        api.destroy();
    }
}
